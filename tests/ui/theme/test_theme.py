"""The theme switches at once, and what it names is there."""

import ast
import runpy
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget

from cxstudio import resources
from cxstudio.drawing import tokens
from cxstudio.ui import theme
from cxstudio.ui.theme.focus import FocusRing
from cxstudio.ui.theme.sheet import sheet

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def look(themed):
    yield
    theme.use("light")
    theme.use_language("en")
    theme.use_zoom(1.0)


def colours_in(image: QImage) -> set[str]:
    size = range(image.width()), range(image.height())
    return {image.pixelColor(x, y).name().upper() for x in size[0] for y in size[1]}


def test_switching_tells_once_and_changes_palette_and_sheet(qapp, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.use("dark")
    assert theme.colour("accent").name().upper() == tokens.colour("accent", "dark")
    assert qapp.palette().window().color() == theme.colour("surface")
    assert tokens.colour("accent", "dark") in qapp.styleSheet()
    with qtbot.assertNotEmitted(theme.changed):
        theme.use("dark")


def test_an_unknown_theme_is_refused():
    with pytest.raises(ValueError, match="no theme"):
        theme.use("sepia")


@pytest.mark.parametrize("name", tokens.THEMES)
def test_the_sheet_is_filled_in_and_its_images_are_there(name):
    theme.use(name)
    text = sheet()
    assert "$" not in text
    named = {part.split(")")[0] for part in text.split("url(")[1:]}
    assert named
    assert all(Path(image).is_file() for image in named)


@pytest.mark.parametrize("name", tokens.THEMES)
def test_the_sheet_images_have_the_colours_of_the_tokens(name):
    made = runpy.run_path(str(ROOT / "packaging" / "theme_images.py"))
    for image in made["IMAGES"]:
        kept = resources.path("themes", name, f"{image}.svg").read_text(encoding="utf-8")
        assert kept == made["image"](image, name)


@pytest.mark.parametrize("role", ["figure", "title", "section", "reading", "body", "small"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_fonts_follow_language_and_zoom(role, language):
    theme.use_language(language)
    theme.use_zoom(1.5)
    style = tokens.type_style(role, language)
    font = theme.font(role)
    assert QFontInfo(font).family() == "Inter"
    assert font.pixelSize() == round(style.size * 1.5)
    assert font.weight() == style.weight
    assert theme.line_height(role) == round(style.line * 1.5)


def test_figures_are_as_wide_as_each_other():
    from PySide6.QtGui import QFontMetricsF

    metrics = QFontMetricsF(theme.font("body"))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")


def test_japanese_is_drawn_with_the_font_brought_along():
    from PySide6.QtGui import QTextLayout

    layout = QTextLayout("来訪者の体験", theme.font("label"))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    used = {run.rawFont().familyName() for run in layout.glyphRuns()}
    assert used == {"CX Noto Sans JP"}


@pytest.mark.parametrize("file", [file.name for file in resources.path("fonts").glob("*.otf")])
def test_each_font_is_small_and_has_its_licence(file):
    assert resources.path("fonts", file).stat().st_size < 5_000_000
    family = "NotoSansCJK" if file.startswith("Noto") else "Inter"
    licence = resources.path("fonts", f"{family}-OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_icons_are_drawn_for_the_pixel_ratio(ratio):
    pixmap = theme.icon("plus", "accent").pixmap(QSize(16, 16), ratio)
    assert pixmap.width() == 16 * ratio
    assert pixmap.devicePixelRatio() == ratio
    image = pixmap.toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert image.pixelColor(0, 0).alpha() == 0
    assert middle.green() - middle.red() > 60


def test_an_icon_held_by_a_button_follows_the_theme(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(theme.icon("square", "accent"))
    for name in tokens.THEMES:
        theme.use(name)
        shown = button.icon().pixmap(QSize(48, 48)).toImage()
        assert tokens.colour("accent", name) in colours_in(shown)


def test_an_unknown_icon_is_refused():
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def named_icons() -> list[tuple[str, str]]:
    """First plain string of each call that makes an icon, in all of the user interface."""
    found = []
    for source in sorted((ROOT / "cxstudio" / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node) in (
                "icon",
                "pixmap",
                "icon_button",
                "Glyph",
                "TintedIcon",
                "EmptyState",
            ):
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.append((source.name, first.value))
    return found


def called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_icon_named_in_the_code_is_there():
    missing = [
        pair for pair in named_icons() if not resources.path("icons", f"{pair[1]}.svg").is_file()
    ]
    assert not missing


def test_the_ring_comes_with_tab_and_goes_with_a_click(qtbot):
    window = QWidget()
    row = QHBoxLayout(window)
    first, second = QLineEdit(), QPushButton("Go")
    row.addWidget(first)
    row.addWidget(second)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    ring = window.findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring.isVisible()


def test_the_ring_survives_the_end_of_its_control_and_window(qtbot):
    for _round in range(2):
        window = QWidget()
        row = QHBoxLayout(window)
        first, second = QPushButton("A"), QPushButton("B")
        row.addWidget(first)
        row.addWidget(second)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused in (first, second)
        focused.deleteLater()
        qtbot.wait(10)
        qtbot.keyClick(window, Qt.Key.Key_Tab)
        window.close()
        window.deleteLater()
        qtbot.wait(10)
