"""The chain from what was said to what is recommended, with the share that is linked onward."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cxstudio import formats
from cxstudio.i18n import _
from cxstudio.model import Card, Evidence, Gap, Initiative, Insight, Kpi, Lane, ReportSection
from cxstudio.model.chain import STRENGTHS, End, Strength
from cxstudio.model.improvement import SET_ASIDE
from cxstudio.ui import theme, widgets
from cxstudio.ui.workspace import Workspace

LINKS = ("evidence", "insight", "card", "gap", "initiative", "kpi", "report_section")
ICONS = {
    "evidence": "quote",
    "insight": "lightbulb",
    "card": "frown",
    "gap": "triangle-alert",
    "initiative": "target",
    "kpi": "chart-line",
    "report_section": "file-text",
}


def titles() -> dict[str, str]:
    return {
        "evidence": _("Evidence"),
        "insight": _("Insights"),
        "card": _("Pain points"),
        "gap": _("Gaps"),
        "initiative": _("Initiatives"),
        "kpi": _("KPIs"),
        "report_section": _("Report sections"),
    }


def ids_by_kind(workspace: Workspace) -> dict[str, list[int]]:
    """The ids of all records on each link of the chain; of cards only the pain points."""
    file = workspace.file
    pains = file.all(Lane, Lane.lane_kind == "pain_points")
    lanes = [lane.id for lane in pains]
    return {
        "evidence": [r.id for r in file.all(Evidence)],
        "insight": [r.id for r in file.all(Insight)],
        "card": [r.id for r in file.all(Card, Card.lane_id.in_(lanes))],
        "gap": [r.id for r in file.all(Gap, Gap.state.not_in(SET_ASIDE))],
        "initiative": [r.id for r in file.all(Initiative, Initiative.state.not_in(SET_ASIDE))],
        "kpi": [r.id for r in file.all(Kpi)],
        "report_section": [r.id for r in file.all(ReportSection, ReportSection.included)],
    }


class ChainPanel(widgets.Panel):
    """Counts, linked shares, and how many claims are strong, fair, thin or bare."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("plain", padding=20)
        ids = ids_by_kind(workspace)
        onward = {
            kind: sum(bool(workspace.chain.supports(End(kind, id))) for id in ids[kind])
            for kind in LINKS
        }
        shares = {kind: onward[kind] / len(ids[kind]) if ids[kind] else None for kind in LINKS}
        marks = Counter(
            workspace.chain.strength(End(kind, id))
            for kind in ("insight", "card", "gap", "initiative")
            for id in ids[kind]
        )
        self.body.addLayout(self._head(marks))
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(_Line({kind: len(ids[kind]) for kind in LINKS}, shares))

    def _head(self, marks: Counter[Strength]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        title = _("The chain, from what was said to what is recommended")
        row.addWidget(widgets.Label(title, "section"))
        row.addWidget(widgets.Label(_("share that is linked onward"), "small", "text_3"))
        row.addStretch(1)
        words = {
            "strong": _("strong"),
            "fair": _("fair"),
            "thin": _("one source"),
            "none": _("none"),
        }
        for strength in reversed(STRENGTHS):
            row.addWidget(widgets.EvidenceMark(strength))
            text = f"{words[strength]} {marks[strength]}"
            row.addWidget(widgets.Label(text, "small", "text_2"))
            row.addSpacing(theme.px(8))
        return row


class _Line(QWidget):
    """Seven counts in a row with the share that goes on between them; the weakest is coloured."""

    def __init__(self, counts: dict[str, int], shares: dict[str, float | None]) -> None:
        super().__init__()
        self._counts, self._shares = counts, shares
        known = [
            share for kind, share in shares.items() if share is not None and kind in LINKS[:-1]
        ]
        self._weakest = min(known, default=None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        names = titles()
        self.setAccessibleName(", ".join(f"{names[kind]} {counts[kind]}" for kind in LINKS))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(800), theme.px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = titles()
        width = self.width() / (len(LINKS) - 0.4)
        for number, kind in enumerate(LINKS):
            left = number * width
            self._count(painter, left, kind, names[kind])
            if number < len(LINKS) - 1:
                self._share(painter, QRectF(left + width * 0.58, 0, width * 0.36, 0), kind)

    def _count(self, painter: QPainter, left: float, kind: str, name: str) -> None:
        icon = QRectF(left, theme.px(5), theme.px(16), theme.px(16)).toRect()
        theme.paint_icon(painter, icon, ICONS[kind], "text_3")
        painter.setFont(theme.font("record"))
        painter.setPen(theme.colour("text"))
        number = QRectF(left + theme.px(22), 0, theme.px(80), theme.px(26))
        painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter), f"{self._counts[kind]:,}")
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_2"))
        below = QRectF(left, theme.px(28), theme.px(150), theme.px(18))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), name)

    def _share(self, painter: QPainter, place: QRectF, kind: str) -> None:
        share = self._shares[kind]
        if share is None:
            return
        weak = share == self._weakest and share < 1
        tone = "negative" if weak else "accent"
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("negative" if weak else "text_2"))
        text = QRectF(place.left(), theme.px(4), place.width(), theme.px(18))
        painter.drawText(text, int(Qt.AlignmentFlag.AlignCenter), formats.percent(share))
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(place.left(), theme.px(25), place.width(), theme.px(3))
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.setBrush(theme.colour(tone))
        done = QRectF(bar.left(), bar.top(), bar.width() * share, bar.height())
        painter.drawRoundedRect(done, 1.5, 1.5)
