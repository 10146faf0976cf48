"""What an engagement is. Importing the package maps every class."""

from cxstudio.model.base import Base, Coded, Ordered, Record, coded_classes, record_classes
from cxstudio.model.chain import Link
from cxstudio.model.engagement import Engagement, WorksheetAnswer
from cxstudio.model.evidence import Attachment, Evidence, EvidenceTheme, Insight, Theme, Wave
from cxstudio.model.improvement import Gap, Initiative
from cxstudio.model.interviews import Guide, Interview, Paragraph, Question
from cxstudio.model.journeys import Card, Emotion, Journey, JourneyPersona, Lane, Stage, Step
from cxstudio.model.organisation import Department, Stakeholder
from cxstudio.model.personas import Persona, Slider, Trait
from cxstudio.model.report import ReportSection
from cxstudio.model.strategy import Kpi, Objective, Principle, Reading
from cxstudio.model.touchpoints import Channel, Touchpoint

__all__ = [
    "Attachment",
    "Base",
    "Card",
    "Channel",
    "Coded",
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
    "Persona",
    "Principle",
    "Question",
    "Reading",
    "Record",
    "ReportSection",
    "Slider",
    "Stage",
    "Stakeholder",
    "Step",
    "Theme",
    "Touchpoint",
    "Trait",
    "Wave",
    "WorksheetAnswer",
    "coded_classes",
    "record_classes",
]
