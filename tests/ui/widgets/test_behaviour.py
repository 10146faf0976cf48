"""What the widgets do under mouse and keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from cxstudio.drawing import tokens
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.first_frame import empty_groups


@pytest.fixture(autouse=True)
def look(themed):
    yield
    theme.use("light")


def shown(qtbot, widget, width=0, height=0):
    qtbot.addWidget(widget)
    if width:
        widget.resize(width, height)
    widget.show()
    return widget


def test_segmented_tells_the_user_s_choice_only(qtbot):
    control = shown(qtbot, widgets.Segmented([("a", "Notes"), ("b", "Excerpts"), ("c", "Details")]))
    assert control.key() == "a"
    with qtbot.assertNotEmitted(control.chosen):
        control.choose("c")
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.keyClick(control, Qt.Key.Key_Right)
    assert chosen.args == ["a"]
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.keyClick(control, Qt.Key.Key_Left)
    assert chosen.args == ["c"]


def test_segmented_keeps_the_choice_when_the_options_change(qtbot):
    control = shown(qtbot, widgets.Segmented([("a", "Notes"), ("b", "Excerpts")]))
    control.choose("b")
    control.set_options([("b", "Excerpts 3"), ("c", "Details")])
    assert control.key() == "b"
    control.set_options([("c", "Details")])
    assert control.key() == "c"


def test_chip_is_removed_by_its_cross_and_by_delete(qtbot):
    chip = shown(qtbot, widgets.Chip("Theme", removable=True))
    cross = QPoint(chip.width() - 10, chip.height() // 2)
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    with qtbot.assertNotEmitted(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(4, 8))


def test_slider_moves_by_keys_and_by_drag_and_stays_in_bounds(qtbot):
    slider = shown(qtbot, widgets.SliderBetween("Price", "Experience"), 400, 24)
    assert slider.value() is None
    with qtbot.waitSignal(slider.settled) as settled:
        qtbot.keyClick(slider.track, Qt.Key.Key_Right)
    assert settled.args == [51]
    slider.set_value(99)
    qtbot.keyClick(slider.track, Qt.Key.Key_PageUp)
    assert slider.value() == 100
    track = slider.track
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width() // 2, 10))
    assert slider.value() == pytest.approx(50, abs=1)
    with qtbot.waitSignal(slider.settled):
        qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(0, 10))


def test_every_page_is_in_the_rail_of_a_window_720_px_high(qtbot):
    rail = widgets.Rail()
    rail.set_groups(empty_groups())
    shown(qtbot, rail, 224, 642)  # what the bars leave of 720
    last = rail.model().index(rail.model().rowCount() - 1, 0)
    for folded in (False, True):
        rail.set_folded(folded)
        qtbot.waitUntil(lambda: rail.visualRect(last).isValid())
        assert rail.verticalScrollBar().maximum() == 0
        assert rail.viewport().rect().contains(rail.visualRect(last))
        assert rail.item_height >= 24
    rail.resize(rail.width(), 900)
    assert (rail.item_height, rail.head_height) == (32, 21)


def test_rail_walks_with_the_arrow_keys_past_the_groups(qtbot):
    rail = widgets.Rail()
    item = widgets.RailItem
    groups = [
        widgets.RailGroup("", None, [item("all", "layout-dashboard", "Overview")]),
        widgets.RailGroup("Discover", 0.8, [item("org", "building-2", "Organisation", 9)]),
    ]
    rail.set_groups(groups)
    rail.choose("all")
    shown(qtbot, rail, 224, 400)
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.keyClick(rail, Qt.Key.Key_Down)
    assert chosen.args == ["org"]
    with qtbot.assertNotEmitted(rail.chosen):
        rail.set_groups(groups)
    assert rail.key() == "org"
    rail.set_folded(True)
    assert rail.width() == 56


def test_label_wraps_grows_and_is_cut_in_one_line(qtbot):
    words = "We only learn of it when the same people come back to the desk."
    wrapped = shown(qtbot, widgets.Label(words, wrap=True))
    assert wrapped.heightForWidth(120) >= 3 * theme.line_height("body")
    assert wrapped.heightForWidth(2000) == theme.line_height("body")
    japanese = shown(
        qtbot, widgets.Label("窓口では、同じお客さまが戻って来て初めて分かります。", wrap=True)
    )
    assert japanese.heightForWidth(100) >= 3 * theme.line_height("body")
    single = shown(qtbot, widgets.Label(words), 80, 20)
    single._tip_when_cut()
    assert single.toolTip() == words
    single.resize(900, 20)
    single._tip_when_cut()
    assert not single.toolTip()


def test_flow_breaks_where_the_width_ends(qtbot):
    holder = QWidget()
    flow = widgets.FlowLayout(8, holder)
    for number in range(6):
        flow.addWidget(widgets.Chip(f"Theme number {number}"))
    shown(qtbot, holder, 260, 200)
    tops = {flow.itemAt(number).geometry().top() for number in range(6)}
    assert len(tops) == 3
    assert flow.heightForWidth(4000) == 20
    flow.clear()
    assert flow.count() == 0


def test_card_is_pressed_with_mouse_and_enter(qtbot):
    card = shown(qtbot, widgets.Card("N-12", "Words", "Foot"))
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_a_card_of_a_book_is_no_higher_than_a_page(qtbot):
    card = widgets.Card("G-01", "word " * 40_000)
    qtbot.addWidget(card)
    words = card.findChildren(widgets.Label)[-1].text()
    assert len(words) < 1_300 and words.endswith("…")


def test_toast_undoes_once_and_goes(qtbot):
    window = shown(qtbot, QWidget(), 600, 400)
    undone = []
    widgets.Toast.show_over(window, "First", "Undo", lambda: undone.append("first"))
    toast = widgets.Toast.show_over(
        window, "G-12 was deleted.", "Undo", lambda: undone.append("second")
    )
    assert window.findChildren(widgets.Toast) == [toast]
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert undone == ["second"]
    assert not window.findChildren(widgets.Toast)


def test_notice_is_put_away(qtbot):
    notice = shown(qtbot, widgets.Notice("warning", "One source."))
    with qtbot.waitSignal(notice.closed):
        notice._close()
    assert not notice.isVisible()


def test_search_clears_with_escape(qtbot):
    field = shown(qtbot, widgets.SearchField("Search", "Ctrl K"), 240, 32)
    qtbot.keyClicks(field, "bus")
    field.set_count("37 found")
    assert field._count.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert not field._count.isVisible()


def test_a_row_is_higher_with_a_portrait_and_shows_what_it_has(qtbot):
    view = widgets.RecordList("Personas")
    model = QStandardItemModel(view)
    plain, portrait = QStandardItem("Bus operator"), QStandardItem("Couple")
    plain.setData((9, 4, 3), widgets.Row.SENTIMENT)
    plain.setData("thin", widgets.Row.MARK)
    portrait.setData((0, 2), widgets.Row.AVATAR)
    model.appendRow(plain)
    model.appendRow(portrait)
    view.setModel(model)
    shown(qtbot, view, 272, 200)
    assert view.sizeHintForRow(1) > view.sizeHintForRow(0)
    picture = view.grab().toImage()
    orange = tokens.chart("light")[1]
    seen = {picture.pixelColor(x, y).name().upper() for x in range(0, 272, 2) for y in range(80)}
    assert orange in seen
    assert tokens.strength("thin") in seen


def test_marks_fill_up_with_sources(qtbot):
    ink = []
    for strength in ("none", "thin", "fair", "strong"):
        mark = shown(qtbot, widgets.EvidenceMark(strength, 48))
        picture = mark.grab().toImage()
        colour = tokens.strength(strength)
        ink.append(
            sum(
                picture.pixelColor(x, y).name().upper() == colour
                for x in range(48)
                for y in range(48)
            )
        )
    assert ink == sorted(ink)
    assert len(set(ink)) == 4


def test_a_narrow_head_moves_chips_and_folds_choices_before_its_title_is_cut(qtbot):
    head = widgets.PageHead("Director, tourism promotion", "S-01")
    head.add_chip(chip := widgets.Chip("pseudonym S-01"))
    options = [("form", "Details"), ("grid", "Grid")]
    head.add_action(view := widgets.Segmented(options, "View", icons=("list", "chart-scatter")))
    shown(qtbot, head, 900)
    title = next(label for label in head.findChildren(widgets.Label) if "Dir" in label.text())
    wide = (head.height(), chip.y(), view.width())
    for width, moved, folded in ((900, False, False), (520, True, False), (460, True, True)):
        head.resize(width, head.height())
        qtbot.waitUntil(lambda w=width: head.width() == w)
        qtbot.waitUntil(lambda m=moved: (chip.y() > wide[1]) == m)
        qtbot.waitUntil(lambda f=folded: (view.width() < wide[2]) == f)
        qtbot.waitUntil(lambda: title.width() >= title.sizeHint().width())
    head.resize(900, head.height())
    qtbot.waitUntil(lambda: (head.height(), chip.y(), view.width()) == wide)
