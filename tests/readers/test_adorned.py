"""Headings that a clerk numbered, bulleted or put in brackets are headings; the lists of a text are not."""

import pytest

from tests.readers.facts import facts, only, source

SOUND = source("L1")
HEADINGS = (
    "Sagstype",
    "Resume og sagens baggrund",
    "Indstillinger",
    "Behandling",
    "Økonomiske konsekvenser",
    "Bilag",
)


def adorned(form: str) -> str:
    """The sound paper with every heading written in that form."""
    lines = SOUND.split("\n")
    return "\n".join(form.format(line) if line in HEADINGS else line for line in lines)


@pytest.mark.parametrize("form", ["1. {}", "2) {}", "1.2. {}", "[{}]", "({})", "- {}", "{}.", "3. {}:"])
def test_a_paper_whose_headings_all_look_so_is_read_as_if_they_did_not(form: str) -> None:
    text = adorned(form)
    assert text != SOUND
    assert facts(only(text).paper) == facts(only(SOUND).paper)


def test_the_heading_of_the_contents_list_may_end_in_a_full_stop() -> None:
    text = SOUND.replace("Indholdsfortegnelse\n", "Indholdsfortegnelse.\n")
    assert text != SOUND
    assert facts(only(text).paper) == facts(only(SOUND).paper)


@pytest.mark.parametrize(
    "rows",
    [
        "1. Resume\n2. Indstillinger\n3. Bilag\n4. Behandling",
        "1. Resume\n\n2. Indstillinger\n\n3. Bilag\n\n4. Behandling",
        "- Resume\n- Indstillinger\n- Bilag",
        "[Bilag]",
        "1. Bilag",
    ],
)
def test_such_words_in_a_list_of_a_text_stay_there(rows: str) -> None:
    old = "Forvaltningen foreslår, at medarbejderne"
    assert old in SOUND
    sections = only(SOUND.replace(old, f"En sag har disse dele:\n\n{rows}\n\n{old}", 1)).paper.items[0].sections
    assert any(rows in part.text for part in sections)
