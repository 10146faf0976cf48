"""The report's section on the survey, from waves made for the test."""

import datetime as dt
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from cxstudio.analysis.survey.asked import Asked
from cxstudio.analysis.survey.columnar import packed
from cxstudio.analysis.survey.definition import Definition, state_of
from cxstudio.analysis.survey.nps import nps
from cxstudio.analysis.survey.quadrant import Place
from cxstudio.drawing import qt
from cxstudio.drawing.charts.score_picture import score_picture
from cxstudio.model import Evidence, Kpi, Reading, ReportSection, Wave
from cxstudio.model.columns import Column, Mapping
from cxstudio.report import blocks as b
from cxstudio.report import heard
from cxstudio.report.build import build_section
from cxstudio.report.charts.composition import People, composition_alt, composition_chart
from cxstudio.report.charts.drivers import Rated, drivers_alt
from cxstudio.report.checks.whole import check
from cxstudio.report.context import Context
from cxstudio.report.sections import order
from cxstudio.store import EngagementFile

GOLDEN = Path(__file__).parents[1] / "golden" / "report"
AGES, SHOPS = ("20s", "30s", "40s", "50s"), ("North", "South", "West", "Kiosk")
COLUMNS = (
    Column("NPS", "score"),
    Column("Age", "segment"),
    Column("Shop", "segment"),
    Column("Staff", "rating", low=1, high=5),
    Column("Price", "rating", low=1, high=5),
)
EDITIONS = [(x, y) for x in ("en", "ja") for y in ("client", "internal")]


