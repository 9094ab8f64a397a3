"""The running line on the pages of merged files: "Bilag 2 til punkt 3 · Side 57 af 120"."""

import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pikepdf
import typst

from sagsgang.writers.pdf import fonts

_HERE = Path(__file__).resolve().parent
_NAME = pikepdf.Name("/SagsgangRunningLine")
_SMALLEST, _LARGEST = 60.0, 14_400.0  # points; on others nothing is stamped


class _Shown(NamedTuple):
    """How a page is seen: its box in its own coordinates, and how far it is turned for the eye, in degrees."""

    box: pikepdf.Rectangle
    turn: int

    @property
    def size(self) -> tuple[float, float]:
        width, height = self.box.width, self.box.height
        return (height, width) if self.turn % 180 else (width, height)


def stamp(main: pikepdf.Pdf, pages: Sequence[pikepdf.Page], lines: Sequence[str]) -> None:
    """Write each line at the top of its page, marked as no part of the text."""
    views = [_shown(page) for page in pages]
    fit = [at for at, view in enumerate(views) if all(_SMALLEST <= side <= _LARGEST for side in view.size)]
    if not fit:
        return
    sizes = [views[at].size for at in fit]
    data = [
        {"width": width, "height": height, "line": lines[at]} for at, (width, height) in zip(fit, sizes, strict=True)
    ]
    with pikepdf.open(BytesIO(_compiled(data))) as stamps:
        for at, printed in zip(fit, stamps.pages, strict=True):
            _lay(pages[at], main.copy_foreign(printed.as_form_xobject()), views[at].box)


def _lay(page: pikepdf.Page, drawn: pikepdf.Object, box: pikepdf.Rectangle) -> None:
    """Over what the page has, upright to the eye; the name is always the same, so that the bytes are."""
    name = page.add_resource(drawn, pikepdf.Name.XObject, _NAME)
    placed = page.calc_form_xobject_placement(
        drawn, name, box, invert_transformations=True, allow_shrink=True, allow_expand=False
    )
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n" + placed)


def _compiled(data: list[dict[str, object]]) -> bytes:
    result: bytes = typst.compile(
        _HERE / "annex_stamps.typ",
        root=_HERE,
        font_paths=fonts(),
        sys_inputs={"stamps": json.dumps(data)},
        format="pdf",
    )
    return result


def _shown(page: pikepdf.Page) -> _Shown:
    sides = [float(str(side)) for side in list(page.cropbox)]
    left, right = sorted(sides[::2])
    bottom, top = sorted(sides[1::2])
    turn = page.get("/Rotate", 0)
    return _Shown(pikepdf.Rectangle(left, bottom, right, top), int(turn) % 360 if int(turn) % 90 == 0 else 0)
