"""The fishbone on the screen: the same causes as in the tree, drawn by their bones."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from cxstudio.analysis.gaps.causes import Why
from cxstudio.drawing.fishbone.bones import Fishbone, Twig, branches, lay_out
from cxstudio.drawing.fishbone.picture import Look, paint
from cxstudio.i18n import _
from cxstudio.ui import theme

LEAST_SCALE, MOST_SCALE = 0.8, 1.3


class FishboneView(QWidget):
    """`chosen` with the id of a cause that was pressed; arrows walk through them."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.fish: Fishbone | None = None
        self.current: int | None = None
        self._title = ""
        self._tree: tuple[Why, ...] = ()
        self.setAccessibleName(_("Fishbone"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._lay_out)

    def show_tree(self, title: str, tree: tuple[Why, ...], current: int | None) -> None:
        """Show these causes of the gap with this title."""
        self._title, self._tree, self.current = title, tree, current
        self._lay_out()

    def _look(self) -> Look:
        return Look(theme.current(), theme.font)

    def _lay_out(self) -> None:
        self.fish = lay_out(self._title, branches(self._tree, _), self._look().measure)
        self.setMinimumSize(self._size(LEAST_SCALE))
        names = "; ".join(f"{bone.name}: {len(bone.twigs)}" for bone in self.fish.bones)
        self.setAccessibleDescription(f"{self._title}. {names}")
        self.update()

    def _size(self, scale: float) -> QSize:
        assert self.fish is not None
        return QSize(int(self.fish.width * scale) + 1, int(self.fish.height * scale) + 1)

    def sizeHint(self) -> QSize:
        return self._size(1.0) if self.fish else QSize(theme.px(640), theme.px(360))

    @property
    def twigs(self) -> list[Twig]:
        """All causes as they are drawn, bone by bone."""
        return [twig for bone in self.fish.bones for twig in bone.twigs] if self.fish else []

    def _scale(self) -> float:
        assert self.fish is not None
        return min(MOST_SCALE, self.width() / self.fish.width, self.height() / self.fish.height)

    def _origin(self) -> QPointF:
        assert self.fish is not None
        scale = self._scale()
        return QPointF(
            max(0.0, (self.width() - self.fish.width * scale) / 2),
            max(0.0, (self.height() - self.fish.height * scale) / 2),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.fish is None:
            return
        painter = QPainter(self)
        painter.translate(self._origin())
        painter.scale(self._scale(), self._scale())
        paint(painter, self.fish, self._look(), self.current)

    def twig_at(self, place: QPointF) -> Twig | None:
        """The cause under a point of the widget."""
        at = (place - self._origin()) / self._scale()
        for twig in self.twigs:
            box = QRectF(twig.box.x, twig.box.y, twig.box.width, twig.box.height)
            if box.adjusted(-4, -3, 4, 3).contains(at):
                return twig
        return None

    def choose(self, id: int | None) -> None:
        """Mark a cause."""
        self.current = id
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        twig = self.twig_at(event.position())
        if twig is not None:
            self.choose(twig.id)
            self.chosen.emit(twig.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        way = step.get(Qt.Key(event.key()))
        ids = [twig.id for twig in self.twigs]
        if way is None or not ids:
            super().keyPressEvent(event)
            return
        at = ids.index(self.current) + way if self.current in ids else 0
        self.choose(ids[min(max(at, 0), len(ids) - 1)])
        self.chosen.emit(self.current)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            twig = self.twig_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), twig.text if twig else "", self)
            return True
        return super().event(event)
