"""Texts that decide nothing: empty marks, attendance, votes, what others decided, and lists."""

import pytest

from sagsgang.danish.outcomes import OutcomeKind, classify, notes_nothing

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
