"""The files that lie with the demo's cases, made from `attached.toml` whenever the demo is."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import PurePath
from typing import Any

import typst

from sagsgang.demo.work.office import sheet, word
from sagsgang.paper.blocks import Block, BulletList, Heading, NumberedList, Paragraph, Table, parse

_HERE = files("sagsgang.demo.work")


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that an author lays with a case: its name, and what it says in the plain convention of `blocks`."""

    name: str
    text: str

    def data(self) -> bytes:
        """The file, of the kind that its name says. The same text gives the same bytes."""
        title, blocks = PurePath(self.name).stem, list(map(_titled, parse(self.text)))
        if self.name.endswith(".xlsx"):
            return sheet(title, [row for block in blocks if isinstance(block, Table) for row in block.rows])
        return word(title, blocks) if self.name.endswith(".docx") else _pdf(title, blocks)


@cache
def enclosures() -> Mapping[str, tuple[Enclosure, ...]]:
    """What lies with each case, by the case's short name."""
    found = tomllib.loads(_HERE.joinpath("attached.toml").read_text("utf-8"))
    return {case: tuple(Enclosure(one["name"], one["text"].strip()) for one in some) for case, some in found.items()}


def _titled(block: Block) -> Block:
    """A line that ends without a stop is a heading here, also before a list or a table."""
    if isinstance(block, Paragraph) and not block.text.endswith((".", ":")):
        return Heading(block.text)
    return block


def _pdf(title: str, blocks: Sequence[Block]) -> bytes:
    data = json.dumps({"title": title, "blocks": list(map(_plain, blocks))}, ensure_ascii=False)
    with as_file(_HERE.joinpath("attached.typ")) as template:
        made: bytes = typst.compile(
            template, font_paths=_fonts(), sys_inputs={"attachment": data}, format="pdf", pdf_standards=["ua-1"]
        )
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def _plain(block: Block) -> dict[str, Any]:
    match block:
        case Table():
            return {"kind": "table", "rows": block.rows}
        case BulletList() | NumberedList():
            kind = "bullets" if isinstance(block, BulletList) else "numbered"
            return {"kind": kind, "items": [item.text for item in block.items]}
        case Heading():
            return {"kind": "heading", "text": block.text}
        case _:
            return {"kind": "paragraph", "text": block.text}
