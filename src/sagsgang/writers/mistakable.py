"""Which lines of a text a reader would take for something else: a heading, a label, a page number."""

import re
from collections.abc import Collection
from difflib import get_close_matches

# The headings and labels of the layout that `plain` writes, as readers know them.
_LISTED = (
    "åbent referat|åben referat|åben dagsorden|beslutningsprotokol|åben beslutningsprotokol|"
    "beslutningsreferat|tillægsreferat|tillægsdagsorden|dagsorden til møde|beslutninger fra mødet|referat|"
    "dagsorden|udvalg|møde|mødeforum|mødedato|dato|mødedag|tidspunkt|mødetidspunkt|mødetid|starttidspunkt|"
    "mødestart|starttidspunkt for møde|sluttidspunkt|sluttidspunkt for møde|mødet hævet|mødet slut|"
    "mødet sluttede|mødet slut kl|mødet hævet kl|mødet sluttede kl|mødested|sted|lokale|lokation|"
    "mødelokale|medlemmer|deltagere|mødedeltagere|tilstede|til stede|afbud|afbud fra|fraværende|"
    "fraværende med afbud|ikke til stede|deltog ikke|ikke tilstede|bemærkninger|"
    "bemærkninger til dagsordenen|bemærkninger/ændringer til dagsordenen|indholdsfortegnelse|punkter|"
    "punkter på dagsordenen|dagsordenspunkter|sagsoversigt|indhold|oversigt over sager|"
    "følgende sager behandles på mødet|åbent|åben|åben sag|åbent punkt|åbent møde|lukket|lukket sag|"
    "lukket punkt|lukket møde|sagstype|behandling|kompetence|beslutningskompetence|"
    "resume og sagens baggrund|resumé og sagens baggrund|resume|resumé|indstillinger|indstilling|"
    "sagsfremstilling|økonomiske konsekvenser|økonomiske og personalemæssige konsekvenser|lovgrundlag|"
    "retsgrundlag|personalemæssige konsekvenser|klima- og miljømæssige konsekvenser|"
    "miljømæssige konsekvenser|sundhedsmæssige konsekvenser|konsekvenser for børn og unge|"
    "inddragelse og høring|bilag|tidligere behandlet|underskriftsark|underskrifter|underskriftsside"
)
WORDS = frozenset(_LISTED.split("|"))
_LONGEST = max(map(len, WORDS)) + 3
# One letter wrong in five, two in eight: what readers forgive.
_LIKE = 0.75
_PATTERN = re.compile(
    r"(?:Punkt {1,2}\d|Side \d|[-–— ]*\d{1,4}[-–— ]*$|\d{1,2}-\d{1,2}-\d{4} |REFERAT|DAGSORDEN|Lukket"
    r"|Møde(?:dato|sted)|Sagsnr|J\.? ?nr|Dok(?:ument)?\.?nr|Administrativ|[^:]{3,80} m[øo]de,? (?:den|d\.) \d)"
)
# A title shorter than this is too common a word to be known by its beginning.
_TELLING = 12
_SIGNS = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"(?:Punkt )?\d{1,4}[.: ] ?")


def mistakable(line: str, titles: Collection[str]) -> bool:
    """Whether `line`, alone, looks like anything but text in a paper whose items have `titles`.

    It says yes to a line two letters off a heading too, since readers forgive scanners as much.
    """
    return bool(_PATTERN.match(line)) or _is_near_a_word(line) or _says_a_title(line, titles)


def _is_near_a_word(line: str) -> bool:
    word = line.strip(" .:").lower()
    return word in WORDS or (len(word) < _LONGEST and bool(get_close_matches(word, WORDS, 1, _LIKE)))


def _says_a_title(line: str, titles: Collection[str]) -> bool:
    said = _squeezed(_NUMBER.sub("", line, count=1))
    return any(_alike(said, _squeezed(title)) for title in titles)


def _alike(said: str, title: str) -> bool:
    """The same, or either the beginning of the other: titles are cut and go on."""
    if min(len(said), len(title)) <= _TELLING:
        return said == title != ""
    return said.startswith(title) or title.startswith(said)


def _squeezed(text: str) -> str:
    return _SIGNS.sub("", text).casefold()
