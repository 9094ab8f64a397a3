"""The name of a paper, by which it is known again."""

from sagsgang.paper.model import Paper


def key_of(paper: Paper) -> str:
    """The name of `paper` in the chain: authority, body, date, start and kind."""
    start = paper.start.strftime("%H:%M") if paper.start else ""
    parts = (paper.authority or "", paper.body or "", str(paper.date or ""), start, paper.kind.value)
    return "|".join(parts)
