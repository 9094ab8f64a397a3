"""What one sentence of a decision decides."""

import re
from dataclasses import dataclass

from sagsgang.danish.lexicon import CLASSES, DECIDING, Force
from sagsgang.danish.outcome_kinds import APPROVALS, RANK, OutcomeKind
from sagsgang.danish.points import heading, references
from sagsgang.danish.votes import AGENDA_APPROVED, without_votes

_K = OutcomeKind
# What follows one of these is said about the decision, or besides it.
_TAIL = re.compile(
    r",? (?:idet|dog|men|hvorefter|hvorfor|hvilket|således at|under forudsætning|på betingelse|forudsat|betinget)\b"
    r"|,? og (?:sagen|den|det|[a-zæøå]{2,20}(?:en|et)) (?:\S{1,20} )?(?:over|frem|videre)?send|, (?:der|som)\b"
    r"|,? med (?:den |de |det |følgende |en |et |nedenstående )?(?:\S{1,20} )?"
    r"(?:bemærkning|tilføjelse|ændring|rettelse|justering|præcisering|kommentar|forbehold|tilretning|supplering"
    r"|opfordring)"
)
_AMENDED = re.compile(
    r"(?:^|,? )(?:idet|dog|men|således at|under forudsætning|på betingelse|forudsat|betinget|i stedet)\b"
    r"|\bmed (?:\S{1,20} ){0,5}?(?:bemærkning|tilføjelse|ændring|rettelse|justering|præcisering|kommentar|tilretning"
    r"|supplering|opfordring)|\bmed (?:det )?forbehold(?:,? at| for| om)\b"
    r"|\b(?:at ændre (?:forslag|plan|indstilling)\w*|justeres|deles op|som ændret|ændringsforslag|med justering)"
    r"|\bi (?:den |det )?(?:revideret|ændret|justeret|reviderede|ændrede|justerede|tilrettede)\b"
    r"|\bpå (?:følgende )?(?:vilkår|betingelser)(?= af|,? at| om| ?:|$)"
)
_PARTLY = re.compile(
    r"\b(?:etape|fase|del) [0-9]\b|\b(?:første|1\.|anden|2\.) (?:etape|fase|del)\b|\bdelvist?\b|\bmed undtagelse af\b"
    r"|\bbortset fra\b|\bundtagen\b|\bfor så vidt angår\b|\bden del af\b"
)
_TALK = frozenset({_K.DISCUSSED, _K.NOTED})
_HELD_BACK = frozenset({_K.POSTPONED, _K.REJECTED, _K.SENT_BACK, _K.WITHDRAWN})
_ADVISED = frozenset({_K.APPROVED, _K.REJECTED, _K.POSTPONED, _K.SENT_BACK})
_ADVISES = ("anbefal", "indstil")
_NOT_BEFORE = re.compile(
    r"\b(?:ikke|hverken|ej)(?: (?:at|var|er|anledning til at|grundlag for at|mulighed for at|ønsker at"
    r"|kan|kunne|blev|blive|på nuværende tidspunkt|vil|længere))? ?$"
)
_NOT_AFTER = re.compile(
    r" (?:sig |det |dette |udvalget |byrådet |desværre |dermed |derfor |herefter )?ikke\b(?! (?:blot|alene|kun)\b)"
)
_NOT_AFTER_CARRIER = re.compile(
    r"(?:,? at)?(?: der)? ikke (?:at )?(?:gå videre|arbejdes? videre|gennemføre"
    r"|igangsætte|støtte|give|deltage|bevillige)"
)
_NEGATED = {
    _K.APPROVED: _K.REJECTED,
    _K.RECOMMENDED: _K.REJECTED,
    _K.REFERRED: _K.NONE,
    _K.ELECTED: _K.NONE,
    _K.DISCUSSED: _K.POSTPONED,
    _K.NOTED: _K.REJECTED,
}
# Why it was decided is no decision: "Taget af dagsordenen, da bilagene ikke var fremsendt".
_REASON = re.compile(r", (?:da|fordi|eftersom) [^,]{1,300}(?=,|$)")
# The administration's own proposal, told again: the board has not spoken yet.
_PROPOSER = re.compile(
    r"(?:forvaltning|administration|direktør|chef|stab|afdeling|center|centret|sekretariat|jobcenter)\w*"
    r"(?: for \S{1,30}| og \S{1,30}){0,3} (?:ind|an)?$"
)
# "tilbagesendes med bemærkning, at byrådet har vedtaget": how Aarhus tells a department that the council agreed.
_RETURNED_AS_APPROVED = re.compile(r"\btilbagesendes\b.{1,200}?\bhar (?:vedtaget|godkendt|tiltrådt|bevilget)\b")
_OWN_AGENDA_PLAN = re.compile(r"^følgende (?:\S{1,20} )?(?:emne|tema|punkt|sag|spørgsmål|område|program)\w*.{0,80}?"
    r"(?:besluttet|valgt|valgtes|vælges|vedtaget|vedtoges|drøftes|prioriteret)")  # fmt: skip
