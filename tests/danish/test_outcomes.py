"""Outcomes: what each turn of phrase in Danish minutes decides, and the false friends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.danish.outcomes import OutcomeKind, classify, notes_nothing
from tests.growth import grows_in_proportion

# Text, primary, secondary. Turns of the executive board's minutes, in our own words.
BOARD = [
    (
        "Besluttet, at sagen skal på igen, suppleret med\n\n- tal.\n\nDen enkelte direktør aftaler videre",
        "postponed",
        ["sent_back", "referred"],
    ),
    ("Direktionen havde ingen aktuelle emner. Per drøfter evt. ønsker med Ida.", "none", []),
    (
        "En første status blev drøftet.\n\nMålet skal drøftes endeligt, når Ida er tilbage.",
        "discussed",
        ["postponed"],
    ),
    ("Direktionen vedtog at bytte om på de to puljer.", "approved", []),
    (
        "Program justeres ift. drøftelser (pkt. vedr. seminar udgår, til gengæld skal drøftes tal",
        "approved_amended",
        [],
    ),
    ("Drøftedes. Spørgsmål om kodeks kan tages op på et senere tidspunkt.", "discussed", []),
    ("Direktionen godkendte at igangsætte etape 1: Møde primo maj.", "approved_partly", []),
    ("Drøftedes. Der udarbejdes en revideret plan til drøftelse om 2-3 uger.", "discussed", ["sent_back"]),
    ("Drøftedes. Målgruppen overvejes. Det overvejes, at drøfte behov på møder.", "discussed", []),
    (
        "Drøftedes. Modellen drøftes med niveau 2. Der udarbejdes et revideret oplæg.",
        "discussed",
        ["referred", "sent_back"],
    ),
    ("Der skal ske en drøftelse af modellen.\n\nIndholdet drøftes næste gang.", "approved_amended", ["postponed"]),
    ("Godkendt. Dog beslutning om systemet afventer, at tallene er klar.", "approved_partly", ["postponed"]),
    ("Dette drøftes på det kommende møde for skoleledere.", "referred", []),
    ('Brugen af "åben dør" drøftes på et kommende møde.', "postponed", []),
    ("Godkendt. Stopper i Direktionen.", "approved", ["stops_here"]),
    ("Anbefales.", "recommended", []),
    ("Anbefales, idet det bemærkes, at der arbejdes videre.", "recommended", []),
    ("Godkendt, idet mødet deles op i to: 1. Skoler og 2. Veje.", "approved_amended", []),
    ("Godkendt. Pladserne fordeles af administrationen.", "approved", []),
    ("Sagen drøftedes og notat justeres.", "discussed", []),
    ("Der lægges på efterfølgende niveau 2 ledermøde op til drøftelse af mål.", "referred", []),
    ("Godkendt med den bemærkning, at der lægges op til drøftelse.", "approved_amended", []),
    ("Følgende tema blev besluttet til drøftelse:\n\n- Skoler", "approved_amended", []),
    ("Behandlingen af emnet blev udsat på mødet.", "postponed", []),
    ("Kommende temaer:\n\n- Skoler (september)", "approved", []),
    ("Drøftet.\n\nSagen medtages på næste Direktionsmøde.", "discussed", ["postponed"]),
    ("Godkendt.", "approved", []),
    ("Taget til efterretning.", "noted", []),
]
EMPTY = [
    "-",
    "–",
    "—",
    "-.",
    "...",
    "",
    " - ",
    "Ingen.",
    "Intet.",
    "Der var ingen meddelelser.",
    "Ingen bemærkninger.",
]

# Turns of council and committee minutes.
COUNCIL = [
    ("Udvalget meddelte landzonetilladelse på de vilkår, der fremgår af sagen.", "approved"),
    ("Der meddeles ikke landzonetilladelse.", "rejected"),
    ("Det laveste tilbud antages.", "approved"),
    ("Opgaven tildeles Solbjerg Anlæg.", "approved"),
    ("Tillægsbevillingen meddeles.", "approved"),
    ("Chefen for Borgerservice fremlagde tallene.", "noted"),
    ("Sagen behandles igen, når svarene foreligger.", "postponed"),
    ("Udvalget ønsker at se ejendommen, før der træffes beslutning.", "postponed"),
    ("Punktet rykkes til næste møde.", "postponed"),
    ("Retur til forvaltningen.", "sent_back"),
    ("Direktionen bad om at få sagen belyst yderligere.", "sent_back"),
    ("Forvaltningen bedes fremlægge et alternativt forslag.", "sent_back"),
    ("Byrådet besluttede at sige nej.", "rejected"),
    ("Spørgsmålet tages med til budgetseminaret.", "referred"),
    ("Sagen drøftes videre i styregruppen.", "referred"),
    ("Valget faldt på Ida Holm.", "elected"),
    ("Vedtaget i ændret form.", "approved_amended"),
    ("Godkendt på følgende vilkår:\n\n- Støj under 55 dB", "approved_amended"),
    ("Det anbefales Byrådet, at sagen udsættes.", "recommended"),
    ("Medtages på mødet i juni.", "postponed"),
    ("Fortsat behandling på næste møde.", "postponed"),
    ("Direktionen vender tilbage til sagen på næste møde.", "postponed"),
    ("Direktionen sendte sagen tilbage.", "sent_back"),
    ("Udvalget tilbagesender sagen til fagudvalget.", "sent_back"),
    ("Sagen sendes til fornyet behandling i fagudvalget.", "sent_back"),
    ("Direktionen sender sagen videre til Økonomiudvalget.", "referred"),
    ("Forslaget udsendes i høring.", "referred"),
    ("Byrådet stemte nej til forslaget.", "rejected"),
    ("Ansøgningen imødekommes desværre ikke.", "rejected"),
    ("Udvalget ser sig ikke i stand til at støtte løbet.", "rejected"),
    ("Forslagsstilleren trak forslaget.", "withdrawn"),
    ("Som medlem udpegedes Ida Holm.", "elected"),
    ("Godkendt, idet Venstre ikke kan støtte afsnit 3.", "approved"),
    ("Ja.", "approved"),
    ("Nej.", "rejected"),
    ("Beslutningen fra marts fastholdes.", "approved"),
    ("Udvalget fandt ikke anledning til at imødekomme ansøgningen.", "rejected"),
    ("Der kunne ikke opnås flertal for indstillingen.", "rejected"),
    ("Direktionen kan ikke støtte forslaget.", "rejected"),
    ("Direktøren orienterede om, at Byrådet har vedtaget planen.", "noted"),
    ("Forvaltningen har orienteret om, at udvalget har godkendt planen.", "noted"),
    ("Formanden redegjorde for, at Byrådet har vedtaget planen, og udvalget udsatte sagen.", "postponed"),
    ("Udvalget fik en orientering om byggeriet.", "noted"),
    ("Mødet er aftalt til den 6. juni. Taget til efterretning.", "noted"),
    ("Godkendt i den reviderede udgave.", "approved_amended"),
    ("Direktionen tager stilling til sagen på et kommende møde.", "postponed"),
    ("Ikke færdigbehandlet.", "postponed"),
    ("Oplægget revideres og forelægges igen.", "sent_back"),
    ("Sendes videre til Ældrerådet.", "referred"),
    ("Sagen forelægges Økonomiudvalget.", "referred"),
    ("Overlades til administrationen.", "referred"),
    ("Bevillingen frigives.", "approved"),
    ("Der ydes tilskud på 4.000 kr.", "approved"),
    ("Der ydes ikke tilskud.", "rejected"),
    ("Besluttet, at der ikke gives dispensation.", "rejected"),
    ("Byrådet meddelte lånet sin godkendelse.", "approved"),
    ("Forslaget blev taget til følge.", "approved"),
    ("Tilslutning.", "approved"),
    ("Forslaget blev nedstemt.", "rejected"),
    ("Punktet nåedes ikke.", "postponed"),
    ("Sagen ønskes forelagt på ny.", "postponed"),
    ("Sagen sendes retur til fagudvalget.", "sent_back"),
    ("Ansøgningen indgår i budgetlægningen.", "referred"),
    ("Besluttet at sende planen til høring i Ældrerådet.", "referred"),
    ("Modellen drøftes med centercheferne.", "referred"),
    ("Sagen drøftes på det kommende chefmøde.", "referred"),
    ("Udvalget godkendte at udsætte fristen til maj.", "approved"),
    ("Besluttet at udskyde revisionen af taksterne.", "approved"),
    ("Besluttet at udskyde behandlingen til maj.", "postponed"),
    ("Punkt 1 blev godkendt, mens punkt 2 ikke kunne godkendes.", "approved_partly"),
    ("Godkendt med undtagelse af punkt 5, der udgår.", "approved_partly"),
    ("Godkendt med de på mødet aftalte små justeringer.", "approved_amended"),
    ("Udvalget pegede på Ida Holm som repræsentant i gruppen.", "elected"),
    ("Formand: Ida Holm.", "elected"),
    ("Direktøren gav en status på projektet.", "noted"),
    ("Godkendt, med bemærkning om at mødet flyttes.", "approved_amended"),
    ("Orienteringen blev taget til efterretning.", "noted"),
    ("Ida Holm og Per Lund godkendt", "approved"),
    ("Økonomiudvalget tilsluttede sig, at brevet sendes.", "approved"),
    ("At 1: Godkendt.", "approved"),
    ("At 1: Indstilles til Byrådets godkendelse.", "recommended"),
    ("Udvalget tilsluttede sig at arbejdet kan begynde.", "approved"),
    ("Besluttet at behandlingen af punktet udsættes til mødet den 17. august", "postponed"),
    ("Tillægsdagsordenen blev optaget på dagsordenen som punkt 55. Herefter godkendt.", "approved"),
    ("5 medlemmer (A+V+C) anbefaler forslaget.", "recommended"),
    ("Et flertal bestående af Ida Holm (A) anbefaler indstillingen med følgende kommentar:", "recommended"),
    ("Anbefalet af Ida Holm (V) og Per Lund (R)", "recommended"),
    ("Borgmesteren orienterede om vejene", "noted"),
    ("Per Lund valgt som næstformand.", "elected"),
    ("Dagsordenen blev godkendt.", "approved"),
    ("Dagsordenen godkendt.", "approved"),
    ("Byrådet besluttede ikke at godkende lokalplanen.", "rejected"),
    ("Byrådet besluttede at bede Klimaudvalget om at behandle sagen igen", "sent_back"),
    ("Besluttet, at sagen skulle sendes tilbage til udvalget med henblik på nyvurdering", "sent_back"),
    ("Til efterretning.", "noted"),
    ("Tiltrådt.", "approved"),
    ("Udvalget tiltræder besparelsesforslag 1 - 5.", "approved_partly"),
    ("Udvalget indstiller derudover, at puljen øges", "recommended"),
    ("Endelig kan udvalget ikke tiltræde nedlæggelse af ordningen.", "rejected"),
    ("Til orientering.", "noted"),
    ("Punkt 15 udgår og sagen sendes tilbage til forvaltningen.", "withdrawn"),
    ("Økonomiudvalget anbefaler indstillingen.", "recommended"),
    ("Fremsendes til Socialudvalget til behandling i henhold til beslutning i byrådet", "referred"),
    ("Sagens behandling blev udsat i byrådets møde den 28. august 2019.", "postponed"),
    ("Tilbagesendes Afdelingen for Veje med bemærkning, at byrådet har vedtaget indstillingen", "approved"),
    ("Fremsendes til Magistraten. Borgmesterens Afdeling har ingen bemærkninger", "referred"),
    ("Magistraten anbefaler, at byrådet tiltræder rådmandens indstilling", "recommended"),
    ("Vedtaget", "approved"),
    ("Sendt til behandling i Økonomiudvalget", "referred"),
    ("Forslaget blev vedtaget, og ændringsforslaget blev vedtaget", "approved_amended"),
    ("Herefter foreslog borgmesteren, at sagen genoptages i byrådet til februar 2017", "postponed"),
    ("Udvalget godkender indstillingens punkt 2, og anbefaler indstillingens punkt 1.", "recommended"),
    ("Økonomiudvalgets indstilling vedtaget.", "approved"),
    ("Godkendt med følgende rettelser:", "approved_amended"),
    ("Opbakning fra Seniorrådet. Foreslår god information", "approved"),
    ("Ad 1, 2, 3 og 4: Anbefales.", "recommended"),
    ("Indstilles godkendt.", "recommended"),
    ("Ansøgningen oversendes til budgetforhandlingerne.", "referred"),
    ("Udvalget drøftede budgettets udfordringer.", "discussed"),
    ("Godkendt med følgende bemærkninger.", "approved_amended"),
    ("Der er meddelt afslag på ansøgningen.", "rejected"),
    ("Udvalget tog orienteringen om tilsyn til efterretning.", "noted"),
    ("Der udarbejdes et udkast til regler, hvilket drøftes på næste udvalgsmøde.", "sent_back"),
    ("Besluttet at oversende sagen til 2. behandling den 20. december 2021", "referred"),
    ("Der gives mandat til, at bestyrelsen udarbejder vedtægter", "approved"),
    ("at årsrapporten for 2017 godkendes", "approved"),
    ("Udvalget godkender planerne, som videresendes til orientering for Byrådet.", "approved"),
    ("Udvalget fremsender sagen med anbefaling.", "recommended"),
    ("Udvalget indstiller til Byrådet, at der gives afslag.", "recommended"),
    ("Tilsluttes.", "approved"),
    ("Model 2 vælges.", "approved"),
    ("Direktionen peger på model B.", "approved"),
    ("Direktionen ser positivt på ideen.", "approved"),
    ("Punkt 1 og 4 formidles på intranettet.", "approved"),
    ("Der nedsættes en arbejdsgruppe.", "approved"),
    ("Kort drøftelse af temaer til et seminar.", "discussed"),
    ("Planen blev gennemgået.", "noted"),
    ("Planen blev gennemgået. Udsat.", "postponed"),
    ("Ingen punkter blev valgt.", "none"),
    ("Der var ingen spørgsmål.", "none"),
    ("Udvalget godkendte punkt a og b.", "approved_partly"),
    ("At 1: Godkendt. At 2: Udsættes.", "approved_partly"),
    ("Godkendt for pkt. 1 og 2. Pkt. 3 udsættes.", "approved_partly"),
]
# Persons, votes, other items, wishes and remarks: nothing is decided about the item itself.
UNDECIDED = [
    "Sag 3 udgår.",
    "Ida Holm deltog ikke under punkterne 12-15.",
    "Per Lund (A) deltog under oplysningen af punktet.",
    "Punkt 8 behandles som en godkendelsessag.",
    "Brev til regionen om skolerne er afsendt.",
    "(Ø) stemte imod.",
    "2 medlemmer (N+Ø) tager forbehold frem til behandlingen i KB.",
    "Liste Q afventer stillingtagen indtil KB-behandlingen.",
    "Per Lund (Ø) kan ikke tiltræde indstillingen.",
    "Der er omdelt et notat til punkt 20 om budget",
    "Punkt 28 blev behandlet før punkt 27",
    "Sagen blev behandlet sammen med sag 4.",
    "Per Lund tog forbehold.",
    "Rådmand Ida Holm deltog ikke i sagens behandling.",
    "Der blev stemt om forslaget: For: 20 (A, V) Imod: 6 (Ø)",
    "Liste B stemte imod, idet de ønsker en anden vej",
    "Ida Holm erklærede sig inhabil og ønskede sin habilitet afprøvet.",
    "Ida og Per erklærede sig inhabile og forlod Regionsrådsmødet under punkt 29.",
    "I denne sag genfremlægges tillægget til godkendelse.",
    "Udvalget ser gerne, at møder holdes i landsbyerne.",
    "Udvalget tilkendegiver, at det er et godt projekt.",
    "Udvalget opfordrer til øget markedsføring",
    "Udvalget ønsker en oversigt over haller",
    "På et kommende møde præsenteres en sag om tal.",
    "Direktøren indstillede, at sagen drøftes.",
    "Vejret er godt i dag.",
]
STANDARD = [
    ("rejected", "Forkastet|Afvist|Forslaget bortfaldt|Ikke godkendt|Ikke vedtaget|Kan ikke anbefales"),
    ("rejected", "Realitetsbehandles ikke|Forslaget kan ikke godkendes|Udvalget godkendte ikke ansøgningen."),
    ("withdrawn", "Bortfalder|Trukket af dagsordenen|Taget af dagsordenen.|Sagen tages af|Udgår.|Punktet udgår."),
    ("sent_back", "Hjemvist|Tilbagesendt til forvaltningen|Sagen sendes tilbage."),
    ("postponed", "Udsat|Udsættes.|Genoptages på næste møde|Suspenderet|Afventer|Punktet blev ikke behandlet"),
    ("postponed", "Ikke behandlet.|Drøftes på næste møde.|Sagen blev udskudt."),
    ("referred", "Overgår til 2. behandling|Sendes i offentlig høring|Henvist til Økonomiudvalget"),
    ("referred", "Oversendt til budgetforhandlingerne|Standsningsretten udøves|Delegeres til chefen"),
    ("referred", "Begæret indbragt for kommunalbestyrelsen|Til videre foranstaltning|Drøftes i grupperne"),
    ("referred", "Formanden afgør|Udvalget besluttede at sende planen i 8 ugers høring."),
    ("approved", "Indstillingen følges|Indstillingen blev fulgt|Som indstillet|Godkendt som indstillet"),
    ("approved", "Enstemmigt vedtaget|Vedtaget med 15 stemmer mod 10|Formanden bemyndiges|Tiltrædes"),
    ("approved", "Udvalget drøftede sagen og besluttede at gå videre med model 2.|Emnet Skoler blev valgt."),
    ("approved_amended", "Godkendt med de faldne bemærkninger.|Godkendt under forudsætning af enighed."),
    (
        "approved_amended",
        "Følgende emner blev valgt til drøftelse: A og B.|Dagsordenen godkendt, idet punkt 9 udgår.",
    ),
    ("noted", "Taget ad notam|Orientering givet.|Orienteringen blev givet.|Tages til efterretning."),
    ("elected", "Udvalget udpegede Per Lund til styregruppen.|Ida Holm indtræder i udvalget."),
]
FALSE_FRIENDS = [
    ("Godkendt. Sagen går ikke videre til Økonomiudvalget.", "approved", ["stops_here"]),
    ("Uden drøftelse godkendt.", "approved", []),
    ("Direktionen drøftede og godkendte planen.", "approved", ["discussed"]),
    ("Forslaget blev ikke vedtaget.", "rejected", []),
    ("Godkendt. Der er ikke afsat midler.", "approved", []),
    ("Vedtaget, idet Liste B stemte imod.", "approved", []),
    ("Godkendt.\nListe B stemte imod.", "approved", []),
    ("Godkendt. Afbud: Ida Holm.", "approved", []),
    ("Godkendt. Sag 3 udgår.", "approved", []),
    ("Ændringsforslaget blev forkastet. Indstillingen er godkendt.", "approved", []),
    ("Udvalget godkendte på mødet den 3. maj 2016 planen. Udsættes nu.", "postponed", []),
    ('Udvalget sagde "Godkendt" sidste år. Drøftet.', "discussed", []),
    ("Direktionen drøftede den fremsendte sag.", "discussed", []),
    ("Godkendt, dog udsættes punkt 2.", "approved_partly", ["postponed"]),
    ("Godkendt. Afventer dog tallene.", "approved_partly", ["postponed"]),
    ("Godkendt som indstillet, og sagen oversendes til Økonomiudvalget.", "approved", ["referred"]),
    ("Direktionen anbefaler over for Byrådet, at planen godkendes.", "recommended", []),
    ("Besluttet, at der laves et nyt oplæg til mødet den 5. oktober.", "sent_back", []),
    ("Drøftet. Der henvises til referat fra seminaret.", "discussed", []),
    ("Direktionen ønsker sagen igen, når tallene er klar.", "postponed", []),
    ("Direktionen aftalte, at ferieplanen udfyldes.", "approved", []),
    ("Status blev drøftet og taget til efterretning.", "noted", ["discussed"]),
]


@pytest.mark.parametrize(("text", "primary", "secondary"), BOARD + FALSE_FRIENDS)
def test_the_first_deciding_sentence_says_the_outcome(text: str, primary: str, secondary: list[str]) -> None:
    outcome = classify(text)
    assert (outcome.primary, list(outcome.secondary)) == (primary, secondary)
    assert outcome.confidence >= 0.5


@pytest.mark.parametrize(("text", "primary"), COUNCIL)
def test_phrases_of_councils_and_committees(text: str, primary: str) -> None:
    outcome = classify(text)
    assert outcome.primary == primary
    assert outcome.confidence >= 0.5


@pytest.mark.parametrize(("primary", "texts"), STANDARD)
def test_standard_phrases(primary: str, texts: str) -> None:
    assert {text: classify(text).primary.value for text in texts.split("|")} == dict.fromkeys(
        texts.split("|"), primary
    )


def test_a_lone_mark_notes_nothing() -> None:
    assert all(map(notes_nothing, ["", "-", "–", "—", "-.", " - \n", "..."]))
    assert not any(map(notes_nothing, ["Ingen.", "- Godkendt", "1"]))


@pytest.mark.parametrize("text", EMPTY)
def test_nothing_noted_is_surely_none(text: str) -> None:
    outcome = classify(text)
    assert (outcome.primary, outcome.confidence) == (OutcomeKind.NONE, 1.0)


@pytest.mark.parametrize("text", UNDECIDED)
def test_words_that_decide_nothing_are_none_with_a_doubt(text: str) -> None:
    outcome = classify(text)
    assert (outcome.primary, outcome.secondary) == (OutcomeKind.NONE, ())
    assert outcome.confidence < 0.5


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("At 1: Godkendt. At 2: Anbefales.", {"1": "approved", "2": "recommended"}),
        ("Ad 1, 2 og 4: Anbefales.", {"1": "recommended", "2": "recommended", "4": "recommended"}),
        (
            "Godkender indstillingens punkt 2, og anbefaler indstillingens punkt 1.",
            {"1": "recommended", "2": "approved"},
        ),
        ("Udvalget tiltræder forslag 1 - 3.", {"1": "approved", "2": "approved", "3": "approved"}),
        ("Pkt. 1 godkendt, pkt. 2 udsat.", {"1": "approved", "2": "postponed"}),
        ("Ad 1. Godkendt. Ad 2. Udsættes.", {"1": "approved", "2": "postponed"}),
        ("Godkendt.", {}),
    ],
)
def test_points_have_outcomes_of_their_own(text: str, points: dict[str, str]) -> None:
    assert {point.number: point.outcome.value for point in classify(text).points} == points


def test_a_numbered_item_is_withdrawn_only_when_it_is_this_one() -> None:
    assert classify("Punkt 9 udgår.", number="9").primary is OutcomeKind.WITHDRAWN
    assert classify("Punkt 9 udgår.", number="8").primary is OutcomeKind.NONE
    assert classify("Borgmesteren meddelte, at punkt 9 om haller udgår.", number="9").primary is OutcomeKind.WITHDRAWN


def test_a_recommendation_by_the_last_body_stays_one_with_less_confidence() -> None:
    outcome = classify("Anbefales.", last_body=True)
    assert outcome.primary is OutcomeKind.RECOMMENDED
    assert outcome.confidence < classify("Anbefales.", last_body=False).confidence


def test_indirect_words_are_less_sure_than_plain_ones() -> None:
    assert classify("Direktionen vedtog at bytte om.").confidence < classify("Godkendt.").confidence


@given(
    st.lists(
        st.sampled_from(
            [
                "godkendt",
                "ikke",
                "udsat",
                "at",
                "punkt 3",
                ".",
                "\n",
                "-",
                '"',
                "idet",
                "stemte imod",
                "drøftes",
                "dog",
                "(Ø)",
            ]
        )
        | st.text(max_size=8),
        max_size=25,
    )
)
def test_any_text_has_one_outcome_and_no_class_twice(words: list[str]) -> None:
    outcome = classify(" ".join(words))
    classes = [outcome.primary, *outcome.secondary]
    assert len(classes) == len(set(classes))
    assert 0.0 <= outcome.confidence <= 1.0


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["godkendt ", "a", "at 1 ", "ikke ", "(a ", "udarbejdes ", '"', ". A", "send ", "x\n", "punkt 1, "]
)
def test_a_hostile_text_costs_linear_time(piece: str) -> None:
    assert grows_in_proportion(lambda size: classify(piece * (size // len(piece))), 25_000)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Direktionen ønsker sagen yderligere belyst, inden der tages stilling.", OutcomeKind.SENT_BACK),
        ("Forslaget nyder ikke fremme.", OutcomeKind.REJECTED),
        ("Overgår til budgetforhandlingerne.", OutcomeKind.REFERRED),
        ("Der var intet til eventuelt.", OutcomeKind.NONE),
        ("Der var enighed om at igangsætte projektet.", OutcomeKind.APPROVED),
        ("Direktionen gav grønt lys til pilotprojektet.", OutcomeKind.APPROVED),
    ],
)
def test_turns_of_executive_boards_are_known(text: str, kind: OutcomeKind) -> None:
    outcome = classify(text)
    assert (outcome.primary, outcome.confidence >= 0.5) == (kind, True)


@pytest.mark.parametrize(
    "text",
    [
        "Regionen har bevilget midler til stien.",
        "Staten besluttede i 2022 at lukke ordningen.",
        "Folketinget har netop vedtaget en lov om unge.",
        "Erhvervsstyrelsen har godkendt ansøgningen.",
        "Oversigt over godkendte lokalplaner er vedlagt.",
        "Listen over besluttede anlægsprojekter opdateres løbende.",
        "Status på vejene:\n\n- Kystvejen: i udbud\n- Skovvejen: arbejdet er i gang",
        "Emner til næste møde:\n\n- Godkendelse af regnskabet\n- Besøg på plejehjemmet",
        "Opmærksomhedspunkter:\n\n- Økonomi\n- Valg af leverandør",
        "Oversigt over godkendte planer. Formanden bød velkommen.",
    ],
)
def test_what_others_decided_and_what_is_only_listed_decides_nothing(text: str) -> None:
    outcome = classify(text)
    assert outcome.primary is OutcomeKind.NONE
    assert outcome.confidence < 0.5


@pytest.mark.parametrize(
    ("text", "primary"),
    [
        ("Bestyrelsen godkendte regnskabet.", "approved"),
        ("Skolebestyrelsen anbefaler, at planen vedtages.", "recommended"),
        ("Regionsrådet vedtog budgettet.", "approved"),
        ("Regionen har bevilget midler, og udvalget godkender projektet.", "approved"),
        ("Kl. 9 godkendte udvalget dagsordenen.", "approved"),
        ("Udvalget godkendte listen over godkendte planer.", "approved"),
    ],
)
def test_what_the_board_decides_besides_is_not_lost(text: str, primary: str) -> None:
    assert classify(text).primary == primary
