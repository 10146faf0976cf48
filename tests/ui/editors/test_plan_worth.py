"""What a point of NPS is worth comes over from the survey into an effect, with its source."""

import random

import numpy as np
import pytest

from cxstudio.analysis.survey.asked import Asked
from cxstudio.analysis.survey.definition import Definition, state_of
from cxstudio.exchange.survey_preparing import prepare
from cxstudio.exchange.survey_reading import survey_from
from cxstudio.exchange.survey_storing import keep
from cxstudio.exchange.understanding import propose
from cxstudio.model import Effect, Evidence, Initiative, Kpi, Wave
from cxstudio.ui.editors.plan.form import InitiativeForm
from cxstudio.ui.editors.plan.worth import WorthDialog

SPEND = "Spend in EUR"


@pytest.fixture
def answers():
    chance = random.Random(4)
    scores = [min(10, max(0, round(chance.gauss(7.5, 2.2)))) for _row in range(200)]
    return [(score, round(chance.gauss(60 + 9 * score, 20), 2)) for score in scores]


@pytest.fixture
def effect(workspace, answers):
    head = f"How likely are you to recommend us?,{SPEND}"
    rows = "\n".join([head, *(f"{score},{spend}" for score, spend in answers)])
    survey = survey_from(rows.encode(), "shop.csv")
    prepared = prepare(survey, propose(survey).mapping)
    with workspace.change("x") as change:
        keep(change, workspace.file.put_blob, prepared, name="Shop")
    wave = workspace.file.all(Wave)[0]
    asked = Definition("result", Asked(), state_of(wave), SPEND).as_json()
    with workspace.change("x") as change:
        change.add(
            Evidence(evidence_kind="figure", wave_id=wave.id, text="Spend", definition=asked)
        )
        kpi = change.add(Kpi(name="NPS", unit="points")).id
        made = change.add(Initiative(title="Wait", reach=500.0)).id
        return change.add(Effect(initiative_id=made, kpi_id=kpi)).id


def test_the_worth_of_a_point_with_its_evidence(qtbot, workspace, effect, answers):
    form = InitiativeForm(workspace)
    qtbot.addWidget(form)
    form.show_record(workspace.file.one(Effect, effect).initiative_id)
    (block,) = form.effects.blocks.values()
    assert not block.survey.isHidden()
    dialog = WorthDialog(None, workspace, effect)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=20_000)
    points = [100 if score >= 9 else 0 if score >= 7 else -100 for score, _spend in answers]
    slope = np.polyfit(points, [spend for _score, spend in answers], 1)[0]
    assert dialog.found.total == pytest.approx(slope * 500)
    dialog.share.set_value(2.0)
    dialog.share.left.emit()
    assert dialog.answer.text() == "The largest value is 100 %." and not dialog.take.isEnabled()
    dialog.share.set_value(0.5)
    dialog.share.left.emit()
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=20_000)
    dialog.take.click()
    written = workspace.file.one(Effect, effect)
    assert written.worth_likely == round(slope * 250, 2)  # to the cent
    assert written.worth_low < written.worth_likely < written.worth_high
    assert written.source == "E-001: association, n = 200, 500 customers, 50 % taken as effect"
    workspace.undo()
    assert workspace.file.one(Effect, effect).worth_likely is None
