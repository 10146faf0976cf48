"""The strategy questions as a worksheet: answers, and the records that answer them (A4)."""

from cxstudio.ui.editors.worksheet.page import WorksheetPage

__all__ = ["WorksheetPage"]
