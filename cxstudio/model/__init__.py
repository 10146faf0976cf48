"""What an engagement is. Importing the package maps every class."""

from cxstudio.model.base import Base, Coded, Ordered, Record, coded_classes, record_classes
from cxstudio.model.chain import Link
from cxstudio.model.engagement import Engagement, WorksheetAnswer
from cxstudio.model.evidence import Attachment, Evidence, EvidenceTheme, Insight, Theme
from cxstudio.model.improvement import (
    Cause,
    ChangedTouchpoint,
    Gap,
    GapDepartment,
    Initiative,
    Involvement,
    LeftProposal,
)
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
from cxstudio.model.portfolio import Criterion, CriterionScore, Effect
from cxstudio.model.progress import Dependency, Milestone, ProgressNote, Review, ReviewItem
from cxstudio.model.report import ReportSection
from cxstudio.model.strategy import Kpi, Objective, Principle, Reading
from cxstudio.model.survey import CommentTheme, Wave
from cxstudio.model.touchpoints import Channel, Touchpoint

__all__ = [
    "Attachment",
    "Base",
    "Card",
    "Cause",
    "ChangedTouchpoint",
    "Channel",
    "Coded",
    "CommentTheme",
    "Connector",
    "Criterion",
    "CriterionScore",
    "Department",
    "Dependency",
    "Effect",
    "Emotion",
    "Engagement",
    "Evidence",
    "EvidenceTheme",
    "Gap",
    "GapDepartment",
    "Guide",
    "Initiative",
    "Insight",
    "Interview",
    "Involvement",
    "Journey",
    "JourneyPersona",
    "Kpi",
    "Lane",
    "LeftProposal",
    "Link",
    "Milestone",
    "Objective",
    "Ordered",
    "Paragraph",
    "ParkedNote",
    "Persona",
    "Principle",
    "ProgressNote",
    "Question",
    "Reading",
    "Record",
    "ReportSection",
    "Review",
    "ReviewItem",
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
