"""Is everything still as it was sealed? Walks the chains, the contents, and the rows that the public sees.

Memory stays flat: chains and meetings are walked some rows at a time.
"""

from collections.abc import Callable, Iterable, Iterator

from sagsgang.archive.chain import Chain
from sagsgang.archive.heads import Head, check_heads
from sagsgang.archive.models import Body
from sagsgang.archive.remarks import Remark
from sagsgang.archive.shown import check_loose, check_shown


def verify(heads: Iterable[Head] = (), step: Callable[[], None] = lambda: None) -> Iterator[Remark]:
    """Every remark, chain by chain, the first thing that is wrong in a chain before what follows from it.

    `heads` are ends of chains that were written down elsewhere; `step` is called for every record checked.
    """
    yield from check_loose()
    for body in Body.objects.order_by("authority", "name"):
        yield from Chain(body, step).remarks()
        yield from check_shown(body)
    yield from check_heads(heads)
