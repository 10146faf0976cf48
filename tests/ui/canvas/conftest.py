"""A canvas on a small journey: two stages, three steps, four lanes."""

from types import SimpleNamespace

import pytest
from small_map import draw_map, workspace  # noqa: F401 - a fixture of this folder

from cxstudio.drawing.journey.hands import Cell
from cxstudio.model import Evidence, Touchpoint
from cxstudio.ui.canvas.view import MapView
from cxstudio.ui.workspace import Workspace


@pytest.fixture
def made(workspace: Workspace) -> SimpleNamespace:  # noqa: F811
    """The ids of what is in the file."""
    with workspace.file.change("Set the table") as change:
        pains = [f"Card {n} {m}" for n in range(2) for m in range(2)]
        made = draw_map(change, {"Stage 0": 1, "Stage 1": 2}, (0.5, -1.0, 1.0), pains)
        evidence = change.add(Evidence(evidence_kind="comment", text="The bus was full.", number=1))
        touchpoint = change.add(Touchpoint(name="Bus", icon="bus", number=1))
        made.evidence, made.touchpoint = evidence.id, touchpoint.id
        made.pain = [Cell(step, made.lanes[2]) for step in made.steps]
        made.emotion = [Cell(step, made.lanes[1]) for step in made.steps]
        return made


@pytest.fixture
def canvas(qtbot, workspace: Workspace, made: SimpleNamespace) -> MapView:  # noqa: F811
    """The canvas in a shown window, following the file as the page makes it do."""
    view = MapView(workspace)
    qtbot.addWidget(view)
    view.show_journey(made.journey)
    workspace.changed.connect(view.refresh)
    view.resize(900, 700)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.setFocus()
    qtbot.wait(20)
    return view


@pytest.fixture
def said(canvas: MapView) -> list[str]:
    """What the page was told to say, one sentence after another."""
    heard: list[str] = []
    canvas.workspace.said.connect(lambda text, _undo: heard.append(text))
    return heard
