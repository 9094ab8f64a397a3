"""Files that the tests make for themselves: PDF by Typst, Word and OpenDocument by hand."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import typst

FONTS = Path(__file__).resolve().parents[2] / "src" / "sagsgang" / "writers" / "fonts"
SETUP = """
#set page(paper: "a4", margin: 2.5cm)
#set text(lang: "da", hyphenate: true, size: 11pt, font: "IBM Plex Sans")
#set par(justify: true)
"""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def pdf(body: str, *, setup: str = SETUP, inputs: Mapping[str, object] | None = None) -> bytes:
    """Typst source as PDF; each of `inputs` reaches it as JSON text in `sys.inputs`."""
    given = {key: json.dumps(value) for key, value in (inputs or {}).items()}
    source = (setup + body).encode()
    made: bytes = typst.compile(  # type: ignore[misc]
        source, font_paths=[str(FONTS)], ignore_system_fonts=True, sys_inputs=given
    )
    return made


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word file around the given content of `w:body`; further parts by their name without folder."""
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    schemas = "http://schemas.openxmlformats.org"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{schemas}/package/2006/content-types"><Default Extension="xml"'
            ' ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{types}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{schemas}/package/2006/relationships"><Relationship Id="r1"'
            f' Type="{schemas}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
            **{f"word/{name}.xml": f"<w:{name} xmlns:w='{WORD}'>{part}</w:{name}>" for name, part in parts.items()},
        }
    )


def odt(body: str, styles: str = "") -> bytes:
    """An OpenDocument text around the given content of `office:text`."""
    spaces = " ".join(f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        }
    )
