"""The command `sagsgang`. Only the module of the command that is called is loaded."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from sagsgang.cli.commands import COMMANDS
from sagsgang.cli.failures import explained
from sagsgang.cli.words import speak_danish

DONE, SOME_REFUSED, WRONG_USE = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    """Says in Danish that a call was wrong."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USE, f"{self.prog}: forkert brug: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line `arguments` (the process's own by default) and return the exit status."""
    speak_danish()
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = _Parser(prog="sagsgang", description="Sager, møder, beslutninger, og hvad der kom ud af dem.")
    subparsers = parser.add_subparsers(dest="command", metavar="KOMMANDO", parser_class=_Parser)
    for name in [given[0]] if given and given[0] in COMMANDS else COMMANDS:
        _module(name).add(subparsers)
    parsed = parser.parse_args(given)
    if parsed.command is None:
        parser.print_help(sys.stderr)
        return WRONG_USE
    return _run(_module(parsed.command), parsed)


def _module(name: str) -> ModuleType:
    return import_module(f"sagsgang.cli.{COMMANDS[name]}")


def _run(module: ModuleType, parsed: argparse.Namespace) -> int:
    try:
        run = getattr(parsed, "run", None) or module.run
        status = int(run(parsed))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output has seen enough: "sagsgang read ... | head"
        _drop_output()
        return DONE
    except KeyboardInterrupt:
        print("Afbrudt.", file=sys.stderr)
        return SOME_REFUSED
    except Exception as error:
        return _failed(error)
    return status


def _failed(error: Exception) -> int:
    """Say what the surroundings did; a fault of the program goes on as it is."""
    told = explained(error)
    if told is None:
        raise error
    status, line = told
    print(line, file=sys.stderr)
    _drop_output()
    return status


def _drop_output() -> None:
    """What waits to be written goes nowhere: else Python tries again at its end, and complains in English."""
    with suppress(OSError, ValueError), Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
