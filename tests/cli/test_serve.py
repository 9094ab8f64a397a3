"""The command that serves: it says where, refuses clearly, and leaves nothing running."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

CALL = "import sys; from sagsgang.cli import main; sys.exit(main())"

pytestmark = pytest.mark.slow


@pytest.fixture
def port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture
def server(tmp_path: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """A server with a home of its own, that has said that it answers."""
    environment = {**os.environ, "SAGSGANG_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "sagsgang.config.settings"}
    environment["SAGSGANG_HOSTS"] = "sager.solbjerg.example"  # the address that it prints answers all the same
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-c", CALL, "serve", "--port", str(port), "--workers", "1"]
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    yield process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def test_it_prints_its_address_answers_there_and_stops_with_everything(
    server: subprocess.Popen[str], port: int
) -> None:
    assert server.stdout is not None
    assert f"http://127.0.0.1:{port}/" in server.stdout.readline()
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/")
    assert connection.getresponse().status == 200
    connection.close()
    server.send_signal(signal.SIGINT)
    _, complaints = server.communicate(timeout=30)  # ends when nobody holds the output any more
    assert server.returncode == 0
    assert "Traceback" not in complaints
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)


def test_the_keyboards_interrupt_reaches_all_and_ends_all(server: subprocess.Popen[str], port: int) -> None:
    assert server.stdout is not None
    server.stdout.readline()
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/")
    connection.getresponse().read()
    os.killpg(server.pid, signal.SIGINT)
    server.communicate(timeout=30)
    assert server.returncode == 0


def test_a_port_in_use_is_refused_in_one_line(tmp_path: Path, port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        answer = subprocess.run(
            [sys.executable, "-c", CALL, "serve", "--port", str(port)],
            env={**os.environ, "SAGSGANG_HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert f"Port {port} er optaget" in answer.stderr
    assert answer.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such signal")
def test_a_killed_server_takes_everything_along(server: subprocess.Popen[str], port: int) -> None:
    assert server.stdout is not None
    server.stdout.readline()
    server.kill()
    server.communicate(timeout=30)  # ends when nobody holds the output any more
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)


def test_a_request_for_another_host_leaves_no_traceback(server: subprocess.Popen[str], port: int) -> None:
    assert server.stdout is not None
    server.stdout.readline()
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/", headers={"Host": "fremmed.example"})
    assert connection.getresponse().status == 400
    connection.close()
    server.send_signal(signal.SIGINT)
    _, complaints = server.communicate(timeout=30)
    assert "Traceback" not in complaints
