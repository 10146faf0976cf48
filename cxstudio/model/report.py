"""The report's sections: what goes in, in which order, with which words (I1)."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from cxstudio.model.base import Ordered, Record


class ReportSection(Ordered, Record):
    """One section of the deliverable; `key` names its builder.

    `message` is the heading that states the finding, `lead` the sentence under
    it, `narrative` the consultant's words, a paragraph a line; marks such as
    [E-012] and [assumption] in them become evidence marks. Empty texts leave
    the computed suggestion.
    """

    __tablename__ = "report_section"
    searched = ("message", "lead", "narrative")

    key: Mapped[str] = mapped_column(default="")
    included: Mapped[bool] = mapped_column(default=True)
    message: Mapped[str] = mapped_column(default="")
    lead: Mapped[str] = mapped_column(default="")
    narrative: Mapped[str] = mapped_column(default="")
