"""Two web machines and two workers on one PostgreSQL and one shared home folder are one house."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import psycopg
import pytest

from tests.cli.command import Command
from tests.walls.houses import EDITIONS, NOTICES, PASSWORD, WORD
from tests.walls.machines import database

pytestmark = [pytest.mark.slow, pytest.mark.database, pytest.mark.postgresql]
ROOT = Path(__file__).resolve().parents[2]
SLIP = WORD.replace("rp", "p")


class Machine:
    """A server and one browser at it. Cookies know no port: both machines see the same browser."""

    def __init__(self, command: Command, url: dict[str, str], browser: OpenerDirector) -> None:
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port = int(listener.getsockname()[1])
        self.browser = browser
        self.process = subprocess.Popen(
            command.line("serve", "--no-worker", "--port", self.port, "--workers", 1),
            env=command.environment(**url),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )

    def wait(self) -> None:
        assert self.process.stdout is not None
        assert str(self.port) in self.process.stdout.readline()

    def get(self, path: str) -> str:
        return self._asked(path, None)

    def post(self, path: str, form: str, **fields: str) -> str:
        """Send the fields with the token of the page that holds the form."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(form))
        assert token, form
        return self._asked(path, urlencode({"csrfmiddlewaretoken": token[1], **fields}).encode())

    def _asked(self, path: str, data: bytes | None) -> str:
        try:
            answer = self.browser.open(f"http://127.0.0.1:{self.port}{path}", data, timeout=60)
        except HTTPError as refused:
            answer = refused
        with answer:
            said: str = answer.read().decode()
        return said

    def stop(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()


def browser() -> OpenerDirector:
    return build_opener(HTTPCookieProcessor(CookieJar()))


@pytest.fixture
def url() -> Iterator[dict[str, str]]:
    with database() as found:
        yield found


@pytest.fixture
def house(tmp_path: Path, url: dict[str, str]) -> tuple[Command, int]:
    """The home folder with its house, and the meeting whose minutes are about to be published."""
    command = Command(tmp_path)
    made = subprocess.run(
        [sys.executable, "-m", "tests.walls.houses"],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=command.environment(DJANGO_SETTINGS_MODULE="sagsgang.config.settings", **url),
        timeout=120,
    )
    assert made.returncode == 0, made.stderr[-2000:]
    return command, int(made.stdout)


def test_what_is_done_on_one_machine_is_so_on_the_other(house: tuple[Command, int], url: dict[str, str]) -> None:
    command, meeting = house
    at = browser()
    one, other = Machine(command, url, at), Machine(command, url, at)
    try:
        one.wait()
        other.wait()
        assert WORD not in other.get("/soeg/?" + urlencode({"q": "svømmehal"}))
        assert "Den nye" not in other.get("/soeg/?" + urlencode({"q": WORD}))
        one.post("/log-ind/", "/log-ind/", username="lis", password=PASSWORD)
        minutes = f"/arbejde/moeder/{meeting}/referat/"
        assert "Offentliggør referatet" in other.get(minutes), "the login of one machine is not known to the other"
        one.post(f"/arbejde/moeder/{meeting}/publish_minutes/", minutes, tilbage=minutes)
        assert "Den nye" in other.get("/soeg/?" + urlencode({"q": WORD}))
        assert WORD in other.get("/soeg/?" + urlencode({"q": SLIP})), "the other machine does not know the new word"
        limits(one, other)
    finally:
        one.stop()
        other.stop()


def limits(one: Machine, other: Machine) -> None:
    """Ten attempts on an account, whichever machine they are made at."""
    one.browser = other.browser = browser()
    for _ in range(5):
        one.post("/log-ind/", "/log-ind/", username="bo", password="gæt")
        said = other.post("/log-ind/", "/log-ind/", username="bo", password="gæt")
    assert "for mange forsøg" not in said
    last = one.post("/log-ind/", "/log-ind/", username="bo", password="gæt")
    assert "for mange forsøg" in last


def test_two_workers_send_no_mail_twice_and_seal_no_print_twice(
    house: tuple[Command, int], url: dict[str, str], tmp_path: Path
) -> None:
    command, _ = house
    workers = [
        subprocess.Popen(
            command.line("worker", "--once"), env=command.environment(**url), stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    ended = [(worker.communicate(timeout=180)[1], worker.returncode) for worker in workers]
    assert [status for _, status in ended] == [0, 0], ended
    mails = "".join(file.read_text() for file in (tmp_path / "mail").glob("*.log"))
    sent = re.findall(r"^Message-ID: .*$", mails, re.MULTILINE)
    assert len(sent) == len(set(sent)) >= NOTICES
    with psycopg.connect(url["DATABASE_URL"]) as rows:
        seals = rows.execute("SELECT count(*) FROM archive_seal WHERE kind = 'pdf'").fetchone()
        editions = rows.execute("SELECT count(*), count(pdf_id) FROM archive_edition").fetchone()
    assert seals == (EDITIONS,)
    assert editions == (EDITIONS, EDITIONS)
    assert command("verify", **url).status == 0
