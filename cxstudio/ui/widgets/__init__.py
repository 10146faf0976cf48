"""The small parts that all screens are built from; docs/widgets.md lists them."""

from cxstudio.ui.widgets.avatar import Avatar, paint_avatar
from cxstudio.ui.widgets.bars import (
    Bar,
    ProgressRing,
    SegmentedBar,
    SentimentBar,
    paint_parts,
    paint_ring,
)
from cxstudio.ui.widgets.buttons import (
    FoldingButton,
    danger,
    filled,
    icon_button,
    link,
    outline,
    quiet,
)
from cxstudio.ui.widgets.card import Card, Glyph
from cxstudio.ui.widgets.chip import Chip
from cxstudio.ui.widgets.choice import Choice
from cxstudio.ui.widgets.empty_state import EmptyState, TintedIcon
from cxstudio.ui.widgets.flow import FlowLayout
from cxstudio.ui.widgets.heads import ListHead, PageHead, SectionTitle
from cxstudio.ui.widgets.inputs import Day, Decimal, Number
from cxstudio.ui.widgets.interval_line import IntervalLine
from cxstudio.ui.widgets.keycap import KeyCap
from cxstudio.ui.widgets.label import Label
from cxstudio.ui.widgets.mark import EvidenceMark, strength_sentence, strength_words
from cxstudio.ui.widgets.menus import Menu, menu
from cxstudio.ui.widgets.notices import Notice, Toast
from cxstudio.ui.widgets.rail import Rail, RailGroup, RailItem
from cxstudio.ui.widgets.record_rows import RecordDelegate, RecordList, Row, paint_focus, paint_tint
from cxstudio.ui.widgets.scroll_column import ScrollColumn
from cxstudio.ui.widgets.search import SearchField
from cxstudio.ui.widgets.segmented import Segmented
from cxstudio.ui.widgets.slider_between import SliderBetween, SpreadTrack
from cxstudio.ui.widgets.surfaces import Ground, Hairline, Panel, divided, restyle
from cxstudio.ui.widgets.toggle import Toggle
from cxstudio.ui.widgets.whole_words import WholeWords

__all__ = [
    "Avatar",
    "Bar",
    "Card",
    "Chip",
    "Choice",
    "Day",
    "Decimal",
    "EmptyState",
    "EvidenceMark",
    "FlowLayout",
    "FoldingButton",
    "Glyph",
    "Ground",
    "Hairline",
    "IntervalLine",
    "KeyCap",
    "Label",
    "ListHead",
    "Menu",
    "Notice",
    "Number",
    "PageHead",
    "Panel",
    "ProgressRing",
    "Rail",
    "RailGroup",
    "RailItem",
    "RecordDelegate",
    "RecordList",
    "Row",
    "ScrollColumn",
    "SearchField",
    "SectionTitle",
    "Segmented",
    "SegmentedBar",
    "SentimentBar",
    "SliderBetween",
    "SpreadTrack",
    "TintedIcon",
    "Toast",
    "Toggle",
    "WholeWords",
    "danger",
    "divided",
    "filled",
    "icon_button",
    "link",
    "menu",
    "outline",
    "paint_avatar",
    "paint_focus",
    "paint_parts",
    "paint_ring",
    "paint_tint",
    "quiet",
    "restyle",
    "strength_sentence",
    "strength_words",
]
