"""The small world as files, and a plain web server on them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from sagsgang.portal.still.crawl import Crawl
from sagsgang.portal.still.folder import Folder

HOST = "referater.example.dk"


class Quiet(SimpleHTTPRequestHandler):
    """Python's own server, without a line for each request."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def export(root: Path) -> Crawl:
    """The portal, written to the folder."""
    folder = Folder(root)
    crawl = Crawl(folder, HOST, secure=True, tell=lambda _done, _total: None)
    crawl.run()
    folder.finish()
    return crawl


@contextmanager
def serving(root: Path) -> Iterator[int]:
    """The port on which the folder is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()
