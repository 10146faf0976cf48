"""The traceability view: the chain from evidence to the report as a graph that is walked."""

from cxstudio.ui.editors.trace.page import TracePage

__all__ = ["TracePage"]
