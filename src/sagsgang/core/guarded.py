"""The inner door: a query on what may be secret does not run until someone has said who looks, or why nobody does."""

from collections.abc import AsyncIterator, Iterator
from typing import Any, Self, TypeVar, cast

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q
from django.db.models.query import RawQuerySet
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler

from sagsgang.core.viewer import Viewer

M = TypeVar("M", bound=models.Model)


class Unguarded(RuntimeError):  # noqa: N818 - it is what the query is
    """A query ran, or was joined with another, before `visible_to` or `unguarded` was said."""


class GuardedQuery(Query):
    """What the query set asks the database: it does not run inside another query before it is cleared, either.

    Django makes queries of its own for parts of one that is cleared: those are not asked.
    """

    cleared = True

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        """As Django's, when cleared."""
        if not self.cleared:
            raise Unguarded("a subquery: visible_to(viewer) or unguarded(why) comes first")
        return super().as_sql(compiler, connection)


class GuardedQuerySet(models.QuerySet[M]):
    """A query set of rows that not everybody may see. Each model gives it a `rule`."""

    cleared = False

    def __init__(
        self,
        model: type[models.Model] | None = None,
        query: Query | None = None,
        using: str | None = None,
        hints: dict[str, models.Model] | None = None,
    ) -> None:
        if query is None and model is not None:
            query = GuardedQuery(model)
            query.cleared = False
        super().__init__(model, query, using, hints)

    @staticmethod
    def rule(viewer: Viewer) -> Q:
        """Which rows the viewer may see: each model's own rule, from `core.access`."""
        raise NotImplementedError

    def visible_to(self, viewer: Viewer) -> Self:
        """The rows that the viewer may see."""
        return self.filter(self.rule(viewer)).unguarded("the rule is in force")

    def unguarded(self, why: str) -> Self:
        """All rows, for the reason given: a command that has checked the right itself, or a count without text."""
        if not why:
            raise Unguarded("say why")
        clone = self.all()
        clone.cleared = True
        if isinstance(clone.query, GuardedQuery):
            clone.query.cleared = True
        return clone

    def _clone(self) -> Self:
        clone = cast("Self", super()._clone())  # type: ignore[misc]
        clone.cleared = self.cleared
        return clone

    def _refuse(self) -> None:
        if not self.cleared:
            raise Unguarded(f"{self.model.__name__}: visible_to(viewer) or unguarded(why) comes first")

    def _fetch_all(self) -> None:
        self._refuse()
        super()._fetch_all()

    def iterator(self, chunk_size: int | None = None) -> Iterator[M]:
        """As Django's, when cleared."""
        self._refuse()
        return super().iterator(chunk_size)

    def aiterator(self, chunk_size: int = 2000) -> AsyncIterator[M]:
        """As Django's, when cleared."""
        self._refuse()
        return super().aiterator(chunk_size)

    def raw(self, *args: Any, **kwargs: Any) -> "RawQuerySet[Any]":
        """As Django's, when cleared."""
        self._refuse()
        return super().raw(*args, **kwargs)

    def count(self) -> int:
        """As Django's, when cleared."""
        self._refuse()
        return super().count()

    def exists(self) -> bool:
        """As Django's, when cleared."""
        self._refuse()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """As Django's, when cleared."""
        self._refuse()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        """As Django's, when cleared."""
        self._refuse()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        """As Django's, when cleared."""
        self._refuse()
        return super().delete()

    def explain(self, *args: Any, **kwargs: Any) -> str:
        """As Django's, when cleared."""
        self._refuse()
        return super().explain(*args, **kwargs)

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        """Used inside another query: that too only when cleared."""
        self._refuse()
        return super().resolve_expression(*args, **kwargs)

    def __or__(self, other: models.QuerySet[M]) -> Self:
        self._refuse_with(other)
        return super().__or__(other)

    def __and__(self, other: models.QuerySet[M]) -> Self:
        self._refuse_with(other)
        return super().__and__(other)

    def __xor__(self, other: models.QuerySet[M]) -> Self:
        self._refuse_with(other)
        return super().__xor__(other)

    def _combinator_query(self, combinator: str, *others: Any, **kwargs: Any) -> Any:
        self._refuse_with(*others)
        return super()._combinator_query(combinator, *others, **kwargs)  # type: ignore[misc]

    def _refuse_with(self, *others: models.QuerySet[Any]) -> None:
        for query in (self, *others):
            if isinstance(query, GuardedQuerySet):
                query._refuse()  # noqa: SLF001 - one of us
