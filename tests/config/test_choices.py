"""Choices that a home remembers."""

from pathlib import Path

from sagsgang.config.choices import choice, choose


def test_a_choice_lasts_and_leaves_the_others_alone(tmp_path: Path) -> None:
    assert choice(tmp_path, "audience") == ""
    choose(tmp_path, "audience", "street")
    choose(tmp_path, "demo", "0.1.0")
    assert (choice(tmp_path, "audience"), choice(tmp_path, "demo")) == ("street", "0.1.0")
    choose(tmp_path, "audience", "employees")
    assert choice(tmp_path, "audience") == "employees"
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]
