"""Files to test with: small ones with something of everything in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxstudio.model import (
    Attachment,
    Card,
    Department,
    Evidence,
    EvidenceTheme,
    Interview,
    Journey,
    Lane,
    Link,
    Paragraph,
    Stage,
    Stakeholder,
    Step,
    Theme,
)
from cxstudio.store import EngagementFile, checksum, search

# SQLCipher takes this for a ready key and derives none, which saves a tenth of a second.
QUICK_KEY = "x'" + "5a" * 32 + "'"


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CXSTUDIO_DATA", str(tmp_path / "data of the program"))


def fill(file: EngagementFile) -> None:
    """A little of everything, with history, an attachment and a snapshot."""
    with file.change("Add the organisation") as change:
        desk = change.add(Department(name="お客様相談室", role="Answers complaints"))
        change.add(Stakeholder(name="Tanaka", role="Manager", department_id=desk.id))
    with file.change("Add an interview") as change:
        talk = change.add(Interview(title="The first talk"))
        words = change.add(
            Paragraph(interview_id=talk.id, text="待ち時間が長い。I waited an hour.")
        )
        theme = change.add(Theme(name="Waiting"))
        said = change.add(Evidence(text="I waited", interview_id=talk.id, paragraph_id=words.id))
        change.add(EvidenceTheme(evidence_id=said.id, theme_id=theme.id))
    with file.change("Draw a journey") as change:
        journey = change.add(Journey(title="Arrival"))
        lane = change.add(Lane(journey_id=journey.id, name="Pain points"))
        stage = change.add(Stage(journey_id=journey.id, name="Before"))
        step = change.add(Step(stage_id=stage.id, name="Queue"))
        card = change.add(Card(step_id=step.id, lane_id=lane.id, text="No seat"))
        change.add(Link(source_kind="evidence", source_id=1, target_kind="card", target_id=card.id))
        sha256 = file.put_blob(b"picture " * 700)
        change.add(Attachment(name="Photo.png", sha256=sha256, size=5600))
    file.take_snapshot("before workshop 1")
    with file.change("Rename the stage") as change:
        change.get(Stage, 1).name = "Arriving"


def make(path: Path, key: str | None = None) -> Path:
    with EngagementFile.create(path, client="Fukui Prefecture", key=key) as file:
        fill(file)
    return path


def dump(connection: object) -> dict[str, list[tuple[object, ...]]]:
    """All that is in the tables of a file, except how it was stored."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    names = [name for (name,) in connection.execute(query).fetchall()]  # type: ignore[attr-defined]
    return {
        name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)  # type: ignore[attr-defined]
        for name in names
    }


def assert_consistent(file: EngagementFile) -> None:
    assert checksum.agrees(file.driver)
    kept = set(file.driver.execute("SELECT kind, id, text FROM search").fetchall())
    assert kept == set(search.entries(file.driver))


@pytest.fixture
def engagement(tmp_path: Path):
    with EngagementFile.create(tmp_path / "福井 県.cxs", client="Fukui Prefecture") as file:
        fill(file)
        yield file
