"""The tags of merged files: each file's tree becomes a part of the print's, behind the sheet that announces it."""

from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

_DEEPEST = 30


class Tags:
    """The tree of the print, growing file by file; `close` writes its directory."""

    def __init__(self, main: pikepdf.Pdf) -> None:
        self._main = main
        self._root: Any = main.Root.StructTreeRoot
        self._document: Any = self._root.K[0] if isinstance(self._root.K, Array) else self._root.K
        self._owners: dict[int, Any] = dict(pikepdf.NumberTree(self._root.ParentTree).items())
        self._next = int(self._root.get("/ParentTreeNextKey", max(self._owners, default=-1) + 1))
        self._bumped: set[tuple[int, int]] = set()

    def take_over(self, file: pikepdf.Pdf, pages: Sequence[pikepdf.Page], sheet: pikepdf.Page, title: str) -> None:
        """Hang the tags of `file`, whose pages are `pages` now, behind those of `sheet`; it may have none."""
        if not is_tagged(file):
            for holder, key in list(self._places(pages)):
                del holder[key]
            return
        copied: Any = self._main.copy_foreign(file.make_indirect(file.Root.StructTreeRoot))
        for holder, key in self._places(pages):
            holder[key] = holder[key] + self._next
        self._own(dict(pikepdf.NumberTree(copied.ParentTree).items()))
        self._hang(copied, sheet, title, str(file.Root.get("/Lang", "")))
        for name in ("/RoleMap", "/ClassMap"):
            self._add(name, copied.get(name))

    def close(self) -> None:
        """Write down which tag each place of the pages belongs to."""
        rows = Array([part for key in sorted(self._owners) for part in (key, self._owners[key])])
        self._root.ParentTree = self._main.make_indirect(Dictionary(Nums=rows))
        self._root.ParentTreeNextKey = self._next

    def _own(self, owners: dict[int, Any]) -> None:
        self._owners |= {self._next + key: owner for key, owner in owners.items()}
        self._next += max(owners, default=-1) + 1

    def _hang(self, copied: Any, sheet: pikepdf.Page, title: str, language: str) -> None:
        children = _elements(copied.K)
        part = self._main.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Part, P=self._document, T=title, K=Array(children))
        )
        if language:
            part.Lang = pikepdf.String(language)
        for child in children:
            child.P = part
        places = [at for at, child in enumerate(self._document.K) if _page_of(child) == sheet.obj.objgen]
        self._document.K.insert(places[-1] + 1 if places else len(self._document.K), part)

    def _add(self, name: str, mapping: Any) -> None:
        if isinstance(mapping, Dictionary):
            have = self._root.get(name, Dictionary())
            for key, value in mapping.items():
                if key not in have:
                    have[key] = value
            self._root[name] = have

    def _places(self, pages: Sequence[pikepdf.Page]) -> Iterator[tuple[Any, str]]:
        """Every dictionary that names its place in the directory of tags, once."""
        for page in pages:
            yield from _named(page.obj)
            for note in notes(page):
                yield from self._once(note)
            yield from self._drawn(page.obj.get("/Resources"), 0)

    def _drawn(self, resources: Any, depth: int) -> Iterator[tuple[Any, str]]:
        objects = resources.get("/XObject") if isinstance(resources, Dictionary) else None
        if not isinstance(objects, Dictionary) or depth > _DEEPEST:
            return
        drawn: Any
        for drawn in objects.values():
            if isinstance(drawn, pikepdf.Stream) and drawn.objgen not in self._bumped:
                yield from self._once(drawn)
                yield from self._drawn(drawn.get("/Resources"), depth + 1)

    def _once(self, holder: Any) -> Iterator[tuple[Any, str]]:
        if holder.is_indirect and holder.objgen in self._bumped:
            return
        self._bumped.add(holder.objgen)
        yield from _named(holder)


def is_tagged(file: pikepdf.Pdf) -> bool:
    """Whether the file has a tree of tags with a directory that can be read."""
    tree: Any = file.Root.get("/StructTreeRoot")
    try:
        owners = dict(pikepdf.NumberTree(tree.ParentTree).items())
        return bool(_elements(tree.K)) and all(key >= 0 for key in owners)
    except (AttributeError, KeyError, TypeError, ValueError, RuntimeError, pikepdf.PdfError):
        return False


def _elements(kids: Any) -> list[Any]:
    return [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary)]


def notes(page: pikepdf.Page) -> list[Any]:
    """What lies on the page besides its text: links, fields, remarks."""
    found = page.obj.get("/Annots")
    return _elements(found) if isinstance(found, Array) else []


def _named(holder: Any) -> Iterator[tuple[Any, str]]:
    for key in ("/StructParents", "/StructParent"):
        if key in holder and isinstance(holder[key], int):
            yield holder, key
        elif key in holder:
            del holder[key]


def _page_of(element: Any, depth: int = 0) -> tuple[int, int] | None:
    """The page that the first marked text of a tag is on."""
    if isinstance(element, Array):
        return next((page for part in element if (page := _page_of(part, depth + 1))), None)
    if not isinstance(element, Dictionary) or depth > _DEEPEST:
        return None
    if "/Pg" in element:
        found: tuple[int, int] = element.Pg.objgen
        return found
    return _page_of(element.get("/K"), depth + 1)
