"""The page of Check and Action: the plan at a glance, and the reviews."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from cxstudio import formats, i18n
from cxstudio.analysis.plan.progress import PlanProgress, read_progress
from cxstudio.i18n import _, ngettext
from cxstudio.model import ProgressNote, Review, ReviewItem, Stakeholder
from cxstudio.model.chain import End
from cxstudio.model.plan_day import plan_day
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.progress.glance import Glance
from cxstudio.ui.editors.progress.kpi_cards import KpiCards
from cxstudio.ui.editors.progress.making import make_review
from cxstudio.ui.editors.progress.reviews import Reviews
from cxstudio.ui.editors.progress.saving import progress_report
from cxstudio.ui.editors.progress.status import rule_of_initiatives, rule_of_kpis
from cxstudio.ui.editors.progress.tables import fit, initiatives_view, steps_view
from cxstudio.ui.page import Command, Page
from cxstudio.ui.record_acts import delete_record
from cxstudio.ui.shell.export import export
from cxstudio.ui.workspace import Workspace

SHOWN = {
    *("initiative", "kpi", "reading", "milestone", "progress_note", "department"),
    *("review", "review_item", "stakeholder", "engagement"),
}
GLANCE, REVIEWS = "glance", "reviews"


class ProgressPage(Page):
    """Two views: at a glance, and the reviews."""

    wide = True

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.help_line = _("A new review is filled with planned and actual as of today")
        self.progress: PlanProgress = self._read()
        self._people: dict[int, str] = {}
        self._make_parts()
        self._lay_out()
        self._connect()
        self.refresh(None)

    def _read(self) -> PlanProgress:
        session = self.workspace.file.session
        return read_progress(session, plan_day(session))

    # -- layout ------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.head = widgets.PageHead(_("Progress"))
        self.view = widgets.Segmented(
            [(GLANCE, _("At a glance")), (REVIEWS, _("Reviews"))],
            _("View"),
            ["gauge", "clipboard-check"],
        )
        self.save = widgets.outline(_("Progress report"), "file-down")
        self.save.setToolTip(_("Save a progress report as a Word document"))
        self.new_button = widgets.filled(_("New review"), "plus")
        self.new_button.setEnabled(not self.workspace.read_only)
        for action in (self.view, self.save, self.new_button):
            self.head.add_action(action)
        self.glance = Glance()
        self.kpis = KpiCards()
        self.initiatives = initiatives_view(self._read_initiatives)
        self.steps = steps_view(self._read_steps, self._owner)
        self.reviews = Reviews(self.workspace)

    def _lay_out(self) -> None:
        whole = widgets.ScrollColumn(max_width=None)
        whole.body.setContentsMargins(*(theme.px(side) for side in (24, 16, 24, 24)))
        whole.body.setSpacing(theme.px(12))
        whole.add(self.glance)
        self._kpi_title = widgets.SectionTitle(_("KPIs against plan"))
        self._kpi_title.setToolTip(rule_of_kpis())
        whole.add(self._kpi_title)
        whole.add(self.kpis)
        self._steps_title = widgets.SectionTitle(_("Open next steps"))
        whole.add(self._steps_title)
        whole.add(self.steps)
        title = widgets.SectionTitle(_("Initiatives by status"), rule_of_initiatives())
        title.setToolTip(rule_of_initiatives())
        whole.add(title)
        whole.add(self.initiatives)
        ground = widgets.Ground("sunken")
        holder = QVBoxLayout(ground)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(whole)
        body = QWidget()
        self._views = QStackedLayout(body)
        for view in (ground, self.reviews, self._empty_state()):
            self._views.addWidget(view)
        self.set_parts(self.head, body)

    def _empty_state(self) -> QWidget:
        state = widgets.EmptyState(
            "gauge",
            _("How the plan goes is checked here."),
            _(
                "A plan that nobody checks is forgotten by the second month. Add initiatives and "
                "KPIs first; then hold a review each month."
            ),
            _("Open the improvement plan"),
        )
        state.pressed.connect(self._open_plan)
        return state

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_view)
        self.new_button.clicked.connect(self.new_record)
        self.save.clicked.connect(self._on_save)
        self.kpis.opened.connect(self._open_kpi)
        self.initiatives.opened.connect(self._open_initiative)
        self.steps.opened.connect(self._open_step)
        self.reviews.chosen.connect(self._on_chosen)
        self.reviews.new_pressed.connect(self.new_record)
        self.reviews.delete_pressed.connect(self.delete_record)

    # -- showing -----------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        if changes is not None and not SHOWN & changes.kinds:
            return
        self.progress = self._read()
        self._people = {one.id: one.label for one in self.workspace.file.all(Stakeholder)}
        day = formats.day(self.progress.day, i18n.language())
        self.head.set_subtitle(_("As of {day}").format(day=day))
        self.glance.show_progress(self.progress)
        self.kpis.show_kpis(self.progress.kpis, self.progress.day)
        self.kpis.setVisible(bool(self.progress.kpis))
        self._kpi_title.setVisible(bool(self.progress.kpis))
        for view in (self.initiatives, self.steps):
            view.table.reload()
            fit(view)
        for part in (self.steps, self._steps_title):
            part.setVisible(bool(self.progress.steps))
        self.reviews.reload()
        self._show_view()

    def _show_view(self) -> None:
        empty = not self.progress.initiatives and not self.progress.kpis
        empty = empty and not self.workspace.file.count(Review)
        self._views.setCurrentIndex(2 if empty else 1 if self.view.key() == REVIEWS else 0)
        for action in (self.view, self.save, self.new_button):
            action.setVisible(not empty)

    def _read_initiatives(self) -> list[tuple[int, object]]:
        return [(one.id, one) for one in self.progress.initiatives]

    def _read_steps(self) -> list[tuple[int, object]]:
        return [(one.item_id, one) for one in self.progress.steps]

    def _owner(self, id: int | None) -> str:
        return self._people.get(id or 0, "")

    def _on_view(self, _key: str) -> None:
        self._show_view()
        self._on_chosen(self.reviews.id)

    def _on_chosen(self, id: int | None) -> None:
        here = self.view.key() == REVIEWS and id is not None
        self.workspace.select(End("review", id) if here and id is not None else None)

    def show_record(self, kind: str, id: int) -> None:
        review: int | None = id
        if kind == "review_item":
            item = self.workspace.file.get(ReviewItem, id)
            review = item.review_id if item else None
        elif kind == "progress_note":  # it stands at its initiative
            note = self.workspace.file.get(ProgressNote, id)
            if note is not None:
                self.workspace.go_to("initiative", note.initiative_id)
            return
        self.view.choose(REVIEWS)
        self._show_view()
        if review is not None and review != self.reviews.id:
            self.reviews.choose(review)

    def status(self) -> str:
        count = self.workspace.file.count(Review)
        words = ngettext("{count} review", "{count} reviews", count).format(count=count)
        late = self.progress.overdue_steps
        if not late:
            return words
        more = ngettext("{count} next step overdue", "{count} next steps overdue", late)
        return f"{words} · {more.format(count=late)}"

    def commands(self) -> Sequence[Command]:
        """What the palette offers besides."""
        return (
            Command("clipboard-check", _("New review"), "", self.new_record),
            Command("file-down", _("Save the progress report"), "", self._on_save),
        )

    # -- doing ---------------------------------------------------------------------------

    def new_record(self) -> None:
        """A review of the day from which the plan is looked at, filled in."""
        id = make_review(self.workspace, plan_day(self.workspace.file.session))
        if id is not None:
            self.view.choose(REVIEWS)
            self._show_view()
            self.reviews.choose(id)
            self.reviews.enter()

    def delete_record(self) -> None:
        if self.reviews.id is not None and not self.workspace.read_only:
            delete_record(self.workspace, Review, self.reviews.id)

    def _on_save(self) -> None:
        export(self.window(), self.workspace, progress_report(self.workspace, self.reviews.id))

    def _open_kpi(self, id: int) -> None:
        self.workspace.go_to("kpi", id)

    def _open_initiative(self) -> None:
        index = self.initiatives.currentIndex()
        if index.isValid():
            self.workspace.go_to("initiative", self.initiatives.table.ids[index.row()])

    def _open_step(self) -> None:
        index = self.steps.currentIndex()
        if index.isValid():
            self.show_record("review_item", self.steps.table.ids[index.row()])

    def _open_plan(self) -> None:
        self.workspace.page_requested.emit("plan")
