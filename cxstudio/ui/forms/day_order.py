"""Two days of one record, the last of which is never before the first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

from cxstudio import formats, i18n
from cxstudio.i18n import N_, _
from cxstudio.model import Record
from cxstudio.ui.forms.bind import Writer
from cxstudio.ui.workspace import Workspace

Day = dt.date | None


@dataclass(frozen=True)
class DayOrder:
    """The attributes of both days, and what is said of a last day that is too early and of a
    first that is too late; the words name the other day."""

    first: str
    last: str
    too_early: str = N_("It would end before it begins, on {day}. It was not saved.")
    too_late: str = N_("It would begin after its last day, {day}. Change that day first.")

    def fault(self, which: str, first: Day, last: Day) -> str:
        """Why the one of both that was typed cannot be, else nothing."""
        if first is None or last is None or first <= last:
            return ""
        words, other = (self.too_early, first) if which == self.last else (self.too_late, last)
        return _(words).format(day=formats.cell_day(other, i18n.language()))

    def writer(self, workspace: Workspace, cls: type[Record], which: str) -> Writer:
        """What writes one of both into a record of this class, if it can be."""
        return partial(self._write, workspace, cls, which)

    def _write(
        self, workspace: Workspace, cls: type[Record], which: str, label: str, id: int, day: Day
    ) -> str:
        record = workspace.file.one(cls, id)
        days = {name: getattr(record, name) for name in (self.first, self.last)} | {which: day}
        if fault := self.fault(which, days[self.first], days[self.last]):
            return fault
        with workspace.change(label, (cls.__tablename__, id, which)) as change:
            setattr(change.get(cls, id), which, day)
        return ""


TERM = DayOrder("starts_on", "ends_on")
"""First and last day of an initiative."""
AIM = DayOrder(
    "baseline_on",
    "target_on",
    N_("The target would be due before the baseline, {day}. It was not saved."),
    N_("The baseline would be after the target’s day, {day}. Change that day first."),
)
"""The days of a KPI's baseline and of its target."""
