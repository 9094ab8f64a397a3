"""One line an address: its name, an example in the small world of the portal's tests, and what it answers there."""

from dataclasses import dataclass
from urllib.parse import quote

from tests.portal.papers import PLAN

MEETING = "/moeder/oekonomiudvalget/2025-02-03/"


@dataclass(frozen=True, slots=True)
class Line:
    """`missing` is an address of the same name that shows nothing, "" where there is none; `post` for a form.

    `form`: a page that takes a form, too.
    """

    name: str
    address: str
    status: int = 200
    missing: str = ""
    post: bool = False
    form: bool = False


LINES = (
    Line("front", "/"),
    Line("bodies", "/udvalg/"),
    Line("body", "/udvalg/direktionen/", missing="/udvalg/findes-ikke/"),
    Line("body-year", "/udvalg/direktionen/2025/", missing="/udvalg/direktionen/1999/"),
    Line("calendar", "/kalender/"),
    Line("year", "/kalender/2025/", missing="/kalender/99999/"),
    Line("month", "/kalender/2025/2/", missing="/kalender/2025/13/"),
    Line("meetings", "/moeder/"),
    Line("meeting", MEETING, missing="/moeder/oekonomiudvalget/2025-02-04/"),
    Line("item", f"{MEETING}punkt/1/", missing=f"{MEETING}punkt/99/"),
    Line("editions", f"{MEETING}udgaver/", missing="/moeder/oekonomiudvalget/2025-02-04/udgaver/"),
    Line(
        "difference",
        f"{MEETING}udgaver/minutes-1/minutes-1/",
        missing=f"{MEETING}udgaver/minutes-1/minutes-9/",
    ),
    Line("verify", "/verificer/", form=True),
    Line("cases", "/sager/", status=301),
    Line("case", "/sager/999-2024-1204/", missing="/sager/999-2024-1/"),
    Line("search", "/soeg/?q=havn"),
    Line("promises", "/lovet/"),
    Line("data", "/data/"),
    Line("data-file", "/data/papers.jsonl", status=503, missing="/data/papers.csv"),
    Line("about", "/om/"),
    Line("accessibility", "/tilgaengelighedserklaering/"),
    Line("pdf", f"{MEETING}referat.pdf", status=503, missing="/moeder/oekonomiudvalget/2025-02-04/referat.pdf"),
    Line("feed", "/feed.atom"),
    Line("feed-body", "/udvalg/direktionen/feed.atom", missing="/udvalg/findes-ikke/feed.atom"),
    Line("feed-case", "/sager/999-2024-1204/feed.atom", missing="/sager/999-2024-1/feed.atom"),
    Line("feed-search", "/soeg/feed.atom?q=havn"),
    Line("suggestions", "/soeg/forslag?q=hav"),
    Line("feed-subject", "/emner/01/feed.atom", missing="/emner/1/feed.atom"),
    Line("ics", "/kalender.ics"),
    Line("ics-body", "/udvalg/direktionen/kalender.ics", missing="/udvalg/findes-ikke/kalender.ics"),
    Line("pdf-large", f"{MEETING}referat-18.pdf", status=202, missing=f"{MEETING}referat-12.pdf"),
    Line("pdf-item", f"{MEETING}punkt/1/udskrift.pdf", status=202, missing=f"{MEETING}punkt/99/udskrift.pdf"),
    Line(
        "pdf-attached",
        f"{MEETING}referat-med-bilag.pdf",
        status=202,
        missing="/moeder/oekonomiudvalget/2025-02-04/referat-med-bilag.pdf",
    ),
    Line("word", f"{MEETING}referat.docx", status=202, missing="/moeder/oekonomiudvalget/2025-02-04/referat.docx"),
    Line("word-item", f"{MEETING}punkt/1/udskrift.docx", status=202, missing=f"{MEETING}punkt/99/udskrift.docx"),
    Line("attachment", f"/bilag/{PLAN.sha256}/{quote(PLAN.name)}", missing=f"/bilag/{PLAN.sha256}/en-anden.pdf"),
    Line("sealed", f"{MEETING}udgaver/minutes-1.json", missing=f"{MEETING}udgaver/minutes-9.json"),
    Line("edition-pdf", f"{MEETING}udgaver/minutes-1.pdf", status=404, missing=f"{MEETING}udgaver/minutes-9.pdf"),
    Line("theme", "/visning/", status=302, post=True),
    Line("sitemap", "/sitemap.xml"),
    Line("sitemap-meetings", "/sitemap-moeder-0.xml", missing=f"/sitemap-moeder-{10**22}.xml"),
    Line("sitemap-items", "/sitemap-punkter-0.xml", missing=f"/sitemap-punkter-{10**22}.xml"),
    Line("sitemap-cases", "/sitemap-sager-0.xml", missing=f"/sitemap-sager-{10**22}.xml"),
    Line("robots", "/robots.txt"),
)
# What can be followed by mail; who has no secret finds nothing at the last three.
ALERTS = (
    Line("follow", "/foelg/", missing="/foelg/?sag=999-2024-1", form=True),
    Line("link", "/foelg/link/", status=400, post=True),
    Line("sent", "/foelg/sendt/"),
    Line("gone", "/foelg/slut/"),
    Line("confirm", "/foelg/bekraeft/ukendt/", status=404),
    Line("mine", "/foelg/mine/ukendt/", status=404),
    Line("stop", "/foelg/stop/ukendt/1-2/", form=True),
)
_FILES = (".pdf", ".docx", ".xml", ".txt", ".atom", ".ics", ".json", "/forslag")
PAGES = tuple(
    line for line in (*LINES, *ALERTS) if line.status == 200 and not line.address.partition("?")[0].endswith(_FILES)
)
