"""Commitments: what is promised, by whom and for when; and what only sounds like a promise."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.danish.commitments import commitments
from sagsgang.danish.deadlines import DueKind
from tests.growth import grows_in_proportion

SAID = date(2017, 3, 6)

PROMISES = [
    ("Staben skal inddrage borgernes ønsker.", "Staben", "none"),
    ("Staben skal sikre fælles regler.", "Staben", "none"),
    ("Naboerne skal også høres.", None, "none"),
    ("Materialet sendes til niveau 2 senest fredag.", None, "interval"),
    ("Der gives en mundtlig status på næste møde.", None, "next_meeting"),
    ("Reglerne skal være indført ved årets udgang.", None, "interval"),
    ("Ida og Per mødes med foreningen inden jul.", "Ida og Per", "interval"),
    ("Centerchefen får til opgave at beskrive følgerne.", "Centerchefen", "none"),
    ("Opfølgning: Ida tager den med på kredsmødet i oktober.", "Ida", "interval"),
    ("Direktionen vil gerne præsenteres for tallene i foråret 2018.", None, "interval"),
    ("Udvalget ønsker en opfølgning efter et halvt år.", None, "interval"),
    ("Borgmesteren tager spørgsmålet op med KL.", "Borgmesteren", "none"),
    ("Arbejdsgruppen afleverer sin rapport medio april.", "Arbejdsgruppen", "interval"),
    ("Udvalget får en status hvert kvartal.", None, "event"),
    ("Per er tovholder på opgaven.", "Per", "none"),
    ("Der tages kontakt til naboerne.", None, "none"),
    ("Skolebestyrelsen skal høres igen, før skolestart.", None, "event"),
    ("Staben orienterer udvalget, så snart der foreligger et svar.", "Staben", "event"),
    ("Direktionen følger op på sagen i løbet af foråret.", "Direktionen", "interval"),
    ("Direktøren blev anmodet om at redegøre på næstkommende møde.", "Direktøren", "next_meeting"),
    ("Direktøren for Børn og Kultur tager en drøftelse med lederne.", "Direktøren for Børn og Kultur", "none"),
    ("Arbejdsgruppen afleverer sin rapport senest 1. oktober.", "Arbejdsgruppen", "interval"),
    ("Økonomi og HR ser på mulighederne og vender tilbage.", "Økonomi og HR", "coming_meeting"),
    ("Direktionen ønsker en evaluering efter 1 år.", None, "interval"),
    ("Dog afventer placeringen, at borgermødet har været afholdt.", None, "event"),
    ("Sagen tages op igen, når staben har udarbejdet et notat.", None, "event"),
    ("Punktet udsættes, indtil redegørelsen foreligger.", None, "event"),
    ("Ansøgeren skal fremsende en ny tegning inden 4 uger.", "Ansøgeren", "interval"),
    ("Klubben skal aflægge regnskab senest den 1. april 2018.", "Klubben", "interval"),
    ("Analysen skal ligge klar primo september.", None, "interval"),
    ("Fordelingen foretages af Skoleafdelingen.", "Skoleafdelingen", "none"),
    ("Det aftaltes, at direktøren for Kultur skriver til klubberne.", "direktøren for Kultur", "none"),
    ("Hver direktør udpeger en kontaktperson inden udgangen af maj.", "Hver direktør", "interval"),
    ("Punktet overføres til næste møde.", None, "next_meeting"),
    ("Drøftet, hvor Teknik og Miljø fremlægger en plan i Klimarådet.", "Teknik og Miljø", "none"),
    ("I maj fremlægger Teknik og Miljø en plan.", "Teknik og Miljø", "interval"),
    ("Forvaltningen (Miljø) undersøger støjen inden maj.", "Forvaltningen (Miljø)", "interval"),
    ("Forvaltningen vender tilbage, når tallene foreligger.", "Forvaltningen", "event"),
    ("Forvaltningen vender tilbage på et senere tidspunkt.", "Forvaltningen", "none"),
    ("Forvaltningen blev anmodet om at sende tallene.", "Forvaltningen", "none"),
    ("Udvalget anmodede forvaltningen om at fremlægge en analyse.", "forvaltningen", "none"),
    ("HR-chefen udarbejder et udkast inden udgangen af juni.", "HR-chefen", "interval"),
    ("Personalechefen igangsætter rekrutteringen straks.", "Personalechefen", "interval"),
    ("Næste status gives i oktober.", None, "interval"),
    ("Referatet fra borgermødet sendes til udvalget senest d. 24. maj.", None, "interval"),
    ("Der udarbejdes en ny plan om 2-3 uger.", None, "interval"),
    ("Sagen medtages på næste Direktionsmøde.", None, "next_meeting"),
    ("Sagen skal på igen.", None, "coming_meeting"),
    ("Der fremlægges et forslag til et direktionsmøde.", None, "coming_meeting"),
    ("Der forventes at foreligge et oplæg ultimo maj.", None, "interval"),
    ("Planen skal drøftes endeligt, når Ida er tilbage.", None, "event"),
    ("Drøftelsen af budgettet afventer, at tallene er klar.", None, "event"),
    ("Baggrunden drøftes på et kommende møde.", None, "coming_meeting"),
    ("Dette drøftes på det kommende møde for skoleledere.", None, "coming_meeting"),
    ("Pladserne fordeles af administrationen.", "administrationen", "none"),
    ("Per drøfter evt. ønsker med Ida.", "Per", "none"),
    ("Ift. 2017 - den enkelte direktør aftaler videre med lederne", "den enkelte direktør", "none"),
    ("Ida og Per følger op inden sommerferien.", "Ida og Per", "interval"),
    ("Center for Veje kontakter naboerne.", "Center for Veje", "none"),
    ("HR udsender en invitation i uge 20.", "HR", "interval"),
    ("Udvalget bad forvaltningen om at undersøge sagen.", "forvaltningen", "none"),
    ("Til næste status beder Direktionen om, at tallene er med.", None, "event"),
    ("Udvalget ønsker en oversigt om 3 måneder.", None, "interval"),
    ("Udvalget ser gerne, at møder holdes i landsbyerne.", None, "none"),
    ("Det aftaltes, at Per laver et oplæg til mødet den 3. april.", "Per", "interval"),
    ("Godkendt, idet administrationen senest den 1. april udarbejder en tidsplan.", "administrationen", "interval"),
    ("Anbefales, idet det bemærkes, at der arbejdes videre med tallene.", None, "none"),
    ("Sagen drøftedes og notat justeres efter bemærkningerne.", None, "none"),
    ("Sagen udsættes til mødet den 20. marts 2017.", None, "interval"),
    ("Taget til efterretning, idet det aftaltes at følge op om et halvt år.", None, "interval"),
    ("Sagen genfremsættes primo 2018.", None, "interval"),
    ("Der laves et oplæg til niveau 2 mødet den 5. oktober.", None, "interval"),
    ("Udsat til næste møde.", None, "next_meeting"),
    ("Siden lanceres i 2. halvår 2017.", None, "interval"),
    ("Der følges op på planen i 2. kvartal 2017.", None, "interval"),
    ("Udkastet drøftes på næste møde i Økonomiudvalget.", None, "coming_meeting"),
]
NO_PROMISES = [
    "Det blev drøftet, om der skal laves en ny undersøgelse.",
    "Projektet evalueres eventuelt senere.",
    "Hvis ansøgeren ønsker det, kan sagen genoptages.",
    "Direktionen noterede sig, at Byrådet skal behandle sagen den 28. marts.",
    "Direktionen deltager gerne, når kalenderen tillader det.",
    "Kalenderen tages til følge med en enkelt ændring i maj.",
    "Byggeriet går i gang i september 2018 og står færdigt i foråret 2019.",
    "Sagen sendes i høring.",
    "Fremsendes til Byrådet med anbefaling.",
    "Sagen udgår og sendes tilbage til forvaltningen.",
    "Forvaltningen giver ikke tilladelse til nedrivning.",
    "Sagen blev udsat på mødet i januar, fordi bilaget manglede.",
    "Udvalget tiltræder ikke, at forslaget sendes i høring.",
    "Udvalget anbefaler, at forslaget sendes i høring.",
    "Parkeringspladsen skal være offentlig.",
    "Borgerne skal henvende sig i Borgerservice.",
    "Venstre ønsker ført til protokols, at partiet er imod.",
    "Godkendt.",
    "Godkendt. Stopper i Direktionen.",
    "Godkendt, idet mødet deles op i to temaer.",
    "Spørgsmål om kodeks kan tages op på et senere tidspunkt.",
    "Efter knap 10 år er der behov for en gennemgang.",
    "Målgruppen overvejes, og det overvejes at spørge lederne.",
    "Direktionen godkendte at igangsætte etape 1: Møde primo maj.",
    "Udgifterne flyttes fra 2018 til 2019.",
    "Notatet er udarbejdet og udsendt.",
    "Udvalget har tidligere modtaget et notat.",
    "Behandlingen blev afsluttet den 29. februar 2016.",
    "Konferencen finder sted den 14.-15. april 2017.",
    "Siden lanceres for borgerne.",
    "Godkendt for perioden 1. april 2017 til 31. marts 2018.",
    "Direktionen besluttede den 3. januar 2017 at igangsætte projektet.",
    "Per Lund deltog ikke under behandlingen.",
    "Liste B tager forbehold indtil næste møde.",
    "Ingen bemærkninger.",
    "-",
    "",
]


@pytest.mark.parametrize(("text", "who", "kind"), PROMISES)
def test_a_promise_is_found_with_who_and_when(text: str, who: str | None, kind: str) -> None:
    (promise,) = commitments(text, SAID, "Direktionen")
    assert (promise.text, promise.who, promise.due.kind) == (text, who, kind)


@pytest.mark.parametrize("text", NO_PROMISES)
def test_what_only_sounds_like_a_promise_is_none(text: str) -> None:
    assert commitments(text, SAID, "Direktionen") == ()


def test_a_note_behind_a_promise_says_who_and_when() -> None:
    (promise,) = commitments("Der bestilles borde. Ansvarlig: Ida Holm. Frist: 1. april.", SAID, "Direktionen")
    assert (promise.text, promise.who, promise.due.end) == ("Der bestilles borde.", "Ida Holm", date(2017, 4, 1))


def test_a_note_behind_a_promise_does_not_overrule_it() -> None:
    (promise,) = commitments(
        "HR udsender et brev i uge 20. Ansvarlig: Per Lund. Frist: 1. juni.", SAID, "Direktionen"
    )
    assert (promise.who, promise.due.start) == ("HR", date(2017, 5, 15))


def test_each_bullet_under_a_promise_is_a_task_of_its_own() -> None:
    text = "Sagen skal på igen, suppleret med\n\n- tal fra skolerne\n- tre eksempler\n\nGodkendt i øvrigt."
    assert [promise.text for promise in commitments(text, SAID, "Direktionen")] == [
        "Sagen skal på igen, suppleret med",
        "tal fra skolerne",
        "tre eksempler",
    ]


def test_bullets_are_the_tasks_of_whoever_the_sentence_over_them_names() -> None:
    text = "Administrationen udarbejder:\n\n- en tidsplan i juni\n- Ida leverer tal"
    found = commitments(text, SAID, "Direktionen")
    assert [promise.who for promise in found] == ["Administrationen", "Administrationen", "Ida"]


def test_a_list_of_coming_topics_has_their_dates() -> None:
    text = "Kommende temaer:\n\n- Skoler (september)\n- Veje (efter KB-møde i juni)"
    dues = [promise.due for promise in commitments(text, SAID, "Direktionen")]
    assert [(due.kind, due.start, due.end) for due in dues] == [
        (DueKind.INTERVAL, date(2017, 9, 1), date(2017, 9, 30)),
        (DueKind.EVENT, None, None),
    ]


def test_bullets_under_what_was_agreed_are_tasks() -> None:
    text = "Der blev aftalt følgende:\n- Notatet rettes til inden 1. oktober\n- Ida kontakter skolerne"
    assert [(p.who, p.due.kind) for p in commitments(text, SAID, "Direktionen")] == [
        (None, DueKind.INTERVAL),
        ("Ida", DueKind.NONE),
    ]


def test_bullets_under_a_finished_sentence_are_no_tasks() -> None:
    assert commitments("Godkendt.\n\n- tal fra skolerne\n- tre eksempler", SAID, "Direktionen") == ()


@pytest.mark.parametrize(
    ("phrase", "body", "kind"),
    [
        ("næste direktionsmøde", "Direktionen", "next_meeting"),
        ("næste direktionsmøde", "Økonomiudvalget", "coming_meeting"),
        ("næste KB-møde", "Kommunalbestyrelsen", "next_meeting"),
        ("næste byrådsmøde", "Byrådet", "next_meeting"),
        ("næste byrådsmøde", "Direktionen", "coming_meeting"),
        ("næste udvalgsmøde", "Skoleudvalget", "next_meeting"),
        ("næste møde", "Skoleudvalget", "next_meeting"),
    ],
)
def test_another_bodys_next_meeting_is_a_coming_one(phrase: str, body: str, kind: str) -> None:
    (promise,) = commitments(f"Planen forelægges på {phrase}.", SAID, body)
    assert promise.due.kind == kind


@given(
    st.lists(
        st.sampled_from(
            [
                "der udarbejdes",
                "en plan",
                "om 2-3 uger",
                ".",
                "\n",
                "\n\n- ",
                "Per",
                "drøfter",
                "af",
                "administrationen",
                ":",
            ]
        )
        | st.text(max_size=6),
        max_size=25,
    ),
    st.dates(),
)
def test_every_promise_quotes_the_text_and_its_interval_is_ahead(words: list[str], said_on: date) -> None:
    text = " ".join(words)
    for promise in commitments(text, said_on, "Direktionen"):
        assert promise.text in text
        assert promise.who is None or promise.who in " ".join(text.split())
        assert promise.due.end is None or promise.due.end >= said_on


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["Per og ", "der udarbejdes ", "om 2-", "skal ", "A", "næste ", "efter ", ". B", "i maj ", "1. "]
)
def test_a_hostile_text_costs_linear_time(piece: str) -> None:
    assert grows_in_proportion(lambda size: commitments(piece * (size // len(piece)), SAID, "Direktionen"), 25_000)


def test_the_labelled_minutes_have_exactly_their_deadlines(shared: Path) -> None:
    wrong = []
    for path in sorted((shared / "labels").glob("*.json")):
        for item in json.loads(path.read_text(encoding="utf-8"))["items"]:
            wrong += [d["text"] for d in item["decisions"] if not _has_its_deadlines(d)]
    assert wrong == []


def _has_its_deadlines(decision: dict[str, object]) -> bool:
    found = commitments(str(decision["text"]), date.fromisoformat(str(decision["date"])), str(decision["body"]))
    read = [{"kind": c.due.kind.value, "from": str(c.due.start), "to": str(c.due.end)} for c in found]
    wanted = decision["due"]
    assert isinstance(wanted, list)
    intervals = [due for due in wanted if due["kind"] == "interval"]
    return [due for due in read if due["kind"] == "interval"] == intervals and all(
        any(due.items() <= one.items() for one in read) for due in wanted
    )


def test_bullets_under_what_is_said_to_be_agreed_are_tasks() -> None:
    text = (
        "Følgende blev aftalt:\n\n- HR laver en vejledning senest den 14. marts 2017\n- udvalgene svarer i april 2017"
    )
    assert [str(one.due.end) for one in commitments(text, SAID, "Hovedudvalget")] == ["2017-03-14", "2017-04-30"]
