"""What a board decided: the words of a decision as an outcome, and the promises in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sagsgang.danish.deadlines import Due
from sagsgang.danish.outcome_kinds import APPROVALS, OutcomeKind
from sagsgang.danish.sentences import Sentence, flatten
from sagsgang.danish.slips import mend
from sagsgang.danish.verdicts import Verdict, verdict
from sagsgang.danish.votes import own_sentences

__all__ = ["Commitment", "Outcome", "OutcomeKind", "PointOutcome", "classify", "notes_nothing"]


@dataclass(frozen=True, slots=True)
class PointOutcome:
    """The outcome of one recommendation point, by the point's number as printed."""

    number: str
    outcome: OutcomeKind


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision came to. `confidence` runs from 0 (a guess) to 1 (said in so many words)."""

    primary: OutcomeKind
    secondary: tuple[OutcomeKind, ...] = ()
    points: tuple[PointOutcome, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise found in a decision: the exact words, who (None when nobody is named), and when."""

    text: str
    who: str | None
    due: Due


_K = OutcomeKind
_NOTHING = Outcome(_K.NONE)
_UNKNOWN = Outcome(_K.NONE, confidence=0.3)
_FORMULAS = {
    "": _NOTHING,
    "ingen": _NOTHING,
    "intet": _NOTHING,
    "ingen bemærkninger": _NOTHING,
    "der var ingen meddelelser": _NOTHING,
    "ja": Outcome(_K.APPROVED),
    "nej": Outcome(_K.REJECTED),
    "enig": Outcome(_K.APPROVED),
    "godkendt": Outcome(_K.APPROVED),
    "vedtaget": Outcome(_K.APPROVED),
    "tiltrådt": Outcome(_K.APPROVED),
    "anbefales": Outcome(_K.RECOMMENDED),
    "drøftet": Outcome(_K.DISCUSSED),
    "drøftedes": Outcome(_K.DISCUSSED),
    "taget til efterretning": Outcome(_K.NOTED),
    "til efterretning": Outcome(_K.NOTED),
    "udsat": Outcome(_K.POSTPONED),
}
# The last body of a route has nobody left to recommend to.
_ODD_RECOMMENDATION = 0.7
_HELD_BACK = frozenset({_K.POSTPONED, _K.REJECTED, _K.SENT_BACK, _K.WITHDRAWN})
_HINTED = 0.6
_LONGEST = 400
_MARKS = " .-–—*·"
# "Som Økonomiudvalget": what the body before it came to, which it only passes on.
_AS_ANOTHER = re.compile(r"som (?:[a-zæøå-]{1,30},? ){0,5}[a-zæøå-]{0,30}(?:udvalget|rådet|direktionen|bestyrelsen)$")
# "De to andre ansøgere får afslag": said of others than the first sentence spoke of.
_THE_REST = re.compile(r"(?:\S{1,30} ){0,3}(?:andre|øvrige|resterende|resten)\b")
# What shall be done, where no word decides: "Der etableres to bump", "Grunden udbydes til salg".
_ACTS = re.compile(
    r"(?!hvis |når |såfremt )(?:[^\s,]{1,30} ){1,6}?"
    r"(?:etableres|opsættes|anlægges|indkøbes|opføres|indføres|afsættes|oprettes|indgås|ansættes|opslås|genbesættes"
    r"|annulleres|sælges|udbydes|opsiges|forlænges|fordeles|nedlægges|ændres|flyttes|nedrives)\b"
)
_GUESSED = 0.4
_RESERVES = re.compile(r"(?:\S{1,30} ){0,2}dog\b")


def classify(text: str, *, last_body: bool | None = None, number: str | None = None) -> Outcome:
    """What the decision `text` came to: the first deciding sentence says it, the others stand as secondary.

    `last_body` says whether the route ends here, `number` is the item's own (for "Punkt 15 udgår").
    A text in which nothing decides is NONE with a confidence under 0.5.
    """
    return formula(text, last_body=last_body) or outcome_of(own_sentences(text, number), last_body=last_body)


def notes_nothing(text: str) -> bool:
    """Whether a decision is empty, or only the mark that stands for one: "-", "–", "—", "-."."""
    return not text.strip().strip(_MARKS)


def formula(text: str, *, last_body: bool | None = None) -> Outcome | None:
    """The outcome of a decision that is one set phrase and nothing else; None when it is not."""
    if len(text) > _LONGEST:
        return None
    low = flatten(text).lower().strip(_MARKS)
    if _AS_ANOTHER.match(low):
        return Outcome(_K.APPROVED if last_body else _K.RECOMMENDED, confidence=_HINTED)
    outcome = _FORMULAS.get(low)
    return _weighed(outcome, last_body) if outcome else None


