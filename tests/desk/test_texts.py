"""Texts on the desk: saved by the script and by the button, in conflict, pasted, looked at, and told about."""

import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.core.commands.items import write_section
from sagsgang.core.models import Section
from sagsgang.core.viewer import Viewer
from sagsgang.desk.pasting import pasted
from sagsgang.paper.difference import difference
from tests.core.world import WHY, World
from tests.desk.logged_in import browser
from tests.desk.writing_world import draft, part, written
from tests.growth import grows_in_proportion

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def address(section: Section) -> str:
    return reverse("desk:section", args=[section.id])


def post(client: Client, to: str, said: object) -> Any:
    return client.post(to, json.dumps(said), content_type="application/json")


def stands(section: Section) -> str:
    return Section.objects.unguarded(WHY).get(pk=section.pk).text


def by(viewer: Viewer, section: Section, text: str, version: int) -> HttpResponse:
    answer = post(browser(viewer), address(section), {"text": text, "version": version, "person": viewer.person})
    assert isinstance(answer, HttpResponse)
    return answer


def test_the_script_saves_and_is_told_the_time_and_the_new_version(there: World) -> None:
    section = part(draft(there))
    answer = by(there.karen, section, "Første ord", 0)
    said = json.loads(answer.content)
    assert answer.status_code == 200
    assert said["version"] == 1
    assert said["saved"].startswith("kl. ")
    assert by(there.karen, section, "Første ord og flere", said["version"]).status_code == 200
    assert stands(section) == "Første ord og flere"


def test_the_button_saves_without_a_script(there: World) -> None:
    item = draft(there)
    section = part(item)
    back = reverse("desk:item", args=[item.id])
    answer = browser(there.karen).post(
        address(section), {"text": "Ord\r\ni to linjer", "version": 0, "tilbage": back}
    )
    assert (answer.status_code, answer["Location"]) == (302, back)
    assert stands(section) == "Ord\ni to linjer"


def test_a_conflict_shows_both_and_overwrites_nothing(there: World) -> None:
    section = part(draft(there))
    write_section(there.karen, section, "Hendes ord", 0)
    answer = by(there.karen, section, "Mine ord", 0)
    assert answer.status_code == 409
    assert json.loads(answer.content) == {"theirs": "Hendes ord", "version": 1, "by": "Karen"}
    page = browser(there.karen).post(address(section), {"text": "Mine ord", "version": 0})
    assert page.status_code == 409
    assert "Hendes ord" in page.content.decode()
    assert "Mine ord" in page.content.decode()
    assert stands(section) == "Hendes ord"


def test_who_has_been_logged_out_is_sent_to_the_login(there: World) -> None:
    section = part(draft(there))
    answer = post(Client(HTTP_HOST="localhost"), address(section), {"text": "x", "version": 0})
    assert answer.status_code == 302
    assert stands(section) == ""


def test_a_page_of_one_person_does_not_save_as_another(there: World) -> None:
    section = part(draft(there))
    answer = post(browser(there.karen), address(section), {"text": "x", "version": 0, "person": there.lis.person})
    assert answer.status_code == 403
    assert stands(section) == ""


@pytest.mark.parametrize(
    "said", [[], {}, {"text": 1, "version": 0}, {"text": "x"}, {"text": "x", "version": "-1"}, {"version": 0}, "x", 7]
)
def test_a_post_that_makes_no_sense_is_refused(there: World, said: object) -> None:
    assert post(browser(there.karen), address(part(draft(there))), said).status_code == 400


def test_nobody_else_writes_in_a_draft(there: World) -> None:
    section = part(draft(there))
    for viewer in (there.per, there.bo, there.mads, there.ida, there.rut):
        assert by(viewer, section, "x", 0).status_code == 404
    assert by(there.lis, section, "x", 0).status_code == 422
    assert stands(section) == ""


def test_the_history_tells_what_came_and_what_went(there: World) -> None:
    item = draft(there)
    written(there, item, "Hallen er gammel.")
    section = written(there, item, "Hallen er slidt.")
    page = browser(there.karen).get(reverse("desk:section-history", args=[section.id])).content.decode()
    assert "<del>gammel.</del><ins>slidt.</ins>" in page
    assert page.index("slidt.") < page.index("<ins>Hallen er gammel.")