# A topic is chosen, which no one is elected to: "Følgende emne blev valgt: - Budgetseminaret".
_CHOSEN_TOPIC = re.compile(
    r"^følgende (?:\S{1,20} )?(?:emne|tema)(?:r|et|erne)? (?:blev |er )?valgt(?! til\b)(?:es)?\b"
)
_PAST = re.compile(r"\b(?:godkendte|vedtog|besluttede|tiltrådte|anbefalede|drøftede|udsatte|blev|har|havde|var)\b")
_EARLIER = re.compile(
    r"\b(?:mødet?|\w+møde[t]?)(?: i \S{1,30}| i \S{1,30}udvalget)? (?:den|d\.) [0-9]{1,2}\."
    r"|\b(?:den|d\.) [0-9]{1,2}\.? ?\S{3,9} (?:19|20)[0-9]{2}\b|"
    r"\bsidste møde\b|\btidligere\b|\bi sin tid\b"
)
_TOWARDS = re.compile(r"\b(?:til|inden|senest|før) (?:\S{1,30} ){0,3}$")
_PARTICIPLES = ("te", "ede", "ne")
_ARTICLE = re.compile(r"\b(?:den|det|de|denne|dette|disse|tidligere|alle|over|af|om|fra|blandt) $")
# What another authority decided is news to the board: "Regionen har bevilget midler til stien.".
_ELSEWHERE = re.compile(
    r"(?:staten|regionen|region \S{1,20}|regeringen|folketinget|kl|\S{0,40}ministeriet|\S{0,40}domstolen"
    r"|\S{3,40}(?<!be)styrelsen)(?: har| havde)?(?: (?!og |at )[a-zæøå]{1,20}){0,2} "
)
# A heading over a list says which ones are listed: "Godkendte ansøgninger:", "Ikke godkendte forslag til budgettet:".
_PARTICIPLE = "(?:ikke )?[a-zæøå]{3,30}(?:te|ede|ne)"
_LABEL = re.compile(
    rf"^(?:øvrige |nye )?{_PARTICIPLE}(?: (?:og|eller|samt) {_PARTICIPLE})? (?!følgende\b)"
    r"[a-zæøå-]{0,40}(?:er|forslag|tiltag)(?: (?:fra|i|om|på|til|under|uden) [^:.]{2,60})?(?: ?:|(?<![.!]))$"
)
_TOLD = re.compile(
    r"\b(?:(?:orienterede|orienteret|redegjorde|fortalte)(?: \S{1,20})? (?:om|for|at)\b"
    r"|(?:til efterretning|noterede sig|noterer sig"
    r"|(?:udvalget|rådet|bestyrelsen|direktionen) konstatere(?:r|de)),? at\b)"
)
_TOLD_CUES = re.compile("orienter|redegj|fortalte|efterretning|notere|konstatere")
_BOARD_AGAIN = re.compile(
    r",? (?:og|hvorefter|hvilket) (?=\S{0,40}(?:udvalget|rådet|direktionen|bestyrelsen|sagen|punktet|blev)\b)"
    r"|, og (?=(?:godkend|tiltr|beslut|vedtog|anbefal|indstil|udsatte|udsætter|sender|sendte))"
)
# Things are chosen, and persons elected: "Det billigste tilbud vælges", "valgte den lokale leverandør".
_THING = (
    r"(?:tilbud(?:d|)|forslag(?= \S{1,3} )|model"
    r"|løsning|leverandør|variant|scenarie|alternativ|placering|entreprenør|system|logo|navn|dato"
    r"|linjeføring|arkitekt|rådgiver|sted|bygning|grund)(?:me)?(?:et|en|ne|er|erne|t|n)?"
)
_THING_BEFORE = re.compile(rf"{_THING}(?: (?!til |som )\S{{1,30}}){{0,4}} $")
_THING_AFTER = re.compile(rf"(?: (?!til |som )\S{{1,30}}){{0,3}}? \S{{0,30}}?{_THING}(?![a-zæøå])")
_TO_A_SEAT = re.compile(r" (?:til (?!drøftelse)|som (?!grundlag|udgangspunkt))")
# "De to andre ansøgere får afslag", "mens resten afvises".
_REST = re.compile(r"\b(?:andre|øvrige|resterende|resten)\b")
_LISTED = 0.4
_HEARD = 0.6
_AND = frozenset((" og ", " eller ", " samt ", " og ikke "))
_NEAR = 90
_DIGIT = re.compile("[0-9]")
_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A deciding word at a place of a sentence."""

    kind: OutcomeKind
    force: Force
    start: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence decides: its classes, strongest first, and per point.

    `earlier` when it does not decide itself: it tells of an older decision, or heads a list of what was decided.
    """

    kinds: tuple[OutcomeKind, ...]
    confidence: float
    points: tuple[tuple[str, OutcomeKind], ...] = ()
    earlier: bool = False


