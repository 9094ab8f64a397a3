"""What scanning, converting and copying do to minutes of the seeds' layout without taking a fact away."""

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator

HEADINGS = (
    "Sagstype",
    "Resume og sagens baggrund",
    "Indstillinger",
    "Behandling",
    "Sagsfremstilling",
    "Økonomiske konsekvenser",
    "Bilag",
    "Åbent",
    "Indholdsfortegnelse",
)
SLIPS = {
    "Mødedato": "Møtedato",
    "Mødested": "Møtested",
    "Indholdsfortegnelse": "Indholdsfortegneise",
    "Sagstype": "Sagstvpe",
    "Resume og sagens baggrund": "Resurne og sagens baggrund",
    "Indstillinger": "lndstillinger",
    "Økonomiske konsekvenser": "0konomiske konsekvenser",
    "Sagsfremstilling": "Sagsfremstiliing",
    "Behandling": "Behandllng",
}
_HEADING_LINE = re.compile(rf"(?m)^({'|'.join(map(re.escape, HEADINGS))})$")
_NUMBERS = re.compile(r"(Sagsnr\.: \S+)\s+(J\.nr\.: \S+)\s+(Dokumentnr\.: \S+)(?: +\**Åbent\**)?")
_ROW = re.compile(r"(?m)^([^\t\n]+)\t(\d{3}-\d{4}-\d+)$")
_CONTENTS_LINE = re.compile(r"(?m)^(.+?)\.{5}\t(\d+)$")
_PUNKT = re.compile(r"(?m)^(Punkt \d+: .*)$")


