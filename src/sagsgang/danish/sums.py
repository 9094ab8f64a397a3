"""Lines of amounts, and columns of figures, against the total below them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from sagsgang.danish.mismatch import Mismatch
from sagsgang.danish.money import Amount, find_amounts, parse_amount, parse_decimal, total, write, write_decimal

_TOTAL_WORDS = ("i alt", "ialt", "samlet", "sum", "total", "totalt", "tilsammen")
# "Samlet budget" names the money there is, not what the lines come to.
_TOTAL = re.compile(
    rf"\b(?:{'|'.join(_TOTAL_WORDS)})\b(?! [a-zæøå]{{0,20}}(?:budget|ramme|bevilling|pulje|saldo|finansiering))",
    re.IGNORECASE,
)
# A part of the line above, an average, a price for one: no term of the sum.
_NO_TERM = re.compile(r"\b(?:heraf|hvoraf|gennemsnit|pr\. |per |årligt|saldo)", re.IGNORECASE)
# Rows of an account, where a line may be the difference of two others.
_NO_PLAIN_SUM = re.compile(
    rf"{_NO_TERM.pattern}|resultat|balance|netto|afvig|differen|overskud|underskud|\brest", re.IGNORECASE
)
_VERB = re.compile(
    r"\b(?:er|var|bliver|blev|udgør|udgjorde|koster|afsættes|bevilges|forventes|indstilles|finansieres|anvendes|skal|kan)\b"
)
_ENDS_IN_AMOUNT = re.compile(r"(?:[0-9]|kr\.?|,-|roner)(?:</?[a-z]{1,6}>|[ .;)*]){0,4}$")
_SENTENCES = re.compile(r"[a-zæøå]{3}\. [A-ZÆØÅ]")
_TAG = re.compile(r"</?[a-z]{1,6}>|\*\*")
_NUMBER_CELL = re.compile(r"[-–−]?(?:[0-9]{1,3}(?:\.[0-9]{3}){1,5}|[0-9]{1,12})(?:,[0-9]{1,4})?")
_OTHER_COLUMN = re.compile(r"%|pct|procent|indeks|\bår\b|\bnr|gennemsnit|\bpris|\bside|dato|\bpr\.", re.IGNORECASE)
_SENTENCE_TOTAL = re.compile(
    r"(?:,|–| -|\(|=|og dermed)\s?(?:svarende til\s)?(?:i alt|samlet|tilsammen)\s(?:ca\.\s)?$"
)
# Spares most texts the search for amounts.
_STATES_TOTAL = re.compile(r"(?:i alt|samlet|tilsammen)\s(?:ca\.\s)?(?:[0-9–−÷-]|minus|[Kk][Rr]|DKK)")
_NO_LIST = re.compile(
    r"\b(?:heraf|hvoraf|fra|steg|faldet|reducer|mod|ud af|årlig|pr\.|per|yderligere|i forhold|hver|minus|foruden)",
    re.IGNORECASE,
)
_SPREAD = re.compile(r"\b(?:fordel(?:es|t|er sig)|finansier(?:es|et))(?: således)? (?:med|på|ved|af|via)\b")
# What stands before each part of a whole; an amount behind other words is something else ("af puljen på 5 mio. kr.").
_PART_LEAD = re.compile(
    r"(?:\b(?:med|og|samt|på|henholdsvis|plus)|[,;+])(?: (?:ca\.|et|en|yderligere))?"
    r"(?: \S{0,20}(?:tilskud|lån|bidrag|finansiering|midler)(?: \S{1,20}){0,3}? på)? $"
)
_FUND = re.compile(r"\b\S{0,30}(?:puljen?|rammen?|budget\w*|bevilling\w*|overskud\w*) på $")
_SOME_ONLY = re.compile(
    r"\b(?:heraf|hvoraf|årlig|pr\.|per|hver|resten|øvrige|bl\.a|blandt andet|herunder)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[a-zæøå%)0-9\"][.!?])\s+(?=[A-ZÆØÅ])")
_MAX_LABEL = 100
# With marks that are no part of the label.
_LONGEST_LINE = 2 * _MAX_LABEL
_MOST_TERMS = 60
_MOST_TOTALS = 20


@dataclass(frozen=True, slots=True)
class _Term:
    """A line with an amount at its end; `subtotal` when it sums up terms above it."""

    line: str
    amount: Amount
    subtotal: bool = False


def sum_mismatches(text: str) -> Iterator[Mismatch]:
    """Totals that are not the sum of the lines above, of the table's column, or of the sentence's amounts."""
    if "kr" in text or "mio" in text or ",-" in text:
        if text.count("\n") > 1:
            yield from _line_sums(text)
            if ":\n" in text and _STATES_TOTAL.search(text):
                yield from _announced_sums([line.strip() for line in text.split("\n")])
        if "samlet" in text or "i alt" in text or "tilsammen" in text:
            yield from _sentence_sums(text)
        if "fordel" in text or "finansier" in text:
            yield from _spread_sums(text)
    if "\t" in text and _says_total(text):
        yield from _column_sums(text)


def _says_total(text: str) -> bool:
    """Whether one of the words may stand there; far faster than looking for whole words."""
    lowered = text.lower()
    return any(word in lowered for word in _TOTAL_WORDS)


def _announced_sums(lines: Sequence[str]) -> Iterator[Mismatch]:
    """ "Anlægget koster i alt 5 mio. kr.:", and the lines below it that each end in an amount."""
    for at, line in enumerate(lines):
        if not line.endswith(":") or not _STATES_TOTAL.search(line) or _SOME_ONLY.search(line):
            continue
        stated = find_amounts(line)
        below = takewhile(bool, map(_term, filter(None, lines[at + 1 : at + 2 * _MOST_TERMS])))
        terms = [term for term in below if term]
        plain = len(stated) == 1 and len(terms) > 1 and not any(term.subtotal for term in terms)
        if plain and not _makes_exactly(stated[0], terms):
            computed = total(term.amount for term in terms)
            yield Mismatch("sum_differs", write(stated[0]), write(computed), (line, *(term.line for term in terms)))


def _line_sums(text: str) -> Iterator[Mismatch]:
    lines = [line.strip() for line in text.split("\n")]
    short = sum(0 < len(line) <= _LONGEST_LINE for line in lines)
    if short < 3 or not _says_total(text) or not any(_ends_in_amount(line) and _TOTAL.search(line) for line in lines):
        return
    terms: list[_Term] = []
    for line in lines:
        line = _TAG.sub("", line)
        term = _term(line)
        if term is None:
            if line and _ends_the_list(line):
                terms = []
        elif not term.subtotal:
            terms.append(term)
        else:
            yield from _against(term, terms)
            terms = [*terms[-_MOST_TERMS:], term]


def _term(line: str) -> _Term | None:
    """The line as a term or a total: a short label and one amount at the end, not a sentence."""
    if len(line) > _MAX_LABEL + 30 or not _ends_in_amount(line):
        return None
    amounts = find_amounts(line)
    if len(amounts) != 1 or line[amounts[0].end :].strip(" .;)"):
        return None
    label = line[: amounts[0].start]
    if not label.strip(" -·•o:\t") or _VERB.search(label) or _NO_TERM.search(label) or _SENTENCES.search(label):
        return None
    return _Term(line, amounts[0], bool(_TOTAL.search(label)))


def _ends_in_amount(line: str) -> bool:
    return bool(_ENDS_IN_AMOUNT.search(line, max(0, len(line) - 20)))


def _ends_the_list(line: str) -> bool:
    return len(line) > _MAX_LABEL or line.endswith((":", "."))


def _against(stated: _Term, terms: Sequence[_Term]) -> Iterator[Mismatch]:
    """A mismatch when no run of terms that ends here makes the total."""
    own = _own_terms(terms)
    if "moms" in stated.line.lower() and not any("moms" in term.line.lower() for term in own):
        return
    if len(own) > 1 and not _is_made(stated.amount, terms):
        computed = total(term.amount for term in own)
        quotes = (*(term.line for term in own), stated.line)
        yield Mismatch("sum_differs", write(stated.amount), write(computed), quotes)


def _own_terms(terms: Sequence[_Term]) -> Sequence[_Term]:
    """What a total sums up: the lines since the last subtotal, or, right below one, the subtotals."""
    subtotals = [at for at, term in enumerate(terms) if term.subtotal]
    if subtotals and subtotals[-1] == len(terms) - 1:
        return [terms[at] for at in subtotals]
    return terms[subtotals[-1] + 1 :] if subtotals else terms


def _is_made(stated: Amount, terms: Sequence[_Term]) -> bool:
    """Whether all lines, the single ones or the subtotals come to the amount, or as many as stand nearest above."""
    single = [term for term in terms if not term.subtotal]
    return any(_makes(stated, run) for run in (terms, single, [term for term in terms if term.subtotal]))


def _makes(stated: Amount, terms: Sequence[_Term]) -> bool:
    """Whether the last term, or the last two, or more, come to the amount, give and take what rounding hides."""
    low = high = Decimal(0)
    step = stated.step
    for count, term in enumerate(reversed(terms), 1):
        low, high, step = low + term.amount.low, high + term.amount.high, max(step, term.amount.step)
        slack = step * (count + 1) / 2
        if abs(low - stated.low) <= slack and abs(high - stated.high) <= slack:
            return True
    return False


def _sentence_sums(text: str) -> Iterator[Mismatch]:
    """ "2 mio. kr. til A og 3 mio. kr. til B, i alt 6 mio. kr." """
    for sentence in _sentences_with(_STATES_TOTAL, text):
        if not _TOTAL.search(sentence) or _NO_LIST.search(sentence):
            continue
        *parts, last = find_amounts(sentence) or (None,)
        if last is None or len(parts) < 2 or not _SENTENCE_TOTAL.search(sentence, 0, last.start):
            continue
        terms = [_Term("", part) for part in parts if part]
        if not _makes(last, terms):
            computed = total(term.amount for term in terms)
            yield Mismatch("sum_differs", write(last), write(computed), (sentence.strip(),))


def _spread_sums(text: str) -> Iterator[Mismatch]:
    """ "12 mio. kr. fordeles med 4 mio. kr. i 2019 og 8 mio. kr. i 2020", "finansieres med ... og ..." """
    for sentence in _sentences_with(_SPREAD, text):
        verb = _SPREAD.search(sentence)
        if verb is None or _SOME_ONLY.search(sentence):
            continue
        amounts = find_amounts(sentence)
        whole = [amount for amount in amounts if amount.end <= verb.start()]
        parts = amounts[len(whole) :]
        if len(whole) != 1 or len(parts) < 2 or not all(_is_part(sentence, part) for part in parts):
            continue
        terms = [_Term("", part) for part in parts]
        if not _makes_exactly(whole[0], terms):
            computed = total(term.amount for term in terms)
            yield Mismatch("sum_differs", write(whole[0]), write(computed), (sentence.strip(),))


def _sentences_with(cue: re.Pattern[str], text: str) -> Iterator[str]:
    """The sentences of the lines in which the cue stands."""
    for line in text.split("\n"):
        if cue.search(line):
            yield from _SENTENCE_END.split(line)


def _is_part(sentence: str, amount: Amount) -> bool:
    before = sentence[max(0, amount.start - 80) : amount.start]
    return bool(_PART_LEAD.search(before)) and not _FUND.search(before)


def _makes_exactly(stated: Amount, terms: Sequence[_Term]) -> bool:
    computed = total(term.amount for term in terms)
    slack = max(stated.step, computed.step) * (len(terms) + 1) / 2
    return abs(computed.low - stated.low) <= slack and abs(computed.high - stated.high) <= slack


def _column_sums(text: str) -> Iterator[Mismatch]:
    for rows in _tables(text):
        totals = [at for at, row in enumerate(rows) if at >= 2 and _TOTAL.search(row[0])]
        if len(totals) <= _MOST_TOTALS and not any(_NO_PLAIN_SUM.search(row[0]) for row in rows[1:] if totals):
            for at in totals:
                yield from _columns(rows[:at], rows[at])


def _tables(text: str) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in (*text.split("\n"), "."):
        if "\t" in line:
            rows.append([_TAG.sub("", cell).strip() for cell in line.split("\t")])
        elif line.strip():
            yield rows
            rows = []


def _columns(above: list[list[str]], stated: list[str]) -> Iterator[Mismatch]:
    for at in range(1, len(stated)):
        cells = [row[at] if at < len(row) else "" for row in above]
        header = "" if _is_figure(cells[0]) else cells[0]
        values = cells[1:] if header else cells
        if _OTHER_COLUMN.search(header) or _is_read_as_lines(stated, at) or not _is_figures([*values, stated[at]]):
            continue
        terms = [
            _Term(row[0], _figure(value), bool(_TOTAL.search(row[0])))
            for row, value in zip(above[-len(values) :], values, strict=True)
            if value.strip("-– ")
        ]
        yield from _column(_Term(stated[0], _figure(stated[at])), terms)


def _is_read_as_lines(stated: list[str], at: int) -> bool:
    """Whether the rows are labels with an amount of money, which the lines' own check adds up."""
    return len(stated) == 2 and not _NUMBER_CELL.fullmatch(stated[at])


