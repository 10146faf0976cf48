"""The chain of a record as one vertical line, from the customer's words to the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxstudio.i18n import _, ngettext
from cxstudio.model.chain import ORDER, Chain, End
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.record_texts import describe, strength_of
from cxstudio.ui.traced import show_in_traceability
from cxstudio.ui.workspace import Workspace

MOST = 3  # records of one kind that are shown before "and 4 more"
LONGEST = {"en": 76, "ja": 40}  # letters of a record's words, about two lines
DISC, LINE_AT = 28, 14
NEEDED = ("evidence", "initiative", "kpi")  # links whose absence is said


@dataclass(frozen=True)
class Knot:
    """One place of the line: the records of one kind, `more` of which are not shown."""

    kind: str
    ends: tuple[End, ...]
    more: int


def knots(chain: Chain, end: End) -> list[Knot]:
    """Everything before and after a record, by kind in the order of the chain."""
    found = {end.record: None, **dict.fromkeys(_reached(chain, end.record, back=True))}
    found |= dict.fromkeys(_reached(chain, end.record, back=False))
    by_kind = {kind: [e for e in found if e.kind == kind] for kind in ORDER}
    return [
        Knot(kind, tuple(ends[:MOST]), len(ends[MOST:]))
        for kind, ends in by_kind.items()
        if ends or kind in NEEDED
    ]


def _reached(chain: Chain, start: End, *, back: bool) -> Iterator[End]:
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop(0)
        for end, _link in chain.rests_on(here) if back else chain.supports(here):
            if end.record not in seen:
                seen.add(end.record)
                waiting.append(end.record)
                yield end.record


class ChainLine(QWidget):
    """Follows `show_chain(end)`; each place goes to its record on a click or Enter."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.setAccessibleName(_("Chain"))
        self._end: End | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_chain(self, end: End | None) -> None:
        """Show what leads to this record, and what follows from it."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._end = end
        if end is None:
            return
        places = list(self._places(end))
        for number, place in enumerate(places):
            place.first, place.last = number == 0, number == len(places) - 1
            self._column.addWidget(place)
        traced = widgets.link(_("Show in traceability"), "workflow")
        traced.clicked.connect(self._show_traced)
        self._column.addWidget(traced, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_traced(self) -> None:
        if self._end is not None:
            show_in_traceability(self.workspace, self._end.record)

    def _places(self, here: End) -> Iterator[_Place]:
        for knot in knots(self.workspace.chain, here):
            for end in knot.ends:
                if self.workspace.record(end) is not None:
                    yield _RecordPlace(self.workspace, end, chosen=end == here.record)
            if knot.more:
                text = ngettext("and {count} more", "and {count} more", knot.more)
                yield _Place("ellipsis", "", text.format(count=knot.more))
            if not knot.ends:
                yield _Place("", "", _missing(knot.kind))


def shortened(text: str) -> str:
    """The words of a record, cut with … after about two lines."""
    most = LONGEST[theme.language()]
    return text if len(text) <= most else text[: most - 1].rstrip(" ,.、。") + "…"


def _missing(kind: str) -> str:
    return {
        "evidence": _("No evidence yet: an assumption"),
        "initiative": _("No initiative yet"),
        "kpi": _("No KPI yet that would show the effect"),
    }[kind]


class _Place(QWidget):
    """A disc on the line with an icon, and the words beside it; dashed when a link is missing."""

    first = last = chosen = False

    def __init__(self, icon: str, code: str, text: str, foot: str = "", mark: str = "") -> None:
        super().__init__()
        self._icon = icon
        self._row = QVBoxLayout()
        self._row.setSpacing(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(DISC + 12), theme.px(4), 0, theme.px(8))
        row.addLayout(self._row)
        if code:
            head = QHBoxLayout()
            head.setSpacing(theme.px(6))
            head.addWidget(widgets.Label(code, "code", "text_3"))
            if mark:
                head.addWidget(widgets.EvidenceMark(mark))  # type: ignore[arg-type]
            head.addStretch(1)
            self._row.addLayout(head)
        self._add(text, "body", "text" if code else "text_3")
        self._add(foot, "small", "text_3")
        self._row.addStretch(1)
        self.setMinimumHeight(theme.px(DISC + 12))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _add(self, text: str, role: str, tone: str) -> None:
        if text:
            self._row.addWidget(widgets.Label(text, role, tone, wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(0.5, theme.px(4) + 0.5, theme.px(DISC) - 1, theme.px(DISC) - 1)
        across = disc.center().x()
        painter.setPen(QPen(theme.colour("line_strong"), 1.5))
        if not self.first:
            painter.drawLine(QLineF(across, 0, across, disc.top()))
        if not self.last:
            painter.drawLine(QLineF(across, disc.bottom(), across, self.height()))
        self._paint_disc(painter, disc)

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        if self._icon:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent" if self.chosen else "hover"))
        else:
            pen = QPen(theme.colour("line_strong"), 1.5)
            pen.setDashPattern([2.2, 1.6])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        if self._icon:
            side = theme.px(14)
            place = QRect(0, 0, side, side)
            place.moveCenter(disc.center().toPoint())
            role = "on_accent" if self.chosen else "text_2"
            theme.paint_icon(painter, place, self._icon, role)


class _RecordPlace(_Place):
    """A place that goes to its record."""

    clicked = Signal()

    def __init__(self, workspace: Workspace, end: End, *, chosen: bool) -> None:
        record = workspace.record(end)
        assert record is not None
        texts = describe(workspace.file, record)
        strength = strength_of(workspace.chain.strength(end), end)
        code = texts.code or _(WORDS["kind"].get(end.kind, end.kind))
        foot = _("selected") if chosen else texts.foot
        super().__init__(texts.icon, code, shortened(texts.text), foot, strength or "")
        self.chosen = chosen
        self._workspace, self.end = workspace, end
        self.setAccessibleName(f"{texts.head}. {texts.text}")
        if not chosen:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setProperty("focusRadius", 8)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(_("Go to {code}").format(code=code) + f"\n{texts.text}")

    def go(self) -> None:
        if not self.chosen:
            self._workspace.go_to(self.end.kind, self.end.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.go()
        else:
            super().keyPressEvent(event)
