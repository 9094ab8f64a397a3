"""What a line of minutes can be, and the words that say so (the synonyms that Danish municipalities use)."""

from collections.abc import Iterable, Mapping
from enum import Enum, auto


class Role(Enum):
    """What a line, or the lines under it, are."""

    # Members are one of a kind. The enumeration's own hash is worked out anew, in Python, at every lookup.
    __hash__ = object.__hash__

    # about the meeting
    TITLE = auto()
    KIND = auto()
    BODY = auto()
    DATE = auto()
    START = auto()
    END = auto()
    PLACE = auto()
    MEMBERS = auto()
    ABSENT = auto()
    REMARKS = auto()
    CONTENTS = auto()
    # about an item
    ITEM = auto()
    NUMBERS = auto()
    OPEN = auto()
    CLOSED = auto()
    OPEN_GROUP = auto()
    CLOSED_GROUP = auto()
    TYPE = auto()
    ROUTE = auto()
    DECIDER = auto()
    SUMMARY = auto()
    QUESTION = auto()  # what shall be decided, in a line: a section of no kind of its own
    RECOMMENDATION = auto()
    PRESENTATION = auto()
    FINANCES = auto()
    OTHER = auto()
    AFTERWARDS = auto()  # a section of its own only behind the usual ones; inside a text a sub-heading
    REMARK = auto()
    ATTACHMENTS = auto()
    DECISION = auto()
    EXTRACT = auto()  # what the public is told of a closed item's decision
    HISTORY = auto()
    BOTH = auto()  # recommendation and decision under one heading
    PREAMBLE = auto()
    SIGNATURE = auto()
    NOISE = auto()


SECTIONS = frozenset(
    {Role.SUMMARY, Role.QUESTION, Role.RECOMMENDATION, Role.PRESENTATION, Role.FINANCES, Role.OTHER, Role.REMARK}
)
MEETING = frozenset(
    {Role.KIND, Role.BODY, Role.DATE, Role.START, Role.END, Role.PLACE, Role.MEMBERS, Role.ABSENT, Role.REMARKS}
)
# What stands near the top of an item, and so tells an item's heading from a line that only looks like one.
OPENERS = SECTIONS | {
    Role.NUMBERS,
    Role.OPEN,
    Role.CLOSED,
    Role.TYPE,
    Role.ROUTE,
    Role.DECIDER,
    Role.ATTACHMENTS,
    Role.DECISION,
    Role.BOTH,
}

Words = Mapping[Role, str]

MEETING_WORDS: Words = {
    Role.KIND: "referat|dagsorden|åbent referat|åben referat|åben dagsorden|beslutningsprotokol|"
    "åben beslutningsprotokol|beslutningsreferat|tillægsreferat|tillægsdagsorden|dagsorden til møde|"
    "beslutninger fra mødet",
    Role.BODY: "udvalg|møde|mødeforum",
    Role.DATE: "mødedato|møde dato|dato|mødedag",
    Role.START: "tid|tidspunkt|mødetidspunkt|mødetid|starttidspunkt|starttidspunkt for møde|mødestart",
    Role.END: "sluttidspunkt|sluttidspunkt for møde|mødet hævet|mødet slut|mødet sluttede|mødet slut kl|"
    "mødet hævet kl|mødet sluttede kl",
    Role.PLACE: "mødested|møde sted|sted|lokale|lokation|mødelokale",
    Role.MEMBERS: "medlemmer|deltagere|mødedeltagere|tilstede|til stede",
    Role.ABSENT: "afbud|afbud fra|fraværende|fraværende med afbud|ikke til stede|deltog ikke|ikke tilstede",
    Role.REMARKS: "bemærkninger|bemærkninger til dagsordenen|bemærkninger/ændringer til dagsordenen",
    Role.CONTENTS: "indholdsfortegnelse|punkter|punkter på dagsordenen|dagsordenspunkter|sagsoversigt|indhold|"
    "følgende sager behandles på mødet|oversigt over sager",
}

# Of the layout that the municipal system PolWeb prints; other words there are sub-headings inside a text.
CORE_WORDS: Words = {
    Role.OPEN: "åbent|åben|åben sag|åbent punkt|åbent møde|åbent.|aabent",
    Role.CLOSED: "lukket|lukket sag|lukket punkt|lukket møde|lukket.|lukket dagsorden|lukket dagsordenspunkt|"
    "behandles for lukkede døre|behandlet for lukkede døre|punktet behandles for lukkede døre|punktet er lukket|"
    "sagen behandles for lukkede døre|sagen er lukket|fortroligt|fortrolig|fortrolig sag|ikke offentlig|"
    "ikke offentligt|ikke-offentlig|ikke-offentligt|personsag|personalesag|lukket for offentligheden",
    Role.TYPE: "sagstype",
    Role.ROUTE: "behandling",
    Role.DECIDER: "kompetence|beslutningskompetence",
    Role.SUMMARY: "resume og sagens baggrund|resumé og sagens baggrund|resume|resumé|sagens baggrund og resume|"
    "resume og baggrund",
    Role.RECOMMENDATION: "indstillinger|indstilling",
    Role.PRESENTATION: "sagsfremstilling",
    Role.FINANCES: "økonomiske konsekvenser|økonomisk konsekvens|økonomiske og personalemæssige konsekvenser",
    Role.OTHER: "lovgrundlag|retsgrundlag|personalemæssige konsekvenser|klima- og miljømæssige konsekvenser|"
    "miljømæssige konsekvenser|sundhedsmæssige konsekvenser|konsekvenser for børn og unge|inddragelse og høring",
    Role.AFTERWARDS: "høring|videre proces|tidligere behandling|kommunikation|vurdering|administrationens vurdering|"
    "sagsbehandler",
    Role.ATTACHMENTS: "bilag",
    Role.HISTORY: "tidligere behandlet",
    Role.SIGNATURE: "underskriftsark|underskrifter|underskriftsside",
}

