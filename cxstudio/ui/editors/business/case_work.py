"""The case of the file worked out away from the interface: plain figures, no records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.business.parts import Case, Fault
from cxstudio.analysis.business.reading import read_case
from cxstudio.analysis.gaps.severity import Weights
from cxstudio.analysis.plan.candidates import candidates, usual_method, weights_of
from cxstudio.analysis.plan.of_records import plan_fitting, severities
from cxstudio.analysis.plan.weighing import ranks
from cxstudio.i18n import _
from cxstudio.model import (
    Criterion,
    CriterionScore,
    Dependency,
    Effect,
    Gap,
    Initiative,
    Kpi,
)
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

if TYPE_CHECKING:
    from cxstudio.analysis.business.result import Outcome
    from cxstudio.analysis.business.simulation import Alike, Bar, Spread


@dataclass(frozen=True)
class Name:
    """What a record is called: its code and its title, and a KPI's unit."""

    code: str
    title: str
    unit: str = ""

    @property
    def both(self) -> str:
        return f"{self.code} {self.title}"


@dataclass(frozen=True)
class Read:
    """The case as the file has it, with the names of what it speaks of."""

    case: Case | None
    faults: tuple[Fault, ...]
    initiatives: Mapping[int, Name]
    kpis: Mapping[int, Name]
    currency: str


@dataclass(frozen=True)
class Worked:
    """A case with all that is worked out from it."""

    read: Read
    case: Case
    outcome: Outcome
    spread: Spread
    bars: tuple[Bar, ...]
    extremes: tuple[float, float]
    """The net present value with all assumptions at their worse, and all at their better end."""
    alike: Alike


def read(workspace: Workspace, *, fitting: bool = False) -> Read:
    """What is in the file now; `fitting` leaves out what does not fit budget and people."""
    file = workspace.file
    initiatives, kpis = file.all(Initiative), file.all(Kpi)
    chosen = _that_fit(workspace, initiatives) if fitting else None
    case, faults = read_case(file.engagement, initiatives, file.all(Effect), kpis, chosen)
    untitled = _("Untitled")
    return Read(
        case,
        faults,
        {one.id: Name(one.code, one.title or untitled) for one in initiatives},
        {one.id: Name(one.code, one.name or untitled, one.unit) for one in kpis},
        file.engagement.currency,
    )


def _that_fit(workspace: Workspace, initiatives: Sequence[Initiative]) -> frozenset[int]:
    """What fits in the order of the usual ranking, and what is done already."""
    file = workspace.file
    weights = Weights.of(file.engagement)
    severe = severities(initiatives, file.all(Gap), workspace.chain, weights)
    found = candidates(initiatives, severe, file.all(CriterionScore))
    criteria = weights_of(file.all(Criterion))
    method = usual_method(found, criteria)
    places = ranks({one.id: one.score(method, criteria) for one in found})
    fits = plan_fitting(initiatives, places, file.all(Dependency), file.engagement)
    return fits.taken | {one.id for one in initiatives if one.state == "done"}


def work_out(given: Read, case: Case) -> Worked:
    """Likely case, 10,000 draws, and one figure at a time."""
    from cxstudio.analysis.business.result import outcome
    from cxstudio.analysis.business.simulation import alike, extremes, simulated, tornado

    bars, spread = tornado(case), simulated(case)
    return Worked(given, case, outcome(case), spread, bars, extremes(case, bars), alike(case))


class Work(QObject):
    """`done` with a Worked for the last Read that was asked for; one at a time."""

    done = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._tasks = workspace.tasks
        self._tasks.finished.connect(self._on_finished)
        self._asked: Read | None = None
        self._answered: Read | None = None
        self._task: int | None = None

    @property
    def busy(self) -> bool:
        return self._task is not None

    def ask(self, given: Read) -> None:
        """Work this out, unless it is what was answered last."""
        self._asked = given
        if not self.busy and given.case is not None and given != self._answered:
            self._begin(given, given.case)

    def _begin(self, given: Read, case: Case) -> None:
        def work(_progress: Progress) -> Any:
            return work_out(given, case)

        self._task = self._tasks.run(_("Business case"), work, self._take)

    def _on_finished(self, number: int) -> None:
        """Also what was cancelled or failed is over, and may be asked for again."""
        if number == self._task:
            self._task = None

    def _take(self, found: Worked) -> None:
        asked = self._asked
        if asked is None or asked.case is None:
            return
        if asked == found.read:
            self._answered = asked
            self.done.emit(found)
        else:
            self._begin(asked, asked.case)
