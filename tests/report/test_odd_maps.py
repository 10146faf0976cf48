"""Maps without steps, and cards of any length, in the report."""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from cxstudio.cli import main
from cxstudio.drawing import qt
from cxstudio.model import Card, Journey, Lane, Stage, Step
from cxstudio.report import blocks as b
from cxstudio.report.build import build_report
from cxstudio.report.sections import TITLES
from cxstudio.store import EngagementFile


@pytest.fixture
def file(tmp_path: Path) -> Iterator[EngagementFile]:
    qt.ensure_gui()
    with EngagementFile.create(tmp_path / "x.cxs", client="Fukui") as file:
        with file.change("Maps") as change:
            change.add(Journey(title="Nothing on it", number=1))
            lanes = change.add(Journey(title="Lanes alone", number=2))
            change.add(Lane(journey_id=lanes.id, lane_kind="actions", name="A"))
        yield file


def add_map(file: EngagementFile, text: str) -> None:
    with file.change("A map") as change:
        journey = change.add(Journey(title="Visit", number=3))
        lane = change.add(Lane(journey_id=journey.id, lane_kind="pain_points", name="Pain"))
        stage = change.add(Stage(journey_id=journey.id, name="Arrive"))
        step = change.add(Step(stage_id=stage.id, name="Wait"))
        change.add(Card(step_id=step.id, lane_id=lane.id, text=text))


def sections(file: EngagementFile) -> dict[str, b.Section]:
    report = build_report(file.session, language="en", audience="client", blob=file.blob)
    return {part.label: part for part in report.parts if isinstance(part, b.Section)}


def test_without_a_step_anywhere_no_journey_is_mapped(file):
    for section in ("journeys", "maps"):
        part = sections(file).get(TITLES[section])
        assert part is None or not any(isinstance(block, b.Figure) for block in b.walk(part.blocks))


def test_maps_without_steps_take_no_page_and_are_named(file):
    add_map(file, "Nobody says when the bus comes")
    found = sections(file)
    journeys, maps = found[TITLES["journeys"]], found[TITLES["maps"]]
    assert not any(isinstance(block, b.PageMessage) for block in journeys.blocks)
    assert "Visit" in journeys.message
    assert not any(isinstance(block, b.PageBreak) for block in maps.blocks)
    last = maps.blocks[-1]
    assert isinstance(last, b.Paragraph)
    assert last.words == (
        "Without steps yet, and so without a map: J-01 Nothing on it and J-02 Lanes alone."
    )


@pytest.mark.parametrize(
    "text", ["word " * 2_000, "長い" * 5_000, "a\x07\x00b\ud83d \ufffe", "😀" * 300]
)
def test_a_card_with_any_text_comes_into_word(file, tmp_path, text):
    add_map(file, text.encode("utf-8", "ignore").decode())
    path = shutil.copy(file.path, tmp_path / "copy.cxs")
    output = tmp_path / "report.docx"
    assert main(["report", str(path), "-o", str(output)]) == 0
    with zipfile.ZipFile(output) as parts:
        assert etree.fromstring(parts.read("word/document.xml")) is not None
