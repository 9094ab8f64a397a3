"""What the index answers."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class InFile:
    """The page of an attachment that holds what the entry itself lacks. `position` counts the attachments from 1.

    `page` is 0 where the file has no pages before it is printed; `sha256` and `name` are the file's address.
    """

    position: int
    title: str
    page: int
    sha256: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One entry that answers. `title` and `snippet` are escaped HTML with the found words in `<mark>`.

    `snippet` is the best piece of the decisions, sections or attachment titles, or of the page `in_file`; empty for
    a stub.
    """

    entry_id: int
    title: SafeString
    snippet: SafeString
    date: date
    meeting_id: int
    meeting_slug: str
    body_id: int
    body: str
    body_slug: str
    number: str
    access: str
    item_type: str
    outcome: str
    case_number: str
    case_key: str
    in_file: InFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """How many hits have this value. `more`: there are more than `count` ("mere end"). `chosen`: it is filtered on.

    `value` is what goes into the Query's filter, as text; `label` is the body's name, else the value.
    """

    value: str
    label: str
    count: int
    more: bool
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One filter with the values that the hits have, the most frequent first (years: the newest first).

    `name` is the Query's field: "bodies", "years", "item_types", "outcomes", "kle_groups" or "access".
    """

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """One page of hits. `more`: there are more than `total` hits ("mere end").

    `pages` is how many pages can be asked for, which is bounded. `suggestion` is the text to search for instead
    ("Mente du ...?"), in plain text, empty when there is none.
    """

    hits: tuple[Hit, ...]
    total: int
    more: bool
    page: int
    pages: int
    facets: tuple[Facet, ...]
    suggestion: str