def verdict(low: str) -> Verdict | None:
    """What the sentence `low` (lower case, one line) decides; None when it decides nothing."""
    low = low[:_LONGEST]
    numbers, low = heading(low)
    if _RETURNED_AS_APPROVED.search(low):
        return Verdict((_K.APPROVED,), 0.9)
    if _CHOSEN_TOPIC.match(low):
        return Verdict((_K.APPROVED,), 0.8)
    if _OWN_AGENDA_PLAN.match(low):
        return Verdict((_K.APPROVED_AMENDED,), 0.7)
    low = _REASON.sub("", without_votes(low))
    found = _hits(low)
    if not found:
        return None
    hits = _without_told(low, found)
    if not hits:
        return Verdict((_K.NOTED,), _HEARD)
    kinds, confidence = _weigh(low, hits)
    points = tuple((number, kinds[0]) for number in numbers) or _points(low, hits)
    if points and not numbers and _is_partly({kind for _, kind in points}, kinds[0]):
        kinds = (_K.APPROVED_PARTLY, *(kind for kind in kinds if kind is not _K.APPROVED))
    if _LABEL.match(low):
        return Verdict(kinds, min(confidence, _LISTED), points, earlier=True)
    return Verdict(kinds, confidence, points, is_earlier(low))


def _is_partly(kinds: set[OutcomeKind], own: OutcomeKind) -> bool:
    """Whether some points are approved, and the others held back or not spoken of."""
    return own is _K.APPROVED or (_K.APPROVED in kinds and bool(kinds & _HELD_BACK))


def is_earlier(low: str) -> bool:
    """Whether the sentence tells what was decided at an earlier meeting, rather than when something will be."""
    if not _DIGIT.search(low) and "tid" not in low and "sidste" not in low:
        return False
    return any(_in_main_clause(low[: match.start()]) for match in _EARLIER.finditer(low)) and bool(_PAST.search(low))