@given(st.text(alphabet="ab \n", max_size=60), st.text(alphabet="ab \n", max_size=60))
def test_a_difference_holds_both_texts_whole(before: str, after: str) -> None:
    runs = difference(before, after)
    assert "".join(run.text for run in runs if run.kind != "in") == before
    assert "".join(run.text for run in runs if run.kind != "out") == after


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "after"), [("a\n", "b a\n"), ("x ", "x y "), ("a\n", "a\nb\n"), ("og der er\n", "er og\n")]
)
def test_a_difference_of_repetitive_texts_takes_time_in_proportion(before: str, after: str) -> None:
    assert grows_in_proportion(lambda times: difference(before * times, after * times), 2_000)


def test_copied_from_word_keeps_headings_lists_and_tables_and_nothing_else(there: World) -> None:
    word = (
        "<html><head><style>p{color:red}</style></head><body><h2>Baggrund</h2>"
        "<p class=MsoNormal style='color:red'>Hallen er <b>slidt</b> og skal skiftes ud.<o:p></o:p></p>"
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·&nbsp;&nbsp;</span>"
        "<![endif]>Taget</p><p style='mso-list:l0 level2 lfo1'><span>o&nbsp; </span>Tagrenden</p>"
        "<table><tr><td>Post</td><td>Beløb</td></tr><tr><td>Tag</td><td>5</td></tr></table>"
        "<script>alert(1)</script></body></html>"
    )
    answer = post(browser(there.karen), reverse("desk:paste"), {"html": word})
    assert json.loads(answer.content)["text"] == (
        "Baggrund\n\nHallen er slidt og skal skiftes ud.\n\n- Taget\n  - Tagrenden\n\nPost\tBeløb\nTag\t5"
    )


@given(st.text(max_size=200))
def test_whatever_is_pasted_becomes_text(source: str) -> None:
    assert "\ue000" not in pasted(source)


def test_a_look_at_the_print_escapes_what_is_typed(there: World) -> None:
    answer = post(browser(there.karen), reverse("desk:look"), {"text": "- et\n- <script>"})
    assert json.loads(answer.content)["html"] == "<ul><li>et</li><li>&lt;script&gt;</li></ul>"


def test_what_a_subject_is_asked_for_by_never_stands_in_an_address(there: World) -> None:
    assert browser(there.karen).get(reverse("desk:kle"), {"q": "Ny svømmehal"}).status_code == 405


def test_subjects_are_suggested_from_titles_of_the_same_words(there: World) -> None:
    draft(there, "Renovering af svømmehallen")
    found = browser(there.karen).post(reverse("desk:kle"), {"q": "Ny svømmehal i byen"}).json()["found"]
    assert found[0]["number"] == "04.04.00"
    assert found[0]["example"] == "Renovering af svømmehallen"
    other = browser(there.per).post(reverse("desk:kle"), {"q": "Ny svømmehal i byen"}).json()["found"]
    assert all(not one["example"] for one in other)
    assert browser(there.mads).post(reverse("desk:kle"), {"q": "Ny svømmehal"}).status_code == 404


def test_a_word_of_every_case_suggests_no_subject_and_a_main_group_stands_for_no_finer_number(there: World) -> None:
    karen, address = browser(there.karen), reverse("desk:kle")
    draft(there, "Kommunens fælles parker")
    assert karen.post(address, {"q": "Fælles kamera på kommunens biler"}).json()["found"] == []
    found = [one["number"] for one in karen.post(address, {"q": "Parker og landskab"}).json()["found"]]
    assert "04.04.00" in found
    assert "04" not in found


def test_subjects_are_suggested_from_the_text_of_a_case_that_one_may_read(there: World) -> None:
    draft(there, "Renovering af svømmehallen")
    item = draft(there, "Et nyt tilbud")
    written(there, item, "Svømmehallen får et nyt bassin.")
    asked = {"q": "Nyt", "case": item.case_id}
    found = browser(there.karen).post(reverse("desk:kle"), asked).json()["found"]
    assert found[0]["number"] == "04.04.00"
    for other in (
        browser(there.per).post(reverse("desk:kle"), asked),
        browser(there.karen).post(reverse("desk:kle"), {**asked, "case": "x"}),
    ):
        assert all(one["number"] != "04.04.00" for one in other.json()["found"])
