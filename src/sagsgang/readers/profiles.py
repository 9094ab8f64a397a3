"""The layouts known: the seeds' own (PolWeb), those of other municipal systems, and the fallback for the rest."""

import re

from sagsgang.readers.profile import ItemForm, Profile, Sign
from sagsgang.readers.roles import ALL_WORDS, CORE_WORDS, MEETING_WORDS, Role, table

_DATE = r"(?P<date>\d[^:,]{5,22}?)"
_REST = r"\s{0,3}(?::\s{0,3}(?P<rest>.*))?$"
# The term that some systems put behind a body's name: "Økonomiudvalget 2018-2021".
_TERM = r"(?:,? \(?(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d\)?)?"

# "Direktionens møde den 28. november 2016:"
MEETING_OF = re.compile(
    r"(?P<before>(?:beslutning(?:er|en)?|behandl(?:ing|et)|drøftelse|drøftet),? (?:på|i|fra|af) )?"
    r"(?P<body>[^:.;\d]{3,80}?)(?: (?:ekstra)?ordinære)?(?: |(?<=s))(?:m|rn)[øoe]de,?"
    r"(?: \w{3,4}dag)? {0,2}(?P<den>(?:den|d\.) {0,2})?(?P<date>\d[^:]{5,40}?)" + _REST,
    re.IGNORECASE,
)
_DECISIONS_OF = r"(?P<body>[A-ZÆØÅ][^:.;\d]{3,80}?)(?<=[sS']) (?:beslutning(?:er)?|BESLUTNING(?:ER)?)"
# "Direktionens beslutning den 28. november 2016:"
DECISION_OF = re.compile(_DECISIONS_OF + r",?(?: (?:den|DEN|d\.))? {0,2}(?P<date>\d[^:]{5,25}?)" + _REST)
# "REGIONSRÅDETS BESLUTNING", which may as well be a text's own line: only where no layout is known
DECISION_BY = re.compile(_DECISIONS_OF + r"(?P<date>)" + _REST)
# "Beslutning i Økonomiudvalget den 1. oktober 2018:", also without "i", also where a scan lost the date
DECISION_IN = re.compile(
    r"Beslutning(?:er|en)?,?(?: i| fra| af| truffet i| for)? (?P<body>[A-ZÆØÅ][^:\d]{2,80}?)"
    + _TERM
    + r" (?:den|d\.) {0,2}"
    r"(?P<date>\d[^:]{4,25}?)?" + _REST
)
# "Økonomiudvalget, 18. september 2019, pkt. 153:", "Kultur- og Idrætsudvalget, 03-04-2019, pkt. 44"
BODY_COMMA_DATE = re.compile(
    r"(?P<body>[A-ZÆØÅ][^:\d]{2,80}?)"
    + _TERM
    + r", (?:den |d\. )?"
    + _DATE
    + r"(?P<item>, (?:pkt|sag|punkt)\.? ?\d{1,4})?"
    + _REST
)
# "Børne- og Skoleudvalget den 6. november 2018:"
BODY_DEN_DATE = re.compile(
    r"(?P<body>[A-ZÆØÅ][^:\d]{2,80}?)" + _TERM + r" (?:den|d\.) " + _DATE + r"\s{0,3}:\s{0,3}(?P<rest>.*)$"
)
# "11-09-2019 Byrådet"
DATE_BODY = re.compile(r"(?P<date>\d{1,2}-\d{1,2}-\d{4}) (?P<body>[A-ZÆØÅ][^:\d]{2,80}?)" + _TERM + _REST)

