"""Papers without end for measuring: distinct, deterministic, put together from the demo's sentences."""

import random
from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import cache
from itertools import accumulate

from sagsgang.demo.stories import stories
from sagsgang.paper.decide import decide
from sagsgang.paper.model import Access, Attachment, Item, ItemType, Paper, PaperKind, Section, SectionKind

# fmt: off
_AREAS = (
    "Teknik", "Miljø", "Plan", "Havne", "Trafik", "Skole", "Dagtilbud", "Ungdoms", "Kultur",
    "Fritids", "Idræts", "Social", "Ældre", "Sundheds", "Psykiatri", "Beskæftigelses",
    "Integrations", "Erhvervs", "Turisme", "Landdistrikts",
)
# fmt: on
_DECISIONS = (
    "Godkendt.",
    "Anbefales.",
    "Taget til efterretning.",
    "Drøftedes. Der udarbejdes et revideret oplæg til drøftelse om 2-3 uger.",
    "Godkendt med den bemærkning, at der følges op om et år.",
    "Udsat til næste møde.",
    "-",
)


@cache
def sentences() -> tuple[str, ...]:
    """Every sentence of the demo's cases."""
    texts = [
        text for story in stories() for step in story.steps for text in (step.summary, step.presentation) if text
    ]
    return tuple(f"{part.strip().rstrip('.')}." for text in texts for part in text.split(". ") if len(part) > 30)


@cache
def words() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """A vocabulary with weights that fall as in language (Zipf): the demo's words, then compounds of them."""
    plain = sorted({word.strip(".,:;()").lower() for text in sentences() for word in text.split()})
    known = [word for word in plain if word.isalpha() and len(word) > 3]
    chance = random.Random(7)
    compounds = [chance.choice(known) + chance.choice(known) for _ in range(30_000)]
    every = tuple(dict.fromkeys(known + compounds))
    return every, tuple(accumulate(1 / (place + 3) for place in range(len(every))))


def bodies(number: int) -> tuple[str, ...]:
    """Names of that many bodies."""
    endings = ("udvalget", "rådet", "nævnet")
    return tuple(f"{_AREAS[place % len(_AREAS)]}{endings[place // len(_AREAS)]}" for place in range(number))


def papers(meetings: int, items: int = 10, boards: int = 40) -> Iterator[Paper]:
    """That many minutes in the order of time, from 2014 on, each with that many items."""
    chance = random.Random(2014)
    names = bodies(boards)
    first = date(2014, 1, 6)
    for place in range(meetings):
        day = first + timedelta(days=place * 4300 // meetings)
        yield _paper(chance, names[place % boards], day, time(8 + place // boards % 12), items)


def _paper(chance: random.Random, body: str, day: date, start: time, items: int) -> Paper:
    return Paper(
        kind=PaperKind.MINUTES,
        authority="Solbjerg Kommune",
        body=body,
        date=day,
        start=start,
        place="Rådhuset",
        items=tuple(_item(chance, str(number), body, day) for number in range(1, items + 1)),
    )


def _item(chance: random.Random, number: str, body: str, day: date) -> Item:
    title = " ".join(_some_words(chance, chance.randint(3, 7))).capitalize()
    if chance.random() < 0.06:
        return Item(number=number, title=title, access=Access.CLOSED)
    case = f"999-{day.year - chance.randint(0, 2)}-{chance.randint(1, 4000)}"
    text = "\n\n".join(_paragraph(chance) for _ in range(3))
    decision = chance.choice(_DECISIONS)
    return Item(
        number=number,
        title=title,
        access=Access.OPEN,
        item_type=chance.choice(list(ItemType)),
        case_number=case,
        kle_number=f"{chance.choice(('00', '05', '17', '27', '81', '85'))}.{chance.randint(1, 30):02}.00",
        document_number=f"999-{day.year}-{chance.randint(1000, 400000)}",
        route=(body, "Økonomiudvalget", "Kommunalbestyrelsen")[: chance.randint(1, 3)],
        sections=(
            _section(SectionKind.SUMMARY, "Resume og sagens baggrund", _paragraph(chance)),
            _section(SectionKind.RECOMMENDATION, "Indstillinger", "Direktøren indstiller, at sagen behandles."),
            _section(SectionKind.PRESENTATION, "Sagsfremstilling", text),
            _section(SectionKind.FINANCES, "Økonomiske konsekvenser", _cost(chance)),
        ),
        attachments=tuple(
            Attachment(
                title=f"Notat om {' '.join(_some_words(chance, 2))}",
                document_number=f"999-{day.year}-{chance.randint(1000, 400000)}",
                access=Access.OPEN,
            )
            for _ in range(chance.randint(0, 3))
        ),
        decisions=(decide(body=body, date=day, text=decision, access=Access.OPEN),),
    )


def _cost(chance: random.Random) -> str:
    return f"Udgiften er {chance.randint(2, 900)}.000 kr."


def _section(kind: SectionKind, heading: str, text: str) -> Section:
    return Section(kind=kind, heading=heading, text=text, access=Access.OPEN)


def _paragraph(chance: random.Random) -> str:
    own = " ".join(_some_words(chance, 14)).capitalize()
    return " ".join([*chance.sample(sentences(), 2), f"{own}.", *chance.sample(sentences(), 1)])


def _some_words(chance: random.Random, number: int) -> list[str]:
    every, weights = words()
    return chance.choices(every, cum_weights=weights, k=number)


def queries(number: int) -> tuple[str, ...]:
    """Search words, half frequent and half rare, the same at each call."""
    chance = random.Random(99)
    every, _ = words()
    half = number // 2
    return (*chance.sample(every[20:400], half), *chance.sample(every[2_000:12_000], number - half))
