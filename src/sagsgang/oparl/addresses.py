"""The addresses of OParl's objects. An object's id is its address, so that it never changes."""

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest

from sagsgang.archive.models import TraceKind

BASE = "/oparl/v1.1"
SCHEMA = "https://schema.oparl.org/1.1"
TYPES = {
    TraceKind.AUTHORITY: "Body",
    TraceKind.BODY: "Organization",
    TraceKind.TERM: "LegislativeTerm",
    TraceKind.PLACE: "Location",
    TraceKind.PERSON: "Person",
    TraceKind.MEMBER: "Membership",
    TraceKind.MEETING: "Meeting",
    TraceKind.ITEM: "AgendaItem",
    TraceKind.TREATMENT: "Consultation",
    TraceKind.CASE: "Paper",
    TraceKind.FILE: "File",
}
KINDS = {name.lower(): kind for kind, name in TYPES.items()}
_NAMES = {kind.value: name for name, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes addresses on one host, `root`: "https://dagsordener.example.dk". Keys need no quoting."""

    root: str

    def system(self) -> str:
        """Where a client begins."""
        return f"{self.root}{BASE}/system"

    def bodies(self) -> str:
        """The list of authorities."""
        return f"{self.root}{BASE}/body"

    def object(self, kind: str, key: str) -> str:
        """The id of an object."""
        return f"{self.root}{BASE}/{_NAMES[kind]}/{key}"

    def list(self, kind: str, key: str, listed: TraceKind) -> str:
        """The list of all `listed` that belong to an object."""
        return f"{self.object(kind, key)}/{_NAMES[listed]}"

    def content(self, key: str) -> str:
        """A file's bytes, to look at."""
        return f"{self.root}{BASE}/content/{key}"

    def download(self, key: str) -> str:
        """A file's bytes, to keep."""
        return f"{self.root}{BASE}/download/{key}"

    def page(self, path: str) -> str:
        """A page of the portal."""
        return f"{self.root}{quote(path)}"


def addresses(request: HttpRequest) -> Addresses:
    """On the host that the settings name as the canonical one, else on the one that was asked."""
    return Addresses(settings.OPEN_DATA_ADDRESS or f"{request.scheme}://{request.get_host()}")
