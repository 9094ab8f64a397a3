"""What argparse says, in Danish."""

import argparse

_DANISH = {
    "usage: ": "brug: ",
    "positional arguments": "argumenter",
    "options": "valg",
    "show this help message and exit": "vis denne hjælp",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "der mangler: %s",
    "one of the arguments %s is required": "et af disse mangler: %s",
    "unrecognized arguments: %s": "ukendte argumenter: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)s kendes ikke (vælg mellem %(choices)s)",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "%(parser_name)s kendes ikke (vælg mellem %(choices)s)",
    "invalid %(type)s value: %(value)r": "%(value)s kan ikke bruges her",
    "expected one argument": "her skal stå én værdi",
    "expected at most one argument": "her må højst stå én værdi",
    "expected at least one argument": "her skal stå mindst én værdi",
    "expected %s argument": "her skal stå %s værdi",
    "expected %s arguments": "her skal stå %s værdier",
    "not allowed with argument %s": "kan ikke bruges sammen med %s",
    "ignored explicit argument %r": "tager ingen værdi: %r",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan være %(matches)s",
}


def speak_danish() -> None:
    """Let argparse use these words; what is not among them is for developers and stays English."""
    setattr(argparse, "_", _danish)  # noqa: B010 - the name is argparse's own business
    setattr(argparse, "ngettext", lambda one, many, count: _danish(one if count == 1 else many))  # noqa: B010


def _danish(text: str) -> str:
    return _DANISH.get(text, text)
