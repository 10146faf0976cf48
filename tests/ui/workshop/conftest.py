"""A small journey in a real file, and a projector showing it in a real window."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from room_hands import SECRET, WHISPERED
from small_map import draw_map, workspace  # noqa: F401 - a fixture of this folder

from cxstudio.model import Card, Evidence, Link, Stakeholder
from cxstudio.ui.workshop.countdown import Countdown
from cxstudio.ui.workshop.projector import Projector
from cxstudio.ui.workshop.session import Session, begin
from cxstudio.ui.workspace import Workspace


class Clock:
    """Seconds that a test turns on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def made(workspace: Workspace) -> SimpleNamespace:  # noqa: F811
    """Three stages of one, three and two steps; two pain points on each step but the last."""
    with workspace.file.change("Set the table") as change:
        pains = [f"Pain {n}.{m}" for n in range(5) for m in range(2)]
        feelings = (0.5, -1.6, 1.0, 1.2, 0.4, 0.8)
        made = draw_map(change, {"Plan": 1, "Explore": 3, "Return": 2}, feelings, pains)
        _secrets(change, made.steps[0], made.lanes[2])
        return made


def _secrets(change, step: int, lane: int) -> None:
    """What the room must not see: a marked card, one on whispers alone, a name and a code."""
    where = {"step_id": step, "lane_id": lane}
    change.add(Card(text=SECRET, confidential=True, position=7, **where))
    whispered = change.add(Card(text=WHISPERED, position=8, **where))
    excerpt = change.add(Evidence(text="…", confidential=True, number=1))
    change.add(
        Link(source_kind="evidence", source_id=excerpt.id,
             target_kind="card", target_id=whispered.id)
    )  # fmt: skip
    change.add(Stakeholder(name="Sato Haruki", role="Manager", pseudonym="S-01", number=1))
    change.add(Card(text="Sato Haruki said: too late [E-001]", position=9, **where))


@pytest.fixture
def show(
    qtbot,
    workspace: Workspace,  # noqa: F811
    made: SimpleNamespace,
) -> Iterator[Callable[..., Projector]]:
    """Begins a workshop (or goes on with the one of an id) and shows it."""
    shown: list[Projector] = []

    def open_projector(workshop: int | None = None, size=(1280, 720)) -> Projector:
        workshop = workshop or begin(workspace, made.journey, 2, 2, 10)
        session = Session(workspace, workshop)
        clock = Clock()
        projector = Projector(session, Countdown(10, clock), own_controls=True)
        projector.clock = clock
        shown.append(projector)
        projector.resize(*size)
        projector.show()
        qtbot.waitExposed(projector)
        projector.activateWindow()
        projector.refresh()
        qtbot.wait(20)
        return projector

    yield open_projector
    for projector in shown:
        projector.countdown.reset()
        projector.close()
        projector.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def projector(show: Callable[..., Projector]) -> Projector:
    return show()
