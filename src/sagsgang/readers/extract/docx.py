"""Word to lines, by way of the HTML that mammoth makes: without comments, deletions, heads and feet."""

import io

import mammoth

from sagsgang.readers.extract import html, zipped
from sagsgang.readers.extract.extracted import Extracted, numbered
from sagsgang.readers.extract.refused import Refused

XML_LIMIT = 60_000_000  # bytes of one part
# The styles of our own documents that say more than a paragraph's: see `writers.word_styles`.
_STYLES = """
p[style-name='Afsnitsoverskrift'] => h3.afsnit:fresh
p[style-name='Bogstavliste'] => ol[type='a'] > li:fresh
p[style-name='Title'] => h1:fresh
"""
BROKEN = "Word-filen er beskåret eller ødelagt og kan ikke læses."


def extract(data: bytes) -> Extracted:
    """The lines of a Word document. Raises `Refused` when it is broken, encrypted or unpacks to too much."""
    with zipped.opened(data) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                zipped.part(archive, name, XML_LIMIT)
    return numbered(html.lines(_as_html(data), keep_tabs=True))


def _as_html(data: bytes) -> str:
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(_no_picture)
        )
    except Exception as error:  # mammoth promises nothing about what a broken file raises
        raise Refused(BROKEN) from error
    return str(result.value)


def _no_picture(_image: object) -> dict[str, str]:
    return {"src": ""}
