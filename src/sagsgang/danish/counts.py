"""A number of things that a text says it lists, against how many it lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sagsgang.danish.mismatch import Mismatch

_WORDS = "to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tyve"
_VALUES = {word: number for number, word in enumerate(_WORDS.split("|"), 2)}
_COUNT = rf"(?:[0-9]{{1,2}}|{_WORDS})"
_ADJECTIVES = r"(?:[a-zæøå]{3,20}(?:ede|ige|ete|ske|rne|lle|nde|tte|are|re|le|te|ne|ve) ){0,2}"
# Words for the things a list is made of; others ("3 møder", "12 projektledere") may stand in the sentence by chance.
_THING = (
    r"[a-zæøå-]{0,24}(?:temaer|punkter|emner|processer|indsatser|områder|spor|mål|målsætninger|faser|etaper|initiativer"
    r"|forslag|kriterier|principper|modeller|muligheder|scenarier|løsninger|anbefalinger|opgaver|projekter|trin|dele"
    r"|spørgsmål|formål|elementer|bilag|betingelser|forhold|krav|værdier|indikatorer|tiltag|hensyn|årsager|pejlemærker)"
)
_LIST_LEAD = re.compile(
    rf"(?:\b(?:[Ff]ølgende|[Ff]lg\.) (?P<following>{_COUNT}) {_ADJECTIVES}[a-zæøå-]{{3,30}}"
    rf"|\b(?P<next>{_COUNT}) følgende [a-zæøå-]{{3,30}}"
    rf"|\b(?P<last>{_COUNT}) {_ADJECTIVES}{_THING})(?P<rest>[^.:;]{{0,120}}):$"
)
_TWO_KINDS = re.compile(
    rf"\b(?P<one>{_COUNT}) {_ADJECTIVES}(?P<thing>{_THING})\b[^.;:]{{0,160}}?\b(?:samt|og) (?P<other>{_COUNT}) "
    rf"{_ADJECTIVES}(?P=thing)\b[^.;]{{0,120}}:$"
)
# "10 indsatser, hvoraf 6 er fra kataloget og 5 er nye"
_OF_WHICH = re.compile(
    rf"\b(?P<whole>{_COUNT}) {_ADJECTIVES}(?P<thing>{_THING}),? (?:hvoraf|heraf) (?:de )?(?P<one>{_COUNT}) "
    rf"[^.;:0-9\n]{{1,80}}?\b(?:og|samt|mens) (?:de )?(?:øvrige |resterende )?(?P<other>{_COUNT}) "
    r"(?:er|var|har|kommer)\b"
)
_PARTS = re.compile(rf"raf (?:de )?{_COUNT} ")
# "9 indsatser. De er fordelt på tre områder:"
_SPREAD = re.compile(
    rf"\b(?P<one>{_COUNT}) {_ADJECTIVES}(?P<thing>{_THING})\b[^:;]{{0,120}}?"
    r"\b(?:fordel|delt|opdel|inddel|gruppere|samlet)\w{0,6}(?: sig)? (?:på|i|under|mellem)\b[^.;:]{0,80}:$"
)
_SOME_ONLY = re.compile(
    r"\b(?:bl\.? ?a|blandt andet|herunder|fx|f\.? ?eks|eksempelvis|primært|(?<!hver )især|hvoraf|mindst)\b"
)
_COUNTS = re.compile(rf"\b{_COUNT} ")
# After "4 processer": nothing, or what is said about them; no other number and no "følgende" of its own.
_BELONGS = re.compile(
    r"(?:,? (?:som|der|hvor|i|for|til|på|inden for|under|vedr\.|vedrørende|med|om)\b"
    r"(?!.*(?:følgende|flg\.|[0-9])).*)?"
)
_UNITS = re.compile(r"\b(?:kr|mio|pct|år|måned|uge|dag|time|minut|km|gang|stk)[a-zæøå]{0,4}\b")
_BULLET = re.compile(r"(?P<indent>[ \t]*)(?:[-–·•*]|[0-9a-h]{1,2}[.)])[ \t]+(?P<text>\S.*)")
_SUB_BULLET = re.compile(r"o[ \t]")
_NAME = r"[A-ZÆØÅ][A-Za-zÆØÅæøå-]{1,24}(?: [A-ZÆØÅ][A-Za-zÆØÅæøå-]{1,24}){0,2}"
_NAMES = re.compile(
    rf"\b(?P<count>{_COUNT}) (?P<noun>{_ADJECTIVES}[a-zæøå]{{4,24}})(?P<middle>[^.:;0-9]{{0,100}}?)"
    rf"(?P<mark> er|:|, nemlig| \(|,) ?(?P<names>{_NAME}(?:, {_NAME}){{0,30}},? (?:og|samt) {_NAME})(?=[.,;)]|\s*$)",
    re.MULTILINE,
)
# "Gruppen består af fem: Ida, Per, Bo"
_CONSISTS = re.compile(
    rf"\bbestår af (?P<count>{_COUNT})(?: {_ADJECTIVES}(?P<noun>[a-zæøå]{{4,24}}))?: ?"
    rf"(?P<names>{_NAME}(?:, {_NAME}){{1,30}})(?=[.;]|\s*$)",
    re.MULTILINE,
)
# Spares most texts the search above.
_ROW_OF_NAMES = re.compile(r", [A-ZÆØÅ][A-Za-zÆØÅæøå -]{1,60}(?:, | og | samt )[A-ZÆØÅ]")
# "De fire afdelinger, Plan, Byg, Vej og Natur, deltager"
_ALL_OF_THEM = re.compile(r"\b[Dd]e $")
_MOST_GROUPS = 30
_AND = re.compile(r",? (?:og|samt) |, ")


@dataclass(frozen=True, slots=True)
class _Listed:
    """A line that ends with a colon, the bullets right below it, and the groups of them that follow."""

    lead: str
    bullets: tuple[str, ...]
    nested: int
    groups: tuple[tuple[str, ...], ...]

    @property
    def all_bullets(self) -> tuple[str, ...]:
        """The bullets of the groups too."""
        return (*self.bullets, *(bullet for group in self.groups for bullet in group))

    @property
    def sizes(self) -> set[int]:
        """Whatever a number in the lead may count."""
        direct = {len(self.bullets), self.nested, self.nested + len(self.bullets)}
        return direct | {len(self.groups), len(self.all_bullets)}


def count_mismatches(text: str) -> Iterator[Mismatch]:
    """Lists under "følgende tre punkter:" with another number of points, and names in a row against their number."""
    if ":\n" in text:
        for listed in _lists(text.split("\n")):
            yield from _list_mismatch(listed)
    for match in _OF_WHICH.finditer(text) if _PARTS.search(text) else ():
        parts = _number(match["one"]) + _number(match["other"])
        if parts > _number(match["whole"]):
            yield Mismatch("count_differs", f"{match['whole']} {match['thing']}", str(parts), (match[0],))
    if _ROW_OF_NAMES.search(text):
        yield from _name_mismatches(text)


def _name_mismatches(text: str) -> Iterator[Mismatch]:
    for match in _CONSISTS.finditer(text):
        names = _AND.split(match["names"])
        if _number(match["count"]) != len(names):
            said = f"{match['count']} {match['noun'] or ''}".strip()
            yield Mismatch("count_differs", said, str(len(names)), (match[0].strip(),))
    for match in _NAMES.finditer(text):
        names = _AND.split(match["names"])
        if match["mark"] == "," and not _ALL_OF_THEM.search(text, max(0, match.start() - 3), match.start()):
            continue
        if _number(match["count"]) != len(names) and not _SOME_ONLY.search(match["middle"]):
            yield Mismatch("count_differs", f"{match['count']} {match['noun']}", str(len(names)), (match[0].strip(),))


def _list_mismatch(listed: _Listed) -> Iterator[Mismatch]:
    lead = listed.lead
    if match := _TWO_KINDS.search(lead):
        said = f"{match['one']} + {match['other']} {match['thing']}"
        yield from _against(_number(match["one"]) + _number(match["other"]), said, listed.all_bullets, lead)
    elif listed.groups and not listed.bullets and (match := _SPREAD.search(lead)):
        yield from _against(_number(match["one"]), f"{match['one']} {match['thing']}", listed.all_bullets, lead)
    elif (match := _last(_LIST_LEAD, lead)) and not _SOME_ONLY.search(lead) and not _is_by_chance(match):
        stated = _number(match["following"] or match["next"] or match["last"])
        said = match[0].removesuffix(match["rest"] + ":")
        if stated not in listed.sizes:
            yield from _against(stated, said, listed.bullets or listed.all_bullets, lead)


def _against(stated: int, said: str, counted: Sequence[str], lead: str) -> Iterator[Mismatch]:
    if stated != len(counted):
        yield Mismatch("count_differs", said, str(len(counted)), (lead, *counted))


def _is_by_chance(match: re.Match[str]) -> bool:
    """Whether the number belongs to something else than the list: a unit, or what the sentence said before."""
    if _UNITS.search(match[0].removesuffix(match["rest"] + ":")):
        return True
    return bool(match["last"]) and not _BELONGS.fullmatch(match["rest"])


def _last(pattern: re.Pattern[str], line: str) -> re.Match[str] | None:
    """The match in the line's last sentence."""
    return max(pattern.finditer(line), key=lambda match: match.start(), default=None)


