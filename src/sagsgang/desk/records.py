"""Minutes for the records system as files: PDF/A, metadata, the sealed JSON, and the Journal as a table."""

import csv
import json
import zipfile
from hashlib import sha256
from io import BytesIO, StringIO

from django.utils import timezone

from sagsgang.core.act import Refused
from sagsgang.core.commands.records import Entry, Records
from sagsgang.desk.deeds import deed
from sagsgang.desk.press import NotPrinted, printed
from sagsgang.paper.store import dumps

_COLUMNS = ("tid", "hvem", "handling", "kode", "sag", "punkt", "grund")
# What a spreadsheet takes for a formula when a field begins with it.
_FORMULA = ("=", "+", "-", "@", "\t")
# Zip files know no year before; the same records give the same bytes.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def files(records: Records) -> dict[str, bytes]:
    """The files by their names. Raises Refused when the minutes cannot be printed."""
    try:
        pdf = printed(records.paper)
    except NotPrinted as error:
        raise Refused("Referatet kan ikke skrives som PDF.") from error
    found = {
        f"{records.name}.pdf": pdf,
        f"{records.name}.json": dumps(records.paper),
        f"{records.name}-journal.csv": _table(records.journal),
    }
    listed = [{"name": name, "sha256": sha256(data).hexdigest()} for name, data in found.items()]
    facts = json.dumps({**records.facts, "files": listed}, ensure_ascii=False, indent=1)
    return {f"{records.name}-metadata.json": f"{facts}\n".encode(), **found}


def zipped(found: dict[str, bytes]) -> bytes:
    """The files in one."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as zip_file:
        for name, data in found.items():
            zip_file.writestr(zipfile.ZipInfo(name, _LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _table(journal: tuple[Entry, ...]) -> bytes:
    """The Journal for a spreadsheet in Danish: semicolons, and the mark by which Excel knows UTF-8."""
    text = StringIO()
    written = csv.writer(text, delimiter=";", lineterminator="\r\n")
    written.writerow(_COLUMNS)
    for one in journal:
        at = timezone.localtime(one.at).isoformat(timespec="seconds")
        row = (at, one.by, deed(one.by or None, one.kind), one.kind, one.case, one.item, one.reason)
        written.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")
