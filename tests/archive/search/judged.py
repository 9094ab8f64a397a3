"""The quality table: what search finds of what is wanted. Printed by the test and for docs/benchmarks.md."""

from dataclasses import dataclass

from sagsgang.archive import search
from tests.archive.search.corpus import CORPUS
from tests.archive.search.quality import QUESTIONS, Wanted
from tests.archive.search.shelf import lay


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with what was found, in order."""

    question: Wanted
    found: tuple[str, ...]

    @property
    def missed(self) -> tuple[str, ...]:
        """Wanted and not found."""
        return tuple(name for name in self.question.wanted if name not in self.found)

    @property
    def stray(self) -> tuple[str, ...]:
        """Found and not wanted."""
        return tuple(name for name in self.found if name not in self.question.wanted)

    @property
    def misplaced(self) -> bool:
        """Whether another one stands where the best one should."""
        return self.question.first and self.found[:1] != self.question.wanted[:1]


@dataclass(frozen=True, slots=True)
class Verdict:
    """All questions judged."""

    judged: tuple[Judged, ...]

    @property
    def recall(self) -> float:
        """The share of the wanted hits that were found, over all questions."""
        wanted = sum(len(one.question.wanted) for one in self.judged)
        return 1 - sum(len(one.missed) for one in self.judged) / wanted

    @property
    def precision(self) -> float:
        """The share of the found hits that were wanted, over all questions."""
        found = sum(len(one.found) for one in self.judged)
        return 1 - sum(len(one.stray) for one in self.judged) / found

    @property
    def placed(self) -> float:
        """The share of the questions with a best hit that have it first."""
        asked = [one for one in self.judged if one.question.first]
        return 1 - sum(one.misplaced for one in asked) / len(asked)


def judge() -> Verdict:
    """Lay out and index the corpus in the database in use, ask everything."""
    names = dict(zip(lay(CORPUS.values()), CORPUS, strict=True))
    search.index(names)
    found = (search.search(search.Query(audience="street", text=one.text, size=100)) for one in QUESTIONS)
    return Verdict(
        tuple(
            Judged(question, tuple(names[hit.entry_id] for hit in results.hits))
            for question, results in zip(QUESTIONS, found, strict=True)
        )
    )


def table(verdict: Verdict) -> str:
    """The verdict as a Markdown table; questions with a fault say which."""
    lines = ["| question | wanted | found | fault |", "|---|---|---|---|"]
    for one in verdict.judged:
        asked = one.question
        lines.append(f"| `{asked.text}` | {len(asked.wanted)} | {len(one.found)} | {_fault(one)} |")
    summary = (
        f"{len(verdict.judged)} questions: recall {verdict.recall:.3f}, precision {verdict.precision:.3f}, "
        f"best hit first {verdict.placed:.3f}"
    )
    return "\n".join([summary, "", *lines, ""])


def _fault(one: Judged) -> str:
    faults = (
        ("missed", ", ".join(one.missed)),
        ("stray", ", ".join(one.stray)),
        ("first was", one.found[0] if one.misplaced and one.found else ""),
    )
    return "; ".join(f"{fault} {names}" for fault, names in faults if names)