def _lists(lines: Sequence[str]) -> Iterator[_Listed]:
    for at, line in enumerate(lines):
        if line.endswith(":") and " " in line and not _BULLET.match(line) and _COUNTS.search(line):
            bullets, nested, end = _bullets(lines, at + 1)
            if bullets or _is_group_head(lines, at + 1):
                yield _Listed(line.strip(), bullets, nested, tuple(_groups(lines, end)))


def _bullets(lines: Sequence[str], at: int) -> tuple[tuple[str, ...], int, int]:
    """The bullets from a line on, how many are nested below them, and the line after."""
    found: list[str] = []
    nested, outer = 0, -1
    while at < len(lines):
        match = _BULLET.match(lines[at])
        if match:
            indent = len(match["indent"])
            outer = indent if outer < 0 else outer
            if indent > outer or _SUB_BULLET.match(match["text"]):
                nested += 1
            else:
                found.append(match["text"].strip())
        elif _SUB_BULLET.match(lines[at].strip()):
            nested += 1
        elif lines[at].strip() and not _is_wrapped(lines, at, found):
            break
        at += 1
    return tuple(found), nested, at


def _is_wrapped(lines: Sequence[str], at: int, found: list[str]) -> bool:
    """Whether the line goes on with the bullet right above it."""
    return bool(found) and bool(lines[at - 1].strip()) and not lines[at].rstrip().endswith(":")


def _groups(lines: Sequence[str], at: int) -> Iterator[tuple[str, ...]]:
    """The bullets under the short headings with a colon that follow a list, as long as they follow."""
    for _ in range(_MOST_GROUPS):
        if not _is_group_head(lines, at):
            return
        at = next(line for line in range(at, len(lines)) if lines[line].strip()) + 1
        bullets, _, at = _bullets(lines, at)
        yield bullets


def _is_group_head(lines: Sequence[str], at: int) -> bool:
    following = [line.strip() for line in lines[at : at + 4] if line.strip()][:2]
    return (
        len(following) == 2
        and len(following[0]) < 60
        and following[0].endswith(":")
        and bool(_BULLET.match(following[1]))
    )


def _number(word: str) -> int:
    return _VALUES.get(word) or int(word)
