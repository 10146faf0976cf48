"""The user's own templates: one JSON file each, offered wherever a new journey begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from platformdirs import user_data_path

from cxstudio.i18n import _
from cxstudio.model import Journey
from cxstudio.model.own_templates import OwnTemplate, packed, unpacked
from cxstudio.store import durable
from cxstudio.ui.workspace import Workspace


def folder() -> Path:
    """Where the templates of this user are kept."""
    return user_data_path("CX Studio", appauthor=False) / "templates"


def own_templates() -> list[tuple[Path, OwnTemplate]]:
    """All that can be read, by title; a file that is no template is passed over."""
    return sorted(_readable(), key=lambda found: found[1].title.casefold())


def _readable() -> Iterator[tuple[Path, OwnTemplate]]:
    for path in folder().glob("*.json"):
        try:
            yield path, unpacked(path.read_text("utf-8"))
        except (OSError, ValueError):
            continue  # put there by somebody else; it is left as it is


def save(workspace: Workspace, journey_id: int, title: str) -> None:
    """Keep the frame of a map as a template; one with the same title is replaced."""
    template = _frame(workspace, journey_id, title)
    path = next((p for p, t in own_templates() if t.title == title), None) or _free(title)
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(packed(template), "utf-8")
        durable.replace(part, path)
    except OSError as error:
        reason = error.strerror or str(error)
        workspace.say(_("The template was not saved: {reason}.").format(reason=reason))
        return
    workspace.say(_("Saved as the template “{name}”.").format(name=title))


def delete(workspace: Workspace, path: Path) -> None:
    """Remove a template; maps that were made from it stay."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        workspace.say(_("The template was not deleted: {reason}.").format(reason=reason))
        return
    workspace.say(_("Deleted the template."))


def _frame(workspace: Workspace, journey_id: int, title: str) -> OwnTemplate:
    journey = workspace.file.one(Journey, journey_id)
    stages = tuple((s.name, tuple(step.name for step in s.steps)) for s in journey.stages)
    lanes = tuple((lane.lane_kind, lane.name) for lane in journey.lanes)
    return OwnTemplate(title, journey.description, stages, lanes)


def _free(title: str) -> Path:
    """A name for the file that nothing has yet."""
    stem = re.sub(r"[^\w-]+", "-", title).strip("-")[:60] or "template"
    names = [stem, *(f"{stem}-{n}" for n in range(2, 1000))]
    return next(path for name in names if not (path := folder() / f"{name}.json").exists())