def _in_main_clause(before: str) -> bool:
    """Whether a date after the words `before` tells when it was decided: not what for, nor when it shall be."""
    return " at " not in before and not _TOWARDS.search(before[-30:])


def _hits(low: str) -> list[Hit]:
    hits: list[Hit] = []
    attribute = -1  # where the last word ended that only told which one is meant
    for match in DECIDING.finditer(low):
        kind, force = CLASSES[(match.lastindex or 1) - 1]
        if _proposed(low, match, kind):
            break
        if match.start() < _NEAR and _ELSEWHERE.fullmatch(low, 0, match.start()):
            continue
        if _is_attribute(low, match, attribute):
            attribute = match.end()
        elif kind is _K.ELECTED and _chooses_thing(low, match):
            hits.append(Hit(_turned(low, match, _K.APPROVED), Force.HINT, match.start()))
        elif force is not Force.ASIDE:
            hits.append(Hit(_turned(low, match, kind), force, match.start()))
    # "Dagsordenen godkendt, idet punkt 9 udgår" withdraws another item.
    if AGENDA_APPROVED.match(low):
        return [hit for hit in hits if hit.kind is not _K.WITHDRAWN]
    return hits


def _chooses_thing(low: str, match: re.Match[str]) -> bool:
    """Whether what is chosen is a thing, as an offer or a model, and nobody is given a seat."""
    if _TO_A_SEAT.match(low, match.end()):
        return False
    before = low[max(0, match.start() - 90) : match.start()]
    return bool(_THING_BEFORE.search(before) or _THING_AFTER.match(low, match.end()))


def _is_attribute(low: str, match: re.Match[str], last: int) -> bool:
    """Whether the word tells which one is meant: "den fremsendte sag", "de godkendte og afviste planer"."""
    if not match[0].endswith(_PARTICIPLES):
        return False
    follows_one = last >= 0 and low[last : match.start()] in _AND
    return follows_one or bool(_ARTICLE.search(low[max(0, match.start() - 12) : match.start()]))


def _proposed(low: str, match: re.Match[str], kind: OutcomeKind) -> bool:
    return kind is _K.RECOMMENDED and bool(_PROPOSER.search(low[max(0, match.start() - 60) : match.start()]))


def _turned(low: str, match: re.Match[str], kind: OutcomeKind) -> OutcomeKind:
    """The class, or its opposite where the word is denied ("ikke at godkende", "godkendte ikke")."""
    if "ikke" not in low and "hverken" not in low:
        return kind
    before = low[max(0, match.start() - 40) : match.start()]
    carrier = CLASSES[(match.lastindex or 1) - 1][1] is Force.CARRIER
    after = (_NOT_AFTER_CARRIER if carrier else _NOT_AFTER).match(low, match.end())
    return _NEGATED.get(kind, kind) if _NOT_BEFORE.search(before) or after else kind


def _weigh(low: str, hits: list[Hit]) -> tuple[tuple[OutcomeKind, ...], float]:
    """The sentence's classes, its own first, and how surely they are meant."""
    cut = _TAIL.search(low)
    head = [hit for hit in hits if cut is None or hit.start < cut.start()]
    tail = [hit for hit in hits if cut is not None and hit.start >= cut.start()] if head else []
    if _only_shown(head) and any(hit.force is Force.PLAIN for hit in tail):
        head, tail = hits, []
    own = _ranked(_without_advised(low, head or hits))
    besides = [hit.kind for hit in tail if hit.force is Force.PLAIN and hit.kind not in (*own, _K.NONE)]
    if _K.APPROVED in own and own[0] is _K.REJECTED and _REST.search(low):
        own = [_K.APPROVED_PARTLY, *(kind for kind in own if kind is not _K.APPROVED)]
    primary = _refined(low, own[0], besides)
    return tuple(dict.fromkeys((primary, *own[1:], *besides))), _confidence(low, own[0], head or hits)


