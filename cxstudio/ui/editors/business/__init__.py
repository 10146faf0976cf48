"""The business case: what the plan brings and costs, how sure that is, and on what it rests."""

from cxstudio.ui.editors.business.page import BusinessPage

__all__ = ["BusinessPage"]
