"""What to do next, computed from what is missing, the most telling first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cxstudio import formats, i18n
from cxstudio.analysis.gaps.severity import Weights, severity_of
from cxstudio.i18n import _, ngettext
from cxstudio.model import (
    Department,
    Engagement,
    Evidence,
    Gap,
    Initiative,
    Interview,
    Journey,
    Kpi,
    Persona,
    Principle,
    ReportSection,
    Stakeholder,
    WorksheetAnswer,
)
from cxstudio.model.chain import End
from cxstudio.model.completeness import PHASES
from cxstudio.model.improvement import SET_ASIDE
from cxstudio.ui.workspace import Workspace

SEVERE = 10.0


@dataclass(frozen=True)
class Advice:
    """One sensible thing to do: its title and reason, and where it is done."""

    key: str
    icon: str
    title: str
    reason: str
    button: str
    page: str
    record: End | None = None


def without_initiative(workspace: Workspace) -> list[Gap]:
    """The gaps that count and that no initiative of the plan closes."""
    plan = workspace.file.all(Initiative, Initiative.state.not_in(SET_ASIDE))
    ends = {End("initiative", one.id) for one in plan}
    return [
        gap
        for gap in workspace.file.all(Gap, Gap.state.not_in(SET_ASIDE))
        if not any(end in ends for end, _link in workspace.chain.supports(End("gap", gap.id)))
    ]


def all_advice(workspace: Workspace) -> list[Advice]:
    """Everything that is worth doing now, the first thing first."""
    return [thing for rule in RULES for thing in rule(workspace)]


Rule = Callable[[Workspace], Iterator[Advice]]


def _start(workspace: Workspace) -> Iterator[Advice]:
    if not workspace.file.engagement.scope:
        yield Advice(
            "scope",
            "briefcase",
            _("Write down what the engagement is about"),
            _("Client, scope and dates stand on the report’s first pages."),
            _("Open engagement"),
            "engagement",
        )


def _empty_registers(workspace: Workspace) -> Iterator[Advice]:
    rows = (
        (Department, "organisation", "building-2", _("List the departments"),
         _("Also those that never meet a customer: finance, IT, recruiting."),
         _("Add departments")),
        (Stakeholder, "stakeholders", "users", _("Name the people to talk to"),
         _("Influence and interest show whom the plan will need."), _("Add stakeholders")),
        (Interview, "interviews", "mic", _("Hold the first interview"),
         _("Every later claim rests on what people said."), _("Add an interview")),
        (Principle, "strategy", "compass", _("Write down vision, mission and values"),
         _("The experience is judged against what the client promises."), _("Open strategy")),
        (Kpi, "kpis", "chart-line", _("Agree the measures"),
         _("A plan without a baseline cannot be checked later."), _("Add a KPI")),
        (Persona, "personas", "user", _("Draw the first persona"),
         _("A journey is always somebody’s journey."), _("Add a persona")),
        (Journey, "journeys", "map", _("Map the first journey"),
         _("Stages and steps first, then what the customer feels at each."), _("Add a journey")),
        (Gap, "gaps", "triangle-alert", _("Write down the first gap"),
         _("As-is against to-be, with what it rests on."), _("Add a gap")),
        (Initiative, "plan", "target", _("Propose the first initiative"),
         _("Each severe gap needs somebody who acts on it."), _("Add an initiative")),
    )  # fmt: skip
    for cls, page, icon, title, reason, button in rows:
        if not workspace.file.count(cls):
            yield Advice(page, icon, title, reason, button, page)


def _severe_gaps_on_one_source(workspace: Workspace) -> Iterator[Advice]:
    weights = Weights.of(workspace.file.get(Engagement, 1))
    weak = [
        gap
        for gap in workspace.file.all(Gap, Gap.state.not_in(SET_ASIDE))
        if (severity_of(gap, weights) or 0.0) >= SEVERE
        and workspace.chain.sources(End("gap", gap.id)) < 2
    ]
    if not weak:
        return
    codes = _and([gap.code for gap in weak[:3]])
    title = ngettext(
        "Find a second source for a severe gap",
        "Find a second source for {count} severe gaps",
        len(weak),
    ).format(count=len(weak))
    reason = ngettext(
        "{codes} rests on one source or none. A board will ask who else said it.",
        "{codes} rest on one source each or none. A board will ask who else said it.",
        len(weak),
    ).format(codes=codes)
    yield Advice(
        "second source",
        "triangle-alert",
        title,
        reason,
        _("Open {code}").format(code=weak[0].code),
        "gaps",
        End("gap", weak[0].id),
    )


def _departments_without_talk(workspace: Workspace) -> Iterator[Advice]:
    file = workspace.file
    talked = {
        person.department_id
        for person in file.all(Stakeholder)
        if file.count(Interview, Interview.stakeholder_id == person.id)
    }
    silent = [d for d in file.all(Department) if d.id not in talked]
    if silent and file.count(Interview):
        names = _and([department.name for department in silent[:2]])
        yield Advice(
            "silent departments", "building-2",
            _("Talk to {departments}").format(departments=names),
            _("No interview yet with a department that shapes the experience."),
            _("Plan interview"), "interviews",
        )  # fmt: skip


def _gaps_without_score(workspace: Workspace) -> Iterator[Advice]:
    open_gaps = [
        gap for gap in workspace.file.all(Gap, Gap.state.not_in(SET_ASIDE))
        if None in (gap.importance, gap.current, gap.target, gap.reach)
    ]  # fmt: skip
    if open_gaps:
        codes = _and([gap.code for gap in open_gaps[:3]])
        yield Advice(
            "score", "gauge", _("Score {codes}").format(codes=codes),
            _("Something is missing there, so there is no severity."),
            _("Open register"), "gaps", End("gap", open_gaps[0].id),
        )  # fmt: skip


def _gaps_without_initiative(workspace: Workspace) -> Iterator[Advice]:
    bare = without_initiative(workspace)
    if bare and workspace.file.count(Initiative):
        codes = _and([gap.code for gap in bare[:3]])
        yield Advice(
            "no initiative", "target", _("Say what will be done about {codes}").format(codes=codes),
            ngettext("{count} gap has no initiative.", "{count} gaps have no initiative.",
                     len(bare)).format(count=len(bare)),
            _("Open {code}").format(code=bare[0].code), "gaps", End("gap", bare[0].id),
        )  # fmt: skip


def _initiatives_without_cost(workspace: Workspace) -> Iterator[Advice]:
    plan = workspace.file.all(Initiative, Initiative.state.not_in(SET_ASIDE))
    uncosted = [i for i in plan if i.cost_high is None]
    if uncosted:
        codes = _and([initiative.code for initiative in uncosted[:3]])
        yield Advice(
            "cost", "coins", _("Estimate the cost of {codes}").format(codes=codes),
            _("A range is enough; the report shows it as one."),
            _("Open {code}").format(code=uncosted[0].code), "plan",
            End("initiative", uncosted[0].id),
        )  # fmt: skip


def _unused_evidence(workspace: Workspace) -> Iterator[Advice]:
    unused = [e for e in workspace.file.all(Evidence) if not workspace.chain.used(e.id)]
    if unused:
        yield Advice(
            "unused", "quote",
            ngettext("Use one piece of evidence that nothing rests on",
                     "Look at {count} pieces of evidence that nothing rests on",
                     len(unused)).format(count=len(unused)),
            _("They may back a claim that stands on little."),
            _("Show evidence"), "evidence", End("evidence", unused[0].id),
        )  # fmt: skip


def _worksheet(workspace: Workspace) -> Iterator[Advice]:
    answered = workspace.file.count(WorksheetAnswer, WorksheetAnswer.answer != "")
    if answered < 6:
        yield Advice(
            "worksheet", "circle-help", _("Answer the strategy questions"),
            _("{count} of 6 are answered.").format(count=answered),
            _("Open questions"), "worksheet",
        )  # fmt: skip


def _report(workspace: Workspace) -> Iterator[Advice]:
    silent = workspace.file.count(ReportSection, ReportSection.message == "")
    if silent or not workspace.file.count(ReportSection):
        yield Advice(
            "report", "file-text", _("Write what the report says"),
            _("Some sections have no message of their own yet."), _("Open report"), "report",
        )  # fmt: skip


RULES: tuple[Rule, ...] = (
    _start,
    _severe_gaps_on_one_source,
    _empty_registers,
    _departments_without_talk,
    _gaps_without_score,
    _gaps_without_initiative,
    _initiatives_without_cost,
    _worksheet,
    _unused_evidence,
    _report,
)


def _and(names: list[str]) -> str:
    """A list in words: "G-07, G-11 and G-12"."""
    if len(names) < 2:
        return "".join(names)
    return _("{first} and {last}").format(first=_(", ").join(names[:-1]), last=names[-1])


def facts(engagement: Engagement) -> str:
    """The line under the title: week, dates, team and report."""
    parts = []
    if engagement.starts_on and engagement.ends_on:
        weeks = max(1, -(-(engagement.ends_on - engagement.starts_on).days // 7))
        week = (dt.date.today() - engagement.starts_on).days // 7 + 1  # noqa: DTZ011 - a local day
        if 1 <= week <= weeks:
            parts.append(_("Week {week} of {weeks}").format(week=week, weeks=weeks))
        parts.append(formats.days(engagement.starts_on, engagement.ends_on, i18n.language()))
    language = {"en": _("report in English"), "ja": _("report in Japanese")}
    parts.append(language[engagement.report_language])
    parts.append(engagement.currency)
    return " · ".join(parts)


def current_phase(done: dict[str, float]) -> int:
    """The first phase that is not three quarters complete."""
    return next((n for n, phase in enumerate(PHASES) if done[phase.key] < 0.75), len(PHASES) - 1)


def step_text(done: dict[str, float]) -> str:
    number = current_phase(done)
    return _("Step {number} of {count}, {phase}").format(
        number=number + 1, count=len(PHASES), phase=_(PHASES[number].title)
    )
