"""What a template or a draft left behind in a text: reminders to delete, "TEST", empty headings."""

import re

_LEFT = re.compile(
    r"\bHUSK\b[^\n]{0,200}?\bslet\w{0,6}"
    r"|\b(?:TEST|TODO|TBD|UDKAST|INDSÆT|SKRIV HER|TEKST HER)\b"
    r"|\b[xX]{3,40}\b|\?{3,40}|_{6,80}"
    r"|[\[<{](?:indsæt|skriv|udfyld|tilføj|navn|dato|beløb|tekst)\b[^\]>}\n]{0,80}[\]>}]"
    r"|[Kk]lik (?:eller tryk )?her for at|[Ll]orem ipsum|Fejl! Henvisningskilde|Error! Reference"
)
_LONGEST_HEADING = 80


def leftover(text: str) -> str:
    """The first words that are left from a template, "" when there are none."""
    found = _LEFT.search(text)
    return found[0] if found else ""


def empty_heading(text: str) -> str:
    """The last line of the text when it announces something that does not come: "Økonomi:"."""
    last = text.rstrip().rpartition("\n")[2].strip()
    return last if last.endswith(":") and len(last) <= _LONGEST_HEADING else ""
