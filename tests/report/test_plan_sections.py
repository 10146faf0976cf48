"""Ranking, roadmap, business case, parts and glossary as the report computes them."""

import datetime as dt
from collections.abc import Iterator

import pytest

from cxstudio.model import (
    Cause,
    Department,
    Effect,
    Engagement,
    Gap,
    Initiative,
    Involvement,
    Kpi,
    Milestone,
    Record,
)
from cxstudio.model.chain import Link
from cxstudio.report import blocks as b
from cxstudio.report import raci
from cxstudio.report.build import build_section
from cxstudio.report.charts.data import Band, BarChart, Note
from cxstudio.report.context import Context
from cxstudio.report.sections import business, first_days, order, root_causes, suggested, summary
from cxstudio.report.sections.summary_chain import chain
from cxstudio.report.texts import Texts
from cxstudio.store import EngagementFile

TODAY = dt.date(2026, 6, 1)


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngagementFile]:
    path = tmp_path_factory.mktemp("plan") / "plan.cxs"
    with EngagementFile.create(path, client="Client", language="en") as file:
        with file.change("Plan") as change:
            _fill(change)
        yield file


def _fill(change) -> None:  # type: ignore[no-untyped-def]
    def add(*records: Record) -> None:
        for record in records:
            change.add(record)

    one = change.get(Engagement, 1)
    one.budget, one.currency, one.horizon, one.ends_on = 10_000_000, "JPY", 3, TODAY
    board, desk = Department(name="Board"), Department(name="Desk")
    add(board, desk)
    gaps = [
        Gap(title=f"Gap {n}", importance=5, current=2.0, target=8.0, reach=0.5 / n, state="open")
        for n in (1, 2)
    ]
    plan = [
        Initiative(title=f"Step {n}", department_id=board.id, cost_low=4e6 * n, cost_high=6e6 * n,
                   effort=2.0 * n, confidence=0.8, starts_on=dt.date(2026, 7, n),
                   ends_on=dt.date(2026, 12, n), risk="Too few people")
        for n in (1, 2)
    ]  # fmt: skip
    kpi = Kpi(name="Wait", unit="min", baseline=40.0, target=20.0, direction="down")
    add(*gaps, *plan, kpi)
    add(
        Effect(initiative_id=plan[0].id, kpi_id=kpi.id, low=-12.0, likely=-10.0, high=-4.0,
               worth_low=4e5, worth_likely=5e5, worth_high=7e5, months=3),
        Involvement(initiative_id=plan[0].id, department_id=desk.id, part="responsible"),
        Milestone(initiative_id=plan[0].id, name="Trial", due_on=dt.date(2026, 8, 1)),
    )  # fmt: skip
    for gap, one in zip(gaps, plan, strict=True):
        add(Link(source_kind="gap", source_id=gap.id, target_kind="initiative", target_id=one.id))
    why = Cause(gap_id=gaps[0].id, text="Nobody is asked", bone="people")
    change.add(why)
    change.add(Cause(gap_id=gaps[0].id, parent_id=why.id, text="Nobody is charged"))


@pytest.fixture(scope="module")
def context(planned: EngagementFile) -> Context:
    return Context(planned.session)


def tables(section: b.Section) -> list[b.Table]:
    return [block for block in b.walk(section.blocks) if isinstance(block, b.Table)]


def test_sections_stand_in_the_storys_order(context: Context) -> None:
    keys = order(context)
    wanted = ["gaps", "priorities", "initiatives", "roadmap", "business", "next_steps"]
    assert [key for key in keys if key in wanted] == wanted
    assert keys[-2:] == ["method", "glossary"]


def test_the_business_case_has_native_charts_and_its_assumptions(context: Context) -> None:
    section = build_section(context, "business")
    charts = [f.chart for f in b.walk(section.blocks) if isinstance(f, b.Figure)]
    assert len(charts) == 3
    assert all(charts)
    histogram, balance, tornado = charts
    outcome, spread = context.plan.outcome, context.plan.spread
    assert outcome is not None and spread is not None
    assert isinstance(tornado, BarChart) and isinstance(balance, Band)
    unit = context.written.scale(outcome.npv, outcome.benefit, spread.low, spread.high).unit
    assert tornado.start == pytest.approx(outcome.npv / unit)  # bars begin at the likely value
    assert tornado.axis.low <= min(v for bars in tornado.bars for v in bars.values if v is not None)
    assert len(balance.line) == len(balance.low) == len(balance.categories)
    assert balance.categories[::12] == ("0", "1", "2", "3")
    assert isinstance(histogram, BarChart)
    assert any("80%" in note.text for note in histogram.notes if isinstance(note, Note))
    costs, effects = (next(t for t in tables(section) if len(t.columns) == n) for n in (9, 6))
    assert len(costs.rows) == 2
    named, change, worth = effects.rows  # the measure, what changes it and what that is worth
    assert b.plain(named.cells[0]).startswith("K-01")
    for row in (*costs.rows, change, worth):
        assert row.cells[-1] == (b.Assumption(),)
    years = next(table for table in tables(section) if len(table.columns) == 5)
    assert len(years.rows) == 3 + 1


