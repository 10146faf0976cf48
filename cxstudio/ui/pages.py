"""The pages of the window, in the order of the method. The rail, the palette and
navigation are built from this table; a page's module is imported when it is first shown."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from cxstudio.i18n import N_

if TYPE_CHECKING:
    from cxstudio.ui.page import Page
    from cxstudio.ui.workspace import Workspace


@dataclass(frozen=True)
class PageEntry:
    """`shows` lists the kinds of records the page can show, the first of which is counted."""

    key: str
    group: str
    title: str
    icon: str
    factory: str
    shows: tuple[str, ...] = ()

    def build(self, workspace: Workspace) -> Page:
        module, name = self.factory.split(":")
        editor = import_module(f"cxstudio.ui.editors.{module}")
        return cast("Page", getattr(editor, name)(workspace))


GROUPS = {
    "": "",
    "discover": N_("Discover"),
    "customers": N_("Customers"),
    "journeys": N_("Journeys"),
    "improve": N_("Improve"),
    "deliver": N_("Deliver"),
}

PAGES = (
    PageEntry("overview", "", N_("Overview"), "layout-dashboard", "overview:OverviewPage"),
    PageEntry(
        "engagement",
        "discover",
        N_("Engagement"),
        "briefcase",
        "engagement:EngagementPage",
        ("engagement",),
    ),
    PageEntry(
        "worksheet",
        "discover",
        N_("Strategy questions"),
        "circle-help",
        "worksheet:WorksheetPage",
        ("worksheet_answer",),
    ),
    PageEntry(
        "organisation",
        "discover",
        N_("Organisation"),
        "building-2",
        "organisation:OrganisationPage",
        ("department",),
    ),
    PageEntry(
        "stakeholders",
        "discover",
        N_("Stakeholders"),
        "users",
        "stakeholders:StakeholdersPage",
        ("stakeholder",),
    ),
    PageEntry(
        "interviews",
        "discover",
        N_("Interviews"),
        "mic",
        "interviews:InterviewsPage",
        ("interview", "paragraph", "guide", "question"),
    ),
    PageEntry(
        "strategy",
        "discover",
        N_("Strategy"),
        "compass",
        "strategy:StrategyPage",
        ("principle", "objective"),
    ),
    PageEntry("kpis", "discover", N_("KPIs"), "chart-line", "kpis:KpisPage", ("kpi", "reading")),
    PageEntry(
        "voice",
        "customers",
        N_("Voice of the customer"),
        "message-square-quote",
        "voice:VoicePage",
        ("wave",),
    ),
    PageEntry(
        "evidence",
        "customers",
        N_("Evidence and insights"),
        "quote",
        "evidence:EvidencePage",
        ("evidence", "insight", "theme"),
    ),
    PageEntry(
        "personas",
        "customers",
        N_("Personas"),
        "user",
        "personas:PersonasPage",
        ("persona", "trait", "slider"),
    ),
    PageEntry(
        "touchpoints",
        "journeys",
        N_("Touchpoints"),
        "waypoints",
        "touchpoints:TouchpointsPage",
        ("touchpoint",),
    ),
    PageEntry(
        "channels", "journeys", N_("Channels"), "share-2", "channels:ChannelsPage", ("channel",)
    ),
    PageEntry(
        "journeys",
        "journeys",
        N_("Journey maps"),
        "map",
        "journeys:JourneysPage",
        ("journey", "stage", "step", "lane", "card", "emotion"),
    ),
    PageEntry("gaps", "improve", N_("Gaps"), "triangle-alert", "gaps:GapsPage", ("gap", "cause")),
    PageEntry("trace", "improve", N_("Traceability"), "workflow", "trace:TracePage"),
    PageEntry(
        "plan",
        "improve",
        N_("Improvement plan"),
        "target",
        "plan:PlanPage",
        ("initiative", "criterion"),
    ),
    PageEntry(
        "business",
        "improve",
        N_("Business case"),
        "coins",
        "business:BusinessPage",
        ("effect",),
    ),
    PageEntry(
        "roadmap",
        "improve",
        N_("Roadmap"),
        "chart-gantt",
        "roadmap:RoadmapPage",
        ("milestone",),
    ),
    PageEntry(
        "progress",
        "improve",
        N_("Progress"),
        "clipboard-check",
        "progress:ProgressPage",
        ("review", "review_item", "progress_note"),
    ),
    PageEntry(
        "report", "deliver", N_("Report"), "file-text", "report:ReportPage", ("report_section",)
    ),
)

BY_KEY = {page.key: page for page in PAGES}
PAGE_OF = {kind: page.key for page in PAGES for kind in page.shows}
