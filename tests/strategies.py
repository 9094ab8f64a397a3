"""Papers as hypothesis makes them: of every shape that the model can hold, in the normal form that readers give."""

from datetime import date, time

from hypothesis import strategies as st

from sagsgang.paper.blocks import BulletList, ListItem, NumberedList, Paragraph, Table, parse, render
from sagsgang.paper.decide import decide
from sagsgang.paper.model import (
    Access,
    Attachment,
    Decision,
    Item,
    ItemType,
    Paper,
    PaperKind,
    Section,
    SectionKind,
    Treatment,
)
from sagsgang.readers.build import points_of
from sagsgang.readers.clean import clean_text
from sagsgang.readers.roles import CORE_WORDS, MEETING_WORDS, table

BODIES = (
    "Direktionen",
    "Økonomiudvalget",
    "Kommunalbestyrelsen",
    "Social- og Sundhedsudvalget",
    "Udvalget for Børn og Unge",
    "Hovedudvalget",
)
HEADINGS = {
    "Resume og sagens baggrund": SectionKind.SUMMARY,
    "Indstillinger": SectionKind.RECOMMENDATION,
    "Sagsfremstilling": SectionKind.PRESENTATION,
    "Økonomiske konsekvenser": SectionKind.FINANCES,
    "Retsgrundlag": SectionKind.OTHER,
    "Administrativ bemærkning den 2. marts 2024": SectionKind.REMARK,
    "Klimaaftryk og trivsel": SectionKind.OTHER,
}
# Sentences that begin as headings, labels and contents lines do.
MISLEADING = (
    "Bilag",
    "Bilag 1 uddyber tallene.",
    "Behandling",
    "Behandlingen af emnet fortsætter efter ferien.",
    "Sagsfremstillingen indeholder tre spor:",
    "Økonomiske konsekvenser er der ingen af.",
    "Indstillinger",
    "Åbent",
    "Lukket: også dette er tekst.",
    "Punkt 3: Ny skole",
    "Sagsnr.: 999-2020-12",
    "Side 3 af 9",
    "12",
    "Mødested",
    "Indholdsfortegnelse",
    "1. Ny skole",
    "Direktionens møde den 3. marts 2020:",
    "REFERAT Direktionen d. 03-03-2020",
    "Beslutning i Byrådet den 3. marts 2020:",
    "Økonomiudvalget, 3. marts 2020, pkt. 4:",
    "Administrativ bemærkning den 3. marts 2020:",
    "Nogle sociale konsekvenser",
    "og det gjorde de så",
    "~~~",
    "- 5 -",
    "999-2024-77",
    "\u2060",
    "(lukket)",
)
WORDS = (
    "skole", "vej", "budget", "2024", "3,9", "mio.", "kr.", "æblehave", "Østerbro", "og", "i", "til", "plan",
    "drøftes", "ved", "12/3", "pkt.", "§", "–", "(bilag)", "\"mål\"", "Karen", "hvorefter", "KLE", "A/S", "50%",
    "arbejdsmarkedsuddannelsesområdet", "<b", "a&b", "#1", "$x$", "*", "_y_", "\\n", "[x]", "@z", "=", "`",
)  # fmt: skip
DECISIONS = (
    "-",
    "Godkendt.",
    "Anbefales.",
    "Drøftedes. Der udarbejdes en revideret plan til drøftelse om 2-3 uger.",
    "Godkendt. Stopper i Direktionen.",
    "Taget til efterretning.",
    "Udsat til næste møde.",
)

days = st.dates(min_value=date(1990, 1, 1), max_value=date(2069, 12, 31))
clocks = st.times(max_value=time(23, 59)).map(lambda clock: clock.replace(second=0, microsecond=0))
bodies = st.sampled_from(BODIES)
access = st.sampled_from([Access.OPEN, Access.OPEN, Access.OPEN, Access.CLOSED])


def phrases(most: int = 9) -> st.SearchStrategy[str]:
    """Some words in a row, the first with a capital letter."""
    first = st.sampled_from(["Etablering", "Status", "Valg", "Ændring", "Køb", "Orientering"])
    rest = st.lists(st.sampled_from(WORDS), max_size=most)
    return st.builds(lambda head, tail: " ".join([head, *tail]), first, rest)


