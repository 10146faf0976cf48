"""Characters that no document may hold, in any text of any record: the Word file stays whole."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from sqlalchemy import String

from cxstudio.drawing.qt import ensure_gui
from cxstudio.model import (
    Card,
    Department,
    Engagement,
    Evidence,
    Gap,
    Initiative,
    Insight,
    Journey,
    Kpi,
    Lane,
    Milestone,
    Persona,
    Principle,
    Reading,
    Stage,
    Stakeholder,
    Step,
    Touchpoint,
)
from cxstudio.report import docx
from cxstudio.report.build import build_report
from cxstudio.store import EngagementFile

ODD = "a\x00b\x0bc\x1fd\x7f\x85\u2028\ufffe\uffff<&\"' "
KINDS = (Department, Evidence, Gap, Insight, Journey, Kpi, Persona, Principle, Stakeholder)
KINDS += (Touchpoint,)
CHOSEN = ("icon", "colour", "definition")


def free_texts(cls: type) -> dict[str, str]:
    """Odd characters in every column that a user writes into."""
    return {
        column.key: ODD
        for column in cls.__mapper__.columns  # type: ignore[attr-defined]
        if isinstance(column.type, String)
        and column.default is not None
        and column.default.arg == ""
        and column.key not in CHOSEN
    }


def parts(document: bytes) -> Iterator[tuple[str, bytes]]:
    """Every part, and those of the workbooks behind charts."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        for name in package.namelist():
            content = package.read(name)
            yield name, content
            if name.endswith(".xlsx"):
                yield from parts(content)


def odd_engagement(path: Path) -> EngagementFile:
    """Records of every kind that a report speaks of, on a map as well."""
    file = EngagementFile.create(path, client=ODD)
    with file.change("odd") as change:
        engagement = change.get(Engagement, 1)
        for name, text in free_texts(Engagement).items():
            setattr(engagement, name, text)
        for cls in KINDS:
            change.add(cls(**free_texts(cls)))
        change.flush()
        lane = Lane(name=ODD, lane_kind="actions")
        step = Step(name=ODD)
        stage = Stage(name=ODD, steps=[step])
        change.add(Journey(number=2, title=ODD, lanes=[lane], stages=[stage]))
        change.flush()
        change.add(Card(step_id=step.id, lane_id=lane.id, text=ODD))
        days = {"starts_on": dt.date(2026, 1, 5), "ends_on": dt.date(2026, 3, 5)}
        one = change.add(Initiative(**free_texts(Initiative), **days, benefit_score=3, effort=2))
        change.flush()
        change.add(Milestone(initiative_id=one.id, name=ODD, due_on=dt.date(2026, 2, 1)))
        kpi = change.session.query(Kpi).one()
        change.add(Reading(kpi_id=kpi.id, value=3.0, read_on=dt.date(2026, 1, 31), source=ODD))
    return file


def test_every_part_can_be_read(tmp_path: Path) -> None:
    ensure_gui()
    written = io.BytesIO()
    with odd_engagement(tmp_path / "odd.cxs") as file:
        report = build_report(file.session, language="ja", audience="internal", blob=file.blob)
    docx.write(report, written)
    texts = {
        name: etree.fromstring(content)
        for name, content in parts(written.getvalue())
        if name.endswith((".xml", ".rels", ".svg"))
    }
    assert any(name.endswith(".svg") for name in texts)
    said = "".join(texts["word/document.xml"].itertext())
    assert "abcd" in said and "<&" in said
