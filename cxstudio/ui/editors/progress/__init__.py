"""Progress: the plan's PDCA at a glance, KPIs against plan, and review meetings (G5)."""

from cxstudio.ui.editors.progress.page import ProgressPage

__all__ = ["ProgressPage"]
