"""The Word writer. Import it when a report is written, not before.

``write(report, destination, template)`` writes the tree of blocks; ``palette(template)`` gives
the colours that charts and pictures should be drawn in, ``text_area(template)`` the room for text
on its pages, ``fits(blocks, language, sheet)`` whether they stand on one with a message,
``notes(template)`` what the user should know of a template before.
"""

from cxstudio.report.docx.paging import fits
from cxstudio.report.docx.palette import Palette
from cxstudio.report.docx.template import TemplateError, notes, palette, sheet_of, text_area
from cxstudio.report.docx.writer import write

__all__ = ["Palette", "TemplateError", "fits", "notes", "palette", "sheet_of", "text_area", "write"]
