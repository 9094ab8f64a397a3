"""What the operating system refused, in Danish."""

import errno
from pathlib import Path

_REASONS = {
    errno.ENOENT: "findes ikke",
    errno.ENOTDIR: "en del af stien er en fil og ikke en mappe",
    errno.EISDIR: "er en mappe og ikke en fil",
    errno.EEXIST: "findes allerede og er noget andet",
    errno.EACCES: "denne bruger har ikke adgang",
    errno.EPERM: "denne bruger har ikke adgang",
    errno.EROFS: "der kan kun læses her",
    errno.ENOSPC: "der er ikke mere plads på disken",
    errno.EDQUOT: "brugerens plads på disken er brugt op",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ELOOP: "lænkerne går i ring",
    errno.EIO: "disken eller enheden svarer ikke",
    errno.EMFILE: "der er for mange åbne filer",
    errno.ENFILE: "der er for mange åbne filer",
    errno.ENOMEM: "der er ikke mere hukommelse",
    errno.ECONNREFUSED: "ingen svarer på adressen",
}


def why(error: OSError) -> str:
    """The reason alone: "findes ikke"."""
    return _REASONS.get(error.errno or 0, f"fejl {error.errno} fra styresystemet")


def sentence(error: OSError) -> str:
    """What could not be used, where the error says it, and why."""
    name = error.filename2 or error.filename
    return f"{name}: {why(error)}" if isinstance(name, str | Path) else why(error)
