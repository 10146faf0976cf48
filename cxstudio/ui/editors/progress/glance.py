"""Plan, Do, Check and Action as four tiles."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cxstudio import formats, i18n
from cxstudio.analysis.plan.progress import PlanProgress
from cxstudio.i18n import _, ngettext
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.progress.status import ORDER, rule_of_initiatives, rule_of_kpis, words_of

INKS = {
    "on_track": "accent",
    "at_risk": "warning",
    "off_track": "error",
    "done": "accent",
    "": "line_strong",
}


class Tile(widgets.Panel):
    """A phase with its figure, a bar of parts and what they are."""

    def __init__(self, title: str, tip: str = "") -> None:
        super().__init__(padding=16)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setToolTip(tip)
        self.body.setSpacing(theme.px(4))
        self.body.addWidget(widgets.Label(title, "label", "text_2"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.figure = widgets.Label("", "title", "text")
        self.what = widgets.Label("", "body", "text_2")
        row.addWidget(self.figure)
        row.addWidget(self.what, 1)
        self.body.addLayout(row)
        self.bar = widgets.SegmentedBar([])
        self.body.addWidget(self.bar)
        self.words = widgets.Label("", "small", "text_3", wrap=True)
        self.body.addWidget(self.words)
        self.body.addStretch(1)

    def show_it(
        self, figure: str, what: str, parts: list[tuple[int, str, str]], words: str
    ) -> None:
        """`parts` are counts with the role of their colour and their name."""
        self.figure.setText(figure)
        self.what.setText(what)
        self.bar.set_parts([(n, theme.colour(role), name) for n, role, name in parts if n])
        self.bar.setVisible(any(n for n, _role, _name in parts))
        self.words.setText(words)
        self.setAccessibleName(f"{figure} {what}. {words}")


class Glance(QWidget):
    """The four tiles side by side."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        self.plan = Tile(_("Plan"))
        self.do = Tile(_("Do"), rule_of_initiatives())
        self.check = Tile(_("Check"), rule_of_kpis())
        self.action = Tile(_("Action"))
        for tile in (self.plan, self.do, self.check, self.action):
            row.addWidget(tile, 1)

    def show_progress(self, progress: PlanProgress) -> None:
        self._show_plan(progress)
        self._show_do(progress)
        self._show_check(progress)
        self._show_action(progress)

    def _show_plan(self, progress: PlanProgress) -> None:
        count = len(progress.initiatives)
        dated = sum(one.span is not None for one in progress.initiatives)
        roles = ("line_strong", "text_3", "accent", "text_2", "line")
        parts = [
            (progress.states[key], role, _(WORDS["initiative_state"][key]))
            for key, role in zip(WORDS["initiative_state"], roles, strict=True)
        ]
        words = " · ".join(f"{name} {n}" for n, _role, name in parts if n)
        dates = _("{dated} with dates").format(dated=dated)
        what = ngettext("initiative in the plan", "initiatives in the plan", count)
        self.plan.show_it(str(count), what, parts, f"{words} · {dates}" if words else dates)

    def _show_do(self, progress: PlanProgress) -> None:
        under_way = [one for one in progress.reviewed if one.status or one.state == "running"]
        parts = _parts(Counter(one.status for one in under_way))
        done = progress.states["done"]
        words = _told(parts) or _("Nothing is to be under way yet.")
        if done:
            words = f"{words} · {_('Done')} {done}"
        self.do.show_it(str(len(under_way)), _("to be under way by now"), parts, words)

    def _show_check(self, progress: PlanProgress) -> None:
        found = progress.kpi_statuses
        good = found["on_track"] + found["done"]
        what = _("of {count} KPIs on target or on track").format(count=len(progress.kpis))
        parts = _parts(found)
        self.check.show_it(str(good), what, parts, _told(parts))

    def _show_action(self, progress: PlanProgress) -> None:
        late, count = progress.overdue_steps, len(progress.steps)
        parts = [(late, "error", _("overdue")), (count - late, "accent", _("open"))]
        words = [_("{count} overdue").format(count=late)]
        if progress.milestones:
            first = progress.milestones[0]
            day = formats.short_day(first.due_on, i18n.language())
            late_word = f" ({_('overdue')})" if first.overdue else ""
            words.append(f"◆ {first.name} {day}{late_word}")
        what = ngettext("open next step", "open next steps", count)
        self.action.show_it(str(count), what, parts, " · ".join(words))


def _parts(found: Counter[str]) -> list[tuple[int, str, str]]:
    return [(found[status], INKS[status], words_of(status)) for status in ORDER]


def _told(parts: list[tuple[int, str, str]]) -> str:
    return " · ".join(f"{name} {n}" for n, _role, name in parts if n)
