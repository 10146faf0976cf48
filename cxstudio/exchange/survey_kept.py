"""A wave that was kept, as the survey it came from: its columns can be given new meanings."""

from __future__ import annotations

from cxstudio.analysis.survey.columnar import ROW, unpacked
from cxstudio.exchange.survey_layout import Layout
from cxstudio.exchange.survey_reading import Survey
from cxstudio.model import Wave


def kept_survey(wave: Wave, data: bytes) -> Survey:
    """The columns that were kept, under their names. Raises UnreadableResponses."""
    table = unpacked(data)
    names = tuple(name for name in table.column_names if name != ROW)
    none = ("",) * len(names)
    layout = Layout("plain", 0, 1, names, none, none)
    return Survey(wave.source or wave.name, wave.original_sha256, "", layout, table)
