"""Collect what users read from templates and code into the English catalogue, without gettext on the machine."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parent.parent / "src/sagsgang"
CATALOGUE = SOURCE / "locale/en/LC_MESSAGES/django.po"

_ROOMS = ("alerts", "core", "desk", "login", "portal")
_TEMPLATES = {".html", ".txt"}
# Whole Danish sentences of the lower floors (refusals, doubts, warnings): the page that shows one translates it.
# What a paper itself says is not among them, nor a sentence that has values in it.
_SAID = ("core/*.py", "core/commands/*.py", "core/rules/*.py", "login/accounts.py", "login/factor.py")
_SAID_BELOW = ("archive/reason.py", "readers/doubts.py", "readers/attached/warnings.py")
_OF_THE_PAPER = {"compose.py", "protocol.py", "states_page.py"}
_SENTENCE = re.compile(r"[A-ZÆØÅ][\w-]*,? (?:[^{}]|\{\})*[.?]")
_LITERAL = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_TEMPLATE_CALL = re.compile(rf"\b(_|[np]?gettext)\(u?{_LITERAL}(?:, u?{_LITERAL})?")
_CALLS = {"gettext", "gettext_lazy", "_", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A text to translate, with its plural and its context where it has them."""

    text: str
    plural: str = ""
    context: str = ""


def messages() -> set[Message]:
    """Every message of the program."""
    marked = {message for file in _files() for message in in_file(file)}
    said = {text for file in _speakers() for text in _sentences(ast.parse(file.read_text()))}
    known = {text for message in marked for text in (message.text, message.plural)}
    return marked | {Message(text) for text in said - known}


def in_file(file: Path) -> Iterator[Message]:
    """The messages of one template or module."""
    if file.suffix in _TEMPLATES:
        yield from _in_template(templatize(file.read_text(), origin=str(file)))
    else:
        yield from _in_module(ast.parse(file.read_text()))


def update(catalogue: polib.POFile, wanted: set[Message]) -> None:
    """Bring the catalogue to exactly the messages wanted, keeping what is translated."""
    known = {Message(entry.msgid, entry.msgid_plural, entry.msgctxt or ""): entry for entry in catalogue}
    catalogue.clear()
    for message in sorted(wanted):
        catalogue.append(known.get(message) or _entry(message))


def main() -> None:
    settings.configure()
    catalogue = polib.pofile(str(CATALOGUE)) if CATALOGUE.exists() else polib.POFile(wrapwidth=118)
    catalogue.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Language": "en",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    update(catalogue, messages())
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(CATALOGUE))
    print(f"{len(catalogue)} texts, {len(catalogue.untranslated_entries())} without a translation")


def _files() -> Iterator[Path]:
    for room in _ROOMS:
        yield from (file for file in sorted((SOURCE / room).rglob("*")) if file.suffix in {*_TEMPLATES, ".py"})


def _speakers() -> Iterator[Path]:
    for pattern in (*_SAID, *_SAID_BELOW):
        yield from (file for file in sorted(SOURCE.glob(pattern)) if file.name not in _OF_THE_PAPER)


def _sentences(tree: ast.Module) -> Iterator[str]:
    """Every string that is one whole sentence or more, docstrings and pieces of longer texts apart."""
    pieces = {id(part) for text in ast.walk(tree) if isinstance(text, ast.JoinedStr) for part in text.values}
    apart = pieces | {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in apart)
    yield from (said.value for said in strings if isinstance(said.value, str) and _SENTENCE.fullmatch(said.value))


def _in_template(code: str) -> Iterator[Message]:
    for call in _TEMPLATE_CALL.finditer(code):
        first, second = ast.literal_eval(call[2]), ast.literal_eval(call[3]) if call[3] else ""
        yield Message(second, context=first) if call[1] == "pgettext" else Message(first, second)


def _in_module(tree: ast.Module) -> Iterator[Message]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLS:
            texts = [
                part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)
            ]
            if texts and node.func.id.startswith("p"):
                yield Message(texts[1], context=texts[0])
            elif texts:
                yield Message(*texts[:2])


def _entry(message: Message) -> polib.POEntry:
    if message.plural:
        return polib.POEntry(
            msgid=message.text, msgid_plural=message.plural, msgstr_plural={0: "", 1: ""}, flags=["python-format"]
        )
    return polib.POEntry(msgid=message.text, msgctxt=message.context or None)


if __name__ == "__main__":
    main()
