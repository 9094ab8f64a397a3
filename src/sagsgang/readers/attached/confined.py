"""Runs a program on a file of unknown origin within bounds: a script of its own, which becomes that program.

`python confined.py SECONDS PROGRAM ARGUMENT...`: no network where the kernel lets anybody leave it, limits to memory,
processor time and size of files, and an end as soon as the one that started it is gone.
"""

import contextlib
import ctypes
import os
import resource
import signal
import sys
from pathlib import Path

_MEMORY, _FILE = 3 << 30, 500 << 20
_NEW_USERS, _NEW_NETWORK = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG = 1


def main(seconds: str, program: str, *arguments: str) -> None:
    """Become the program."""
    parent = os.getppid()
    for limit, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_FSIZE, _FILE),
        (resource.RLIMIT_CPU, int(seconds)),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a lower limit holds already
            resource.setrlimit(limit, (most, most))
    if sys.platform == "linux":
        _leave_network()
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            sys.exit(1)
    os.execv(program, [program, *arguments])  # noqa: S606 - no shell is the point


def _leave_network() -> None:
    """Into a network of its own with nothing in it; some containers forbid that."""
    user, group = os.getuid(), os.getgid()
    if ctypes.CDLL(None).unshare(_NEW_USERS | _NEW_NETWORK):
        return
    with contextlib.suppress(OSError):  # unmapped it is nobody, who may read the same files
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


if __name__ == "__main__":
    main(*sys.argv[1:])
