"""Making a survey ready to be kept: the columns that stay, one answer or all of a person."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from cxstudio.analysis.survey.columnar import ROW, packed
from cxstudio.analysis.survey.responses import moments_in
from cxstudio.exchange.survey_parsing import Progress
from cxstudio.exchange.survey_reading import Survey
from cxstudio.exchange.survey_storing import Prepared
from cxstudio.exchange.survey_times import YEARS
from cxstudio.model.columns import Mapping

if TYPE_CHECKING:
    import pyarrow as pa


def prepare(survey: Survey, mapping: Mapping, *, tell: Progress | None = None) -> Prepared:
    """Pack the answers as mapped; call it off the interface's thread.

    Columns that are left out do not come along. `tell` is called with a share from 0 to 1 and
    may raise to stop; then nothing is made.
    """
    tell = tell or (lambda share: None)
    tell(0.0)
    kept = [name for name in survey.names if name in mapping and _stays(mapping, name)]
    rows = [ROW] if ROW in survey.table.column_names else []
    table = survey.table.select([*kept, *rows])
    table = _one_each(_timed(table, mapping), survey, mapping)
    tell(0.3)
    first, last = _days(table, mapping)
    content = packed(table, survey.layout.before + 1)
    tell(1.0)
    return Prepared(
        content=content,
        mapping=mapping,
        rows=int(table.num_rows),
        source=survey.name,
        original_sha256=survey.sha256,
        first=first,
        last=last,
    )


def cells_kept(survey: Survey, mapping: Mapping, name: str) -> pa.ChunkedArray:
    """One column without the answers that a person gave before or after, as the mapping says."""
    time = mapping.only("time")
    names = dict.fromkeys([name, *([] if time is None else [time.name])])
    rows = [ROW] if ROW in survey.table.column_names else []
    table = _timed(survey.table.select([*names, *rows]), mapping)
    return _one_each(table, survey, mapping).column(name)


def _stays(mapping: Mapping, name: str) -> bool:
    return mapping[name].role != "left_out"


def _timed(table: pa.Table, mapping: Mapping) -> pa.Table:
    """With the time of answering as moments where all of its cells can be read."""
    import pyarrow as pa

    column = mapping.only("time")
    if column is None or column.name not in table.column_names:
        return table
    place = table.column_names.index(column.name)
    cells = table.column(place)
    if pa.types.is_timestamp(cells.type):
        return table
    texts = cells.cast(pa.string()).to_pandas()
    moments = moments_in(texts, column.form)
    if moments.notna().sum() < texts.notna().sum():
        return table
    return table.set_column(place, column.name, pa.array(moments, type=pa.timestamp("s")))


def _one_each(table: pa.Table, survey: Survey, mapping: Mapping) -> pa.Table:
    """All answers, or the first or last one of each person, in the order of the table."""
    import numpy as np
    import pyarrow as pa

    person = mapping.only("respondent")
    if mapping.keep == "all" or person is None:
        return table
    who = survey.table.column(person.name).cast(pa.string()).to_pandas()
    order = _order(table, mapping)
    ordered = who.iloc[order]
    doubled = ordered.duplicated(keep=mapping.keep) & ordered.notna()
    stays = np.ones(len(who), dtype=bool)
    stays[order[doubled.to_numpy()]] = False
    if ROW not in table.column_names:
        numbers = np.asarray(survey.row_numbers, dtype="int32")
        table = table.append_column(ROW, pa.array(numbers))
    return table.filter(pa.array(stays))


def _order(table: pa.Table, mapping: Mapping) -> Any:
    """The places of the answers by time, or as they stand where no time is known."""
    import numpy as np
    import pyarrow as pa

    time = mapping.only("time")
    if time is None or not pa.types.is_timestamp(table.column(time.name).type):
        return np.arange(table.num_rows)
    moments = table.column(time.name).to_pandas().to_numpy()
    return np.argsort(moments, kind="stable")


def _days(table: pa.Table, mapping: Mapping) -> tuple[dt.date | None, dt.date | None]:
    import pyarrow as pa
    import pyarrow.compute as pc

    time = mapping.only("time")
    if time is None or not pa.types.is_timestamp(table.column(time.name).type):
        return None, None
    moments = table.column(time.name)
    ends = pc.min_max(moments).as_py()
    if any(moment and moment.year not in YEARS for moment in ends.values()):  # a slip of the pen
        years = pc.year(moments)
        known = pc.and_(pc.greater_equal(years, YEARS.start), pc.less(years, YEARS.stop))
        ends = pc.min_max(moments.filter(known)).as_py()
    return _day(ends["min"]), _day(ends["max"])


def _day(moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment else None
