"""The overview: the method's steps, the next sensible thing, key figures and the chain."""

from cxstudio.ui.editors.overview.page import OverviewPage

__all__ = ["OverviewPage"]