_NUMBER = r"(?P<number>\d{1,4}[a-z]?)"
# The word may be a letter off in a scan, or short: the classifier checks it against "Punkt".
_PUNKT = r"(?P<word>\w{2,4} [^\W\d]{1,3}|\w{3,6})\.?(?: nr\.?)? {0,2}"
PUNKT = ItemForm(
    re.compile(
        _PUNKT + r"(?P<number>[\dlIOZ]{1,3}[a-z]?)(?:[ \t]?[:;.](?!\d)| [-–](?= )|(?= (?:Lukket|LUKKET)\b))"
        r"[ \t]{0,3}(?P<title>.*)$"
    ),
    "p",
)
# "Punkt 2 Stien" may be a sentence: only the title that stands again below it bears witness.
PUNKT_BARE = ItemForm(re.compile(_PUNKT + r"(?P<number>\d{1,3}[a-z]?) {1,3}(?P<title>[A-ZÆØÅ0-9\"”»].*)$"), "p")
# "4. 2. budgetopfølgning": a title may begin with a number of its own.
NUMBERED = ItemForm(re.compile(r"(?P<number>\d{1,4})(?:\. ?| )(?P<title>(?:[^\d\s.,]|(?<=\. )\d).*)$"), "0")
PADDED = ItemForm(re.compile(r"(?P<number>\d{1,4})\.? ?(?P<title>[A-ZÆØÅ\"”»].*)$"), "0")
# "Punkt 3 i aftalen" is a sentence: no title begins small.
PKT = ItemForm(
    re.compile(r"(?:Pkt|Punkt|PKT|PUNKT)\.? {0,2}" + _NUMBER + r"[:.]? {1,9}(?P<title>[^a-zæøå\s].*)$"),
    "p",
    sure=True,
)
NR_DASH = ItemForm(re.compile(r"Nr\. ?" + _NUMBER + r" ?[-–] ?(?P<title>.+)$"), "n", sure=True)
SAG_NR = ItemForm(re.compile(r"Sag nr\.? ?" + _NUMBER + r"[.:]?$"), "s", sure=True, title_before=True)
_TITLE = r"(?P<title>(?:[A-ZÆØÅ§\"”»(\[]|\d{1,2}\. )[^\n]*)$"
# Forms that no known layout has, by what stands around the number; one paper keeps to one of them.
FOREIGN = (
    ItemForm(re.compile(r"(?:Sag|Punkt|Pkt)\.? nr\.? ?" + _NUMBER + r" ?[-–:.] ?" + _TITLE, re.IGNORECASE), "sp"),
    ItemForm(re.compile(r"Sag " + _NUMBER + r" ?[-–:.] ?" + _TITLE, re.IGNORECASE), "s"),
    ItemForm(
        re.compile(r"Dagsorden(?:s|ens )punkt(?: nr\.?)? " + _NUMBER + r" ?[-–:.]? ?" + _TITLE, re.IGNORECASE), "d"
    ),
    ItemForm(re.compile(r"Ad\.? " + _NUMBER + r" ?[-–:.)]? ?" + _TITLE, re.IGNORECASE), "a"),
    ItemForm(re.compile(r"§ {0,2}" + _NUMBER + r" ?[-–:.)]? {0,9}" + _TITLE), "§"),
    ItemForm(re.compile(_NUMBER + r" ?[-–] ?" + _TITLE), "0"),
    ItemForm(re.compile(_NUMBER + r" ?\) ?" + _TITLE), "0"),
    ItemForm(re.compile(_NUMBER + r" ?: ?" + _TITLE), "0"),
    ItemForm(re.compile(_NUMBER + r"\.? ?\t ?" + _TITLE), "0"),
)
CASE_ID = ItemForm(re.compile(r"(?:Udskriv)? ?Sagsid\.?: ?(?P<rest>.*)$"), "su", sure=True, title_before=True)


def _sign(pattern: str, points: int = 1) -> Sign:
    return Sign(re.compile(pattern, re.MULTILINE), points)


_ALL = (MEETING_WORDS, ALL_WORDS)

L1 = Profile(
    name="L1",
    signs=(
        _sign(r"^\W{0,3}(?:Punkt|PUNKT) {0,2}\d{1,3}[a-z]? ?:", 3),
        _sign(r"^(?:REFERAT|DAGSORDEN|Referat|Dagsorden) \S.{0,60} d\. ?\d"),
        _sign(r"s møde den \d{1,2}\. ?\w+ \d{4}:"),
    ),
    words=table(MEETING_WORDS, CORE_WORDS),
    forms=(PUNKT, PUNKT_BARE, NUMBERED),
    decisions=(MEETING_OF, DECISION_IN, DECISION_OF),
    recovers=True,
    has_weak_headings=True,
)

L3 = Profile(
    name="L3",
    signs=(
        _sign(r"^\S.{2,60} [–-] (?:Referat|Dagsorden) [–-] \d", 2),
        _sign(r"^\d{1,3}\. ?\S.{0,150} \([BOD]\)$", 2),
        _sign(r"^(?:Sagsnr\.?|Sag):? .{3,30}Dok\.?(?:nr)?\.?:? ?\S"),
        _sign(r"^Retligt grundlag$"),
    ),
    words=table(*_ALL, {Role.PRESENTATION: "baggrund"}),
    forms=(NUMBERED,),
    decisions=(DECISION_IN,),
)

L4 = Profile(
    name="L4",
    signs=(
        _sign(r"^STARTTIDSPUNKT\b", 2),
        _sign(r"^PUNKTER$", 2),
        _sign(r"^Sagsgang og sagstype$", 1),
        _sign(r"^Punkttype$", 2),
        _sign(r"^SLUTTIDSPUNKT\b"),
    ),
    words=table(*_ALL),
    forms=(NUMBERED,),
    decisions=(DECISION_IN,),
)

