"""The index of the pages that are files: whole, in parts of bounded size, and the same twice."""

import json
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.portal.still.words import FOLDER, StillItem, index, words

_TEXTS = st.text(alphabet="abcdeæøå 12-", max_size=60)


def read(items: Iterable[StillItem]) -> dict[str, bytes]:
    return {path.removeprefix(FOLDER): data for path, data in index(items)}


def looked_up(files: dict[str, bytes]) -> dict[str, tuple[list[int], list[int]]]:
    """Every word with its items, from the parts as the script reads them."""
    found = {}
    for number, prefix in enumerate(json.loads(files["indeks.json"])["parts"]):
        for word, places in json.loads(files[f"ord-{number}.json"]).items():
            assert word.startswith(prefix)
            title, text = ([sum(steps[: n + 1]) for n in range(len(steps))] for steps in places)
            found[word] = (title, text)
    return found


@given(st.lists(st.tuples(_TEXTS, _TEXTS), max_size=30))
def test_each_word_leads_to_the_items_that_have_it(texts: list[tuple[str, str]]) -> None:
    found = looked_up(read(StillItem(title, text, [title]) for title, text in texts))
    assert set(found) == {word for one in texts for text in one for word in words(text)}
    for word, (in_title, in_text) in found.items():
        assert in_title == [n for n, (title, _) in enumerate(texts) if word in words(title)]
        assert in_text == [n for n, (title, text) in enumerate(texts) if word in words(text) and n not in in_title]


def test_a_part_is_small_enough_for_a_phone_and_holds_what_begins_alike() -> None:
    items = [StillItem(f"sag{n}", " ".join(f"ord{n + m}" for m in range(40)), [str(n)]) for n in range(3000)]
    files = read(items)
    assert max(map(len, files.values())) < 70_000
    assert len(json.loads(files["indeks.json"])["parts"]) > 1
    assert looked_up(files)["ord7"] == ([], [0, 1, 2, 3, 4, 5, 6, 7])


def test_words_of_nearly_every_item_of_many_are_named_and_left_out() -> None:
    files = read(StillItem(f"sag {n}", "og", [str(n)]) for n in range(1500))
    assert json.loads(files["indeks.json"])["common"] == ["og", "sag"]
    assert set(looked_up(files)) == {str(n) for n in range(1500)}


def test_the_same_items_give_the_same_bytes() -> None:
    items = [StillItem("Cykelstier på Åvej", "Godkendt.", ["/a/"])]
    assert read(items) == read(items)
    assert set(looked_up(read(items))) == {"cykelstier", "paa", "aavej", "godkendt"}
