"""How far a word is from another: what a scanner or a hurried hand makes of it."""


def distance_within(a: str, b: str, limit: int) -> bool:
    """Whether `a` becomes `b` by at most `limit` letters put in, left out or replaced (Levenshtein)."""
    if abs(len(a) - len(b)) > limit:
        return False
    a, b = _differing(a, b)
    if limit < 2 or not a or not b:
        return max(len(a), len(b)) <= limit
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != other))
        if min(row) > limit:
            return False
    return row[-1] <= limit


def _differing(a: str, b: str) -> tuple[str, str]:
    """The words without what they begin and end with in common, which costs nothing."""
    start, shorter = 0, min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[start : len(a) - end], b[start : len(b) - end]


def slack(word: str) -> int:
    """How many letters of `word` may be wrong before it could be another word: none in the short, two in the long."""
    return 0 if len(word) < 5 else 1 if len(word) < 8 else 2
