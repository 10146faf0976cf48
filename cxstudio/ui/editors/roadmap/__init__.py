"""The roadmap: the plan in time, drawn and edited by dragging, with its dates as a table (G4)."""

from cxstudio.ui.editors.roadmap.page import RoadmapPage

__all__ = ["RoadmapPage"]
