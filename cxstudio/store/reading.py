"""Reading the records of an open file."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import Select, func, select

from cxstudio.model import Engagement, Record
from cxstudio.store import search
from cxstudio.store.errors import Unreadable
from cxstudio.store.loading import load
from cxstudio.store.opened import OpenedFile
from cxstudio.store.problems import told

R = TypeVar("R", bound=Record)


class Reading(OpenedFile):
    """Read by id or by class. Use records at once; keep their ids, not the instances."""

    def get(self, cls: type[R], id: int | None) -> R | None:
        """The record, or None when it is gone."""
        if id is None:
            return None
        with told(self.path, self._failure):
            return load(self.session, self.driver, cls, id)

    def one(self, cls: type[R], id: int) -> R:
        """The record. Raises LookupError when it is gone."""
        record = self.get(cls, id)
        if record is None:
            raise LookupError(f"there is no {cls.__tablename__} {id}")
        return record

    @property
    def engagement(self) -> Engagement:
        return self.one(Engagement, 1)

    def all(self, cls: type[R], *where: Any, order_by: Any = None) -> list[R]:
        """The records of a class, in the user's order where there is one, else by id."""
        order = order_by if order_by is not None else _natural_order(cls)
        order = order if isinstance(order, tuple) else (order,)
        return list(self.session.scalars(select(cls).where(*where).order_by(*order)))

    def count(self, cls: type[Record], *where: Any) -> int:
        return self.session.scalar(select(func.count()).select_from(cls).where(*where)) or 0

    def rows(self, query: Select[*tuple[Any, ...]]) -> list[Any]:
        """The rows of any select, for lists and figures that need only some columns."""
        return list(self.session.execute(query))

    def search(self, query: str, limit: int = 50) -> list[search.Hit]:
        """Records that hold every word of `query`, at most `limit`."""
        with told(self.path, Unreadable):
            return search.find(self.driver, query, limit)

    def blob(self, sha256: str) -> bytes:
        """The bytes of an attachment. Raises LookupError when they are not in the file."""
        with told(self.path, Unreadable):
            found = self.driver.execute("SELECT bytes FROM blob WHERE sha256 = ?", (sha256,))
            row = found.fetchone()
        if row is None:
            raise LookupError(f"there is no content {sha256[:8]}…")
        return bytes(row[0])


def _natural_order(cls: type[Record]) -> Any:
    position = getattr(cls, "position", None)
    return cls.id if position is None else (position, cls.id)