def _headings(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: _HEADING_LINE.sub(lambda match: change(match[1]), text)


def _title(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(("REFERAT", "DAGSORDEN")))


def _between(text: str, insert: Callable[[int], str], every: int) -> str:
    """Something between paragraphs, every so often, after the contents list."""
    head, mark, body = text.partition("Punkt 1:")
    parts = body.split("\n\n")
    kept: list[str] = []
    for count, part in enumerate(parts, 1):
        kept.append(part)
        if count % every == 0:
            kept.append(insert(2 + count // every))
    return head + mark + "\n\n".join(kept)


def _numbers(shape: Callable[[str, str, str], str]) -> Callable[[str], str]:
    def change(text: str) -> str:
        text = re.sub(r"(?m)^\**Åbent\**\n\n", "", text)
        return _NUMBERS.sub(lambda match: shape(match[1], match[2], match[3]), text)

    return change


def _split_paragraphs(text: str) -> str:
    title = _title(text)

    def broken(match: re.Match[str]) -> str:
        at = next((i for i in range(160, len(match[0]) - 1) if match[0][i] == " " and match[0][i + 1].islower()), 0)
        page = f"\n\nSide 4 af 14\n\n{title}\n\n"
        return match[0][:at] + page + match[0][at + 1 :] if at else match[0]

    return re.sub(r"(?m)^[^\t\n]{220,}$", broken, text)


def _wrap(text: str) -> str:
    def wrapped(line: str) -> str:
        long = len(line) > 110 and "\t" not in line and not line.startswith(("Punkt", "Sagsnr"))
        return "\n".join(textwrap.wrap(line, 90, break_on_hyphens=False)) if long else line

    return "\n".join(wrapped(line) for line in text.split("\n"))


def _slips(text: str) -> str:
    return re.sub(rf"(?m)^({'|'.join(SLIPS)})(?=$| )", lambda match: SLIPS[match[1]], text)


def _wrapped_titles(text: str) -> str:
    def wrapped(match: re.Match[str]) -> str:
        lines = textwrap.wrap(match[1], 66, break_on_hyphens=False)
        return "\n".join([*lines[:1], " ".join(lines[1:])]) if len(lines) > 1 else match[1]

    return _PUNKT.sub(wrapped, text)


def _numbered_contents(text: str) -> str:
    count: Iterator[int] = iter(range(1, 100))
    head, mark, rest = text.partition("Indholdsfortegnelse\n\n")
    rows, blank, body = rest.partition("\n\n")
    numbered = re.sub(r"(?m)(?:\A|(?<=\t\d\n)|(?<=\t\d\d\n))(?=.)", lambda _: f"{next(count)}. ", rows)
    return f"{head}{mark}{numbered}{blank}{body}" if mark else text.replace("Sagsfremstilling", "Sagsfremstilling ")


DAMAGE: dict[str, Callable[[str], str]] = {
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "hard spaces": lambda text: (
        text.replace(" d. ", "\u00a0d.\u00a0").replace(" kl. ", "\u00a0kl.\u00a0").replace(": ", ":\u00a0")
    ),
    "soft hyphens": lambda text: text.replace("ning", "n\u00ading").replace("Åbent", "\u200bÅbent"),
    "running heads": lambda text: _between(text, lambda page: f"{_title(text)}\n\nSide {page}", 7),
    "heads with page numbers": lambda text: _between(text, lambda page: f"{_title(text)} Side {page} af 14", 5),
    "page numbers": lambda text: _between(text, str, 6),
    "dashed page numbers": lambda text: _between(text, lambda page: f"- {page} -", 6),
    "split paragraphs": _split_paragraphs,
    "three lines, open first": _numbers(lambda a, b, c: f"Åbent\n\n{a}\n\n{b}\n\n{c}"),
    "three lines, open between": _numbers(lambda a, b, c: f"{a}\n\nÅbent\n\n{b}\n\n{c}"),
    "three lines, open last": _numbers(lambda a, b, c: f"{a}\n{b}\n{c}\nÅbent"),
    "one line, open bold": _numbers(lambda a, b, c: f"{a} {b} {c} **Åbent**"),
    "one line, open first": _numbers(lambda a, b, c: f"Åbent {a} {b} {c}"),
    "one line, tabs": _numbers(lambda a, b, c: f"{a}\t{b}\t{c}\tÅbent"),
    "wrapped document numbers": _numbers(
        lambda a, b, c: f"Åbent\n\n{a} {b} {re.sub(r'-([0-9]+)$', '-' + chr(10) + chr(92) + '1', c)}"
    ),
    "bold headings": _headings(lambda heading: f"**{heading}**"),
    "underlined headings": _headings(lambda heading: f"<u>{heading}</u>"),
    "Markdown headings": _headings(lambda heading: f"## {heading}"),
    "bold items": lambda text: _PUNKT.sub(r"**\1**", text),
    "table on the next line": lambda text: _ROW.sub(r"\1\n\n\2\n", text),
    "table with bars": lambda text: _ROW.sub(r"| \1 | \2 |\n|---|---|", text),
    "table with rules": lambda text: _ROW.sub(r"\1\t\2\n---\t-----------------", text),
    "table with spaces": lambda text: _ROW.sub(r"\1    \2", text),
    "wrapped table numbers": lambda text: _ROW.sub(lambda m: f"{m[1]}\t{m[2][:9]} {m[2][9:]}", text),
    "wrapped titles": _wrapped_titles,
    "slips in headings": _slips,
    "no blank line after headings": lambda text: re.sub(
        rf"(?m)^({'|'.join(map(re.escape, HEADINGS))})\n\n", r"\1\n", text
    ),
    "extra blank lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "no blank lines": lambda text: re.sub(r"\n{2,}", "\n", text),
    "capital headings": _headings(str.upper),
    "small headings": _headings(str.lower),
    "headings with a colon": _headings(lambda heading: f"{heading}:"),
    "trailing spaces": lambda text: text.replace("\n", "   \n"),
    "indented": lambda text: "\n".join(f"    {line}" if line else line for line in text.split("\n")),
    "value on the heading's line": lambda text: re.sub(r"(?m)^(Sagstype|Behandling)\n\n", r"\1: ", text),
    "label on a line of its own": lambda text: re.sub(r"(?m)^(Mødedato|Mødested) ", r"\1\n\n", text),
    "label with a colon": lambda text: re.sub(r"(?m)^(Mødedato|Mødested) ", r"\1: ", text),
    "form feeds": lambda text: text.replace("\n\nPunkt ", "\n\f\nPunkt "),
    "contents without dots": lambda text: _CONTENTS_LINE.sub(r"\1\t\2", text),
    "contents with plain numbers": lambda text: _CONTENTS_LINE.sub(r"\1 \2", text),
    "contents with spaced dots": lambda text: _CONTENTS_LINE.sub(r"\1 . . . . . . . \2", text),
    "contents with leaders": lambda text: _CONTENTS_LINE.sub(r"\1 ................ \2", text),
    "contents on two lines": lambda text: _CONTENTS_LINE.sub(r"\1\n\2", text),
    "contents numbered": _numbered_contents,
    "hard wraps": _wrap,
    "lost title word": lambda text: text.replace("\nSagsfremstilling\n\n1. ", "\n1. ", 1),
    "decision heading without a colon": lambda text: re.sub(r"(?m)^(\w+s møde den .*):$", r"\1", text),
    "decision on the heading's line": lambda text: re.sub(r"(?m)^(\w+s møde den .*:)\n\n(?=\w)", r"\1 ", text),
    "lost item lines": lambda text: re.sub(r"(?m)^Punkt (?=2:|4:)\d+: .*\n\n", "", text),
    "slips in item lines": lambda text: re.sub(r"(?m)^Punkt (?=2:|4:)", "Punkl ", text),
    "abent": lambda text: re.sub(r"(?m)^Åbent$", "Abent", text),
}


# Without the contents list the pages and nothing else are lost.
def without_contents(text: str) -> str:
    """The paper without its contents list."""
    return re.sub(r"(?s)Indholdsfortegnelse\n\n.*?(?=Punkt 1:)", "", text, count=1)