def _only_shown(head: list[Hit]) -> bool:
    """Whether nothing was decided yet: "kassereren fremlagde regnskabet, der blev godkendt"."""
    return bool(head) and all(hit.kind is _K.NOTED and hit.force is Force.HINT for hit in head)


def _without_advised(low: str, hits: list[Hit]) -> list[Hit]:
    """Without what is only recommended: "anbefaler, at byrådet godkender", "indstiller, at der gives afslag"."""
    advised = next((hit.start for hit in hits if low.startswith(_ADVISES, hit.start)), len(low))
    if advised == len(low) or references(low):
        return hits
    return [hit for hit in hits if hit.start <= advised or hit.kind not in _ADVISED]


def _without_told(low: str, hits: list[Hit]) -> list[Hit]:
    """Without what the board was only told of: "orienterede om, at Byrådet har vedtaget"."""
    told = _TOLD.search(low) if _TOLD_CUES.search(low) else None
    if told is None:
        return hits
    back = _BOARD_AGAIN.search(low, told.end())
    end = back.start() if back else len(low)
    return [hit for hit in hits if not told.end() <= hit.start < end]


def _ranked(hits: list[Hit]) -> list[OutcomeKind]:
    """The classes of a clause by precedence; a word that only carries counts where nothing plainer is said."""
    best = max(hit.force for hit in hits)
    kinds = sorted({hit.kind for hit in hits if hit.force is best}, key=RANK.__getitem__)
    said: list[OutcomeKind] = [kind for kind in kinds if kind is not _K.NONE] or [_K.NONE]
    if best is not Force.PLAIN:
        return said[:1]
    return [_K.APPROVED, *said] if _decided_at_last(hits, said) else said


def _decided_at_last(hits: list[Hit], said: list[OutcomeKind]) -> bool:
    """Whether the board first talked and then decided: "drøftede sagen og besluttede at gå videre"."""
    last = max(hits, key=lambda hit: hit.start)
    return last.force is Force.CARRIER and last.kind is _K.APPROVED and _TALK.issuperset(said)


def _refined(low: str, primary: OutcomeKind, besides: list[OutcomeKind]) -> OutcomeKind:
    """An approval is amended by a remark or condition, and partly one when some of it is left out or held back."""
    if primary is not _K.APPROVED:
        return primary
    if _PARTLY.search(low) or _HELD_BACK.intersection(besides):
        return _K.APPROVED_PARTLY
    return _K.APPROVED_AMENDED if _AMENDED.search(low) else primary


def _confidence(low: str, primary: OutcomeKind, hits: list[Hit]) -> float:
    force = max(hit.force for hit in hits)
    if force is not Force.PLAIN:
        return 0.8 if force is Force.CARRIER else 0.6
    kinds = {hit.kind for hit in hits if hit.force is Force.PLAIN}
    if primary in APPROVALS and kinds <= APPROVALS and len(low) < 60:
        return 1.0
    return 1.0 if len(kinds) == 1 and len(low) < 60 else 0.9 if len(kinds) == 1 else 0.8


def _points(low: str, hits: list[Hit]) -> tuple[tuple[str, OutcomeKind], ...]:
    """Points named in the sentence, each with the deciding word that it belongs to."""
    named = references(low)
    plain = [hit for hit in hits if hit.force is Force.PLAIN and hit.kind is not _K.WITHDRAWN]
    if not named or not plain or any(hit.kind is _K.WITHDRAWN for hit in hits):
        return ()
    first = named[0][0] < plain[0].start
    return tuple((number, _belonging(at, plain, after=first)) for at, numbers in named for number in numbers)


def _belonging(at: int, hits: list[Hit], *, after: bool) -> OutcomeKind:
    if after:
        return next((hit.kind for hit in hits if hit.start > at), hits[-1].kind)
    return next((hit.kind for hit in reversed(hits) if hit.start < at), hits[0].kind)
