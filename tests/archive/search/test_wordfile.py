"""The list of words in a file: the same answers as the list in memory; and what a process remembers of words."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sagsgang.archive.search import analyser, document, words
from sagsgang.archive.search.lexicon import base_form, is_word
from sagsgang.archive.search.wordfile import WordFile, write

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\t\n"), max_size=12)


@settings(max_examples=30, deadline=None)
@given(words=st.dictionaries(WORDS, WORDS), other=WORDS)
def test_a_list_in_a_file_says_what_it_said_in_memory(
    tmp_path_factory: object, words: dict[str, str], other: str
) -> None:
    file = Path(tmp_path_factory.getbasetemp()) / "words.bin"  # type: ignore[attr-defined]
    write(file, words)
    found = WordFile(file)
    assert {word: found.get(word) for word in words} == words
    assert (other in found) == (other in words)
    assert found.get(other) == words.get(other)


def test_a_word_is_found_whole_only(tmp_path: Path) -> None:
    write(tmp_path / "words.bin", {"børnene": "barn"})
    found = WordFile(tmp_path / "words.bin")
    assert [found.get(word) for word in ("børnene", "ørnene", "børnen", "børnene\tb", "barn", "")] == [
        "barn",
        *[None] * 5,
    ]


def test_the_danish_list_knows_forms_and_names() -> None:
    assert base_form("børnene") == "barn"
    assert base_form("xyzzy") is None
    assert is_word("børnene")
    assert not is_word("xyzzy")


def test_the_words_of_all_who_ever_searched_are_not_remembered() -> None:
    kept = {
        each
        for module in (analyser, document, words)
        for each in vars(module).values()
        if hasattr(each, "cache_info")
    }
    assert len(kept) > 5
    assert max(each.cache_parameters()["maxsize"] for each in kept) <= words.REMEMBERED
