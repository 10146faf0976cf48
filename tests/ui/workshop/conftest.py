"""A small journey in a real file, and a projector showing it in a real window."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from room_hands import SECRET, WHISPERED

from cxstudio import i18n
from cxstudio.model import (
    Card,
    Emotion,
    Evidence,
    Journey,
    JourneyPersona,
    Lane,
    Link,
    Persona,
    Stage,
    Stakeholder,
    Step,
)
from cxstudio.store import EngagementFile
from cxstudio.ui import theme
from cxstudio.ui.settings import Settings
from cxstudio.ui.shell.undo_keys import UndoKeys
from cxstudio.ui.workshop.countdown import Countdown
from cxstudio.ui.workshop.projector import Projector
from cxstudio.ui.workshop.session import Session, begin
from cxstudio.ui.workspace import Workspace

LANES = ("actions", "emotion", "pain_points", "opportunities")


class Clock:
    """Seconds that a test turns on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="session")
def themed(qapp: QApplication) -> QApplication:
    theme.start(qapp)
    keys = UndoKeys(qapp)
    qapp.installEventFilter(keys)
    return qapp


@pytest.fixture
def workspace(themed: QApplication, tmp_path: Path) -> Iterator[Workspace]:
    file = EngagementFile.create(tmp_path / "engagement.cxs", client="Fukui Prefecture")
    workspace = Workspace(file, Settings(tmp_path / "settings.ini"))
    yield workspace
    workspace.close()
    file.close()
    i18n.use("en")


@pytest.fixture
def made(workspace: Workspace) -> SimpleNamespace:
    """Three stages of one, three and two steps; two pain points on each step but the last."""
    with workspace.file.change("Set the table") as change:
        journey = change.add(Journey(title="First visit", number=1))
        lanes = [
            change.add(Lane(journey_id=journey.id, lane_kind=kind, name=kind, position=n))
            for n, kind in enumerate(LANES)
        ]
        stages = [
            change.add(Stage(journey_id=journey.id, name=name, position=n))
            for n, name in enumerate(("Plan", "Explore", "Return"))
        ]
        steps = [
            change.add(Step(stage_id=stages[stage].id, name=f"Step {n + 1}", position=n))
            for n, stage in enumerate((0, 1, 1, 1, 2, 2))
        ]
        cards = [
            change.add(Card(step_id=step.id, lane_id=lanes[2].id, text=f"Pain {n}.{m}", position=m))
            for n, step in enumerate(steps[:5])
            for m in range(2)
        ]
        persona = change.add(Persona(name="Couple", number=1))
        change.add(JourneyPersona(journey_id=journey.id, persona_id=persona.id))
        for step, value in zip(steps, (0.5, -1.6, 1.0, 1.2, 0.4, 0.8), strict=True):
            change.add(Emotion(step_id=step.id, persona_id=persona.id, value=value))
        _secrets(change, steps[0].id, lanes[2].id)
        return SimpleNamespace(
            journey=journey.id,
            lanes=[lane.id for lane in lanes],
            steps=[step.id for step in steps],
            cards=[card.id for card in cards],
        )


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
def show(qtbot, workspace: Workspace, made: SimpleNamespace) -> Iterator[Callable[..., Projector]]:
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
