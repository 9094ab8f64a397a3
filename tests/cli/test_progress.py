"""How far a long command says it is."""

import io
import sys

import pytest

from sagsgang.cli import progress
from sagsgang.cli.progress import Progress


class Terminal(io.StringIO):
    """A terminal to write to."""

    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that the test moves."""

    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(progress, "time", made)
    return made


def test_a_terminal_sees_rate_and_time_left_on_one_line(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    told = Progress()
    told("Læser", 0, 1000)
    clock.now += 2
    told("Læser", 100, 1000)
    told.end()
    assert terminal.getvalue() == "\r\033[KLæser 100 af 1000 (50/s, 18 s tilbage)\n"


def test_elsewhere_a_line_now_and_then(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    told = Progress()
    for second in range(1, 26):
        clock.now += 1
        told("Læser", second * 100, 1_000_000)
    assert capsys.readouterr().err.splitlines() == [
        "Læser 1100 af 1000000 (100/s, 2 t 46 min tilbage)",
        "Læser 2100 af 1000000 (100/s, 2 t 46 min tilbage)",
    ]


def test_a_short_run_says_nothing_and_standard_output_stays_empty(capsys: pytest.CaptureFixture[str]) -> None:
    told = Progress()
    told("Læser", 1, 1)
    told.end()
    assert capsys.readouterr() == ("", "")
