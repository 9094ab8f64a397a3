"""Which lines of a text a reader would take for something else: a heading, a label, a page number."""

import re
from collections.abc import Collection

from sagsgang.danish.spelling import distance_within, slack

# The headings and labels of the layout that `plain` writes, as readers know them.
_LISTED = (
    "åbent referat|åben referat|åben dagsorden|beslutningsprotokol|åben beslutningsprotokol|"
    "beslutningsreferat|tillægsreferat|tillægsdagsorden|dagsorden til møde|beslutninger fra mødet|referat|"
    "dagsorden|udvalg|møde|mødeforum|mødedato|dato|mødedag|tid|tidspunkt|mødetidspunkt|mødetid|starttidspunkt|"
    "mødestart|starttidspunkt for møde|sluttidspunkt|sluttidspunkt for møde|mødet hævet|mødet slut|"
    "mødet sluttede|mødet slut kl|mødet hævet kl|mødet sluttede kl|mødested|sted|lokale|lokation|"
    "mødelokale|medlemmer|deltagere|mødedeltagere|tilstede|til stede|afbud|afbud fra|fraværende|"
    "fraværende med afbud|ikke til stede|deltog ikke|ikke tilstede|bemærkninger|"
    "bemærkninger til dagsordenen|bemærkninger/ændringer til dagsordenen|indholdsfortegnelse|punkter|"
    "punkter på dagsordenen|dagsordenspunkter|sagsoversigt|indhold|oversigt over sager|"
    "følgende sager behandles på mødet|åbent|åben|åben sag|åbent punkt|åbent møde|åbent.|aabent|lukket|lukket sag|"
    "lukket.|lukket punkt|lukket møde|sagstype|behandling|kompetence|beslutningskompetence|"
    "resume og sagens baggrund|resumé og sagens baggrund|resume|resumé|indstillinger|indstilling|"
    "sagsfremstilling|økonomiske konsekvenser|økonomiske og personalemæssige konsekvenser|lovgrundlag|"
    "retsgrundlag|personalemæssige konsekvenser|klima- og miljømæssige konsekvenser|"
    "miljømæssige konsekvenser|sundhedsmæssige konsekvenser|konsekvenser for børn og unge|"
    "inddragelse og høring|høring|videre proces|tidligere behandling|kommunikation|vurdering|"
    "administrationens vurdering|sagsbehandler|bilag|tidligere behandlet|underskriftsark|underskrifter|"
    "underskriftsside|resume og baggrund|sagens baggrund og resume|økonomisk konsekvens"
)
WORDS = frozenset(_LISTED.split("|"))
_LISTED_LABELS = (
    "mødedato|dato|mødedag|tid|tidspunkt|mødetidspunkt|mødetid|starttidspunkt|mødestart|sluttidspunkt|mødet hævet|"
    "mødet slut|mødet sluttede|mødested|sted|lokale|lokation|mødelokale"
)
_LABELS = frozenset(_LISTED_LABELS.split("|"))
_LONGEST = max(map(len, WORDS)) + 2
_SENTENCE_ENDS = (".", ",", ";", "?", "!")
_MARK = r"\u2060|~~~$|[*_].{2,}[*_]$|[-_=–—]{3,}$|-(?: -){2,}$|[*_](?: ?[*_]){2,}$"
_PAGE = (
    r"(?:side|s\.|page)\s?\d|\[\d{1,3}\]$|.{1,90}side \d{1,3}(?: ?(?:af|/) ?\d{1,3})?$"
    r"|[-–— ]*\d{1,4}[-–— ]*$|\d{1,4} ?(?:/|af) ?\d{1,4}$"
)
_ITEM = (
    r"p\w{1,3} ?\w{1,4}\.?(?: nr\.?)? {0,2}\d{1,4}[a-z]?(?:\s?[:;.]| (?-i:[A-ZÆØÅ0-9\"”»]))"
    r"|(?:\S+ )?r ?e ?f ?e ?r ?a ?t:? |dagsorden |lukket"
)
_NUMBERS = (
    r"(?:åbe\w{1,2} |)(?:(?:acadre )?[s5]ags?\.? ?(?:nr|nummer|id)\b|sag \d\d|j[.,]? ?nr|journalnr"
    r"|dok(?:ument)?\.? ?(?:nr|nummer)\b|dok\. ?\d|(?:sags)?initialer)|\d[\da-z]*[-/.][\da-z./-]{2,30}$"
)
_BOARD = r"(?:direktion|udvalg|råd|bestyrelse|nævn|ledelse|gruppe|kommission|magistrat|forum|forsamling)"
_DECISION = (
    r"beslutning .{3,90}\d{4}:?$|\w[^:\d]{2,80}, .{6,30} pkt\. \d{1,4}:?$|\d{1,2}-\d{1,2}-\d{4} |administrativ"
    r"|[^:]{3,80} m[øo]de,? (?:\w+ )?(?:den|d\.)? {0,2}\d"
    r"|[^:\d]{3,80}[s'] beslutning(?:er)?(?:[ :]*$|,? (?:den |d\. )?\d)"
    rf"|(?=[^:\d]{{0,80}}{_BOARD})[^:\d]{{3,80}} (?:den|d\.) \d[^:]{{4,25}}:"
    rf"|(?:beslutning(?:er)?|afgørelse|økonomi)[ :]*$|sagstype \S|behandling .{{0,80}}{_BOARD}"
)
# Any mark that says closed, behind a label or in brackets too.
_CLOSED = r".{0,45}(?:lukke[td]|fortrolig|offentlig|person(?:ale)?sag).{0,40}$"
_CONSEQUENCES = r".{0,60}(?:konsekvenser|grundlag)[ :]*$"
_PATTERN = re.compile("|".join((_MARK, _PAGE, _ITEM, _NUMBERS, _DECISION, _CLOSED, _CONSEQUENCES)), re.IGNORECASE)
# How many of them there are: "Bilag (3)".
_COUNT = re.compile(r" ?\(\d{1,2}(?: stk\.?)?\)$")
_POINT = "- "
_PAGE_NUMBER = re.compile(r"- \d{1,3} ?-?$")
# A title shorter than this is too common a word to be known by its beginning.
_TELLING = 12
_SIGNS = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"^(?:Punkt )?\d{1,4}[.: ] ?")


