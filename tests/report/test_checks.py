"""The check before sending: each rule finds what it is for, and leads to the place."""

import datetime as dt
from collections.abc import Iterator

import pytest

from cxstudio.model import (
    Department,
    Evidence,
    Gap,
    Initiative,
    Kpi,
    Persona,
    Reading,
    ReportSection,
    Stakeholder,
    Touchpoint,
)
from cxstudio.model.chain import Link
from cxstudio.report.checks import evidence_rules, plan_rules, sample_rules, text_rules
from cxstudio.report.checks.whole import check
from cxstudio.report.context import Context
from cxstudio.store import EngagementFile
from cxstudio.ui.pages import PAGE_OF


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngagementFile]:
    path = tmp_path_factory.mktemp("checks") / "checks.cxs"
    with EngagementFile.create(path, client="Client", language="en") as made:
        with made.change("Fill") as change:
            desk = change.add(Department(name="Desk"))
            change.add(Stakeholder(name="Hanako Sato", role="Head of the desk", pseudonym="S-01"))
            change.add(Gap(title="Nobody closes this", state="open"))
            change.add(Initiative(title="Bare"))
            change.add(
                Initiative(title="Backwards", department_id=desk.id, cost_low=-5.0,
                           starts_on=dt.date(2026, 9, 1), ends_on=dt.date(2026, 8, 1))
            )  # fmt: skip
            change.add(Kpi(name="Never read"))
            few = change.add(Kpi(name="Read once", baseline=1.0))
            change.add(Reading(kpi_id=few.id, value=3.0, n=12, read_on=dt.date(2026, 5, 1)))
            change.add(Persona(name="Aiko", summary="Made up", score=12.0, score_n=9))
            change.add(ReportSection(key="gaps", message="x" * 91, lead="y" * 300))
            change.add(ReportSection(key="journeys", position=1))
            change.add(ReportSection(key="roadmap", narrative="z" * 2601))
            change.add(Initiative(title="Ask Hanako Sato", state="dropped"))
            change.add(Touchpoint(name="Desk of Hanako Sato"))
            named = "Hanako Sato told us so. [assumption]"
            change.add(ReportSection(key="approach", narrative=named))
        yield made


@pytest.fixture(scope="module")
def context(file: EngagementFile) -> Context:
    return Context(file.session)


def found(rule, context: Context) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    return [(one.kind, one.text) for one in rule(context)]


def test_the_plans_loose_ends(context: Context) -> None:
    open_gaps = found(plan_rules.gaps_without_initiative, context)
    assert open_gaps == [("gap", "No initiative closes G-01")]
    lacking = list(plan_rules.incomplete_initiatives(context))
    assert [one.text for one in lacking] == ["I-01 Bare", "I-02 Backwards"]
    assert "somebody" in lacking[0].why
    assert all(what in lacking[0].why for what in ("a gap", "a measure", "dates"))
    assert "somebody" not in lacking[1].why
    assert len(found(plan_rules.impossible_dates, context)) == 2
    assert found(plan_rules.kpis_without_baseline, context) == [("kpi", "K-01 has no baseline")]


def test_evidence_and_samples(context: Context) -> None:
    assert ("gap", "Nobody closes this") in found(evidence_rules.without_evidence, context)
    assert found(evidence_rules.personas_assumed, context) == [
        ("persona", "P-01 is assumption alone")
    ]
    assert [kind for kind, _text in found(sample_rules.small_readings, context)] == ["kpi"]
    assert [kind for kind, _text in found(sample_rules.small_segments, context)] == ["persona"]


def test_words(context: Context) -> None:
    assert len(found(text_rules.too_long, context)) == 3
    assert found(text_rules.names, context) == [
        ("report_section", "A person’s name stands in “Background and approach”"),
        ("touchpoint", "A person’s name stands in T-01"),
    ]
    assert not found(text_rules.names, Context(context.session, audience="internal"))
    assert found(text_rules.empty, context) == [("report_section", "“Customer journeys” is empty")]


def test_grave_findings_come_first_and_lead_somewhere(file: EngagementFile) -> None:
    findings = check(Context(file.session)).found
    graves = [one.grave for one in findings]
    assert graves == sorted(graves, reverse=True)
    assert all(one.id for one in findings)
    assert {one.kind for one in findings} <= set(PAGE_OF)
    assert {cls.__tablename__ for cls in text_rules.SPOKEN} <= set(PAGE_OF)


def test_one_source_is_said_until_there_is_a_second(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with EngagementFile.create(tmp_path / "one.cxs", client="C", language="en") as made:
        with made.change("Fill") as change:
            gap = change.add(Gap(title="Gap", state="open"))
            first = change.add(Evidence(text="One", evidence_kind="observation", respondent="a"))
            change.add(
                Link(
                    source_kind="evidence", source_id=first.id, target_kind="gap", target_id=gap.id
                )
            )
        texts = [one.text for one in evidence_rules.on_one_source(Context(made.session))]
        assert texts == ["G-01 rests on one source"]
