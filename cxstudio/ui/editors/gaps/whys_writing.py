"""What is done to the tree of causes, each as one change."""

from __future__ import annotations

from cxstudio.analysis.gaps.causes import Why, may_stand_below, parent_of, siblings, whys
from cxstudio.i18n import _
from cxstudio.model import Cause, Gap
from cxstudio.store import Change
from cxstudio.ui.workspace import Workspace


class Causes:
    """The causes of one gap, read afresh at each question."""

    def __init__(self, workspace: Workspace, gap_id: int) -> None:
        self.workspace, self.gap_id = workspace, gap_id

    @property
    def tree(self) -> tuple[Why, ...]:
        found = self.workspace.file.all(Cause, Cause.gap_id == self.gap_id)
        return whys(found, self.gap_id)

    def add(self, text: str, parent: int | None, after: int | None, bone: str = "") -> int:
        """A new cause below `parent`, right after another one or at the end."""
        ids = siblings(self.tree, parent)
        place = ids.index(after) + 1 if after in ids else len(ids)
        with self.workspace.change(_("Add a cause")) as change:
            made = change.add(Cause(gap_id=self.gap_id, parent_id=parent, text=text, bone=bone))
            change.flush()
            _arrange(change, [*ids[:place], made.id, *ids[place:]])
            return made.id

    def write(self, id: int, text: str) -> None:
        """Other words for a cause."""
        with self.workspace.change(_("Edit a cause")) as change:
            change.get(Cause, id).text = text

    def move(self, id: int, parent: int | None, place: int) -> bool:
        """Put a cause at a place below another; says whether it may stand there."""
        tree = self.tree
        if not may_stand_below(tree, id, parent):
            return False
        ids = [one for one in siblings(tree, parent) if one != id]
        place = min(max(place, 0), len(ids))
        with self.workspace.change(_("Move a cause")) as change:
            change.get(Cause, id).parent_id = parent
            _arrange(change, [*ids[:place], id, *ids[place:]])
        return True

    def deeper(self, id: int) -> bool:
        """Below the cause that stands right above it at the same level."""
        tree = self.tree
        ids = siblings(tree, parent_of(tree, id))
        at = ids.index(id)
        return at > 0 and self.move(id, ids[at - 1], len(siblings(tree, ids[at - 1])))

    def out(self, id: int) -> bool:
        """Right after the cause that it stood below."""
        tree = self.tree
        parent = parent_of(tree, id)
        if parent is None:
            return False
        above = parent_of(tree, parent)
        return self.move(id, above, siblings(tree, above).index(parent) + 1)

    def step(self, id: int, step: int) -> bool:
        """One place up or down among those of its level."""
        tree = self.tree
        parent = parent_of(tree, id)
        at = siblings(tree, parent).index(id) + step
        return 0 <= at < len(siblings(tree, parent)) and self.move(id, parent, at)

    def delete(self, id: int) -> None:
        """Take a cause away with all that is below it."""
        below = next(w for first in self.tree for w in first.walk() if w.id == id).walk()
        with self.workspace.change(_("Delete a cause")) as change:
            for one in reversed([why.id for why in below]):  # the deepest first
                change.delete(change.get(Cause, one))
                change.flush()

    def put_on(self, id: int, bone: str) -> None:
        """Put a first why on a bone of the fishbone."""
        with self.workspace.change(_("Move to another bone")) as change:
            change.get(Cause, id).bone = bone

    def sum_up(self) -> None:
        """Write the roots into the gap's cause in words."""
        ends = [why for first in self.tree for why in first.walk() if not why.below and why.text]
        with self.workspace.change(_("Sum up the causes")) as change:
            change.get(Gap, self.gap_id).cause = "\n".join(why.text for why in ends)


def _arrange(change: Change, ids: list[int]) -> None:
    for place, id in enumerate(ids):
        cause = change.get(Cause, id)
        if cause.position != place:
            cause.position = place
