"""What an engagement is. Importing the package maps every class."""

from cxstudio.model.base import Base, Coded, Ordered, Record, coded_classes, record_classes
from cxstudio.model.chain import Link
from cxstudio.model.engagement import Engagement, WorksheetAnswer
from cxstudio.model.evidence import Attachment, Evidence, EvidenceTheme, Insight, Theme
from cxstudio.model.improvement import Gap, Initiative
from cxstudio.model.interviews import Guide, Interview, Paragraph, Question
from cxstudio.model.journeys import (
    Card,
    Connector,
    Emotion,
    Journey,
    JourneyPersona,
    Lane,
    ParkedNote,
    SavedView,
    Stage,
    Step,
    Workshop,
)
from cxstudio.model.organisation import Department, Stakeholder
from cxstudio.model.personas import Persona, Slider, Trait
from cxstudio.model.report import ReportSection
from cxstudio.model.strategy import Kpi, Objective, Principle, Reading
from cxstudio.model.survey import CommentTheme, Wave
from cxstudio.model.touchpoints import Channel, Touchpoint

__all__ = [
    "Attachment",
    "Base",
    "Card",
    "Channel",
    "Coded",
    "CommentTheme",
    "Connector",
    "Department",
    "Emotion",
    "Engagement",
    "Evidence",
    "EvidenceTheme",
    "Gap",
    "Guide",
    "Initiative",
    "Insight",
    "Interview",
    "Journey",
    "JourneyPersona",
    "Kpi",
    "Lane",
    "Link",
    "Objective",
    "Ordered",
    "Paragraph",
    "ParkedNote",
    "Persona",
    "Principle",
    "Question",
    "Reading",
    "Record",
    "ReportSection",
    "SavedView",
    "Slider",
    "Stage",
    "Stakeholder",
    "Step",
    "Theme",
    "Touchpoint",
    "Trait",
    "Wave",
    "WorksheetAnswer",
    "Workshop",
    "coded_classes",
    "record_classes",
]
