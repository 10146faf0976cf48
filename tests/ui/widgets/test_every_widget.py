"""Each widget opens in three themes and two languages, without a warning, named and reachable."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from cxstudio import i18n
from cxstudio.drawing import tokens
from cxstudio.ui import theme, widgets

Make = Callable[[], QWidget]


def rail() -> widgets.Rail:
    made = widgets.Rail()
    items = [
        widgets.RailItem("gaps", "triangle-alert", "Gaps", 23),
        widgets.RailItem("plan", "target", "Plan"),
    ]
    made.set_groups([widgets.RailGroup("Improve", 0.41, items)])
    return made


def notice() -> widgets.Notice:
    made = widgets.Notice("error", "The file cannot be written.")
    made.add_button("Try again")
    return made


def interval() -> widgets.IntervalLine:
    made = widgets.IntervalLine(16.5, 20.3, 24.2, -10, 40)
    made.set_values(16.5, -20.3, 24.2, [(1.8, "May 22")], (20.0, "all"))
    return made


def slider(assumed: bool) -> widgets.SliderBetween:
    made = widgets.SliderBetween("Price", "Experience")
    made.set_value(40)
    made.set_spread((20, 60))
    made.set_assumed(assumed)
    made.set_mark("thin")
    return made


def pictured() -> widgets.Avatar:
    made = widgets.Avatar(1)
    picture = QPixmap(60, 40)
    picture.fill(Qt.GlobalColor.red)
    made.set_picture(picture)
    return made


NAMED: dict[str, Make] = {
    "filled": lambda: widgets.filled("New", "plus"),
    "outline": lambda: widgets.outline("Open", small=True),
    "quiet": lambda: widgets.quiet("Not now"),
    "danger": lambda: widgets.danger("Delete", "trash-2"),
    "link": lambda: widgets.link("Add source", "link"),
    "icon button": lambda: widgets.icon_button("plus", "Add"),
    "toggle": lambda: widgets.Toggle("Include"),
    "bare toggle": lambda: widgets.Toggle(name="Include"),
    "removable chip": lambda: widgets.Chip("Theme", "accent", removable=True, icon="plus"),
    "clickable chip": lambda: widgets.Chip("Theme", clickable=True, mark="fair"),
    "card": lambda: widgets.Card("N-12", "Words", "Foot", mark="thin", draggable=("x/y", b"1")),
    "search": lambda: widgets.SearchField("Search", "Ctrl K"),
    "rail": rail,
    "list": lambda: widgets.RecordList("Gaps"),
}
UNREACHED: dict[str, Make] = {
    "label": lambda: widgets.Label("Words", "title"),
    "wrapped label": lambda: widgets.Label("Words\nand more words", "reading", "text_2", wrap=True),
    "chip": lambda: widgets.Chip("negative", "negative", icon="minus"),
    "mark": lambda: widgets.EvidenceMark("none"),
    "panel": lambda: widgets.Panel("accent"),
    "ground": lambda: widgets.Ground("sunken"),
    "line": lambda: widgets.Hairline(vertical=True),
    "page head": lambda: widgets.PageHead("Lead", "V-13", "8 June"),
    "list head": lambda: widgets.ListHead("Interviews"),
    "section": lambda: widgets.SectionTitle("Goals", "hint"),
    "empty": lambda: widgets.EmptyState("mic", "Talks belong here.", "Why.", "Add", "Sample"),
    "ring": lambda: widgets.ProgressRing(0.4),
    "bar": lambda: widgets.Bar(None),
    "full bar": lambda: widgets.Bar(1.2, "negative"),
    "parts": lambda: widgets.SegmentedBar([(3, "#A03C10", "severe"), (0, "#DD8450", "high")]),
    "sentiment": lambda: widgets.SentimentBar(0, 0, 0),
    "slider": lambda: slider(False),
    "assumed": lambda: slider(True),
    "interval": interval,
    "avatar": lambda: widgets.Avatar(2, people=2),
    "picture": pictured,
    "notice": notice,
    "segmented": lambda: widgets.Segmented([("en", "EN"), ("ja", "日本語")], "Language"),
    "column": widgets.ScrollColumn,
    "key": lambda: widgets.KeyCap("Ctrl K"),
    "choice": widgets.Choice,
    "number": widgets.Number,
    "decimal": widgets.Decimal,
    "day": widgets.Day,
    "glyph": lambda: widgets.Glyph("mic", beside="body"),
    "menu": widgets.menu,
}
EVERY = NAMED | UNREACHED


@pytest.fixture(autouse=True)
def look(themed):
    yield
    i18n.use("en")
    theme.use("light")
    theme.use_language("en")
    theme.use_zoom(1.0)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("kind", EVERY)
def test_opens_in_all_themes_and_languages(kind, language, qtbot):
    i18n.use(language)
    theme.use_language(language)
    widget = EVERY[kind]()
    qtbot.addWidget(widget)
    pictures = []
    for name in tokens.THEMES:
        theme.use(name)
        widget.resize(widget.sizeHint().expandedTo(widget.minimumSize()).expandedTo(QSize(8, 8)))
        pictures.append(widget.grab().toImage())
    assert all(not picture.isNull() for picture in pictures)
    if kind not in ("panel", "column", "parts", "full bar", "picture"):
        assert pictures[0] != pictures[1]


@pytest.mark.parametrize("kind", NAMED)
def test_has_a_name_and_is_reached_with_tab(kind, qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    widget = NAMED[kind]()
    for part in (widgets.filled("before"), widget, widgets.filled("after")):
        column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before = column.itemAt(0).widget()
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is widget
    assert widget.accessibleName()


@pytest.mark.parametrize("kind", ["filled", "label", "chip", "toggle", "rail", "page head"])
def test_grows_with_the_zoom(kind, qtbot):
    def size() -> QSize:
        made = EVERY[kind]()
        qtbot.addWidget(made)
        made.ensurePolished()
        return made.sizeHint().expandedTo(made.minimumSize())

    before = size()
    theme.use_zoom(1.5)
    after = size()
    assert after.height() > before.height() or after.width() > before.width()
