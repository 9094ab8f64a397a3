"""Is everything still as it was sealed? Walks the chains, the contents, the rows that the public sees, and the files.

Memory stays flat: chains and meetings are walked some rows at a time.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from sagsgang.archive.chain import Chain
from sagsgang.archive.heads import Head, check_heads
from sagsgang.archive.models import Body
from sagsgang.archive.remarks import Remark
from sagsgang.archive.shown import check_loose, check_shown
from sagsgang.archive.stamps import check_stamps
from sagsgang.archive.whole import check_attached


def verify(heads: Iterable[Head] = (), step: Callable[[], None] = lambda: None) -> Iterator[Remark]:
    """Every remark, chain by chain, the first thing that is wrong in a chain before what follows from it.

    `heads` are ends of chains that were written down elsewhere; `step` is called for every record checked.
    """
    yield from check_loose()
    for body in Body.objects.order_by("authority", "name"):
        for check in (Chain(body, step).remarks, partial(check_shown, body), partial(check_attached, body)):
            yield from _survived(body, check)
    yield from check_heads(heads)
    yield from check_stamps()


def _survived(body: Body, check: Callable[[], Iterator[Remark]]) -> Iterator[Remark]:
    """The remarks of `check`; rows that no longer can be read at all are one, too."""
    try:
        yield from check()
    except (ValueError, TypeError, ArithmeticError, AttributeError) as error:
        yield Remark(body.name, None, f"rækkerne kan ikke læses ({type(error).__name__})")