L5 = Profile(
    name="L5",
    signs=(
        _sign(r"^(?:Dato:? )?\w+dag, (?:[A-Z]\w+ \d{1,2}|\d{1,2} \w+), \d{4} - \d", 3),
        _sign(r"^Pkt\. ?\d{1,4} \S"),
        _sign(r"^Sagsnr\. \d{4,} .{0,40}punkt$"),
        _sign(r"\d, pkt\. ?\d{1,4}:?$"),
    ),
    words=table(*_ALL),
    forms=(PKT, NUMBERED),
    decisions=(BODY_COMMA_DATE, DECISION_IN),
)

L6 = Profile(
    name="L6",
    signs=(
        _sign(r"^(?:Udskriv)? ?Sagsid\.?:", 3),
        _sign(r"Sagsinitialer:"),
        _sign(r"^Beslutningsprotokol$"),
    ),
    words=table(*_ALL),
    forms=(CASE_ID,),
    decisions=(DECISION_IN,),
)

L9 = Profile(
    name="L9",
    signs=(_sign(r"^Sag nr\.? ?\d{1,4}$", 3), _sign(r"^Sager \d{1,4} ?[-–] ?\d"), _sign(r"^Sagens kerne$")),
    words=table(*_ALL),
    forms=(SAG_NR,),
    decisions=(BODY_COMMA_DATE, DECISION_IN),
)

L10 = Profile(
    name="L10",
    signs=(
        _sign(r"Åbn/luk punkt", 3),
        _sign(r"^Sagsnummer:? \d\d\.\d\d", 2),
        _sign(r"^Indstilling og beslutning$", 2),
        _sign(r"^Hvem beslutter$"),
        _sign(r"^\d\d\.\d\d\.\d\d-?[A-Z]\d\d-"),
    ),
    words=table(*_ALL),
    forms=(NUMBERED,),
    decisions=(DECISION_IN, BODY_DEN_DATE, BODY_COMMA_DATE),
)

L12 = Profile(
    name="L12",
    signs=(
        _sign(r"^(?:Referat|Dagsorden) [A-ZÆØÅ][^\d:]{3,50} \d\d-\d\d-\d{4}$", 2),
        _sign(r"^Sagens forløb$"),
        _sign(r"^\d\d-\d\d-\d{4} [A-ZÆØÅ]\w+"),
    ),
    words=table(*_ALL),
    forms=(NUMBERED,),
    decisions=(DATE_BODY, DECISION_IN),
    restarts=frozenset({Role.DECISION}),
)

L14 = Profile(
    name="L14",
    signs=(
        _sign(r"^Sagen behandles i:? ?", 2),
        _sign(r"^Beslutning [A-ZÆØÅ][^\d:]{3,50} den \d"),
        _sign(r"^Forslag$"),
    ),
    words=table(*_ALL),
    forms=(NUMBERED,),
    decisions=(DECISION_IN,),
    restarts=frozenset({Role.SUMMARY, Role.ROUTE}),
)

L16 = Profile(
    name="L16",
    signs=(_sign(r"^Nr\. ?\d{1,4} ?[-–] ?\S", 3), _sign(r"^Sagsfremstilling og økonomi$")),
    words=table(*_ALL),
    forms=(NR_DASH,),
    decisions=(DECISION_IN,),
)

L17 = Profile(
    name="L17",
    signs=(
        _sign(r"Til toppen", 3),
        _sign(r"^Lukkede [Pp]unkter"),
        _sign(r"^Høring og sagsgang$"),
        _sign(r"^Redegørelse$"),
        _sign(r"^Den \d\d\.\d\d\.\d{4} kl\."),
    ),
    words=table(*_ALL),
    forms=(NUMBERED,),
    decisions=(DECISION_IN,),
)

L18 = Profile(
    name="L18",
    signs=(
        _sign(r"^Mødefakta", 3),
        _sign(r"^Politiske beslutninger og aftaler$"),
        _sign(r"^Fraværende med afbud"),
    ),
    words=table(*_ALL),
    forms=(NUMBERED,),
    decisions=(DECISION_IN,),
)

FALLBACK = Profile(
    name="fallback",
    signs=(),
    words=table(*_ALL),
    forms=(PKT, NR_DASH, SAG_NR, *FOREIGN, PADDED),
    decisions=(DECISION_IN, MEETING_OF, DECISION_OF, DECISION_BY, BODY_DEN_DATE, BODY_COMMA_DATE, DATE_BODY),
    restarts=frozenset({Role.DECISION, Role.SUMMARY, Role.QUESTION}),
)

KNOWN = (L1, L3, L4, L5, L6, L9, L10, L12, L14, L16, L17, L18)
