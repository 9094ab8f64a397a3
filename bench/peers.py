"""What three peers took for like pages: 2,000 meetings, 20,000 items, 40 bodies, two workers, p50 in milliseconds.

Measured on a machine of the same kind on 20-11-2026; meine-stadt-transparent 0.2.14, SAPL 3.1.163, OneGov Cloud
(August 2026). Pages differ in content, so compare orders of magnitude.
"""

PEERS: dict[str, tuple[str, str, str]] = {
    "front": ("33", "23", "77"),
    "meetings": ("11", "96", "133"),
    "meeting": ("25", "49", "26"),
    "item": ("18", "55", "22"),
    "case": ("-", "55", "22"),
    "bodies": ("9,773", "-", "-"),
    "body": ("50", "-", "-"),
    "search": ("needs Elasticsearch", "258 (ILIKE)", "44 (titles only)"),
    "pdf": ("-", "193", "-"),
}
