"""How a status looks: a word, an icon and a colour, never the colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from cxstudio.analysis.plan.check import unrated
from cxstudio.analysis.plan.progress import KpiNow
from cxstudio.i18n import N_, _, pgettext
from cxstudio.model.words import WORDS
from cxstudio.ui import theme
from cxstudio.ui.tables.row_delegate import write

ICONS = {
    "on_track": ("circle-check", "accent"),
    "at_risk": ("triangle-alert", "warning"),
    "off_track": ("circle-x", "error"),
    "done": ("check-check", "accent"),
    "": ("circle-dashed", "text_3"),
}
REASONS = {
    "no_target": N_("No target"),
    "no_baseline": N_("No baseline"),
    "not_measured": N_("Not measured yet"),
    "not_since": N_("Not read since the baseline"),
}
ORDER = ("off_track", "at_risk", "on_track", "done", "")


def words_of(status: str) -> str:
    """On track, at risk …; of nothing known a word that says so."""
    if status in WORDS["review_status"]:
        return _(WORDS["review_status"][status])
    return pgettext("status", "Not rated")


def words_of_kpi(kpi: KpiNow) -> str:
    """The status of a KPI; of one without, the reason."""
    return words_of(kpi.status) if kpi.status else _(REASONS[unrated(kpi.line, kpi.reading)])


def paint_status(painter: QPainter, room: QRect, status: str, words: str = "") -> None:
    """Icon and word on one line; `words` instead of the usual ones of the status."""
    icon, role = ICONS.get(status, ICONS[""])
    side = theme.px(14)
    place = QRect(room.x(), room.center().y() - side // 2 + 1, side, side)
    theme.paint_icon(painter, place, icon, role)
    room = room.adjusted(side + theme.px(6), 0, 0, 0)
    write(painter, room, words or words_of(status), "label" if status else "body", role)


def rule_of_initiatives() -> str:
    """By what an initiative is rated."""
    return _(
        "On track: less than 10 points behind the share of its days that have passed. At risk: "
        "less than 25. Off track: more, or not ended by its last day."
    )


def rule_of_kpis() -> str:
    """By what a KPI is rated."""
    return _(
        "Compared with the straight line from baseline to target on the day of the last reading. "
        "On track: 90 % of the planned way or more. At risk: 60 %. Off track: less. Not rated: "
        "no target, no baseline, or nothing read since the baseline."
    )