def mistakable(line: str, titles: Collection[str]) -> bool:
    """Whether `line`, alone, looks like anything but text in a paper whose items have `titles`.

    It says yes to a line two letters off a heading too, since readers forgive scanners as much.
    """
    if line.startswith(_POINT):
        return bool(_PAGE_NUMBER.match(line)) or _says_a_title(line[len(_POINT) :], titles)
    return (
        line.isdigit()
        or bool(_PATTERN.match(line))
        or _is_near_a_word(line)
        or _is_label(line)
        or _says_a_title(line, titles)
    )


def _is_near_a_word(line: str) -> bool:
    whole = () if line.endswith(_SENTENCE_ENDS) else (line,)
    bare = _COUNT.sub("", line.lower()).rstrip(" .:")
    labels = (line.partition(sign)[0] for sign in ":\t" if sign in line)
    return bare in WORDS or line.lower() in WORDS or any(_near(part, WORDS) for part in (*whole, *labels))


def _is_label(line: str) -> bool:
    """Whether `line` begins with the name of a fact that may stand before it without a colon."""
    words = line.split(maxsplit=2)
    return any(_near(" ".join(words[:count]), _LABELS) for count in range(1, len(words)))


def _near(text: str, words: Collection[str]) -> bool:
    word = text.strip(" :").lower()
    return word in words or (
        len(word) <= _LONGEST and any(slack(known) and distance_within(word, known, slack(known)) for known in words)
    )


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
