"""Every text that a reader sees goes through gettext, and every one of them has an English translation."""

import ast
import html
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.template.base import Lexer, TokenType

from scripts.messages import CATALOGUE, SOURCE, messages

ROOMS = ("alerts", "desk", "login", "portal")
TEMPLATES = sorted(
    file for room in ROOMS for end in ("html", "txt") for file in (SOURCE / room / "templates").rglob(f"*.{end}")
)
_COMMENT = re.compile(r"{% comment %}[^%]*{% endcomment %}")
_TAG = re.compile(r"<[^<>]*>")
_FILLED_BY_A_TAG = re.compile(r"""\bdata-[\w-]+=(["'])\1""")
_READ_OUT = re.compile(r"""\b(?:title|alt|placeholder|aria-label|content)\s*=\s*["'][^"']*[^\W\d_]{3}""")
_EXAMPLES = re.compile(r"<(code|kbd)(?: lang=\"da\")?>.*?</\1>", re.DOTALL)
_DANISH = re.compile("[æøåÆØÅ]")
_SAME_IN_BOTH = {"English", "Dansk", "JSON", "KLE", "OParl 1.1", "PDF", "Sagsgang", "Word", "was.digst.dk"}
_SAME_IN_HEAD = {
    "width=device-width, initial-scale=1",
    "light dark",
    "noindex",
    "noindex, follow",
    "noindex, nofollow",
}
# What is written into papers and files, names of accounts, words to search with. Refusals of the login are translated
# where they are shown: `messages` finds them.
_NOT_SHOWN = {"desk/columns.py", "desk/phrases.py", "desk/queries/kle.py", "login/accounts.py", "login/factor.py"}
MODULES = sorted(
    file
    for room in ROOMS
    for file in (SOURCE / room).rglob("*.py")
    if str(file.relative_to(SOURCE)) not in _NOT_SHOWN
)


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


def test_every_message_has_an_english_translation(catalogue: polib.POFile) -> None:
    known = {(entry.msgid, entry.msgctxt or "") for entry in catalogue if entry.translated()}
    assert [message for message in messages() if (message.text, message.context) not in known] == []


def test_the_catalogue_holds_no_message_that_nobody_says(catalogue: polib.POFile) -> None:
    said = {(message.text, message.context) for message in messages()}
    assert [entry.msgid for entry in catalogue if (entry.msgid, entry.msgctxt or "") not in said] == []


def test_a_translation_keeps_the_values_of_its_message(catalogue: polib.POFile) -> None:
    values = re.compile(r"%\(\w+\)s")
    for entry in catalogue:
        for text in [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values():
            assert set(values.findall(text)) == set(values.findall(entry.msgid)), entry.msgid


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_text_of_a_template_escapes_gettext(template: Path) -> None:
    assert list(_untranslated(template.read_text())) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_danish_text_of_a_module_escapes_gettext(module: Path) -> None:
    tree = ast.parse(module.read_text())
    translated = {id(part) for call in ast.walk(tree) if isinstance(call, ast.Call) for part in call.args}
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert [
        text.value
        for text in strings
        if _DANISH.search(str(text.value)) and id(text) not in translated and id(text) not in docstrings
    ] == []


def _untranslated(source: str) -> Iterator[str]:
    """What stands in a template as plain text, or in an attribute that is read out; a comment is neither."""
    source = _COMMENT.sub("", source)
    inside = False
    kept: list[str] = []
    for token in Lexer(source).tokenize():
        if token.token_type is TokenType.BLOCK:
            inside = token.contents.startswith("blocktranslate") or (
                inside and not token.contents.startswith("endblocktranslate")
            )
        elif token.token_type is TokenType.TEXT and not inside:
            kept.append(token.contents)
    text = _FILLED_BY_A_TAG.sub("", "".join(kept))
    for known in _SAME_IN_HEAD:
        text = text.replace(f'content="{known}"', "")
    yield from _READ_OUT.findall(text)
    for piece in _TAG.split(_EXAMPLES.sub("", text)):
        words = html.unescape(piece).strip(" \n–·:→←×✓.,?()›")
        if any(char.isalpha() for char in words) and words not in _SAME_IN_BOTH:
            yield words
