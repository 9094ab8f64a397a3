"""The promises in a decision: the exact words, who shall keep them, and when."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sagsgang.danish.dates import MONTHS
from sagsgang.danish.deadlines import Due, DueKind, deadlines
from sagsgang.danish.outcomes import Commitment
from sagsgang.danish.promisers import acts, promiser
from sagsgang.danish.sentences import Sentence
from sagsgang.danish.verdicts import is_earlier
from sagsgang.danish.votes import own_sentences

_DONE = (
    r"(?:udarbejd|udform|beskriv|undersøg|indkald|fordel|udsend|rundsend|fremsend|eftersend|send|saml|opsaml|medtag|optag|behandl|genoptag"
    r"|indarbejd|afsøg|afdække?|lav|inviter|præsenter|juster|revider|opdater|koordiner|orienter|evaluer"
    r"|kvalificer|formuler|indhent|tilføj|tilrett?|vurder|kontakt|besvar|belys|forbered|formidl|kommuniker|opret"
    r"|bestill|arranger|iværksætt|igangsætt|fremsætt|nedsætt|fremlægg|forelægg|genfremlægg|genforelægg|genfremsætt|genfremsend|vedlægg|planlægg|afklar|find)"
)
# What will be done, and nobody need be named: "der udarbejdes", "skal undersøges", "arbejdes videre", "på igen".
_WILL_BE = re.compile(
    rf"(?<![a-zæøå]){_DONE}es(?![a-zæøå])"
    r"|\b(?:arbejdes (?:der )?videre|følges (?:der )?op"
    r"|overføres til (?:næste|et kommende) møde|på igen|vende[rs]? tilbage"
    r"|lægges (?:\S{1,30} ){0,5}?op til)\b"
    r"|\b(?:foretages|varetages|udføres|håndteres|uddeles|tildeles|administreres) af\b"
    r"|\b(?:forventes at|sigtes mod|stiles mod)\b"
    r"|\b(?:tages|rettes) (?:\S{1,20} )?(?:kontakt|henvendelse)\b|\ber tovholder\b"
    r"|\bfår (?:\S{1,20} ){0,2}?(?:status|opfølgning|orientering\w*|redegørelse\w*|oversigt\w*"
    r"|evaluering\w*|notat\w*|overblik\w*|oplæg\w*)\b"
    r"|\bfå (?:forelagt|fremlagt|præsenteret)\b"
    r"|\bskal (?:der )?(?:ske|foreligge|være klar|ligge klar|være færdig)\b"
    r"|\b(?:status|opfølgning|orientering|evaluering|tilbagemelding|afrapportering|redegørelse)(?:en)?"
    r" (?:gives|sker|kommer|følger|foretages)\b"
    r"|\bgives (?:\S{1,20} ){0,3}?(?:status|opfølgning|orientering|tilbagemelding|redegørelse)\b"
    r"|\bskal (?:\S{1,30} ){0,3}?[a-zæøå]{3,20}es\b|\bvil (?:\S{1,30} ){0,2}?blive [a-zæøå]{3,20}(?:t|et)\b"
)
# A promise when it says when, or before whom.
_WHEN = re.compile(
    r"\b(?:drøftes|drøfter|behandles|behandler|fortsættes|henvises|udsættes|udsætte|udsat"
    r"|udskydes|udskudt|genoptages|afventer|oversendes"
    r"|overgår|tages op|tages(?! til (?:efterretning|følge|orientering))|følger? (?:\S{1,20} )?op"
    r"|vende tilbage"
    r"|aftalt(?:e|es)?|sættes|kommer|er klar|(?<!står )færdig\w*"
    r"|afsluttes|besluttes|godkendes endeligt|træffes|foreligger|lanceres|gennemføres|offentliggøres"
    r"|skal være \S{3,30}(?:et|t)|afrapporteres|etableres|udrulles|opstartes|ibrugtages|startes|sættes i gang)\b"
)
_ASKED = re.compile(
    r"\b(?:beder?|bedes|bedt om|bad|anmode[rst]|anmodede|pålægger|pålægges|pålagde|pålagt|opfordre[rst]|opfordrede"
    r"|(?:får|fik) til opgave|ser gerne|ønsker(?! ikke)|ønskes|efterspørger)\b"
)
_LIST_OF_WHAT_COMES = re.compile(
    r"^(?:kommende|næste|følgende) (?:emne|tema|punkt|sag|møde|spørgsmål|opgave)\w*"
    r"|^(?:emner|temaer|opfølgning|opgaver)\b|aftalt(?:es)? følgende|^følgende (?:\S{1,20} ){0,2}aftalt"
)
# Sounds like a promise, but is left open, or tells what was.
_NOT_PROMISED = re.compile(
    r"\bkan (?:(?!ikke )\S{1,20} ){0,2}?(?:tages|drøftes|genoptages|optages|overvejes)\b|\bovervejes\b"
    r"|\b(?:noterede|noterer) sig\b|\bdrøftet,? (?:om|hvorvidt)\b|\b(?:eventuelt|evt\.|måske) senere\b"
    r"|\bblev (?!aftalt|besluttet|enige?\b|bedt|drøftet|godkendt|taget|foreslået|vedtaget|anmodet|pålagt|opfordret"
    r"|udsat|udskudt|det (?:aftalt|besluttet|vedtaget))"
    rf"|\bikke (?:\S{{1,20}} )?{_DONE}es\b|{_DONE}es ikke\b"
    r"|^(?:\S{1,30} ){1,4}?(?:tiltræder|godkender|godkendte|tiltrådte|anbefaler|støtter|besluttede|vedtog) ikke\b"
    r"|\ber (?:blevet |nu |allerede )?(?:udarbejdet|udsendt|afholdt|sendt|afsendt|sket|vedlagt|vedhæftet)"
    r"|\bhar (?:\S{1,20} )?(?:udarbejdet|været|fået|modtaget|ønsket|drøftet)"
)
# What stands behind tells what is waited for, which may well be told as done.
_CONDITION = re.compile(r"\b(?:når|afvent\w*|indtil|efter at)\b")
# What a board only advises another to do.
_ADVISED = re.compile(
    r"^(?:\S{1,30} ){1,5}?(?:anbefaler|indstiller|anbefalede|indstillede)(?: (?!idet)[^ ,]{1,30}){0,5},? at "
)
# Where the case goes is what was decided about it, not something that somebody owes.
_SENT_ON = re.compile(
    r"^(?:(?:sagen|punktet|forslaget|indstillingen) (?:\S{1,20} og )?)?"
    r"[a-zæøå]{0,7}sendes (?:tilbage|retur|videre|i|til)\b"
)
_NOTE = re.compile(
    r"(?:(?:Ansvarlige?|Tovholdere?): (?P<who>[A-ZÆØÅ][^.:;]{1,60})|(?:Frist|Deadline|Tidsfrist): .{1,60})\.?$"
)
_WHOSE = re.compile(r"(?P<whose>[a-zæøå-]{4,40}(?:et|en))s (?:næste|førstkommende|næstkommende) ")
_OWN_MEETING = re.compile(r"(?P<forum>[a-zæøå-]{2,30}?)s?[- ]?mød")
_PLACE = re.compile(r" i (\S+)$")
_MONTHS_AND_WEEKS = (*MONTHS, "uge", "år", "næste")
_ANY_BODY = frozenset(
    {
        "",
        "udvalg",
        "ordinære",
        "direktions",
        "bestyrelse",
        "næste",
        "førstkommende",
        "næstkommende",
        "det",
        "på",
        "til",
    }
)
_SHORTEST, _LONGEST = 12, 4_000


def commitments(text: str, said_on: date, body: str) -> tuple[Commitment, ...]:
    """What was promised in the decision `text` that `body` took on `said_on`, in the order of the text.

    Each one's text is a sentence or a bullet of the decision, word for word.
    """
    return promised_in(own_sentences(text), said_on, body) if len(text) >= _SHORTEST else ()


def promised_in(said: tuple[Sentence, ...], said_on: date, body: str) -> tuple[Commitment, ...]:
    """What was promised in a decision's own sentences."""
    return tuple(_promised(said, said_on, body))