def outcome_of(said: tuple[Sentence, ...], *, last_body: bool | None = None) -> Outcome:
    """The outcome of a decision's own sentences."""
    found = list(_verdicts(said))
    deciding = [(sentence, one) for sentence, one in found if not one.earlier and one.kinds[0] is not _K.NONE]
    chosen = _without_reports(deciding) or found or list(_misread(said)) or list(_acted(said))
    return _weighed(_merged(chosen), last_body) if chosen else _UNKNOWN


def _without_reports(deciding: list[tuple[Sentence, Verdict]]) -> list[tuple[Sentence, Verdict]]:
    """Without what was only shown before the board decided: "Planen blev gennemgået. Godkendt."."""
    said = next((at for at, (_, one) in enumerate(deciding) if not _is_report(one)), 0)
    return deciding[said + _is_undone(deciding[said:]) :]


def _is_undone(deciding: list[tuple[Sentence, Verdict]]) -> bool:
    """Whether a mere hint of a yes is sent back at once: "Der arbejdes videre. Et revideret udkast forelægges"."""
    if len(deciding) < 2:
        return False
    (_, first), (_, second) = deciding[:2]
    is_hint = first.kinds == (_K.APPROVED,) and first.confidence <= _HINTED
    return is_hint and second.kinds[0] is _K.SENT_BACK and second.confidence > _HINTED


def _is_report(one: Verdict) -> bool:
    return one.kinds[0] is _K.NOTED and one.confidence <= _HINTED


def _weighed(outcome: Outcome, last_body: bool | None) -> Outcome:
    if last_body and outcome.primary is _K.RECOMMENDED:
        return replace(outcome, confidence=min(outcome.confidence, _ODD_RECOMMENDATION))
    return outcome


def _verdicts(said: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, Verdict]]:
    for sentence in said:
        if one := verdict(sentence.low) or _quoted(sentence):
            yield sentence, one


def _misread(said: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, Verdict]]:
    """What the sentences decide once a scanner's slips are put right, which is never sure."""
    for sentence in said:
        mended = mend(sentence.low)
        one = verdict(mended) if mended != sentence.low else None
        if one and one.kinds[0] is not _K.NONE:
            yield sentence, replace(one, confidence=min(one.confidence, _HINTED))


def _acted(said: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, Verdict]]:
    """The sentences that say what shall be done, and so that it was agreed to: a guess."""
    for sentence in said:
        if _ACTS.match(sentence.low):
            yield sentence, Verdict((_K.APPROVED,), _GUESSED)


def _quoted(sentence: Sentence) -> Verdict | None:
    """A sentence that decides only inside quotation marks tells of another decision, or quotes its own words."""
    whole = sentence.flat.lower()
    one = verdict(whole) if whole != sentence.low else None
    return replace(one, earlier=True) if one else None


def _merged(found: list[tuple[Sentence, Verdict]]) -> Outcome:
    first = found[0][1]
    primary, confidence = first.kinds[0], min(first.confidence, 0.6) if first.earlier else first.confidence
    others = [*first.kinds[1:], *(kind for _, one in found[1:] for kind in one.kinds)]
    if primary is _K.APPROVED and len(found) > 1 and _RESERVES.match(found[1][0].low):
        primary = _K.APPROVED_PARTLY if _HELD_BACK.intersection(found[1][1].kinds) else _K.APPROVED_AMENDED
    if primary is _K.APPROVED and any(_refuses_rest(found[0][0], *one) for one in found[1:]):
        primary = _K.APPROVED_PARTLY
    points = dict(point for _, one in reversed(found) for point in one.points)
    if primary is _K.APPROVED and _HELD_BACK.intersection(points.values()):
        primary = _K.APPROVED_PARTLY
    return Outcome(primary, _secondary(primary, others), _in_order(points), confidence)


def _refuses_rest(first: Sentence, sentence: Sentence, one: Verdict) -> bool:
    """Whether a later sentence refuses others of the same: "Hus 1 godkendes. Hus 2 afvises" in two."""
    if _K.REJECTED not in one.kinds:
        return False
    word = sentence.low.partition(" ")[0]
    return bool(_THE_REST.match(sentence.low)) or (word.isalpha() and first.low.startswith(f"{word} "))


def _secondary(primary: OutcomeKind, others: list[OutcomeKind]) -> tuple[OutcomeKind, ...]:
    """The other classes once each; of several approvals the first says enough."""
    kept: list[OutcomeKind] = []
    for kind in others:
        same = {primary, *kept}
        if kind not in same and kind is not _K.NONE and not (kind in APPROVALS and same & APPROVALS):
            kept.append(kind)
    return tuple(kept)


def _in_order(points: dict[str, OutcomeKind]) -> tuple[PointOutcome, ...]:
    ordered = sorted(points, key=lambda number: (len(number) if number.isdigit() else 3, number))
    return tuple(PointOutcome(number, points[number]) for number in ordered)
