"""One page for a map: the telling lanes, as many as fit, with one mark of evidence a card."""

import pytest

from cxstudio.drawing.journey.essence import essence
from cxstudio.drawing.journey.map import CardData, LaneData, LinkMark, MapData
from cxstudio.drawing.picture import Picture
from cxstudio.report import blocks as b
from cxstudio.report import wide_pages
from cxstudio.report.context import Context
from cxstudio.report.narrative import by_page
from cxstudio.report.sections.journey_lanes import room

LANES = ("actions", "touchpoints", "thoughts", "emotion", "pain_points", "opportunities")


def a_map() -> MapData:
    lanes = tuple(LaneData(kind, kind, kind) for kind in LANES)  # type: ignore[arg-type]
    marks = (LinkMark("gap", "G-01"), LinkMark("evidence", "E-001"), LinkMark("evidence", "E-002"))
    cards = tuple(CardData(kind, 1, kind, kind, marks=marks) for kind in LANES)
    return MapData("J-01", "A day", lanes=lanes, cards=cards)


def test_a_map_that_fits_is_left_whole():
    assert essence(a_map(), lambda _: True) == a_map()


def test_the_least_telling_lanes_go_first_and_the_order_stays():
    shown = essence(a_map(), lambda data: len(data.lanes) <= 3)
    assert [lane.kind for lane in shown.lanes] == ["emotion", "pain_points", "opportunities"]
    assert {mark.code for card in shown.cards for mark in card.marks} == {"G-01", "E-001"}


def test_the_feeling_stays_where_nothing_fits():
    assert [lane.kind for lane in essence(a_map(), lambda _: False).lanes] == ["emotion"]


def test_more_words_below_leave_less_room_for_the_map():
    short = b.Columns(((b.Paragraph("One line."),),), (79.0,))
    long = b.Columns(((b.Paragraph("A line of words. " * 12),),), (79.0,))
    assert room("en", "Message", "", (long,)) < room("en", "Message", "", (short,))


def test_words_behind_a_code_belong_to_its_page():
    common, pages = by_page("For all.\n## [J-02] The day breaks once\nAt lunch.\n## More\nEnd.")
    assert common == "For all.\n## More\nEnd."
    assert pages["J-02"].message == "The day breaks once"
    assert pages["J-02"].lines == ("At lunch.",)


def test_maps_are_drawn_as_wide_as_the_page_and_stand_on_it_at_that_size():
    context = Context(None, paper="Letter")  # type: ignore[arg-type]
    assert wide_pages.width(context) == pytest.approx(235.4)
    assert wide_pages.height(context, 121) == pytest.approx(121 + 172.9 - 167)
    drawn = Picture(b"", b"", "", wide_pages.width(context), 100)
    assert wide_pages.figure_mm(context, drawn) == pytest.approx(wide_pages.DESIGNED_MM)
    assert wide_pages.figure_mm(context, drawn, 1.1) == pytest.approx(wide_pages.DESIGNED_MM / 1.1)
