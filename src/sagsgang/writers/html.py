"""A paper as one HTML page that stands alone: accessible, with its own style, asking the network for nothing."""

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path

from sagsgang.paper.blocks import parse
from sagsgang.paper.model import Access, Attachment, Decision, Item, Paper
from sagsgang.writers import wording
from sagsgang.writers.html_text import Link, blocks_html, inline_html
from sagsgang.writers.plain import is_known

__all__ = ["Link", "blocks_html", "inline_html", "write"]


def write(paper: Paper) -> str:
    """`paper` as a complete HTML document."""
    return "\n".join(_page(paper)) + "\n"


def _page(paper: Paper) -> Iterator[str]:
    title = escape(wording.title(paper))
    yield "<!doctype html>"
    yield '<html lang="da">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    yield f"<style>{_style()}</style></head>"
    yield "<body>"
    yield from _header(paper, title)
    yield from _contents(paper)
    yield "<main>"
    for place, item in enumerate(paper.items, 1):
        yield from _item(item, place, paper)
    yield "</main></body></html>"


@cache
def _style() -> str:
    return (Path(__file__).resolve().parent / "paper.css").read_text("utf-8").strip()


def _header(paper: Paper, title: str) -> Iterator[str]:
    yield "<header>"
    if paper.authority:
        yield f'<p class="authority">{escape(paper.authority)}</p>'
    yield f"<h1>{title}</h1>"
    yield _definitions((*wording.facts(paper), *wording.people(paper)))
    if paper.remarks:
        yield f"<section><h2>{wording.REMARKS}</h2>\n{blocks_html(parse(paper.remarks), 3)}</section>"
    yield "</header>"


def _contents(paper: Paper) -> Iterator[str]:
    if not paper.items:
        return
    yield f'<nav aria-labelledby="indhold"><h2 id="indhold">{wording.CONTENTS}</h2>'
    rows = (
        f'<li><a href="#punkt-{place}">{escape(f"{item.number}. {wording.item_title(item)}")}</a></li>'
        for place, item in enumerate(paper.items, 1)
    )
    yield f"<ol>{''.join(rows)}</ol></nav>"


def _item(item: Item, place: int, paper: Paper) -> Iterator[str]:
    stub = item.access is not Access.OPEN and not wording.holds_more(item)
    style = ' class="closed"' if stub else ""
    # The place in the paper, not the number: damaged papers have two items of one number.
    yield f'<article id="punkt-{place}" aria-labelledby="titel-{place}"{style}>'
    yield f'<h2 id="titel-{place}">Punkt {escape(item.number)}: {escape(wording.item_title(item))}</h2>'
    if not stub:
        yield from _content(item, paper)
    if extract := wording.extract(item):
        yield f'<h3 class="afsnit">{wording.EXTRACT}</h3>'
        yield blocks_html(parse(extract), 4)
    yield "</article>"


def _content(item: Item, paper: Paper) -> Iterator[str]:
    yield f"<p>{wording.access_word(item)}</p>"
    yield _definitions((*wording.numbers(item), *wording.handling(item)))
    for section in item.sections:
        if section.heading:
            # The class tells programs that read the page, our own first, that a heading of any words is one.
            style = "" if is_known(section) else ' class="afsnit"'
            yield f"<h3{style}>{escape(section.heading + wording.closed_mark(section.access))}</h3>"
        yield blocks_html(parse(section.text), 4 if section.heading else 3)
    yield from _attachments(item.attachments)
    if item.treatments:
        rows = "".join(f"<li>{escape(wording.treatment(past))}</li>" for past in item.treatments)
        yield f"<h3>{wording.TREATMENTS}</h3>\n<ul>{rows}</ul>"
    for decision in item.decisions:
        yield _decision(decision, wording.is_current(decision, paper))


def _attachments(attachments: tuple[Attachment, ...]) -> Iterator[str]:
    if not attachments:
        return
    yield f"<h3>{wording.ATTACHMENTS}</h3>"
    head = "".join(f'<th scope="col">{name}</th>' for name in (wording.ATTACHMENT_TITLE, wording.DOCUMENT_NUMBER))
    yield f"<table><thead><tr>{head}</tr></thead><tbody>"
    for part in attachments:
        title = escape(part.title + wording.closed_mark(part.access))
        yield f'<tr><th scope="row">{title}</th><td>{escape(part.document_number or "")}</td></tr>'
    yield "</tbody></table>"


def _decision(decision: Decision, current: bool) -> str:
    heading = escape(wording.decision_heading(decision) + wording.closed_mark(decision.access))
    text = blocks_html(parse(decision.text), 4) or f"<p>{wording.NO_DECISION}</p>"
    return f'<section class="decision{" current" if current else ""}"><h3>{heading}</h3>\n{text}</section>'


def _definitions(rows: Iterable[tuple[str, str]]) -> str:
    pairs = "".join(f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in rows)
    return f"<dl>{pairs}</dl>" if pairs else ""
