"""The user's own templates: one JSON file each, offered wherever a new journey begins."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

from platformdirs import user_data_path

from cxstudio.i18n import _
from cxstudio.model import Journey
from cxstudio.model.own_templates import OwnTemplate, packed, unpacked
from cxstudio.store import durable
from cxstudio.ui.workspace import Workspace

BIN, MOST_KEPT = "bin", 50


def folder() -> Path:
    """Where the templates of this user are kept."""
    return user_data_path("CX Studio", appauthor=False) / "templates"


def own_templates() -> list[tuple[Path, OwnTemplate]]:
    """All that can be read, by title; a file that is no template is passed over."""
    return sorted(_readable(folder()), key=lambda found: found[1].title.casefold())


def _readable(place: Path) -> Iterator[tuple[Path, OwnTemplate]]:
    for path in place.glob("*.json"):
        try:
            yield path, unpacked(path.read_text("utf-8"))
        except (OSError, ValueError):
            continue  # put there by somebody else; it is left as it is


def save(workspace: Workspace, journey_id: int, title: str) -> None:
    """Keep the frame of a map as a template; one with the same title goes into the bin."""
    template = _frame(workspace, journey_id, title)
    path = next((p for p, t in own_templates() if t.title == title), None) or _free(title)
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(packed(template), "utf-8")
        if path.exists():
            _put_away(path)
        durable.replace(part, path)
    except OSError as error:
        reason = error.strerror or str(error)
        workspace.say(_("The template was not saved: {reason}.").format(reason=reason))
        return
    workspace.say(_("Saved as the template “{name}”.").format(name=title))


def delete(workspace: Workspace, path: Path) -> Path | None:
    """Put a template into the bin and give its place there; maps made from it stay.

    None when that failed, which is said.
    """
    try:
        return _put_away(path)
    except OSError as error:
        reason = error.strerror or str(error)
        workspace.say(_("The template was not deleted: {reason}.").format(reason=reason))
        return None


def deleted_templates() -> list[tuple[Path, OwnTemplate]]:
    """What is in the bin, the last deleted first."""
    found = list(_readable(folder() / BIN))
    return sorted(found, key=lambda one: one[0].stat().st_mtime_ns, reverse=True)


def restore(workspace: Workspace, path: Path) -> None:
    """Take a template out of the bin again."""
    try:
        template = unpacked(path.read_text("utf-8"))
        durable.replace(path, _free(template.title))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or str(error)
        workspace.say(_("The template was not restored: {reason}.").format(reason=reason))
        return
    workspace.say(_("The template “{name}” is back.").format(name=template.title))


def _put_away(path: Path) -> Path:
    """Move a file into the bin, which keeps the last fifty."""
    place = folder() / BIN
    place.mkdir(parents=True, exist_ok=True)
    kept = place / f"{time.time_ns()}-{path.name}"
    durable.replace(path, kept)
    kept.touch()
    for old in sorted(place.glob("*.json"), key=lambda file: file.name)[:-MOST_KEPT]:
        old.unlink(missing_ok=True)
    return kept


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
