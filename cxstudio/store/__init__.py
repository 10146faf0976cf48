"""How an engagement is kept: the file, changes and undo, history, search, backup, key.

The names below are loaded when they are first asked for: SQLAlchemy takes
longer to import than a window to appear.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cxstudio.store.changes import Change, ChangeSet, Touched
    from cxstudio.store.engagement_file import EngagementFile
    from cxstudio.store.errors import FileProblem
    from cxstudio.store.opening import open_file
    from cxstudio.store.search import Hit

__all__ = ["Change", "ChangeSet", "EngagementFile", "FileProblem", "Hit", "Touched", "open_file"]

_HOMES = {
    "Change": "changes",
    "ChangeSet": "changes",
    "EngagementFile": "engagement_file",
    "FileProblem": "errors",
    "Hit": "search",
    "Touched": "changes",
    "open_file": "opening",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
