"""The command `sagsgang`. Only the module of the command that is called is loaded."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from sagsgang.cli.commands import COMMANDS

DONE, SOME_REFUSED, WRONG_USE = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    """Says in Danish that a call was wrong."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USE, f"{self.prog}: forkert brug: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line `arguments` (the process's own by default) and return the exit status."""
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
        return int(run(parsed))
    except BrokenPipeError:  # the reader of our output has seen enough: "sagsgang read ... | head"
        sys.stderr.close()
        return DONE
    except KeyboardInterrupt:
        print("Afbrudt.", file=sys.stderr)
        return SOME_REFUSED