def test_who_does_what(context: Context) -> None:
    first, second = context.plan.initiatives
    board, desk = context.all(Department)
    assert raci.parts(context)[first.id] == {board.id: ["accountable"], desk.id: ["responsible"]}
    (message, table) = raci.page(context, [first, second])
    assert isinstance(message, b.PageMessage)
    assert "1 initiative" in message.message
    assert isinstance(table, b.Table)
    assert [cell.text for cell in table.rows[0].cells[2:]] == ["A", "R"]  # type: ignore[union-attr]


def test_the_next_hundred_days_hold_beginnings_and_milestones(context: Context) -> None:
    table = first_days.table(context)
    assert table is not None
    said = [row.cells[2] for row in table.rows]
    assert said == ["Start: Step 1", "Start: Step 2", "Trial"]


def test_causes_lead_to_their_root(context: Context) -> None:
    (table,) = root_causes.table(context, context.all(Gap))
    assert isinstance(table, b.Table)
    assert b.plain(table.rows[0].cells[1]) == "Nobody is asked"  # type: ignore[arg-type]
    assert b.plain(table.rows[0].cells[2]) == "Nobody is charged"  # type: ignore[arg-type]


def test_nothing_to_say_is_said(file_without_anything: Context) -> None:
    for key in ("priorities", "roadmap", "business"):
        assert suggested(file_without_anything, key).message


@pytest.fixture
def file_without_anything(tmp_path):  # type: ignore[no-untyped-def]
    with EngagementFile.create(tmp_path / "bare.cxs", client="C", language="en") as file:
        yield Context(file.session)


def test_roles_stand_below_a_drawing_that_leaves_room(context: Context) -> None:
    drawing, roles, opening, _matrix = build_section(context, "roadmap").blocks
    assert isinstance(drawing, b.Figure) and isinstance(roles, b.Table)
    assert isinstance(opening, b.PageMessage)
    codes = [b.plain(row.cells[1:-1][n]) for row in roles.rows for n in range(3)]  # type: ignore[arg-type]
    assert any(text == "I-01" or text.startswith("I-01,") for text in codes), codes


def test_words_are_suggested_from_the_records(context: Context) -> None:
    assert suggested(context, "gaps").narrative.splitlines()[0] == (
        "[G-01] leads back to this root: Nobody is charged."
    )
    first, *others = suggested(context, "priorities").narrative.splitlines()
    assert first.startswith("- [I-01] leads the ranking; in 100% of the draws")
    assert others[-1] == "- Not within the budget: [I-02]."
    fitting, decisive, *_ = suggested(context, "business").narrative.splitlines()
    assert fitting.startswith("- One initiative fits budget and people: ¥5.0 million once")
    widest = context.plan.tornado[0]
    assert context.plan.case is not None
    assert business.what(context, context.plan.case.assumptions[widest.assumption]) in decisive
    assert "[assumption]" in decisive  # the record names no source
    assert suggested(context, "roadmap").lead.endswith("Board answers for 2 of 2 initiatives.")
    lead = suggested(context, "next_steps").lead
    assert lead.startswith("The first date to keep is 1 July 2026. The risk of I-01 has most")


def test_the_chain_of_the_summary_names_gaps_what_closes_them_and_the_measures(planned):
    context = Context(planned.session)
    figure = chain(context, 166, 2)
    assert figure is not None
    assert b.plain(figure.caption).endswith("2 initiatives close G-01 and G-02")
    for told in ("G-01 ", "I-01 4.0–6.0", "I-02 8.0–12.0", "Wait – → 20\u00a0min"):
        assert told in figure.alt
    assert chain(context, 166, 0) is None


def test_the_chain_gives_way_where_the_summary_has_no_room(planned):
    context = Context(planned.session)
    long = "\n".join(f"- Finding {n} [G-01], which takes a line of its own" for n in range(60))

    def kinds(narrative: str) -> list[type]:
        blocks = summary.blocks(context, Texts("Message", "", narrative)).blocks
        return [type(block) for block in blocks]

    assert b.Figure in kinds("- Finding")
    assert b.Figure not in kinds(long)
