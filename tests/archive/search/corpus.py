"""Sixty items of Solbjerg Kommune on which the quality of search is judged."""

from datetime import date

from tests.archive.search.shelf import COUNCIL, ECONOMY, Placed

CORPUS: dict[str, Placed] = {
    "gevinst": Placed(
        title="Gevinstrealisering i digitaliseringsprogrammet", day=date(2023, 2, 6), outcome="approved",
        presentation="Programmet har nu otte projekter. Tidsbesparelsen er størst i borgerservice.",
        decision="Godkendt. Planen for realisering justeres efter sommer.", case_number="999-2022-41277",
        document_number="999-2023-118204", kle_number="85.11.06",
    ),
    "gevinst-status": Placed(
        title="Status for digitale projekter", day=date(2024, 2, 5), item_type="information", outcome="noted",
        presentation="Gevinster for 1,4 mio. kr. er hentet. Resten af gevinsterne er flyttet til næste budgetår.",
        decision="Taget til efterretning.", case_number="999-2022-41277", kle_number="85.11.06",
        attachments=(("Gevinstoverblik januar 2024", "999-2024-20611"),),
    ),
    "borgermøde": Placed(
        title="Borgermøde om ny midtbyplan", day=date(2023, 5, 8), body=COUNCIL, outcome="approved",
        presentation="Der holdes møde med borgerne på biblioteket, hvor skitserne vises.",
        decision="Godkendt, idet der også inviteres erhvervsdrivende.", kle_number="01.02.15",
    ),
    "lokalplan": Placed(
        title="Lokalplan 214 for boliger ved Engvænget", day=date(2023, 9, 25), body=COUNCIL, outcome="recommended",
        presentation="Planen giver plads til 42 boliger i to etager. Høringen gav elleve svar.",
        decision="Anbefales vedtaget.", case_number="999-2022-7781", kle_number="01.02.05",
        attachments=(("Forslag til lokalplan", "999-2023-90112"), ("Hvidbog med høringssvar", "999-2023-90118")),
    ),
    "lokalplan-endelig": Placed(
        title="Endelig vedtagelse af lokalplan 214", day=date(2024, 1, 29), body=COUNCIL, outcome="approved",
        presentation="Ændringer efter høringen er skrevet ind.", decision="Vedtaget.", case_number="999-2022-7781",
        kle_number="01.02.05",
    ),
    "budget": Placed(
        title="Budgetopfølgning pr. 30. april", day=date(2023, 5, 22), body=ECONOMY, outcome="noted",
        presentation="Det forventede mindreforbrug er 3,9 mio. kr. Skolerne har fortsat merudgifter til vikarer.",
        decision="Taget til efterretning.", kle_number="00.30.14", case_number="999-2023-501",
    ),
    "budget-2025": Placed(
        title="Budget 2025-2028: tids- og aktivitetsplan", day=date(2024, 1, 15), body=ECONOMY, outcome="approved",
        presentation="Budgetseminar holdes i august. Rammerne meldes ud i marts.", decision="Godkendt.",
        kle_number="00.30.00", case_number="999-2024-88",
    ),
    "anlæg": Placed(
        title="Frigivelse af anlægsbevilling til cykelsti langs Møllevej", day=date(2023, 6, 19), body=COUNCIL,
        presentation="Stien er 1,8 km. Anlægssummen er 6,2 mio. kr., og arbejdet udføres i efteråret.",
        decision="Godkendt.", outcome="approved", kle_number="05.04.00", case_number="999-2023-3307",
    ),
    "cykel": Placed(
        title="Handlingsplan for trafiksikkerhed", day=date(2022, 11, 7), body=COUNCIL, outcome="sent_back",
        presentation="Planen samler uheld de seneste fem år. Cyklister er udsatte i tre kryds.",
        decision="Sendt tilbage til forvaltningen.", kle_number="05.13.00",
        attachments=(("Uheldskort", ""), ("Cykelruter i Solbjerg", "")),
    ),
    "skole": Placed(
        title="Fremtidens skolestruktur", day=date(2023, 3, 27), body=COUNCIL, outcome="postponed",
        presentation="Elevtallet falder med ni procent. Fire modeller er regnet igennem.",
        decision="Udsat til næste møde.", kle_number="17.01.00", case_number="999-2022-60015",
        attachments=(("Prognose for elevtal", "999-2023-44001"),),
    ),
    "skole-igen": Placed(
        title="Fremtidens skolestruktur - genoptaget", day=date(2023, 4, 24), body=COUNCIL, outcome="approved",
        presentation="Model 3 lægger to skoler sammen under fælles ledelse.",
        decision="Godkendt med 12 stemmer mod 7.",
        kle_number="17.01.00", case_number="999-2022-60015",
    ),
    "skolebestyrelse": Placed(
        title="Valg til skolebestyrelser", day=date(2022, 4, 25), body=COUNCIL, outcome="noted",
        kle_number="17.01.04",
        presentation="Forældre vælges for fire år ad gangen.", decision="Orienteringen blev taget til efterretning.",
    ),
    "dagtilbud": Placed(
        title="Lukkeuger i daginstitutioner", day=date(2023, 10, 9), body=ECONOMY, outcome="rejected",
        presentation="Forslaget giver en besparelse på 0,8 mio. kr. Forældrene i børnehaverne er hørt.",
        decision="Forslaget kunne ikke godkendes.", kle_number="28.06.00",
    ),
    "børn": Placed(
        title="Tidlig indsats for udsatte familier", day=date(2024, 3, 4), body=COUNCIL, outcome="approved",
        presentation="Et barn i mistrivsel skal mødes inden for en uge. Indsatsen evalueres om et år.",
        decision="Godkendt.", kle_number="27.24.00",
    ),
    "børnepasning": Placed(
        title="Takster for pasning", day=date(2022, 10, 10), body=ECONOMY, outcome="recommended",
        kle_number="28.00.00",
        presentation="Prisen pr. plads til børnene stiger med 2,1 procent.", decision="Anbefales.",
    ),
    "ældre": Placed(
        title="Ældrepolitik", day=date(2023, 8, 21), body=COUNCIL, outcome="approved", kle_number="27.36.00",
        presentation="Politikken handler om værdighed, måltider og fællesskab på plejehjem.", decision="Godkendt.",
    ),
    "pleje": Placed(
        title="Kapacitet i plejeboliger frem mod 2032", day=date(2024, 4, 22), body=ECONOMY, outcome="discussed",
        presentation="Antallet af ældre over 80 år stiger. Der mangler 36 boliger.", decision="Drøftedes.",
        kle_number="27.36.12",
    ),
    "hjemmeside": Placed(
        title="Ny hjemmeside til tilflyttere", day=date(2022, 12, 5), outcome="approved_partly",
        kle_number="00.13.06",
        presentation="Siden skal fortælle om job, bolig og fritid. Første etape koster 185.000 kr.",
        decision="Etape 1 godkendt. Etape 2 afventer budgettet.", case_number="999-2022-59144",
        document_number="999-2022-407001",
    ),
    "hjemmeside-igen": Placed(
        title="Tilflyttersiden: anden etape", day=date(2023, 12, 4), outcome="stops_here", kle_number="00.13.06",
        presentation="Besøgstallet er fordoblet.", decision="Godkendt. Stopper i Direktionen.",
        case_number="999-2022-59144", document_number="999-2023-152007",
    ),
    "presse": Placed(
        title="Formidling af direktionens beslutninger", day=date(2023, 2, 6), decision="-", kle_number="00.13.06",
        presentation="Hvilke punkter skal på intranettet?", case_number="999-2020-18001",
    ),
    "presse-2": Placed(
        title="Formidling af direktionens beslutninger", day=date(2024, 2, 5), decision="-", kle_number="00.13.06",
        presentation="Nyhedsbrev til ledere sendes ud fredag.", case_number="999-2020-18001",
    ),
    "eventuelt": Placed(title="Eventuelt", day=date(2023, 2, 6), decision="-", case_number="999-2014-411"),
    "eventuelt-2": Placed(
        title="Eventuelt", day=date(2024, 2, 5), decision="Brandøvelse på rådhuset i uge 11.",
        case_number="999-2014-411",
    ),
    "lukket": Placed(title="Salg af grund ved havnen", day=date(2023, 6, 12), access="closed"),
    "lukket-indkøb": Placed(title="Indkøbsbesparelser", day=date(2024, 2, 5), access="closed"),
    "indkøb": Placed(
        title="Indkøbspolitik", day=date(2022, 9, 12), outcome="approved", kle_number="88.00.00", body=ECONOMY,
        presentation="Lokale leverandører skal have lettere ved at byde. E-handel øges.", decision="Godkendt.",
    ),
    "udbud": Placed(
        title="Udbud af rengøring", day=date(2023, 1, 16), outcome="approved", kle_number="88.12.00", body=ECONOMY,
        presentation="Kontrakten udløber ved årets udgang. Tilbud vurderes på pris og kvalitet.",
        decision="Godkendt, idet klausul om arbejdsforhold indgår.",
        attachments=(("Udbudsbetingelser", "999-2022-77120"),),
    ),
    "ledermøde": Placed(
        title="Niveau 2 ledermøde i december", day=date(2023, 11, 6), outcome="approved_amended",
        kle_number="81.04.04",
        presentation="Programmet handler om tillid, sygefravær og robusthed.", decision="Program justeres.",
    ),
    "sygefravær": Placed(
        title="Nøgletal for sygefravær", day=date(2024, 4, 8), item_type="information", outcome="noted",
        presentation="Fraværet er faldet fra 5,6 til 5,1 procent. Syge får hjælp fra en fastholdelseskonsulent.",
        decision="Taget til efterretning.", kle_number="81.28.00",
    ),
    "styring": Placed(
        title="Opfølgning på styringstemaet", day=date(2022, 5, 2), item_type="discussion", outcome="discussed",
        presentation="Økonomistyringen skal være tættere på driften.", decision="Drøftedes. Notatet tilrettes.",
        kle_number="00.01.00",
    ),
    "strategi": Placed(
        title="Bosætningsstrategi", day=date(2023, 1, 30), body=COUNCIL, outcome="approved", kle_number="00.01.10",
        presentation="Målet er 150 nye indbyggere om året. Strategien følges op hvert forår.", decision="Godkendt.",
    ),
    "borgmester": Placed(
        title="Emner til drøftelse med borgmesteren", day=date(2023, 3, 6), outcome="none", kle_number="00.01.00",
        presentation="Direktørerne foreslår tre emner.", decision="Ingen emner denne gang.",
    ),
    "klima": Placed(
        title="Klimatilpasning ved åløbet", day=date(2023, 8, 28), body=COUNCIL, outcome="approved",
        presentation="Kraftig regn har to gange oversvømmet kældre. Et regnvandsbassin løser problemet.",
        decision="Godkendt.", kle_number="06.00.05", case_number="999-2023-12990",
    ),
    "varme": Placed(
        title="Varmeplan for landsbyerne", day=date(2024, 2, 26), body=COUNCIL, outcome="recommended",
        presentation="Fjernvarme er rentabelt i to landsbyer. I de øvrige anbefales varmepumper.",
        decision="Anbefales.",
        kle_number="13.03.00",
    ),
    "vand": Placed(
        title="Spildevandsplan 2024-2030", day=date(2023, 11, 27), body=COUNCIL, outcome="approved",
        presentation="Kloakken skilles ad i fire oplande.", decision="Godkendt til offentlig høring.",
        kle_number="06.00.05",
    ),
    "affald": Placed(
        title="Sortering af affald i sommerhuse", day=date(2022, 6, 20), body=COUNCIL, outcome="postponed",
        presentation="Ejerne får fire nye spande. Tømning sker hver fjerde uge.", decision="Udsættes.",
        kle_number="07.00.00",
    ),
    "havn": Placed(
        title="Lystbådehavnens takster", day=date(2022, 3, 21), body=ECONOMY, outcome="approved",
        kle_number="08.00.00",
        presentation="Bådpladserne stiger efter nettoprisindekset.", decision="Godkendt.",
    ),
    "bibliotek": Placed(
        title="Åbningstider på biblioteket", day=date(2022, 8, 22), body=ECONOMY, outcome="approved",
        presentation="Selvbetjent åbent til kl. 22 alle dage.", decision="Godkendt.", kle_number="21.10.00",
    ),
    "musik": Placed(
        title="Musikskolens økonomi", day=date(2023, 10, 23), body=ECONOMY, outcome="noted", kle_number="18.14.00",
        presentation="Ventelisten er på 44 elever. Lærerne får nye aftaler.", decision="Taget til efterretning.",
    ),
    "idræt": Placed(
        title="Tilskud til foreninger", day=date(2023, 12, 11), body=COUNCIL, outcome="approved",
        kle_number="18.15.00",
        presentation="Idrætsforeningerne får lokaletilskud på 65 procent. Spejderne er med.", decision="Godkendt.",
    ),
    "svømmehal": Placed(
        title="Renovering af svømmehallen", day=date(2024, 3, 25), body=COUNCIL, outcome="sent_back",
        presentation="Betonen er nedbrudt omkring bassinet. To løsninger er prissat til 24 og 38 mio. kr.",
        decision="Sendes tilbage, så en tredje løsning kan beskrives.", kle_number="82.00.00",
    ),
    "aftale": Placed(
        title="Partnerskabsaftaler med virksomheder", day=date(2022, 11, 28), item_type="discussion",
        presentation="Hver direktør følger to aftaler.", decision="Drøftedes. Genoptages om 2-3 uger.",
        outcome="discussed", kle_number="81.00.00", case_number="999-2022-52510",
    ),
    "jobcenter": Placed(
        title="Jobcentrets resultater", day=date(2023, 9, 11), body=ECONOMY, item_type="information", outcome="noted",
        presentation="Ledigheden er 2,4 procent. Færre unge er på uddannelseshjælp.", kle_number="15.00.00",
        decision="Taget til efterretning.",
    ),
    "integration": Placed(
        title="Modtagelse af flygtninge", day=date(2022, 4, 4), body=ECONOMY, outcome="approved",
        kle_number="15.40.00",
        presentation="Der indrettes midlertidige boliger på den nedlagte skole.", decision="Godkendt.",
    ),
    "velkomst": Placed(
        title="Møde med Kjærgaard & Søn om vindmøller", day=date(2022, 9, 26), outcome="noted",
        presentation="Firmaet fra Aabenraa fortalte om borgerandele.", decision="Taget til efterretning.",
    ),
    "personale": Placed(
        title="Personalepolitiske retningslinjer", day=date(2023, 4, 17), outcome="approved", kle_number="81.00.05",
        presentation="Hjemmearbejde op til to dage om ugen.", decision="Godkendt.",
    ),
    "it": Placed(
        title="Sikkerhed på mobile enheder", day=date(2023, 10, 2), outcome="approved", kle_number="85.00.00",
        presentation="Telefoner uden opdatering spærres. Medarbejderne får besked i god tid.", decision="Godkendt.",
    ),
    "arkiv": Placed(
        title="Nyt journalsystem", day=date(2024, 1, 8), outcome="approved", kle_number="85.02.00",
        presentation="Overgangen sker i påsken. Superbrugere uddannes.", decision="Godkendt.",
        case_number="25-008754",
    ),
    "valg": Placed(
        title="Valg af medlem til bestyrelsen for vandværket", day=date(2022, 1, 24), body=COUNCIL, outcome="elected",
        presentation="Kommunen udpeger ét medlem.", decision="Valgt blev kandidaten fra gruppe C.",
    ),
    "møderække": Placed(
        title="Mødeplan for næste år", day=date(2023, 10, 30), body=COUNCIL, outcome="approved",
        kle_number="00.22.02",
        presentation="Byens råd og udvalg får faste mandage.", decision="Godkendt.",
    ),
    "regnskab": Placed(
        title="Årsregnskab 2022", day=date(2023, 4, 17), body=ECONOMY, outcome="recommended", kle_number="00.32.00",
        presentation="Driften viser et overskud på 27,3 mio. kr.", decision="Anbefales godkendt.",
        attachments=(("Årsberetning", ""), ("Revisionens protokollat", "")),
    ),
    "lån": Placed(
        title="Lånoptagelse og leasing", day=date(2023, 2, 20), body=ECONOMY, outcome="recommended",
        presentation="Rammen er 14 mio. kr. Kurtage og rente fremgår af bilaget.", decision="Anbefales.",
        kle_number="00.34.00",
    ),
    "turisme": Placed(
        title="Turistkontoret flytter", day=date(2022, 2, 7), body=ECONOMY, outcome="approved", kle_number="24.05.00",
        presentation="Kontoret flytter ind hos museet. Caféen bliver.", decision="Godkendt.",
    ),
    "kultur": Placed(
        title="Kulturnat i september", day=date(2022, 5, 30), body=ECONOMY, outcome="approved", kle_number="20.00.00",
        presentation="Der søges 90.000 kr. til musik, lys og mad på torvet.", decision="Godkendt.",
    ),
    "vej": Placed(
        title="Nye navne til veje i Engparken", day=date(2024, 4, 29), body=COUNCIL, outcome="approved",
        presentation="Vejene opkaldes efter sommerfugle.", decision="Godkendt.", kle_number="05.01.00",
    ),
    "busser": Placed(
        title="Køreplaner fra juni", day=date(2023, 3, 13), body=ECONOMY, outcome="noted", kle_number="13.05.00",
        presentation="Rute 12 kører hver time. Bussen til stationen får flere afgange.",
        decision="Taget til efterretning.",
    ),
    "beredskab": Placed(
        title="Plan for fortsat drift", day=date(2023, 1, 9), outcome="approved", kle_number="14.00.00",
        presentation="Beredskabet øves hvert andet år. Strømsvigt er den største risiko.", decision="Godkendt.",
    ),
    "frivillig": Placed(
        title="Frivillighedens dag", day=date(2022, 8, 8), outcome="approved", kle_number="27.15.00",
        presentation="Årets frivillige kåres i forsamlingshuset.", decision="Godkendt.",
    ),
    "medarbejder-kun": Placed(
        title="Rokade i kantinen", day=date(2023, 5, 15), audience="employees", outcome="noted",
        presentation="Kantinebestyrerens afløser begynder i maj.", decision="Taget til efterretning.",
    ),
    "sundhed": Placed(
        title="Sundhedshus på banegrunden", day=date(2024, 5, 6), body=COUNCIL, outcome="approved",
        presentation="Læger, sundhedspleje og genoptræning samles.", decision="Godkendt.", kle_number="29.00.00",
    ),
}  # fmt: skip
