"""Danish compounds and their parts: "gevinstrealiseringen" is "gevinst" and "realiseringen"."""

from collections.abc import Callable
from typing import NamedTuple

MIN_COMPOUND = 7
MAX_COMPOUND = 45
MAX_PART = 25
MAX_SHORT = 3

# Short words that do stand first or last in compounds. Other words of three letters are mostly endings or chance.
_SHORT = """
bad bil bro bus by bør dag dyr fag far fly fod fælg gas gæld hal hav hus hår job jul kor kro køb kød køn led leg
lov luft lys lyd løb løn mad mål man mor mus mur nat nød olie ord por pris rum rør råd sag salg sats ski skat
sti sol syn sø tab tag tal tid tog træ tur tv ung uge vej vin år øre øko
"""
SHORT = frozenset(_SHORT.split())
# Endings and beginnings that are words of the dictionary too, by chance. As parts they mean nothing.
_NOT_PARTS = """
ager agere ande anden andet bare dele deres efter elig elige elle eller els else elsen elser elserne elses ende
enden ender endes ens ere eren eres eret ering erne ernes ette fore frem gennem giver givere gives hed heden
hedens heder hederne heds helst ikke imod inde inden inge ingen inger ingers ings ion ionen ioner ionerne ions
ise isk iske kendelse let lig lige ligere ligeste lighed ligheder ligning ligt løs løse løst mellem nede oppe
over rede reder redes rende rene rere rest rets rette ring ringe ringen ringer ringerne rings sande sele selen
selse sene sens siger sion skab skaber skabet skabs ske sker skes ster stes stre tager tagere tages tede tedes
tele tere terede teret terne tet tets tion tive tivt ude under vise vist willige
"""
NOT_PARTS = frozenset(_NOT_PARTS.split())


class _Path(NamedTuple):
    cost: int
    parts: tuple[str, ...]


def split(word: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """The parts of a compound in small letters, without linking s and e; () when it is not one.

    The fewest parts win, then the split with the fewest linking letters, then the longest first part. A part
    must be `known`. Time is bounded: words over 45 letters are not split.
    """
    if not MIN_COMPOUND <= len(word) <= MAX_COMPOUND or not word.isalpha():
        return ()
    paths: dict[int, _Path] = {0: _Path(0, ())}
    for start in range(len(word) - 1):
        if start in paths:
            _extend(word, start, paths, known)
    return paths[len(word)].parts if len(word) in paths else ()


def _extend(word: str, start: int, paths: dict[int, _Path], known: Callable[[str], bool]) -> None:
    """Add to `paths` every place that a part from `start` on leads to."""
    cost, parts = paths[start]
    for end in range(min(len(word), start + MAX_PART), start + 1, -1):
        part = word[start:end]
        # This is the innermost loop of indexing: what costs least is asked first, and without a call.
        if part in NOT_PARTS if end - start > MAX_SHORT else part not in SHORT:
            continue
        if end - start == len(word) or not known(part):
            continue
        for link in _links(word, end):
            path = _Path(cost + 10 + (1 if link else 0), (*parts, part))
            place = end + len(link)
            if place not in paths or path.cost < paths[place].cost:
                paths[place] = path


def _links(word: str, end: int) -> tuple[str, ...]:
    """What may stand between the part that ends at `end` and the next one."""
    if end == len(word):
        return ("",)
    return ("", word[end]) if word[end] in "se" and end + 2 < len(word) else ("",)
