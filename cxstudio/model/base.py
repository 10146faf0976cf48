"""The mapped base of every record, and the few things all records share."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import MetaData, Table, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Holds the metadata of the engagement file."""

    metadata = MetaData(naming_convention=NAMES)


class Record(Base):
    """A row that people can meet: it has an id that is never given twice.

    `kind` is the table name, and the name by which links, history and
    navigation speak of the class. `searched` names the text attributes that
    full-text search looks into; the first of them is the record's label.
    """

    __abstract__ = True
    __table_args__: Any = {"sqlite_autoincrement": True}

    searched: ClassVar[tuple[str, ...]] = ()

    id: Mapped[int] = mapped_column(primary_key=True)

    @property
    def kind(self) -> str:
        return str(self.__tablename__)

    @property
    def label(self) -> str:
        """The record's name as lists show it; empty when nothing is written yet."""
        texts = (str(getattr(self, name) or "") for name in self.searched)
        return next(filter(None, texts), "")


class Coded:
    """Mixin for records people talk about: a letter and a number given once."""

    letter: ClassVar[str]
    digits: ClassVar[int] = 2

    number: Mapped[int] = mapped_column(unique=True)

    @property
    def code(self) -> str:
        return code_of(type(self), self.number)


class Ordered:
    """Mixin for records whose order the user arranges."""

    position: Mapped[int] = mapped_column(default=0)


def code_of(cls: type[Coded], number: int) -> str:
    """The short code on screen and in the report, for example G-03 or E-012."""
    return f"{cls.letter}-{number:0{cls.digits}d}"


def record_classes() -> dict[str, type[Record]]:
    """Every concrete record class by its kind."""
    return {
        mapper.class_.__tablename__: mapper.class_
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Record)
    }


def coded_classes() -> dict[str, type[Record]]:
    """Every coded record class by its letter."""
    return {cls.letter: cls for cls in record_classes().values() if issubclass(cls, Coded)}


def table_of(cls: type[Record]) -> Table:
    table = inspect(cls).local_table
    assert isinstance(table, Table)
    return table
