"""The words in which Danish boards decide, and the class that each stands for."""

import re
from enum import IntEnum
from itertools import pairwise

from sagsgang.danish.outcome_kinds import OutcomeKind


class Force(IntEnum):
    """How plainly a word decides: of two in one clause, the plainer one counts."""

    ASIDE = 0
    HINT = 1
    CARRIER = 2
    PLAIN = 3


_K = OutcomeKind
_THIS = r"(?:sagen|sagens behandling|punktet|dagsordenspunktet|punkt [0-9]{1,3}|sag [0-9]{1,3})"
_ITSELF = rf"(?:^|{_THIS} |emnet |dette punkt )"
_LATER = r"(?:næste|kommende|førstkommende|senere|efterfølgende|følgende)"
_OTHERS = r"(?:niveau|borgmester|[a-zæøå-]{0,20}chef|[a-zæøå-]{0,20}leder|personale)"
_MEETING = (
    rf"(?:et |det |den |de )?{_LATER} (?:\S{{1,20}} )?(?!{_OTHERS})\S{{0,20}}(?:møder?|mødet|seminar(?:et)?)"
    r"(?! (?:for|med)\b)"
)
_FORUM = (
    r"(?:niveau ?[0-9]|borgmester|[a-zæøå-]{0,20}chef|[a-zæøå-]{0,20}leder|hovedudvalg|hoved-?med"
    r"|(?:center|lokal)-?med|med-udvalg|[a-zæøå-]{0,20}grupp|økonomiudvalg|byråd)"
)
# What a board itself may put off; anything else put off ("at udsætte fristen") is what it decides.
_MATTER = (
    r"(?:sag|punkt|emne|behandl|drøft|beslut|stilling|spørgsmål|afgørelse|indstilling|forslag|den\b|det\b|dette\b)"
)
_GRANT = r"(?:tilskud|støtte|midler|tilladelse|dispensation|tilsagn|samtykke|lån|garanti|bevilling|orlov)"
_SUBJECT = r"(?:emne|tema|punkt|sag|spørgsmål|område|program)"
_DRAFT = r"(?:plan|oplæg|forslag|udkast|notat|sag|indstilling|program)"
_SOME = r"(?:\S{1,20} )"
_NO_REFUSAL = r"(?:(?!ikke |afslag )\S{1,20} )"
_SETTLED = r"(?:tage[rs]?|træffe[rs]?) (?:\S{1,20} )?(?:stilling|beslutning|afgørelse)"
_ASKS = r"(?:beder|bad|bedt|anmode\w{0,3})"
_REWORKED = r"(?:bliver|gøres|justeres|tilrettes|revideres|omarbejdes|uddybes|præciseres|kvalificeres|suppleres)\b"
_MATTERS = "(?:emner|temaer|meddelelser|bemærkninger|kommentarer|spørgsmål|punkter|sager|orienteringer)"
_MANNER = r"(?:(?:kort|fælles|indledende|første|foreløbig|åben|generel|god) )"
_TAKEN_UP = "(?:medtages|behandles|optages|sættes|tages op|tages med|drøftes|forelægges|fremlægges|kommer)"

