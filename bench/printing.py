"""How fast papers become PDF, and how large they are."""

from itertools import islice

from bench.corpus import papers
from bench.report import put, table
from bench.timing import timed
from sagsgang.writers import pdf


def run() -> None:
    """Measure and write the part `printing`."""
    ten = list(islice(papers(12), 12))
    hundred = list(islice(papers(2, items=100), 2))
    rows = []
    for name, some in (("10 items", ten), ("100 items", hundred)):
        sizes: list[int] = []
        pdf.write(some[0])
        times = timed(lambda paper, sizes=sizes: sizes.append(len(pdf.write(paper))), some)
        rows.append([name, f"{times.p50:,.0f}", f"{times.p95:,.0f}", f"{max(sizes) / 1000:,.0f}"])
    note = (
        "Rendered in the worker process, never in a web worker. SAPL, the peer that prints, took 193 ms (10 items)."
    )
    put("printing", f"{note}\n\n{table(['paper', 'p50 ms', 'p95 ms', 'kB'], rows)}")
