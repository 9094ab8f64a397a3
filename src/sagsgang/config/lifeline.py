"""The processes that `serve` starts end with it, also when it is killed and can tell nobody."""

import ctypes
import os
import signal
import sys

_SERVER = "_SAGSGANG_SERVER"
_PR_SET_PDEATHSIG = 1


def offer() -> None:
    """Let the processes that this one starts from now on know whom they belong to."""
    os.environ[_SERVER] = str(os.getpid())


def hold() -> None:
    """End when the server that started this process ends; nothing when none did, or elsewhere than on Linux.

    The kernel sends the signal when the thread ends that started this process, so only the main one may start it.
    """
    if sys.platform != "linux" or _SERVER not in os.environ:
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.environ[_SERVER] != str(os.getppid()):
        sys.exit(1)  # it ended before this process had come so far
