"""Keeping a survey that was read as a wave of the engagement."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from cxstudio.exchange import mapping as profiles
from cxstudio.exchange.survey_reading import Survey
from cxstudio.model import Record, Wave
from cxstudio.model.columns import Mapping, mapping_from

R = TypeVar("R", bound=Record)


class Destination(Protocol):
    """What is needed of an open change."""

    def add(self, record: R) -> R: ...


@dataclass(frozen=True)
class Prepared:
    """Answers ready to be kept: made off the interface's thread, plain data.

    `content` is what analysis/survey/columnar.py packed, `original_sha256` the fingerprint of the
    file called `source`. `first` and `last` are the days of the answers where they are known.
    """

    content: bytes
    mapping: Mapping
    rows: int
    source: str
    original_sha256: str
    first: dt.date | None = None
    last: dt.date | None = None


def keep(
    change: Destination,
    put_blob: Callable[[bytes], str],
    prepared: Prepared,
    *,
    name: str,
    position: int = 0,
) -> Wave:
    """Write the wave, inside `with file.change(…) as change`, so that one undo takes it back.

    `put_blob` is that of the file; the answers are no part of the undo step, only their
    fingerprint is. The wave is dated by its last answer.
    """
    return change.add(
        Wave(
            name=name,
            source=prepared.source,
            dated=prepared.last,
            sha256=put_blob(prepared.content),
            original_sha256=prepared.original_sha256,
            mapping=as_json(prepared.mapping),
            rows=prepared.rows,
            position=position,
        )
    )


def as_json(mapping: Mapping) -> str:
    """A mapping as a wave keeps it. To correct one: `wave.mapping = as_json(…)` in a change."""
    return json.dumps(mapping.as_dict(), ensure_ascii=False)


def same_file(waves: Iterable[Wave], survey: Survey) -> Wave | None:
    """The wave that was made of the very same file, or None."""
    return next((wave for wave in waves if wave.original_sha256 == survey.sha256), None)


def with_same_columns(waves: Iterable[Wave], survey: Survey) -> Mapping | None:
    """The mapping of the latest wave with (nearly) the same columns, to be offered again."""
    kept = [mapping_from(json.loads(wave.mapping)) for wave in waves]
    return profiles.offered(kept, survey.names)
