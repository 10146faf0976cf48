"""The improvement plan: initiatives on a board, ranked, in time, and one by one (G1)."""

from cxstudio.ui.editors.plan.page import PlanPage

__all__ = ["PlanPage"]