ALL_WORDS: Words = {
    Role.DATE: "mødet afholdt|mødet holdt|afholdt|hvornår",
    Role.PLACE: "hvor",
    Role.OPEN: CORE_WORDS[Role.OPEN],
    Role.CLOSED: CORE_WORDS[Role.CLOSED],
    Role.OPEN_GROUP: "åbne sager|åbne punkter|åbne dagsordenspunkter|punkter på åbent møde|åbne efterretningssager|"
    "åben del|den åbne del|åben del af mødet|den åbne del af mødet|sager på åbent møde|punkter på åben dagsorden|"
    "åben dagsorden|sager til behandling i åbent møde|sager til behandling på åbent møde|sager i åbent møde|"
    "punkter til behandling i åbent møde|punkter i åbent møde",
    Role.CLOSED_GROUP: "lukkede sager|lukkede punkter|lukkede dagsordenspunkter|punkter på lukket møde|"
    "til behandling - for lukkede døre|sager for lukkede døre|for lukkede døre|lukket del|den lukkede del|"
    "lukket del af mødet|den lukkede del af mødet|lukket del af dagsordenen|den lukkede del af dagsordenen|"
    "sager på lukket møde|punkter på lukket dagsorden|lukkede punkter på dagsordenen|"
    "sager til behandling i lukket møde|sager til behandling på lukket møde|sager i lukket møde|"
    "punkter til behandling i lukket møde|punkter i lukket møde",
    Role.TYPE: "sagstype|punkttype|sagens type",
    Role.ROUTE: "behandling|sagsforløb|sagsgang|sagsgang og sagstype|sagen behandles i|politisk behandling|"
    "høring og sagsgang|behandles i|videre behandling",
    Role.DECIDER: "kompetence|beslutningskompetence|sagen afgøres i|sagen afgøres af|hvem beslutter|afgøres af",
    Role.SUMMARY: "resume|resumé|resume og sagens baggrund|resumé og sagens baggrund|indledning/baggrund|indledning|"
    "præsentation|sagstema|sammendrag|kort resumé|kort fortalt|kort om sagen|sagen kort|sagen i korte træk",
    Role.QUESTION: "beslutningstema|sagens kerne|tema|sagens formål",
    Role.RECOMMENDATION: "indstilling|indstillinger|forslag|forvaltningen foreslår|forvaltningen indstiller|"
    "administrationen indstiller|administrationens indstilling|forvaltningens indstilling|forslag til beslutning|"
    "direktionens indstilling|det indstilles|forslag til indstilling|direktøren indstiller",
    Role.PRESENTATION: "sagsfremstilling|sagsbeskrivelse|beskrivelse af sagen|sagens indhold|redegørelse|"
    "sagsfremstilling og økonomi|beskrivelse|problemstilling|baggrund|sagens baggrund|løsning|fremstilling|"
    "baggrund for sagen",
    Role.FINANCES: "økonomiske konsekvenser|økonomi|økonomi og finansiering|bevilling|økonomiske forhold|"
    "økonomiske konsekvenser og finansiering|økonomiske og personalemæssige konsekvenser|"
    "økonomiske forhold og konsekvenser|økonomi og bevilling|økonomiske forhold og finansiering",
    Role.OTHER: "retsgrundlag|retligt grundlag|lovgrundlag|juridiske og planmæssige forhold|juridiske konsekvenser|"
    "lov- og planmæssige forhold|planmæssige forhold|lovmæssige forhold|handlemuligheder|vurdering|"
    "administrationens vurdering|forvaltningens vurdering|konsekvenser for andre udvalg|"
    "andre konsekvenser|handicappolitik|handicappolitiske konsekvenser|personale|inddragelse og høring|alternativer|"
    "tidsperspektiv|politiske beslutninger og aftaler|videre proces|høring|kommunikation|juridiske forhold|"
    "personalemæssige konsekvenser|klima og bæredygtighed|miljømæssige konsekvenser|borgerinddragelse|historik|"
    "sundhedsmæssige konsekvenser|konsekvenser for børn og unge",
    Role.ATTACHMENTS: "bilag|bilagsliste|bilagsoversigt|bilagsnr|se alle bilag|vedhæftede bilag|vedlagte bilag",
    Role.DECISION: "beslutning|beslutninger|udvalgets beslutning|afgørelse",
    Role.HISTORY: "sagens forløb|beslutningshistorik|tidligere behandling|tidligere behandlet|tidligere beslutninger",
    Role.BOTH: "indstilling og beslutning",
    Role.SIGNATURE: "underskriftsark|underskrifter|underskriftsside|underskriftside",
    Role.NOISE: "til toppen|udskriv|åbn/luk punkt|tilbage til toppen|del denne side|first-agenda|top",
}


def table(*every: Words) -> dict[str, Role]:
    """Each word with its role; of two, the later given counts."""
    return {word: role for words in every for role, listed in words.items() for word in listed.split("|")}


def without(words: Words, roles: Iterable[Role]) -> Words:
    """`words` but for those of `roles`."""
    left_out = frozenset(roles)
    return {role: listed for role, listed in words.items() if role not in left_out}
