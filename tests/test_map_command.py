"""`cxstudio map`: pictures of a journey from the command line."""

import re
from pathlib import Path

import pytest

from cxstudio.cli import main
from cxstudio.model import Card, Journey, Lane, Stage, Step
from cxstudio.store import EngagementFile


@pytest.fixture
def engagement(tmp_path: Path) -> Path:
    path = tmp_path / "fukui.cxs"
    with (
        EngagementFile.create(path, client="福井県", language="ja") as file,
        file.change("A map") as change,
    ):
        journey = change.add(Journey(title="はじめての訪問", number=1))
        lane = change.add(Lane(journey_id=journey.id, lane_kind="actions", name="行動"))
        stage = change.add(Stage(journey_id=journey.id, name="到着"))
        step = change.add(Step(stage_id=stage.id, name="駅に着く"))
        change.add(Card(step_id=step.id, lane_id=lane.id, text="案内所で道を聞く"))
    return path


@pytest.mark.parametrize(
    ("suffix", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")]
)
def test_a_map_is_written_in_each_format(engagement, tmp_path, suffix, start):
    output = tmp_path / f"map.{suffix}"
    assert main(["map", str(engagement), "J-01", "-o", str(output)]) == 0
    assert output.read_bytes().startswith(start)


def test_the_words_stay_words_in_svg_and_the_title_finds_the_journey(engagement, tmp_path):
    output = tmp_path / "map.svg"
    assert main(["map", str(engagement), "はじめての訪問", "-o", str(output)]) == 0
    text = "".join(re.findall(r">([^<]+)</text>", output.read_text("utf-8")))
    for words in ("はじめての訪問", "到着", "駅に着く", "案内所で道を聞く"):
        assert words in text


@pytest.mark.parametrize(
    ("journey", "name", "said"), [("J-09", "map.png", "J-01"), ("J-01", "map.gif", ".png")]
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    engagement, tmp_path, capsys, journey, name, said
):
    output = tmp_path / name
    assert main(["map", str(engagement), journey, "-o", str(output)]) != 0
    assert said in capsys.readouterr().err
    assert not output.exists()
