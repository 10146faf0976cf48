"""Figures of a survey that changed: marked wherever they show, and worked out again as one step."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxstudio.drawing.journey.read_measures import Measures
from cxstudio.model import Card, Evidence, Kpi, Persona, Reading, Wave
from cxstudio.model.chain import End
from cxstudio.store import open_file
from cxstudio.ui.canvas.measuring import Measuring
from cxstudio.ui.editors.journeys.measures import MeasurePopup
from cxstudio.ui.editors.kpis.readings import ReadingsPanel
from cxstudio.ui.editors.personas.score import ScorePanel
from cxstudio.ui.evidence.figures_again import old_behind, old_figures, work_out_again
from cxstudio.ui.evidence.out_of_date import OutOfDate
from cxstudio.ui.settings import Settings
from cxstudio.ui.shell.evidence_panel import EvidencePanel
from cxstudio.ui.workspace import Workspace


@pytest.fixture
def workspace(themed, sample_file: Callable[[str], Path], tmp_path: Path) -> Iterator[Workspace]:
    file = open_file(sample_file("en"))
    workspace = Workspace(file, Settings(tmp_path / "settings.ini"))
    yield workspace
    workspace.close()
    file.close()


def change_waves(workspace: Workspace) -> None:
    """From now on a ten is no answer."""
    with workspace.change("x") as change:
        for wave in workspace.file.all(Wave):
            record = change.get(Wave, wave.id)
            mapping = json.loads(record.mapping)
            score = next(one for one in mapping["columns"] if one["role"] == "score")
            score["no_answer"] = ["10"]
            record.mapping = json.dumps(mapping, ensure_ascii=False)


def shown(parent) -> list[OutOfDate]:
    return [mark for mark in parent.findChildren(OutOfDate) if not mark.isHidden()]


def test_what_shows_a_figure_says_it_is_old_and_one_press_renews_all(qtbot, workspace):
    file = workspace.file
    kpi = next(one.id for one in file.all(Kpi) if old_behind_any(workspace, one.id))
    persona, card = file.all(Persona)[0].id, file.all(Card)[0].id
    panel, readings, links = (
        ScorePanel(workspace),
        ReadingsPanel(workspace),
        EvidencePanel(workspace),
    )
    for widget in (panel, readings, links):
        qtbot.addWidget(widget)
    panel.show_persona(persona)
    readings.show_kpi(kpi)
    workspace.select(End("persona", persona))
    assert not old_figures(file)
    assert not [*shown(panel), *shown(readings), *shown(links)]
    before = {one.id: (one.text, one.n) for one in file.all(Evidence)}
    value, score = file.one(Kpi, kpi).readings[-1].value, file.one(Persona, persona).score
    change_waves(workspace)
    panel.show_persona(persona)
    readings.show_age()
    assert shown(panel) and shown(readings) and shown(links)
    assert panel.old.text() in panel.accessibleName()
    assert "out of date" in Measures(file.session, "en").kpi(kpi).basis
    Measuring(workspace).set_kpi([card], kpi)
    popup = MeasurePopup(Measuring(workspace), [card], panel)
    assert not popup.old.isHidden()
    popup.deleteLater()

    QTest.keyClick(panel.old, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not workspace.tasks.busy, timeout=20_000)
    panel.show_persona(persona)
    assert not shown(panel) and shown(readings)
    assert file.one(Persona, persona).score != score
    workspace.undo()
    assert file.one(Persona, persona).score == score

    old = old_figures(file)
    work_out_again(workspace, old)
    qtbot.waitUntil(lambda: not workspace.tasks.busy, timeout=20_000)
    readings.show_age()
    assert not old_figures(file) and not shown(readings)
    renewed = file.one(Kpi, kpi).readings[-1]
    assert renewed.value != value and renewed.n < 1543
    assert renewed.value == pytest.approx((renewed.low + renewed.high) / 2, abs=1)
    workspace.undo()
    assert {one.id: (one.text, one.n) for one in file.all(Evidence)} == before
    assert file.one(Kpi, kpi).readings[-1].value == value


def old_behind_any(workspace: Workspace, kpi: int) -> bool:
    """Whether a KPI rests on figures that can be worked out again."""
    behind = workspace.chain.rests_on(End("kpi", kpi))
    found = (workspace.file.get(Evidence, end.id) for end, _l in behind if end.kind == "evidence")
    return any(one is not None and one.definition for one in found)


def test_a_figure_of_a_wave_that_is_gone_stays_and_says_so(qtbot, workspace):
    file, said = workspace.file, []
    workspace.said.connect(lambda text, _undo: said.append(text))
    figure = next(one for one in file.all(Evidence) if one.definition)
    id, text, wave = figure.id, figure.text, figure.wave_id
    with workspace.change("x") as change:
        change.delete(change.get(Wave, wave))
    assert id in old_figures(file) and old_behind(workspace, End("evidence", id)) == [id]
    work_out_again(workspace, [id])
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "no longer" in said[-1]
    assert file.one(Evidence, id).text == text


def test_scores_that_somebody_wrote_are_left_alone(qtbot, workspace):
    persona = workspace.file.all(Persona)[0].id
    kpi = next(one.id for one in workspace.file.all(Kpi) if old_behind_any(workspace, one.id))
    with workspace.change("x") as change:
        change.get(Persona, persona).score = 99.0  # of as many answers as the figure
        last = change.get(Kpi, kpi).readings[-1]
        values = {"read_on": last.read_on, "n": last.n, "low": last.low, "high": last.high}
        mine = change.add(Reading(kpi_id=kpi, value=41.0, **values)).id
    change_waves(workspace)
    behind = (old_behind(workspace, end) for end in (End("persona", persona), End("kpi", kpi)))
    work_out_again(workspace, [one for ids in behind for one in ids])
    qtbot.waitUntil(lambda: not workspace.tasks.busy, timeout=20_000)
    assert workspace.file.one(Persona, persona).score == 99.0
    assert workspace.file.one(Reading, mine).value == 41.0
    assert not old_behind(workspace, End("persona", persona, "score"))
    workspace.file.read_only = True
    assert not OutOfDate(workspace).focusPolicy() & Qt.FocusPolicy.TabFocus
    workspace.file.read_only = False
