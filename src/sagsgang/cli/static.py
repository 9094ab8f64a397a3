"""`sagsgang export --static`: the whole portal as files for any web server."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from sagsgang.cli.progress import Progress

if TYPE_CHECKING:
    from sagsgang.portal.still.folder import Folder

_SHOWN = 5
_HOST = re.compile(r"[\w.:-]+")


def export_static(root: Path, address: str | None) -> int:
    """Write the pages into the folder `root`, for the site at `address`; gives the exit status."""
    from sagsgang.config.prepare import prepare

    prepare()
    from django.conf import settings

    site = _site(address or settings.OPEN_DATA_ADDRESS)
    if site is None:
        print(
            "Feeds og sitemap skal vide, hvor siderne kommer til at ligge: --address https://referater.kommunen.dk",
            file=sys.stderr,
        )
        return 2
    settings.ALLOWED_HOSTS = [site.hostname or ""]
    from sagsgang.archive.disk import sentence
    from sagsgang.portal.still.folder import Folder, NotOurs

    try:
        return _write(Folder(root), site.netloc, secure=site.scheme == "https")
    except NotOurs:
        print(f"{root} har filer, som ikke er fra en tidligere eksport. Vælg en tom mappe.", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"Kan ikke skrive: {sentence(error)}", file=sys.stderr)
        return 1


def _site(address: str) -> SplitResult | None:
    """The parts of the address of a whole site; None when it is none."""
    try:
        site = urlsplit(address)
        whole = site.scheme in {"http", "https"} and site.port != 0 and not site.path.strip("/")
    except ValueError:  # a port or a number in brackets that is none
        return None
    return site if whole and _HOST.fullmatch(site.hostname or "") else None


def _write(folder: "Folder", host: str, *, secure: bool) -> int:
    from sagsgang.portal.still.crawl import Crawl

    progress = Progress()
    crawl = Crawl(folder, host, secure, lambda done, total: progress("Sider", done, total))
    crawl.run()
    removed = folder.finish()
    progress.end()
    print(
        f"{folder.changed} filer skrevet, {folder.same} var som de skulle være, {removed} fjernet.", file=sys.stderr
    )
    if crawl.lost:
        shown = ", ".join(crawl.lost[:_SHOWN])
        print(f"{len(crawl.lost)} adresser gav ingen side og mangler: {shown}", file=sys.stderr)
    return 1 if crawl.lost else 0
