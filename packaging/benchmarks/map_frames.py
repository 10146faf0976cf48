"""A program that paints frames of a map and of the bare scene by turns, and prints how long each
took: a line of `what ours bare`, in milliseconds, a frame.

    map_frames.py FILE WIDTH HEIGHT WHAT ROUNDS

A frame is what the window paints and sends to its screen after one movement of the hand. All of
the viewport is painted, whatever has changed, as the worst case is the same for both: pending
events are delivered, and the window is told to bring its backing store up to date. Both windows
are the view alone, as large as asked for, on the same screen.
"""

import gc
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsView

from benchmarks.bare_scene import BareView, Card
from cxstudio.drawing.journey import measure
from cxstudio.model import Journey
from cxstudio.store.connection import connect
from cxstudio.store.engagement_file import EngagementFile
from cxstudio.ui import theme
from cxstudio.ui.canvas.view import MapView
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace

Frame = Callable[[], object]
ACROSS = 16


def painted(view: QGraphicsView) -> None:
    """Paint the whole viewport, and whatever else is to be painted, now."""
    view.viewport().update()
    QApplication.sendPostedEvents()
    QApplication.sendEvent(view, QEvent(QEvent.Type.UpdateRequest))


def timed(view: QGraphicsView, action: Frame) -> float:
    """The milliseconds of one frame."""
    begin = perf_counter()
    action()
    painted(view)
    return (perf_counter() - begin) * 1000


# ── Hands ─────────────────────────────────────────────────────────────────────────────────


def mouse(view: QGraphicsView, kind: QEvent.Type, at: QPointF) -> None:
    """The left button pressed, held while moving, or released."""
    moving = kind == QEvent.Type.MouseMove
    button = Qt.MouseButton.NoButton if moving else Qt.MouseButton.LeftButton
    held = (
        Qt.MouseButton.NoButton
        if kind == QEvent.Type.MouseButtonRelease
        else Qt.MouseButton.LeftButton
    )
    port = view.viewport()
    event = QMouseEvent(
        kind, at, QPointF(port.mapToGlobal(at)), button, held, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(port, event)


def panning(view: QGraphicsView) -> Iterator[Frame]:
    """The map follows the hand, to the right and down and back."""
    across, down = view.horizontalScrollBar(), view.verticalScrollBar()
    ways = [ACROSS] * 30 + [-ACROSS] * 30

    def move(way: int) -> None:
        across.setValue(across.value() + way)
        down.setValue(down.value() + way // 4)

    for way in cycle(ways):
        yield partial(move, way)


def zooming(view: QGraphicsView) -> Iterator[Frame]:
    """Closer and back about the middle, in the small steps of a wheel that glides."""
    ours = isinstance(view, MapView)

    def step(by: int) -> None:
        if not ours:
            view.scale(1.0015**by, 1.0015**by)
            return
        middle = QPointF(view.viewport().rect().center())
        QApplication.sendEvent(
            view.viewport(),
            QWheelEvent(
                middle,
                QPointF(view.viewport().mapToGlobal(middle)),
                QPoint(),
                QPoint(0, by),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.ControlModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )

    for by in cycle([-30] * 15 + [30] * 30 + [-30] * 15):
        yield partial(step, by)


def dragging(view: QGraphicsView) -> Iterator[Frame]:
    """A card in the hand, across the view and back."""
    start = first_card(view)
    mouse(view, QEvent.Type.MouseButtonPress, start)
    for n in cycle([*range(4, 60), *range(60, 4, -1)]):
        at = start + QPointF(n * 12, n * 6)
        yield partial(mouse, view, QEvent.Type.MouseMove, at)


def repainting(view: QGraphicsView) -> Iterator[Frame]:
    """All of it again."""
    while True:
        yield view.viewport().update


MOVES = {"pan": panning, "zoom": zooming, "drag": dragging, "whole": repainting}


def first_card(view: QGraphicsView) -> QPointF:
    """A place on a card near the upper left."""
    port = view.viewport()
    for y in range(60, port.height(), 20):
        for x in range(60, port.width(), 20):
            at = view.mapToScene(x, y)
            if isinstance(view, MapView):
                if view.map.card_at(at.x(), at.y()) is not None:
                    return QPointF(x, y)
            elif view.itemAt(x, y) is not None:
                return QPointF(x, y)
    raise LookupError("there is no card in view")


# ── The two ───────────────────────────────────────────────────────────────────────────────


def show(view: QGraphicsView, size: tuple[int, int]) -> None:
    """Put a view on the screen and paint it."""
    view.resize(*size)
    view.show()
    QApplication.processEvents()
    painted(view)


def fitted(view: QGraphicsView) -> None:
    """The whole map in view."""
    if isinstance(view, MapView):
        view.stop_gliding()
        view.hide()
        view.fit()
        view.show()
    else:
        view.fitInView(view.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
    QApplication.processEvents()
    painted(view)


def opened(workspace: Workspace, journey: int, size: tuple[int, int]) -> tuple[float, MapView]:
    """Milliseconds from the file to the first painted frame, nothing known from before."""
    view = MapView(workspace)
    show(view, size)
    measure.broken.cache_clear()
    return timed(view, lambda: view.show_journey(journey)), view


def bare_built(cards: list[Card], size: tuple[int, int]) -> tuple[float, BareView]:
    """Milliseconds to build the bare scene and to paint it: each of its cards once, as the figure
    in the design is meant."""
    view = BareView()
    show(view, size)

    def build() -> None:
        view.build(cards)
        view.fitInView(view.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)

    took = timed(view, build)
    view.resetTransform()
    return took, view


def run(
    workspace: Workspace, size: tuple[int, int], what: str, rounds: int
) -> Iterator[tuple[float, float]]:
    """Pairs of milliseconds, ours and the bare scene's."""
    journey = workspace.file.all(Journey)[0].id
    _ours, view = opened(workspace, journey, size)
    view.map.complete()  # the first picture needs less than the whole map
    cards = [
        (view.map.card_rect(id), place.card.text)
        for id, (_row, place) in view.map.laid.places.items()
    ]
    _bare, bare = bare_built(cards, size)
    if what == "open":
        for _ in range(rounds):
            ours, one = opened(workspace, journey, size)
            theirs, two = bare_built(cards, size)
            one.close()
            two.close()
            yield ours, theirs
        return
    QApplication.processEvents()
    if what == "whole":
        fitted(view)
        fitted(bare)
    ours, theirs = (MOVES[what](one) for one in (view, bare))
    for _ in range(rounds):
        yield timed(view, next(ours)), timed(bare, next(theirs))


def main(path: str, width: str, height: str, what: str, rounds: str) -> None:
    application = QApplication(sys.argv[:1])
    theme.start(application)
    gc.disable()  # as in the program, which collects only when it has nothing to do
    size = (int(width), int(height))
    with (
        tempfile.TemporaryDirectory(prefix="cxstudio-bench-") as folder,
        EngagementFile(Path(path), connect(Path(path), None), read_only=False) as file,
    ):
        workspace = Workspace(file, Settings(Path(folder, "settings.ini")))
        for ours, bare in run(workspace, size, what, int(rounds)):
            print(f"{ours:.3f} {bare:.3f}", flush=True)
        workspace.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
