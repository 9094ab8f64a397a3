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

_LITERAL = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_TEMPLATE_CALL = re.compile(rf"(?:\b_|\bn?gettext)\(u?{_LITERAL}(?:, u?{_LITERAL})?")
_CALLS = {"gettext", "gettext_lazy", "_", "ngettext", "pgettext", "pgettext_lazy"}


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A text to translate, with its plural and its context where it has them."""

    text: str
    plural: str = ""
    context: str = ""


def messages() -> set[Message]:
    """Every message of the program."""
    return {message for file in _files() for message in in_file(file)}


def in_file(file: Path) -> Iterator[Message]:
    """The messages of one template or module."""
    if file.suffix == ".html":
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
    yield from sorted((SOURCE / "portal").rglob("*.html"))
    yield from sorted((SOURCE / "portal").rglob("*.py"))


def _in_template(code: str) -> Iterator[Message]:
    for call in _TEMPLATE_CALL.finditer(code):
        yield Message(ast.literal_eval(call[1]), ast.literal_eval(call[2]) if call[2] else "")


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