def _promised(said: tuple[Sentence, ...], said_on: date, body: str) -> Iterator[Commitment]:
    leading, leader = False, None
    last: Commitment | None = None
    for sentence in said:
        low = sentence.low[:_LONGEST]
        if last and (told := _NOTE.match(sentence.flat)):
            last = _with_note(last, told, said_on)
            continue
        if last:
            yield last
        task = sentence.bullet and leading
        due = _due(sentence, low, said_on, body, task=task)
        who = promiser(sentence.flat, body) if due is not None else None
        last = None if due is None else Commitment(sentence.text, who or (leader if task else None), due)
        if not sentence.bullet:
            leader = who
            leading = low[-1:] not in ".!?" and (due is not None or bool(_LIST_OF_WHAT_COMES.search(low)))
    if last:
        yield last


def _with_note(promise: Commitment, told: re.Match[str], said_on: date) -> Commitment:
    """The promise with what a note behind it adds: "Ansvarlig: Ida Holm. Frist: 1. april."."""
    if told["who"]:
        return replace(promise, who=promise.who or told["who"].rstrip("."))
    due = deadlines(told[0], said_on)
    return promise if promise.due.kind is not DueKind.NONE else replace(promise, due=due)


def _due(sentence: Sentence, low: str, said_on: date, body: str, *, task: bool) -> Due | None:
    """When the sentence promises something for; None when it promises nothing."""
    if not task and not _may_promise(low):
        return None
    plain = task or bool(_WHEN.search(low)) or _promises(sentence, low, body)
    if not plain and not acts(sentence.flat, ""):
        return None
    due = deadlines(sentence.text, said_on)
    # What the board itself will do is a promise when it says by when.
    if not plain and due.kind in (DueKind.NONE, DueKind.EVENT):
        return None
    timeless = due.kind is DueKind.NONE
    settled = timeless and (is_earlier(low) or _ADVISED.search(low) or _SENT_ON.search(low))
    if not task and timeless and (settled or not _promises(sentence, low, body)):
        return None
    return _for_body(due, body)


