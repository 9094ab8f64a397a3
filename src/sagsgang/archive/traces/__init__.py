"""The register of open data: every thing that the public may name has a trace, which stays when the thing has gone.

Written with the editions, in their transaction, so that nothing is ever named longer than it is shown.
"""

from sagsgang.archive.traces.plans import planned, unplanned
from sagsgang.archive.traces.printing import printed
from sagsgang.archive.traces.record import catch_up, published
from sagsgang.archive.traces.withdrawing import left, withdrawn

__all__ = ["catch_up", "left", "planned", "printed", "published", "unplanned", "withdrawn"]