def _column(stated: _Term, terms: list[_Term]) -> Iterator[Mismatch]:
    own = _own_terms(terms)
    if len(own) < 2 or _is_made(stated.amount, terms):
        return
    computed = total(term.amount for term in own)
    places = max(0, -int(computed.step.normalize().adjusted()))
    yield Mismatch(
        "column_sum_differs",
        write_decimal(stated.amount.low, places),
        write_decimal(computed.low, places),
        (*(f"{term.line}: {write_decimal(term.amount.low, places)}" for term in own), stated.line),
    )


def _is_figures(cells: Sequence[str]) -> bool:
    """Whether a column holds plain figures: no percentages, no words, not years."""
    filled = [cell for cell in cells if cell.strip("-– ")]
    plain = all(_is_figure(cell) for cell in filled)
    years = all(len(cell) == 4 and cell[:2] in ("19", "20") for cell in filled)
    return len(filled) > 2 and bool(cells[-1].strip("-– ")) and plain and not years


def _is_figure(cell: str) -> bool:
    return bool(_NUMBER_CELL.fullmatch(cell) or parse_amount(cell))


def _figure(cell: str) -> Amount:
    if amount := parse_amount(cell):
        return amount
    value = parse_decimal(cell.replace("–", "-").replace("−", "-"))
    return Amount(value, value, Decimal(1).scaleb(-len(cell.partition(",")[2])))
