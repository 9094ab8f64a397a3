"""Time stamps: made by a real authority (openssl) on this machine, and told when they do not hold."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from pytest_django import Settings

from sagsgang.archive.models import Audience, Seal, Stamp
from sagsgang.archive.publish import publish
from sagsgang.archive.stamps import Stamper, check_stamps, stamp
from sagsgang.archive.verify import verify
from tests.archive.papers import minutes

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed"),
]
CONFIG = """
[tsa]
default_tsa = it
[it]
dir = {at}
serial = {at}/serial
crypto_device = builtin
signer_cert = {at}/tsa.pem
signer_key = {at}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
[stamps]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[req]
distinguished_name = name
prompt = no
[name]
CN = Solbjerg
"""


def openssl(at: Path, *arguments: str) -> bytes:
    return subprocess.run(["openssl", *arguments], cwd=at, check=True, capture_output=True).stdout


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a time-stamping authority, and the folder of its certificates."""
    at = tmp_path_factory.mktemp("tsa")
    (at / "tsa.cnf").write_text(CONFIG.format(at=at))
    (at / "serial").write_text("01")
    new = ("req", "-config", "tsa.cnf", "-newkey", "rsa:2048", "-nodes")
    openssl(at, *new, "-x509", "-extensions", "root", "-keyout", "root.key", "-out", "root.pem", "-days", "3650")
    openssl(at, *new, "-subj", "/CN=Stempler", "-keyout", "tsa.key", "-out", "tsa.csr")
    sign = ("x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-set_serial", "2")
    openssl(at, *sign, "-extfile", "tsa.cnf", "-extensions", "stamps", "-days", "3650", "-out", "tsa.pem")

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            (at / "asked.tsq").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(openssl(at, "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "asked.tsq"))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", at
    server.shutdown()


@pytest.fixture
def stamped(authority: tuple[str, Path], settings: Settings) -> None:
    """An archive with one paper, and one stamp."""
    settings.TIMESTAMP_ADDRESS, settings.TIMESTAMP_ROOTS = authority[0], str(authority[1] / "root.pem")
    publish(minutes(), Audience.STREET)
    assert stamp()


@pytest.mark.usefixtures("stamped")
def test_a_stamp_of_the_chains_ends_holds() -> None:
    assert list(verify()) == []
    assert Stamp.objects.get().heads.count("\n") == 1


@pytest.mark.usefixtures("stamped")
def test_what_was_stamped_is_not_stamped_again() -> None:
    assert not stamp()
    assert Stamp.objects.count() == 1


@pytest.mark.usefixtures("stamped")
def test_a_stamp_for_other_ends_is_found_out() -> None:
    row = Stamp.objects.get()
    Stamp.objects.update(heads=row.heads.replace('"number": 1', '"number": 2'))
    assert [remark.message for remark in check_stamps()] == ["stemplet passer ikke til kædernes ender"]


@pytest.mark.usefixtures("stamped")
def test_a_chain_rewritten_after_its_stamp_is_found_out() -> None:
    Seal.objects.update(record_hash="0" * 64)
    assert "posten er ikke den, der blev noteret" in [remark.message for remark in check_stamps()]


@pytest.mark.usefixtures("stamped")
def test_somebody_elses_root_vouches_for_nothing(authority: tuple[str, Path], settings: Settings) -> None:
    other = authority[1] / "other.pem"
    new = ("req", "-config", "tsa.cnf", "-newkey", "rsa:2048", "-nodes", "-x509", "-extensions", "root")
    openssl(authority[1], *new, "-keyout", "other.key", "-out", "other.pem", "-days", "10")
    settings.TIMESTAMP_ROOTS = str(other)
    assert [remark.wrong for remark in check_stamps()] == [True]


def test_an_authority_that_does_not_answer_stops_nothing(authority: tuple[str, Path], settings: Settings) -> None:
    settings.TIMESTAMP_ADDRESS, settings.TIMESTAMP_ROOTS = "http://127.0.0.1:1", str(authority[1] / "root.pem")
    publish(minutes(), Audience.STREET)
    stamper = Stamper()
    assert not stamper.work()
    assert not stamper.work()
    assert not Stamp.objects.exists()


def test_without_an_authority_nothing_is_stamped() -> None:
    publish(minutes(), Audience.STREET)
    assert not Stamper().work()