def answers(count: int, up: int) -> pa.Table:
    """Answers by rule: the 20s are content, the kiosk has seven people in all."""
    rows = range(count)
    ages = [AGES[i % 4] for i in rows]
    happy = [up + (3 if age == "20s" else 0) for age in ages]
    scores = [min(10, (i * 7) % 8 + h) for i, h in zip(rows, happy, strict=True)]
    shops = ["Kiosk" if i < 7 else SHOPS[(i // 4) % 3] for i in rows]
    staff = [1 + min(4, (s + i % 3) // 3) for i, s in zip(rows, scores, strict=True)]
    price = [1 + (i * 5 + s) % 5 for i, s in zip(rows, scores, strict=True)]
    cells = (scores, ages, shops, staff, price)
    names = [column.name for column in COLUMNS]
    return pa.table({name: [str(v) for v in row] for name, row in zip(names, cells, strict=True)})


def add_wave(file: EngagementFile, name: str, day: dt.date, count: int, up: int) -> int:
    data = packed(answers(count, up))
    mapping = json.dumps(Mapping(COLUMNS).as_dict(), ensure_ascii=False)
    with file.change("wave") as change:
        digest = file.put_blob(data)
        wave = change.add(
            Wave(name=name, source="Own survey", dated=day, sha256=digest, mapping=mapping,
                 rows=count)
        )  # fmt: skip
    return int(wave.id)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[EngagementFile]:
    qt.ensure_gui()
    with EngagementFile.create(tmp_path / "voice.cxs", client="Shop") as made:
        yield made


@pytest.fixture
def surveyed(file: EngagementFile) -> EngagementFile:
    add_wave(file, "Spring", dt.date(2025, 4, 30), 240, 2)
    last = add_wave(file, "Autumn", dt.date(2025, 10, 31), 320, 4)
    with file.change("comments") as change:
        for text, feeling in (("The queue at the till was long", -1), ("Kind and quick staff", 1)):
            change.add(
                Evidence(evidence_kind="comment", text=text, sentiment=feeling, wave_id=last,
                         respondent="30s, gave 6", source="Autumn")
            )  # fmt: skip
    return file


def context_of(file: EngagementFile, language: Any = "en", audience: Any = "client") -> Context:
    return Context(file.session, language, audience, file.blob)


def section(file: EngagementFile, language: Any = "en", audience: Any = "client") -> b.Section:
    return build_section(context_of(file, language, audience), "customer_voice")


def said(tree: Any) -> Iterator[str]:
    """Every text of the tree, a line each, without the bytes of pictures."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, tuple):
        for one in tree:
            yield from said(one)
    elif is_dataclass(tree):
        for field in fields(tree):
            yield from said(getattr(tree, field.name))


@pytest.mark.parametrize(("language", "audience"), EDITIONS)
def test_the_section_is_as_golden(surveyed, language, audience):
    made = section(surveyed, language, audience)
    text = "\n".join(line for line in said(made) if line) + "\n"
    golden = GOLDEN / f"voice-{language}-{audience}.txt"
    if os.environ.get("CXSTUDIO_GOLDEN") == "write":
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_without_a_wave_there_is_no_section(file):
    assert "customer_voice" not in order(context_of(file))


def test_a_single_wave_has_no_trend(file):
    add_wave(file, "Spring", dt.date(2025, 4, 30), 240, 2)
    figures = [x for x in b.walk(section(file).blocks) if isinstance(x, b.Figure)]
    assert len(figures) == 4  # score, its people, quadrant and groups
    assert "95% interval" in section(file).message


def test_a_client_reads_no_score_of_fewer_than_ten(surveyed, file):
    def kiosk(audience: str) -> list[str]:
        table = next(x for x in section(file, "en", audience).blocks if isinstance(x, b.Table))
        place = next(i for i, column in enumerate(table.columns) if column.head == "Kiosk")
        return [b.plain(row.cells[place]) for row in table.rows]

    assert kiosk("client")[-1] == "– (7*)"
    assert kiosk("internal")[-1] != "– (7*)"
    assert kiosk("internal")[-1].endswith("(7*)")


def test_too_few_answers_in_all_show_no_score_to_a_client(file):
    add_wave(file, "Pilot", dt.date(2025, 4, 30), 8, 2)
    shown = section(file)
    assert shown.message == "Eight answers are too few to show a score"
    assert not any(isinstance(x, b.Figure) for x in b.walk(shown.blocks))
    assert "NPS" in section(file, audience="internal").message


def test_confidential_comments_stay_with_the_team(surveyed, file):
    with file.change("secret") as change:
        change.get(Evidence, file.all(Evidence)[0].id).confidential = True

    def quotes(audience: str) -> list[str]:
        shown = b.walk(section(file, "en", audience).blocks)
        return [x.text for x in shown if isinstance(x, b.Quote)]

    assert quotes("client") == ["Kind and quick staff"]
    assert len(quotes("internal")) == 2


def test_a_figure_out_of_date_is_marked_for_the_team_alone(surveyed, file):
    wave = file.all(Wave)[0]
    kept = Definition("score", Asked(), state_of(wave)).as_json()
    old = Definition("score", Asked(), "an earlier state").as_json()
    with file.change("figures") as change:
        for definition in (kept, old):
            change.add(
                Evidence(evidence_kind="figure", text="A score", wave_id=wave.id,
                         definition=definition)
            )  # fmt: skip
    code = file.all(Evidence)[-1].code
    notes = [x for x in section(file, audience="internal").blocks if isinstance(x, b.Paragraph)]
    assert [b.plain(x.words) for x in notes if "Out of date" in b.plain(x.words)]
    assert code in list(said(notes[-1])) + [b.plain(notes[-1].words)]
    assert not any("Out of date" in text for text in said(section(file)))
    found = [one.text for one in check(context_of(file)).found]
    assert [text for text in found if "out of date" in text] == [f"Figure out of date: {code}"]


def test_the_consultants_words_and_switch_count_here_too(surveyed, file):
    with file.change("words") as change:
        own = change.add(ReportSection(key="customer_voice", message="More are content"))
    assert section(file).message == "More are content"
    with file.change("off") as change:
        change.get(ReportSection, own.id).included = False
    assert "customer_voice" not in order(context_of(file))


def test_the_trademark_follows_the_score_when_the_appendix_is_off(surveyed, file):
    def notices() -> int:
        return sum(isinstance(x, b.Trademark) for x in section(file).blocks)

    assert notices() == 0
    with file.change("off") as change:
        change.add(ReportSection(key="method", included=False))
    assert notices() == 1


def test_the_chart_of_the_same_score_is_drawn_once(surveyed, file):
    def charts() -> list[str]:
        shown = build_section(context_of(file), "vision").blocks
        return [x.caption for x in b.walk(shown) if isinstance(x, b.Figure)]

    waves = context_of(file).survey.heard
    with file.change("kpi") as change:
        kpi = change.add(Kpi(name="NPS, all", target=40.0))
        kpi.readings = [
            Reading(read_on=one.dated, value=round(one.score.score, 1), n=one.score.n)
            for one in waves
        ]
    assert charts() == []
    with file.change("another score") as change:
        change.get(Kpi, kpi.id).readings[-1].value += 5
    assert len(charts()) == 1


def test_answers_that_are_gone_are_said(surveyed):
    heard._KEPT.clear()
    shown = build_section(Context(surveyed.session, "en", "client", _nothing), "customer_voice")
    assert shown.message == "No wave of the survey has a score yet"
    assert "so they are not shown: Spring, Autumn." in " ".join(said(shown))


def _nothing(sha256: str) -> bytes:
    raise LookupError(sha256)


def test_columns_are_read_once(surveyed, monkeypatch):
    heard._KEPT.clear()
    read: list[str] = []
    blob: Callable[[str], bytes] = surveyed.blob

    def counted(sha256: str) -> bytes:
        read.append(sha256)
        return blob(sha256)

    context = Context(surveyed.session, "en", "client", counted)
    for key in ("customer_voice", "method", "vision", "customer_voice"):
        build_section(context, key)
    assert len(read) == 2


def test_pictures_need_something_to_show():
    with pytest.raises(ValueError, match="answers"):
        score_picture(nps([]))


def test_a_wave_is_shown_by_the_kinds_of_people_in_it():
    waves = [People("May", nps([0, 7, 10, 10])), People("June", nps([]))]
    chart = composition_chart(waves, "en")
    assert chart.categories == ("May",)
    assert [bars.values for bars in chart.bars] == [(25.0,), (25.0,), (50.0,)]
    assert chart.stacked
    alt = composition_alt(waves, "en")
    assert alt == "May: 25% detractors, 25% passives, 50% promoters."


def test_the_quadrant_is_told_in_words():
    rated = Rated("案内所の説明", 0.6, 0.5, 0.7, 3.0, 2.9, 3.1, Place.FIX)
    told = drivers_alt([rated], "ja")
    assert "案内所の説明 60％" in told and told.endswith("案内所の説明。")
