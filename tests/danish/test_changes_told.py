"""A change that is told beside two years, or in per cent of counts, has no difference to add up to."""

import pytest

from sagsgang.danish.findings import text_findings


@pytest.mark.parametrize(
    "text",
    [
        "Antallet er steget med 40 % fra 2014 til 2016.",
        "Udgiften er steget med 3 mio. kr. fra 2014 til 2016.",
        "Antallet er faldet med 15 % fra 34 til 29.",
    ],
)
def test_nothing_is_found_where_nothing_can_be_subtracted(text: str) -> None:
    assert not list(text_findings(text, None, ""))
