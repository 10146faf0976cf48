"""The Word writer. Import it when a report is written, not before.

``write(report, destination, template)`` writes the tree of blocks; ``palette(template)`` gives
the colours that charts and pictures should be drawn in.
"""

from cxstudio.report.docx.palette import Palette
from cxstudio.report.docx.template import TemplateError, palette
from cxstudio.report.docx.writer import Progress, write

__all__ = ["Palette", "Progress", "TemplateError", "palette", "write"]
