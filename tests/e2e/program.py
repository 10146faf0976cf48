"""The program as `cxstudio FILE` starts it, which also answers where its widgets are.

A line on standard input is a Python expression about `window`; the answer is one line of JSON.
The test looks through it, as a user's eyes would; whatever is done is done by mouse and keyboard.
"""

import json
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QSizeF, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,  # noqa: F401 - for what is asked
    QWidget,
)

from cxstudio import app, model
from cxstudio.i18n import _  # noqa: F401 - for what is asked
from cxstudio.ui.canvas.bars import Part
from cxstudio.ui.editors.journeys.difference import DifferenceRow
from cxstudio.ui.shell.palette import Palette  # noqa: F401 - for what is asked
from cxstudio.ui.shell.window import MainWindow


def middle(widget: QWidget, area: QRectF | None = None) -> tuple[int, int]:
    """The middle of a widget, or of an area in it, on the screen."""
    place = (area or QRectF(widget.rect())).center()
    point = widget.mapToGlobal(QPointF(place))
    return round(point.x()), round(point.y())


def cell_of(window: MainWindow, lane: str, step: int) -> tuple[int, int]:
    """The middle of a cell of the journey map, by the kind of its lane and the step's number."""
    canvas = window.view.page.canvas
    row = next(row.lane.id for row in canvas.map.laid.rows if row.lane.kind == lane)
    column = canvas.map.laid.columns[step - 1].step.id
    from cxstudio.drawing.journey.hands import Cell

    return on_map(window, canvas.map.card_place(Cell(column, row)))


def in_view(window: MainWindow, lane: str, step: int) -> bool:
    """Whether a cell can be clicked: it is not scrolled away, and under nothing that floats."""
    place = QPoint(*cell_of(window, lane, step))
    return QApplication.widgetAt(place) is window.view.page.canvas.viewport()


def selected(window: MainWindow) -> tuple[str, int] | None:
    """The kind of the lane and the number of the step of the selected cell."""
    scene = window.view.page.canvas.map
    cell = scene.selection.cell
    if cell is None:
        return None
    lane = next(lane.kind for lane in scene.data.lanes if lane.id == cell.lane_id)
    return lane, next(step.number for step in scene.data.steps if step.id == cell.step_id)


def on_map(window: MainWindow, area: QRectF) -> tuple[int, int]:
    canvas = window.view.page.canvas
    return middle(canvas.viewport(), QRectF(canvas.mapFromScene(area).boundingRect()))


def head_of(window: MainWindow, kind: str, number: int = 0) -> tuple[int, int]:
    """The middle of a stage or a step in the head of the map, by its number from 0; "add" is the
    sign that adds one."""
    canvas, bar = window.view.page.canvas, window.view.page.canvas.head
    if kind == "add":
        return middle(bar, QRectF(bar._sign().topLeft(), QSizeF(28, 24)))
    records = canvas.map.data.stages if kind == "stage" else canvas.map.data.steps
    return middle(bar, bar.place_of(Part(kind, records[number].id)))


def feeling(window: MainWindow, step: int, value: float) -> tuple[int, int]:
    """Where a value stands in the emotion lane, by the number of the step from 1."""
    canvas = window.view.page.canvas
    lane = next(row.lane.id for row in canvas.map.laid.rows if row.lane.kind == "emotion")
    column = canvas.map.laid.columns[step - 1]
    from cxstudio.drawing.journey.hands import Cell

    y = canvas.map.emotion_place(Cell(column.step.id, lane), value)
    return on_map(window, QRectF(column.middle - 0.5, y - 0.5, 1, 1))


def card_of(text: str) -> tuple[int, int]:
    """The middle of the card with these words on the journey map."""
    canvas = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    map = canvas.view.page.canvas.map
    found = next(id for id, (_row, box) in map.laid.places.items() if box.card.text == text)
    return on_map(canvas, map.card_rect(found))


def button(text: str) -> tuple[int, int]:
    """The middle of the button with these words that is shown."""
    buttons = [
        b for top in QApplication.topLevelWidgets() for b in top.findChildren(QAbstractButton)
    ]
    shown = [b for b in buttons if b.isVisible() and text in (b.text(), b.accessibleName())]
    return middle(shown[0])


def button_in(holder: QWidget, text: str) -> tuple[int, int]:
    return middle(next(b for b in holder.findChildren(QAbstractButton) if b.text() == text))


def item(text: str) -> tuple[int, int]:
    """The middle of an entry of the menu that is open."""
    menu = QApplication.activePopupWidget()
    entry = next(a for a in menu.actions() if a.text() == text)
    return middle(menu, QRectF(menu.actionGeometry(entry)))


def row(view: QAbstractItemView, number: int = 0) -> tuple[int, int]:
    """The middle of a row of a list or table."""
    return middle(view.viewport(), QRectF(view.visualRect(view.model().index(number, 1))))


def card(number: int = 0) -> tuple[int, int]:
    """The middle of a card on the journey map."""
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    canvas = window.view.page.canvas
    return on_map(window, canvas.map.card_rect(list(canvas.map.laid.places)[number]))


def gap_button(window: MainWindow, words: str) -> tuple[int, int]:
    """What makes a gap of the difference that leads to these words."""
    pane = window.view.page.difference
    rows = pane.findChildren(DifferenceRow)
    found = next(row for row in rows if row.isVisible() and row._difference.after == words)
    pane.ensureWidgetVisible(found) if hasattr(pane, "ensureWidgetVisible") else None
    return middle(found.button)


def on_wall(projector: QWidget, words: str) -> tuple[int, int]:
    """The middle of a card on the projector."""
    placed = next(p for p in projector.walk.scene.cards if p.note.text == words)
    x, y = placed.rect.center().x() * projector.scale, placed.rect.center().y() * projector.scale
    return middle(projector, QRectF(x - 0.5, y - 0.5, 1, 1))


def content(window: MainWindow) -> dict[str, list[dict[str, object]]]:
    """Every record of the open file, by kind."""
    return {
        kind: [
            {column.name: getattr(record, column.name, None) for column in cls.__table__.columns}
            for record in window.workspace.file.all(cls)
        ]
        for kind, cls in sorted(model.record_classes().items())
    }


class Answers(QObject):
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._answer)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(line)

    def _answer(self, line: str) -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        names = {
            **vars(model),
            **globals(),
            "window": windows[0],
            "focus": QApplication.focusWidget(),
        }
        names |= {
            "modal": QApplication.activeModalWidget(),
            "popup": QApplication.activePopupWidget(),
        }
        try:
            answer = {"answer": eval(line, names)}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer, default=str) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    answers = Answers()
    sys.exit(app.run(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