def _may_promise(low: str) -> bool:
    if len(low) < _SHORTEST:
        return False
    return not (_NOT_PROMISED.search(low) and _NOT_PROMISED.search(_CONDITION.split(low, 1)[0]))


def _promises(sentence: Sentence, low: str, body: str) -> bool:
    """Whether it promises even without saying when."""
    return bool(_WILL_BE.search(low) or _ASKED.search(low)) or acts(sentence.flat, body)


def _for_body(due: Due, body: str) -> Due:
    """Another body's next meeting is a coming meeting, not this one's next."""
    if due.kind is not DueKind.NEXT_MEETING or _is_own(due.phrase.lower(), body.lower()):
        return due
    return replace(due, kind=DueKind.COMING_MEETING)


def _is_own(phrase: str, body: str) -> bool:
    """Whether the meeting named is the body's: "næste møde", "næste direktionsmøde", "næste møde i Direktionen"."""
    place = _PLACE.search(phrase)
    if place and place[1] not in ("udvalget", *_MONTHS_AND_WEEKS) and place[1][:5] != body[:5]:
        return False
    if whose := _WHOSE.search(phrase):
        return whose["whose"] in body
    match = _OWN_MEETING.search(phrase)
    forum = match["forum"] if match else ""
    return forum in _ANY_BODY or body[:5] == forum[:5] or (forum == "kb" and body.startswith("kommunal"))