# Tried in this order at every place of a text in lower case; the first that fits counts.
_PATTERNS: tuple[tuple[OutcomeKind, Force, tuple[str, ...]], ...] = (
    # Turns that hold a deciding word which does not decide there.
    (
        _K.NONE,
        Force.ASIDE,
        (
            r"kan (?:(?!ikke )\S{1,20} ){0,2}?(?:tages op|drøftes|genoptages)",
            rf"henvises til {_SOME}?(?:referat|bilag|notat|sagsfremstilling|beslutning|punkt|materiale)\w*",
            r"ikke (?:udgår|udsættes|udskydes|behov for)",
            r"(?:frist|revision|ikrafttræd|opstart|start|betaling)\w* (?:blev )?(?:udsæt|udsky|udsat)\w*",
            r"ændringsforslag\w* (?:blev |er )?(?:forkast\w+|faldt|bortfald\w*|ikke vedtaget)",
            r"(?:tidligere|allerede) (?:godkendt|vedtaget|besluttet|drøftet|behandlet|udsat)\w*",
            r"(?:er|var) aftalt (?:til|med)\b|(?:udsat|udskudt|genoptage[ts]|overført) fra\b",
            r"(?<!traf )(?<!tog )beslutning(?:en|er)? om,? at \S{1,20}",
            r"til (?:\w+ )?(?:godkendelse|drøftelse|efterretning)(?=,? (?:i|på|hos) \w+)",
        ),
    ),
    (
        _K.REJECTED,
        Force.PLAIN,
        (
            r"forkast(?:et|es|ede|er|e)\b|nyder ikke fremme",
            r"afvis(?:t|es|te|er|e)\b",
            r"afslag\b|nedstemt\b|stemt ned\b",
            rf"ikke (?:gives|ydes|meddeles|giver|yder) (?:\S{{1,20}} )?\S{{0,12}}{_GRANT}",
            rf"(?:gives|ydes|meddeles|giver|gav|yder|ydede) ikke (?:\S{{1,20}} )?\S{{0,12}}{_GRANT}",
            rf"{_GRANT}\w* (?:kan |kunne )?ikke (?:meddele|give|yde)s\b|skrinl(?:ægges|agt)\b",
            r"afsl(?:ås|ået|og)\b",
            r"(?:forslaget|indstillingen) (?:er |blev )?(?:dermed |herefter )?(?:faldt|bortfald\w*)",
            r"(?:bort)?faldt (?:forslaget|indstillingen)",
            r"realitetsbehandles ikke|ikke (?:\S{1,15} )?(?:grundlag for|anledning til at\b)",
            r"(?:kan|kunne) ikke (?:støtte|bakke op|tilslutte sig|gå ind for)\b|(?:siger nej|sagde nej|sige nej)\b",
            r"ser sig ikke i stand til",
            r"ikke (?:opnås|samles|findes|skabes) (?:et )?flertal",
            r"(?:opnåede|fik|havde|opnår) ikke (?:det )?(?:nødvendige |fornødne )?flertal",
        ),
    ),
    (
        _K.POSTPONED,
        Force.PLAIN,
        (
            r"(?:blev )?ikke (?:blev )?(?:nået|(?:færdig)?behandlet|drøftet)\b",
            r"behandles ikke\b|nåedes? (?:man |udvalget )?ikke\b",
        ),
    ),
    (
        _K.WITHDRAWN,
        Force.PLAIN,
        (
            rf"{_THIS} {_SOME}{{0,3}}?(?:udgår|udgik|udgået|bortfald\w*)\b",
            r"^(?:udgår|udgået|udgik|bortfalder|bortfaldet|trukket|trækkes)\b",
            r"(?:tages|taget|tage) (?:\S{1,20} )?af(?: dagsorden\w*|(?=\.|$))",
            rf"(?:{_THIS}|forslaget) (?:er |blev )?(?:trækkes|trukket)\b|(?:tages|taget|toges) tilbage\b(?! til)",
            r"trak (?:sagen|punktet|forslaget)\b",
            r"(?:trækkes|trukket|trak) (?:sagen |punktet |forslaget )?(?:tilbage|af dagsorden\w*)",
        ),
    ),
    (
        _K.POSTPONED,
        Force.PLAIN,
        (
            rf"udsæt(?:tes|ter|te(?= til\b| (?:\S{{1,20}} )?{_MATTER}|[.,]|$))(?![a-zæøå])",
            r"udsat(?:te|tes)?\b",
            rf"udsky(?:des|der|dt|d|de(?= til\b| (?:\S{{1,20}} )?{_MATTER}|[.,]|$))(?![a-zæøå])",
            r"udskudt\b|udskød\b",
            r"genoptag(?:es|et|er|e)\b",
            r"suspender(?:es|et)\b",
            r"(?:på|op|sagen|punktet|emnet) igen\b",
            r"afvent(?:er|es|e|ede)?\b",
            r"(?:stilles |sættes )?i bero\b",
            rf"{_TAKEN_UP} {_SOME}{{0,3}}?(?:på|til|ved|i) (?:{_MEETING}|{_LATER} dagsorden)",
            rf"(?:drøftes|behandles|medtages|forelægges|tages op|optages) {_SOME}{{0,2}}?næste gang",
            r"gen(?:fremlægg|forelægg|fremsætt|fremsend)es\b|fore(?:lægges|lagt|lægge) (?:igen|på ny)",
            r"fortsat (?:behandling|drøftelse) (?:på|i)\b|vende[rs]? tilbage til (?:sagen|punktet|emnet|drøftelsen)",
            rf"{_ITSELF}(?:medtages|behandles|optages|tages op) {_SOME}{{0,2}}?på {_SOME}?mødet (?:i|den|d\.) ",
            r"(?:behandles|drøftes) igen\b|(?:sagen|punktet) (?:flyttes|rykkes) til (?!punkt)",
            r"(?:behandlingen|drøftelsen|sagen|punktet) fortsætte[rs]\b|fortsættes (?:næste gang|på næste møde)",
            rf"{_SETTLED} {_SOME}{{0,5}}?(?:på {_MEETING}|næste gang|når\b)",
            rf"(?:tager|tages|tage) {_SOME}{{0,2}}?(?:ny|fornyet|endelig) drøftelse\b",
            rf"skal drøftes {_SOME}{{0,2}}?når",
            r"(?:overgår|overføres|henlægges) til næste møde",
        ),
    ),
    (
        _K.SENT_BACK,
        Force.PLAIN,
        (
            rf"send(?:es|te|t|er|e) {_SOME}{{0,2}}?tilbage|til fornyet (?:behandling|overvejelse|vurdering)",
            r"tilbagesend(?:es|te|t|er|e)\b",
            r"(?:hjemvis|tilbagevis)(?:es|te|t|er|e)\b",
            r"behandle (?:sagen|punktet) igen",
            r"send(?:es|te|t|er|e)? (?:\S{1,20} )?retur\b|^(?:retur|tilbage) til\b|returneres\b",
            r"bearbejdes\b|revideres og (?:fore|frem|gen)|skal (?:kvalificeres|omskrives)\b",
            rf"ønsker? {_SOME}{{1,3}}?(?:gennemarbejdet|bearbejdet|omarbejdet|kvalificeret|uddybet)\b",
            r"nyvurder\w*|omarbejd\w*|genberegn(?:es|e|et)\b",
            r"suppleret med|skal suppleres|belyses (?:yderligere|nærmere)|yderligere belys(?:ning|t)|nærmere belyst",
            rf"belyst yderligere\b|{_ASKS} om (?:et |nye? )?alternativ\w*",
            rf"(?:revideret|tilrettet|justeret|bearbejdet|nyt|alternativt) (?:\S{{1,20}} )?{_DRAFT}\w*",
            r"udarbejde[rst]{1,2}\b.{1,150}?(?:til (?:\w+ )?(?:drøftelse|behandling|godkendelse)|drøftes|forelægges)",
        ),
    ),
    (
        _K.RECOMMENDED,
        Force.PLAIN,
        (
            r"anbefal(?:es|er|et|ede|edes|e)\b",
            r"indstilles\b|indstiller\b|indstille\b|indstillede\b",
            r"indstillet (?:til|godkendt|taget)|^indstillet\b|med anbefaling\b",
        ),
    ),
    (
        _K.STOPS_HERE,
        Force.PLAIN,
        (
            r"stopper (?:i|her|hos|med)\b",
            r"henl(?:ægges|agt|agdes)\b",
            r"(?:sagen|behandlingen) (?:slutter|stopper|afsluttes|er afsluttet)\b",
            r"(?:videresendes|forelægges|oversendes) ikke\b",
            r"(?:sagen|punktet) (?:skal |går |sendes )?ikke (?:sendes )?videre",
        ),
    ),
    (
        _K.REFERRED,
        Force.PLAIN,
        (
            r"(?:over|frem|videre)send(?:es|er|te|t|e)\b",
            r"henvis(?:es|t|te)\b(?: til)?",
            r"send(?:es|t|e) (?:videre )?til\b(?! fornyet)",
            r"send(?:er|te) (?:sagen|punktet|forslaget) (?:videre )?til\b",
            rf"(?:(?:ud)?send(?:es|t|e)|fremlægges) {_SOME}{{0,4}}?(?:i|til) {_SOME}{{0,3}}?\S{{0,20}}høring\b",
            r"(?:ud)?delegere(?:s|t|r|de)\b",
            r"overg(?:år|ik) til (?:(?:2\.|anden|andet) behandling|budget\w*)",
            r"overgår til \S{0,30}(?:udvalget|rådet|forvaltningen|administrationen|bestyrelsen)\b",
            r"tages med til (?:\S{1,20} )?\S{0,20}(?:budget|udvalg|råd)\w*",
            r"over(?:drage[rs]|lade[rs]|drog|lod) (?:\S{1,20} )?til",
            r"indgår i (?:\S{1,20} ){0,3}?budget\w*|medtages i (?:\S{1,20} )?budget\w*",
            r"indbragt for|indbringe \S{1,30} for",
            r"aftaler videre",
            rf"(?:drøftes|bringes op|tages op) (?:\S{{1,20}} )?(?:med|i|af|på) {_SOME}{{0,3}}?{_FORUM}\w*",
            rf"drøftes (?:på|ved|i) {_SOME}{{0,2}}?\S{{0,30}}møde[tr]? (?:for|med) \S+",
            rf"lægges {_SOME}{{0,3}}?{_FORUM}.{{0,40}}op til drøftelse",
            r"til videre foranstaltning|formanden afgør|standsningsret\w*",
        ),
    ),
    (
        _K.APPROVED,
        Force.PLAIN,
        (
            r"(?:princip)?godkend(?:t|es|tes|te|er|e)\b|bifald(?:es|et|t|er)\b|samtyk(?:t|kes|ker)\b|^tilladt\b|tillades\b",
            r"tiltr(?:åd|aad)(?:t|tes|te)\b|tiltræd(?:es|er|e)\b",
            r"tilslut(?:ter|tes|tede|tet|te)\b(?: sig)?|tilslutning til",
            r"(?:gav|giver|gives) (?:\S{1,20} )?tilslutning\b|^tilslutning\b|sin godkendelse\b",
            r"til følge\b|i overensstemmelse med \S{0,30} ?indstilling\w*|frigiv(?:es|et|er|e)\b",
            r"vedtag(?:et|es|er|e)\b(?!,? at\b)",
            r"bevilg(?:es|et|er|ede|e)\b",
            r"imødeko(?:mmes|mmet|mmer|mme|m)\b",
            r"som indstillet",
            r"^(?:efter|som) (?:\S{1,30} )?indstilling(?:en)?\b",
            r"(?:indstilling|forslag|anbefaling)\w* (?:\S{1,20} )?(?:følges(?! op)|fulgt)",
            r"(?:følger|fulgte) \S{0,30} ?(?:indstilling|anbefaling|forslag)\w*",
            r"bemyndige(?:s|de|t|r|lse)\b|mandat til",
            rf"(?:meddel(?:er|es|te|t)|giv\w{{1,2}}|yde[sr]?) {_NO_REFUSAL}{{0,2}}?\S{{0,12}}{_GRANT}",
            rf"{_GRANT}\w* (?:meddele|give|yde)s\b",
            r"antages\b(?!,? at\b)",
            rf"(?:får|gives|ydes) {_SOME}{{0,2}}?(?:kr\. ?)?[0-9][0-9.,]{{0,12}} (?:kr|mio|mill)\b",
            r"enige? i (?:\S{1,20} )?\S{0,20}(?:indstilling|forslag|oplæg|materiale|plan|anbefaling|foreslåede)\w*",
            r"accepter(?:es|et|ede|er)\b|^ok\b|grønt lys (?:til|for)|(?:^|var |er )enighed om,? at\b",
        ),
    ),
    # The verb says that something was decided; what, the rest of the sentence says.
    (
        _K.APPROVED,
        Force.CARRIER,
        (
            r"beslutte(?:des|de|t|s|r)\b|vedtog(?:es)?\b|vedtaget,? at\b|aftalt(?:e|es)?\b",
            r"enedes\b|enige? om,? at\b|blev enige?\b",
            r"valgte at\b|vælger at\b|prioriterede\b",
            rf"(?:valgte|vælger) {_SOME}{{0,2}}?(?:model|løsning|forslag|scenarie|tilbud)\w*",
        ),
    ),
    (
        _K.NOTED,
        Force.PLAIN,
        (
            r"til efterretning",
            r"ad notam",
            r"^til orientering|^efterretning\b",
            r"orienterede\b|^orienteret\b",
            r"(?:orientering|status)(?:en)? (?:blev |er )?givet",
        ),
    ),
    (
        _K.NOTED,
        Force.HINT,
        (
            rf"^(?:{_MANNER}|mundtlig )?orientering\b|noterede sig|til orientering|blev orienteret",
            r"kvittere(?:r|de) for",
            r"(?:gav|giver|aflagde) (?:\S{1,20} ){0,2}?(?:status|orientering|redegørelse|rapport|beretning)\b",
            r"(?:fik|modtog) (?:\S{1,20} ){0,2}?(?:status|orientering|redegørelse|rapport|beretning)\b",
            r"fremlagde\b|blev (?:forelagt|fremlagt)\b",
            r"gennemgået\b|gennemgik\b|præsenteret\b|præsenterede\b",
        ),
    ),
    # Persons pointed out for a seat, before what is merely preferred.
    (
        _K.ELECTED,
        Force.PLAIN,
        (
            r"peg(?:er|ede|es) på .{1,80}? som (?:\S{1,20} ){0,3}?(?:repræsentant|medlem|suppleant|kandidat)",
            r"peg(?:er|ede|es) på .{1,80}? som (?:ny )?(?:næst|vice)?formand",
            r"^(?:næst|vice)?formand(?:en)? ?:",
        ),
    ),
    # What was chosen among subjects is approved; persons are elected.
    (
        _K.APPROVED,
        Force.HINT,
        (
            rf"{_SUBJECT}\w* .{{0,80}}?(?:valgt|valgtes|vælges)\b",
            r"(?:model|løsning|variant|scenarie|tilbud|leverandør) \S{1,20} (?:blev |er )?(?:valgt|valgtes|vælges)\b",
            rf"(?:valgt|vælges|valgte) (?:\S{{1,20}} )?(?:til drøftelse|{_SUBJECT}\w*)",
        ),
    ),
    (
        _K.ELECTED,
        Force.PLAIN,
        (
            r"(?:gen|ny|ud)?valgt(?:es|e)?\b|(?:gen|ny)valg\b|vælges\b",
            r"valget faldt på\b",
            r"udpeg(?:es|et|edes|ede|er|e)\b|indtræder\b|konstituere(?:s|t|de)\b",
        ),
    ),
    (
        _K.DISCUSSED,
        Force.PLAIN,
        (
            r"drøft(?:et|edes|ede)\b|debattere(?:t|de|des)\b",
            r"(?:var|fandt|havde|foretog|tog) (?:(?!til |ikke |ingen )\S{1,20} ){0,4}?drøftelse",
            rf"^{_MANNER}?(?:tema)?drøftelse\b|drøftelsen? (?:fandt sted|afholdt)",
        ),
    ),
    (
        _K.APPROVED_AMENDED,
        Force.HINT,
        (r"(?:justere|tilrette|ændre|supplere|tilføje)s\b|deles op|skal ske en drøftelse",),
    ),
    (
        _K.APPROVED,
        Force.HINT,
        (
            rf"^kommende {_SUBJECT}\w*|^{_SUBJECT}(?:er|erne|ne|r|et)?(?: til drøftelse\b[^:]{{0,60}})? ?:",
            r"bakke[rd]e? op|opbakning\b|støtter\b|igangsættes\b|sættes i gang|iværksættes\b|nedsættes\b",
            r"positivt? (?:på|over ?for|stemt)|foretrækker\b|peger på|pegede på|prioriterer\b",
            r"tildel(?:es|t|er|te)\b|meddeles\b(?! (?:ikke|afslag))",
            r"fast(?:sat|lagt|holdes|holder|holdt|(?:lægges|sættes)(?! senere))\b|(?:ønsker at gå|går) videre med\b",
            r"(?<!ikke )(?:arbejde[sr] videre|formidles|kommunikeres)\b",
            r"som (?:foreslået|ansøgt)\b|udvælges\b",
        ),
    ),
    (
        _K.REFERRED,
        Force.HINT,
        (r"forelægges (?:for )?(?:økonomiudvalget|byrådet|kommunalbestyrelsen|hovedudvalget)\b",),
    ),
    (
        _K.POSTPONED,
        Force.HINT,
        (
            r"(?:før|inden) (?:der )?(?:kan )?(?:træffes|tages) (?:endelig )?(?:beslutning|stilling|afgørelse)\b",
            r"inden (?:endelig )?beslutning træffes\b",
        ),
    ),
    (
        _K.SENT_BACK,
        Force.HINT,
        (
            rf"{_ASKS} om,? at {_DRAFT}\w* {_SOME}{{0,3}}?{_REWORKED}",
            rf"{_ASKS} {_SOME}{{0,3}}?om at (?:justere|tilrette|revidere|omarbejde|uddybe) ",
        ),
    ),
    (
        _K.DISCUSSED,
        Force.HINT,
        (
            r"drøftes\b",
            r"(?:afgav|gav|havde|kom med) (?:(?!ikke |ingen )\S{1,20} ){0,3}?(?:bemærkninger|input|kommentarer)\b",
            r"(?:havde|tog|førte) (?:(?!ikke |ingen )\S{1,20} ){0,4}?(?:dialog|debat)\b",
        ),
    ),
    (
        _K.REJECTED,
        Force.HINT,
        (r"ønske(?:r|de) ikke\b|(?:arbejdes|går) ikke videre med\b", r"stem(?:te|mer) (?:\S{1,20} )?(?:imod|nej)\b"),
    ),
    (_K.APPROVED, Force.HINT, (r"stem(?:te|mer) (?:\S{1,20} )?for\b",)),
    (
        _K.NONE,
        Force.PLAIN,
        (
            rf"(?:ingen|ikke) (?:\S{{1,20}} )?{_MATTERS}\b(?: (?:blev |er |skal )?(?:valgt|udvalgt|formidl\w+))?",
            r"^(?:ingen|intet)\b|^der var (?:ingen|intet) til\b",
        ),
    ),
)


def _alternatives(pattern: str) -> list[str]:
    """The pattern cut at the bars that stand in no bracket."""
    cut, depth, at = [0], 0, 0
    while at < len(pattern):
        char = pattern[at]
        depth += (char in "([") - (char in ")]")
        if char == "|" and not depth:
            cut.append(at + 1)
        at += 2 if char == "\\" else 1
    return [pattern[start : end - 1] for start, end in pairwise([*cut, len(pattern) + 1])]


# Each alternative stands by itself and is marked behind: so the engine sees at the first letter which ones can fit.
_FLAT = [(kind, force, one) for kind, force, words in _PATTERNS for word in words for one in _alternatives(word)]
CLASSES = tuple((kind, force) for kind, force, _ in _FLAT)
DECIDING = re.compile(r"(?<![a-zæøå])(?:" + "|".join(f"{one}()" for _, _, one in _FLAT) + ")")
