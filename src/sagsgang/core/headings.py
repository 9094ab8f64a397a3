"""Which headings an item of which type has, in order. Pure data."""

from sagsgang.paper.model import ItemType, SectionKind

HEADINGS: dict[SectionKind, str] = {
    SectionKind.SUMMARY: "Resume og sagens baggrund",
    SectionKind.RECOMMENDATION: "Indstillinger",
    SectionKind.PRESENTATION: "Sagsfremstilling",
    SectionKind.FINANCES: "Økonomiske konsekvenser",
    SectionKind.REMARK: "Administrativ bemærkning",
}
# Over what is said of something that was closed when it was out.
SHUT = "Taget ud af den offentlige udgave"
# What a new item of the type is given; the recommendation is written in points.
ASKED: dict[ItemType, tuple[SectionKind, ...]] = {
    ItemType.DECISION: (
        SectionKind.SUMMARY,
        SectionKind.RECOMMENDATION,
        SectionKind.PRESENTATION,
        SectionKind.FINANCES,
    ),
    ItemType.DISCUSSION: (SectionKind.SUMMARY, SectionKind.RECOMMENDATION, SectionKind.PRESENTATION),
    ItemType.INFORMATION: (SectionKind.SUMMARY, SectionKind.RECOMMENDATION, SectionKind.PRESENTATION),
}
ITEM_TYPES: dict[ItemType, str] = {
    ItemType.DECISION: "Beslutning",
    ItemType.DISCUSSION: "Drøftelse",
    ItemType.INFORMATION: "Orientering",
}
# What may close an item: the law's own numbers, as a clerk picks them.
LEGAL_BASES: tuple[str, ...] = (
    "Styrelsesloven § 10: sagens beskaffenhed",
    "Forvaltningsloven § 27, stk. 1: private forhold",
    "Forvaltningsloven § 27, stk. 1: forretningshemmeligheder",
    "Forvaltningsloven § 27, stk. 4: det offentliges økonomiske interesser",
    "Offentlighedsloven § 23: interne dokumenter",
    "Offentlighedsloven § 30: private forhold og driftsforhold",
    "Offentlighedsloven § 33: det offentliges økonomiske interesser",
)


def heading_of(kind: SectionKind) -> str:
    """The heading as printed; "Andet" for sections of another kind until somebody names them."""
    return HEADINGS.get(kind, "Andet")
