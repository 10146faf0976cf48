"""One comment as it is painted: the score, the words, who wrote them, its themes, a press."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cxstudio.drawing.journey.look import write_lines
from cxstudio.drawing.journey.measure import broken
from cxstudio.drawing.journey.text import Line, Run, Type
from cxstudio.formats import number
from cxstudio.i18n import _, pgettext
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.badge import paint_badge
from cxstudio.ui.editors.voice.comments_book import Place
from cxstudio.ui.editors.voice.comments_personal import hints_of, looks_like, parted

Index = QModelIndex | QPersistentModelIndex
LINES, BADGE, EDGE, SIGN = 6, 24, 16, 12
THEME = 110
"""The widest a theme is painted in a row."""
COMMENT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Comment:
    """One comment: its row in the answers, its column, the words, and who wrote them.

    `places` are all places with the same words, that of `row` first.
    """

    row: int
    column: str
    text: str
    score: int | None
    person: str
    quoted: str = ""  # the code of the evidence it became
    themes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def times(self) -> int:
        """How often the same words were written."""
        return max(len(self.places), 1)

    @property
    def notes(self) -> list[str]:
        """What is to be said beside the words: the person, repetitions, themes, a warning."""
        found = looks_like(hints_of(self.text))
        notes = (
            self.quoted,
            self.person,
            _("Given {n} times.").format(n=number(self.times)) if self.times > 1 else "",
            _(", ").join(self.themes),
            _("Looks like {what}.").format(what=found) if found else "",
        )
        return [note for note in notes if note]


def button_rect(row: QRect) -> QRect:
    """Where the button of a row is: beside who wrote it, so that it covers no words."""
    wide, high = theme.px(84), theme.px(24)
    middle = row.bottom() - theme.px(11) - theme.line_height("small") // 2
    return QRect(row.right() - theme.px(EDGE) - wide, middle - high // 2, wide, high)


@lru_cache(2000)
def _broken(text: str, width: int, kind: Type) -> tuple[Line, ...]:
    """The first lines of a comment; what is longer is read in the tooltip."""
    parts = parted(" ".join(text.split()))
    runs = tuple(Run(part, kind, "warning" if personal else "") for part, personal in parts)
    return broken(runs, float(max(width, 40)))[:LINES]


def _lines(text: str, width: int) -> tuple[Line, ...]:
    font = theme.font("body")
    return _broken(text, width, Type(font.pixelSize(), theme.line_height("body"), 400))


class CommentRow(QStyledItemDelegate):
    """Paints a row of the list; its height hangs on the words and the width alone."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def _words(self, row: QRect) -> QRect:
        left = theme.px(EDGE + BADGE + 12)
        return row.adjusted(left, theme.px(10), -theme.px(EDGE), -theme.px(10))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = self._view.viewport().width()
        area = self._words(QRect(0, 0, wide, 10_000))
        text = index.data(Qt.ItemDataRole.DisplayRole)
        lines = theme.line_height("body") * len(_lines(text, area.width()))
        return QSize(wide, lines + theme.line_height("small") + theme.px(24))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        comment: Comment = index.data(COMMENT)
        row: QRect = option.rect
        lit = bool(
            option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, theme.colour("selected"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(row.bottomLeft(), row.bottomRight())
        side = theme.px(BADGE)
        badge = QRectF(row.left() + theme.px(EDGE), row.top() + theme.px(10), side, side)
        paint_badge(painter, badge, comment.score)
        button = lit and not comment.quoted
        self._paint_words(painter, self._words(row), comment, theme.px(92) if button else 0)
        if button:
            self._paint_button(painter, row)
        widgets.paint_focus(painter, row, option)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, comment: Comment, taken: int) -> None:
        lines = _lines(comment.text, area.width())
        tones = {"": theme.colour("text"), "warning": theme.colour("warning")}
        write_lines(painter, area.left(), area.top(), lines, tones)
        y = area.top() + len(lines) * theme.line_height("body") + theme.px(2)
        foot = QRect(area.left(), y, area.width() - taken, theme.line_height("small"))
        painter.setFont(theme.font("small"))
        if hints_of(comment.text):
            side = theme.px(SIGN)
            sign = QRect(foot.left(), foot.center().y() - side // 2, side, side)
            theme.paint_icon(painter, sign, "shield-alert", "warning")
            foot.setLeft(foot.left() + side + theme.px(4))
        if comment.quoted:
            foot = _write(painter, foot, comment.quoted, "accent")
        if comment.times > 1:
            foot = _write(painter, foot, f"×{number(comment.times)}", "text")
        for name in comment.themes:
            foot = _paint_theme(painter, foot, name)
        _write(painter, foot, comment.person, "text_3")

    def _paint_button(self, painter: QPainter, row: QRect) -> None:
        rect = QRectF(button_rect(row))
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(rect, theme.px(6), theme.px(6))
        side = theme.px(14)
        left = button_rect(row).left() + theme.px(10)
        icon = QRect(left, button_rect(row).center().y() - side // 2, side, side)
        theme.paint_icon(painter, icon, "quote", "text")
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("text"))
        words = rect.adjusted(theme.px(30), 0, -theme.px(8), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, pgettext("act", "Quote"))


def _write(painter: QPainter, foot: QRect, text: str, tone: str) -> QRect:
    """Write as much as there is room for; gives the room after it."""
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(foot.width(), 0))
    painter.setPen(theme.colour(tone))
    painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, shown)
    return foot.adjusted(metrics.horizontalAdvance(shown) + theme.px(8), 0, 0, 0)


def _paint_theme(painter: QPainter, foot: QRect, name: str) -> QRect:
    """A theme as a small chip; gives the room after it."""
    metrics = QFontMetrics(painter.font())
    pad = theme.px(6)
    room = min(foot.width() - 2 * pad, theme.px(THEME))
    if room < theme.px(24):
        return foot
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
    chip = QRect(foot.topLeft(), QSize(metrics.horizontalAdvance(shown) + 2 * pad, foot.height()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("hover"))
    painter.drawRoundedRect(QRectF(chip), chip.height() / 2, chip.height() / 2)
    painter.setPen(theme.colour("text_2"))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
    return foot.adjusted(chip.width() + theme.px(6), 0, 0, 0)
