"""How the commands say that there are lesser doubts about what was published."""

from collections.abc import Iterable


def lesser_doubts(counts: Iterable[int]) -> str:
    """A Danish line from the number of doubts about each paper; "" when there are none."""
    some = [count for count in counts if count]
    if not some:
        return ""
    papers = "1 udgivet papir" if len(some) == 1 else f"{len(some)} udgivne papirer"
    return f"{sum(some)} tvivl i {papers}; se dem med: sagsgang doubts list --all"
