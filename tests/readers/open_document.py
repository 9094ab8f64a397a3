"""OpenDocument files that the tests make by hand, whole enough for LibreOffice, some with links to follow."""

from tests.readers.made import OPEN, zipped

_SPACES = " ".join(
    [
        *(f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in ("office", "text", "table", "presentation")),
        f'xmlns:draw="{OPEN}:drawing:1.0"',
        f'xmlns:svg="{OPEN}:svg-compatible:1.0"',
        f'xmlns:of="{OPEN}:of:1.2"',
        'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"',
    ]
)
_LINK = 'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'


def _file(kind: str, body: str) -> bytes:
    media = f"application/vnd.oasis.opendocument.{kind}"
    space = f"{OPEN}:manifest:1.0"
    entries = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{type_}"/>'
        for path, type_ in (("/", media), ("content.xml", "text/xml"))
    )
    return zipped(
        {
            "mimetype": media,
            "content.xml": f"<office:document-content {_SPACES}><office:body>{body}</office:body>"
            "</office:document-content>",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{space}">{entries}</m:manifest>',
        }
    )


def text(body: str) -> bytes:
    """A text."""
    return _file("text", f"<office:text>{body}</office:text>")


def sheet(table: str) -> bytes:
    """A workbook of one sheet."""
    return _file(
        "spreadsheet", f'<office:spreadsheet><table:table table:name="Ark">{table}</table:table></office:spreadsheet>'
    )


def slide(words: str) -> bytes:
    """A presentation of one slide."""
    box = f'<draw:frame svg:width="9cm" svg:height="2cm"><draw:text-box><text:p>{words}</text:p></draw:text-box>'
    return _file(
        "presentation",
        f'<office:presentation><draw:page draw:name="1">{box}</draw:frame></draw:page></office:presentation>',
    )


def cell(words: str, formula: str = "") -> str:
    """A row with a text, and a cell with the formula."""
    counted = f'<table:table-cell table:formula="of:={formula}"/>' if formula else ""
    return (
        f'<table:table-row><table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'
        f"{counted}</table:table-row>"
    )


def linked_section(address: str) -> str:
    """A part of a text that stands elsewhere."""
    return (
        f'<text:section text:name="S"><text:section-source xlink:type="simple" xlink:href="{address}"'
        ' text:filter-name="Text"/><text:p>Gammel</text:p></text:section>'
    )


def linked_picture(address: str) -> str:
    """A picture that lies elsewhere."""
    return _frame(f'<draw:image xlink:href="{address}" {_LINK}/>')


def linked_object(address: str) -> str:
    """A document inside the document that lies elsewhere."""
    return _frame(f'<draw:object xlink:href="{address}" {_LINK}/>')


def linked_sheet(address: str) -> str:
    """Cells that stand elsewhere."""
    return (
        f'<table:table-source xlink:type="simple" xlink:href="{address}" table:mode="copy-all"'
        ' table:filter-name="Text - txt - csv (StarCalc)"/>'
    ) + cell("Synlig")


def _frame(content: str) -> str:
    size = 'text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"'
    return f"<text:p><draw:frame {size}>{content}</draw:frame></text:p>"