names = st.builds(
    "{} {}".format,
    st.sampled_from(["Anna", "Bo", "Carla", "Åse"]),
    st.sampled_from(["Berg", "Dal", "Eng (A), formand", "Fog-Holm"]),
)
# Any signs at all, but for what readers take out as damage: odd blanks, table bars, Markdown, control characters.
odd_signs = st.characters(
    codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="|#", include_characters=" "
)
odd_texts = (
    st.text(odd_signs, min_size=1, max_size=40)
    .map(lambda text: " ".join(clean_text(text).split()))
    .filter(lambda text: bool(text) and parse(text) == (Paragraph(text),))
)
heading_words = sorted(table(MEETING_WORDS, CORE_WORDS))
almost_headings = st.builds(
    "{}{}".format,
    st.sampled_from(heading_words).map(str.capitalize),
    st.sampled_from(
        ["", ":", ".", "er", " er her", ": Bo Dal", " 12", " den 3. maj 2020:", " Torvet 1", " (lukket)"]
    ),
)
paragraphs = st.one_of(
    odd_texts.map(Paragraph),
    almost_headings.map(Paragraph),
    phrases(30).map(lambda text: Paragraph(text + ".")),
    phrases(5).map(Paragraph),
    st.sampled_from(MISLEADING).map(Paragraph),
)
bullets = st.lists(phrases(4), min_size=1, max_size=4).map(
    lambda texts: BulletList(tuple(ListItem(text, min(at, 1)) for at, text in enumerate(texts)))
)
numbered = st.lists(phrases(4), min_size=1, max_size=4).map(
    lambda texts: NumberedList(tuple(ListItem(text, number=str(at)) for at, text in enumerate(texts, 1)))
)
tables = st.lists(st.tuples(phrases(2), phrases(2), st.sampled_from(["kr. 12.500", "3", "4,2"])), max_size=3).map(
    lambda rows: Table((("Tiltag", "Hvem", "Beløb"), *rows))
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A text of paragraphs, lists and tables by the convention; two lists never touch, for they would be one."""
    blocks = draw(st.lists(st.one_of(paragraphs, paragraphs, bullets, numbered, tables), min_size=1, max_size=5))
    parted = [part for block in blocks for part in (block, Paragraph("Dertil kommer, at sagen er i god gænge."))]
    return render(parted[:-1])


@st.composite
def sections(draw: st.DrawFn) -> tuple[Section, ...]:
    """Sections in any order, each heading at most once."""
    headings = draw(st.lists(st.sampled_from(sorted(HEADINGS)), unique=True, max_size=4))
    named = [
        Section(kind=HEADINGS[heading], heading=heading, text=draw(texts()), access=draw(access))
        for heading in headings
    ]
    if draw(st.booleans()):
        return tuple(named)
    nameless = Section(kind=SectionKind.PRESENTATION, heading="", text=draw(texts()), access=Access.OPEN)
    return (nameless, *named)


attachments = st.builds(
    Attachment,
    title=phrases(5),
    document_number=st.one_of(st.none(), st.integers(1, 999999).map("999-2024-{}".format)),
    access=access,
)
treatments = st.builds(Treatment, body=bodies, date=days)


@st.composite
def decisions(draw: st.DrawFn, body: str, day: date, route: tuple[str, ...]) -> Decision:
    """What `body` decided on `day`, with the outcome and promises that its words hold."""
    text = draw(st.one_of(st.sampled_from(DECISIONS), texts()))
    last = route[-1] == body if body in route else None
    return decide(body=body, date=day, text=text, access=draw(access), last_body=last)


@st.composite
def items(draw: st.DrawFn, number: str, body: str, day: date) -> Item:
    """An item of a meeting of `body`: a closed stub, or an open item with what was decided."""
    title, page = draw(phrases()), draw(st.one_of(st.none(), st.integers(1, 99)))
    if draw(st.integers(0, 5)) == 0:
        told = draw(st.one_of(st.just(""), texts()))
        return Item(number=number, title=title, access=Access.CLOSED, toc_page=page, extract=told)
    meetings = [*draw(st.lists(st.tuples(bodies, days), max_size=2, unique=True)), (body, day)]
    route = tuple(draw(st.lists(bodies, max_size=3, unique=True)))
    parts = draw(sections())
    return Item(
        number=number,
        title=title,
        access=Access.OPEN,
        toc_page=page,
        item_type=draw(st.one_of(st.none(), st.sampled_from(ItemType))),
        case_number=draw(st.one_of(st.none(), st.integers(1, 99999).map("999-2024-{}".format))),
        kle_number=draw(st.one_of(st.none(), st.just("00.01.00"), st.just("85.11.06"))),
        document_number=draw(st.one_of(st.none(), st.integers(1, 999999).map("999-2024-{}".format))),
        deciding_body=draw(st.one_of(st.none(), bodies)),
        route=route,
        sections=parts,
        points=tuple(
            point for part in parts if part.kind is SectionKind.RECOMMENDATION for point in points_of(part.text)
        ),
        attachments=tuple(draw(st.lists(attachments, max_size=3, unique_by=lambda part: part.title))),
        treatments=tuple(draw(st.lists(treatments, max_size=2, unique=True))),
        decisions=tuple(
            draw(decisions(who, when, route)) for who, when in dict.fromkeys(meetings[draw(st.integers(0, 3)) :])
        ),
    )


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    """An agenda or minutes, from an empty one to a handful of items."""
    body, day = draw(bodies), draw(days)
    return Paper(
        kind=draw(st.sampled_from(PaperKind)),
        authority=draw(st.sampled_from([None, "Solbjerg Kommune"])),
        body=body,
        date=day,
        start=draw(st.one_of(st.none(), clocks)),
        end=draw(st.one_of(st.none(), clocks)),
        place=draw(st.sampled_from([None, "Rådhuset, Mødelokale 2", "Torvet 1 B"])),
        members=tuple(draw(st.lists(names, max_size=3, unique=True))),
        absences=tuple(draw(st.lists(names, max_size=2, unique=True))),
        remarks=draw(st.one_of(st.none(), texts())),
        items=tuple(draw(items(str(number), body, day)) for number in range(1, draw(st.integers(1, 5)))),
    )
