"""Asks the portal, in this process, for every page that its links and sitemaps lead to, and writes them down.

With an index of the words in them."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape
from typing import Any, cast

from django.contrib.staticfiles.finders import get_finders
from django.http import StreamingHttpResponse
from django.test import Client

from sagsgang.portal.page import STILL
from sagsgang.portal.queries.still import gone_pages, still_items
from sagsgang.portal.still.addresses import canonical, file_of, in_sitemap, rewritten, still
from sagsgang.portal.still.folder import Folder
from sagsgang.portal.still.words import index

_STARTS = ("/", "/en/", "/sitemap.xml", "/robots.txt")
_MISSING = "/404.html"
_OK, _GONE, _NOT_FOUND = 200, 410, 404
_MOVED = frozenset({301, 302})
_MOVED_PAGE = (
    '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>{0}</title>'
    '<meta http-equiv="refresh" content="0; url={0}"></head><body><a href="{0}">{0}</a></body></html>\n'
)
# Gets how many addresses of how many that are known are done.
Told = Callable[[int, int], None]


@dataclass(slots=True)
class Crawl:
    """One export to `folder`, for the host that will serve it; `lost` are addresses that gave no page."""

    folder: Folder
    host: str
    secure: bool
    tell: Told
    lost: list[str] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _waiting: deque[str] = field(default_factory=deque)

    def run(self) -> None:
        """Write everything."""
        client = Client(raise_request_exception=False, headers={"host": self.host})
        client.defaults[STILL] = "1"
        self._meet((*_STARTS, *gone_pages()))
        self._walk(client)
        self._bury(client)
        self._walk(client)
        missing = client.get(_MISSING, secure=self.secure)
        self.folder.put("404.html", [rewritten(missing.content.decode(), _MISSING).html.encode()])
        for path, data in index(still_items()):
            self.folder.put(path, [data])
        self._copy_own_files()

    def _walk(self, client: Client) -> None:
        while self._waiting:
            self._take(client, self._waiting.popleft())
            self.tell(len(self._seen) - len(self._waiting), len(self._seen))

    def _bury(self, client: Client) -> None:
        """Where a page was that nothing leads to any longer stands why, if the portal says so."""
        for address in self.folder.left_over():
            answer = cast("Any", client.get(address, secure=self.secure))
            path = file_of(address)
            if path is not None and answer.status_code == _GONE:
                self.folder.put(path, self._blocks(answer, address))
            answer.close()

    def _meet(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            if address not in self._seen:
                self._seen.add(address)
                self._waiting.append(address)

    def _take(self, client: Client, address: str) -> None:
        path = file_of(address)
        answer = cast("Any", client.get(address, secure=self.secure))
        if path is not None and answer.status_code in {_OK, _GONE}:
            self.folder.put(path, self._blocks(answer, address))
        elif path is not None and answer.status_code in _MOVED:
            self._point(path, answer["Location"])
        else:
            self.lost.append(address)
        answer.close()

    def _blocks(self, answer: Any, address: str) -> Iterable[bytes]:
        """The answer as it is, but for the links of a page; and what it leads to is met."""
        if isinstance(answer, StreamingHttpResponse):
            return cast("Iterable[bytes]", answer.streaming_content)
        kind = answer["Content-Type"].partition(";")[0]
        if kind == "text/html":
            found = rewritten(answer.content.decode(), address)
            self._meet(found.addresses)
            return [found.html.encode()]
        if kind == "application/xml":
            self._meet(in_sitemap(answer.content.decode()))
        return [answer.content]

    def _point(self, path: str, location: str) -> None:
        known = canonical(location)
        if known:
            self._meet([known])
        self.folder.put(path, [_MOVED_PAGE.format(escape(still(known or location))).encode()])

    def _copy_own_files(self) -> None:
        """Stylesheets, fonts, pictures and scripts of the portal."""
        for finder in get_finders():
            for path, storage in finder.list([]):
                if path.startswith("portal/"):
                    with storage.open(path) as opened:
                        self.folder.put(f"static/{path}", opened.chunks())
