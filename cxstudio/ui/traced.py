"""From any record to its chain on the traceability page."""

from __future__ import annotations

from cxstudio.model.chain import ORDER, End
from cxstudio.ui.workspace import Workspace

TRACED = frozenset((*ORDER, "persona", "touchpoint", "worksheet_answer"))
"""The kinds of records that the page can show."""


def show_in_traceability(workspace: Workspace, end: End) -> None:
    """Show the chain of a record as a graph."""
    workspace.show_on("trace", end.kind, end.id)
