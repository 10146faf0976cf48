"""The report: choose sections and order, write their words, look at them, check, save."""

from cxstudio.ui.editors.report.page import ReportPage

__all__ = ["ReportPage"]
