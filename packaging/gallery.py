"""Draws all widgets in each theme and language, to look at and to compare with the design.

    QT_QPA_PLATFORM=offscreen python packaging/gallery.py OUT_FOLDER [SCALE]

The words are those of the design's pictures; none of them is a figure of a client.
"""

import os
import sys
from pathlib import Path

if len(sys.argv) > 2:
    os.environ["QT_SCALE_FACTOR"] = sys.argv[2]

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from cxstudio import i18n
from cxstudio.drawing import tokens
from cxstudio.ui import theme, widgets
from gallery_parts import columns


class Words:
    """The sample words in one language."""

    def __init__(self, language: str) -> None:
        self._second = language == "ja"

    def __call__(self, english: str, japanese: str) -> str:
        return japanese if self._second else english


def rail(words: Words) -> widgets.Rail:
    """The rail of the first picture."""
    page = widgets.RailItem
    made = widgets.Rail()
    made.set_groups(
        [
            widgets.RailGroup(
                "", None, [page("all", "layout-dashboard", words("Overview", "全体"))]
            ),
            widgets.RailGroup(
                words("Discover", "調べる"),
                0.82,
                [
                    page("org", "building-2", words("Organisation", "組織"), 9),
                    page("people", "users", words("Stakeholders", "関係者"), 21),
                    page("talks", "mic", words("Interviews", "インタビュー"), 14),
                    page("strategy", "compass", words("Strategy", "戦略"), 6),
                ],
            ),
            widgets.RailGroup(
                words("Customers", "顧客"),
                0.71,
                [
                    page(
                        "voice",
                        "message-square-quote",
                        words("Voice of the customer", "顧客の声"),
                        3,
                    ),
                    page("personas", "user-round", words("Personas", "ペルソナ"), 3),
                ],
            ),
            widgets.RailGroup(
                words("Improve", "改善"),
                0.41,
                [
                    page("gaps", "triangle-alert", words("Gaps", "課題"), 23),
                    page("plan", "target", words("Plan", "改善計画"), 12),
                ],
            ),
            widgets.RailGroup(
                words("Deliver", "届ける"),
                0.05,
                [page("report", "file-text", words("Report", "報告書"))],
            ),
        ]
    )
    made.choose("talks")
    return made


def records(words: Words) -> QWidget:
    """The list column with interviews and personas."""
    column = QWidget()
    column.setFixedWidth(theme.px(272))
    stack = QVBoxLayout(column)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(0)
    head = widgets.ListHead(words("Interviews", "インタビュー"))
    head.add_action(widgets.icon_button("list-filter", words("Filter", "絞り込み")))
    head.add_action(widgets.filled(words("New", "追加"), "plus"))
    stack.addWidget(head)
    view = widgets.RecordList(words("Interviews", "インタビュー"))
    view.setModel(_rows(words, view))
    view.setCurrentIndex(view.model().index(1, 0))
    stack.addWidget(view, 1)
    return column


def _rows(words: Words, parent: QWidget) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    talks = [
        (
            words("Bus operator, planning", "バス会社 計画担当"),
            "9 Jun",
            "V-14",
            "S-11",
            (9, 4, 3),
            18,
        ),
        (words("Station desk lead", "駅案内所リーダー"), "8 Jun", "V-13", "S-03", (9, 4, 3), 24),
        (
            words("Restaurant owner, Katsuyama, old town", "勝山の飲食店主"),
            "3 Jun",
            "V-10",
            "S-14",
            (2, 4, 8),
            12,
        ),
    ]
    for title, date, code, second, felt, count in talks:
        item = QStandardItem(title)
        pairs = ((widgets.Row.DATE, date), (widgets.Row.CODE, code), (widgets.Row.SECOND, second))
        for role, value in (*pairs, (widgets.Row.SENTIMENT, felt), (widgets.Row.COUNT, count)):
            item.setData(value, role)
        model.appendRow(item)
    names = ("車なし・夫婦ふたり旅", "恐竜めあての家族旅", "県内から通う日帰り客")
    english = ("Couple without a car", "Family by car", "Day visitor")
    for number in range(3):
        item = QStandardItem(words(english[number], names[number]))
        item.setData(f"P-0{number + 1}", widgets.Row.CODE)
        item.setData(words("NPS 18.8 · evidence 83 %", "NPS 18.8 · 根拠 83 %"), widgets.Row.SECOND)
        item.setData((number, 2 if number < 2 else 1), widgets.Row.AVATAR)
        model.appendRow(item)
    gap = QStandardItem(words("No live seat information", "空席が分からない"))
    gap.setData("G-07", widgets.Row.CODE)
    gap.setData(words("Station desk", "駅案内所"), widgets.Row.SECOND)
    gap.setData("thin", widgets.Row.MARK)
    model.appendRow(gap)
    return model


def gallery(language: str) -> QWidget:
    """One window with everything."""
    words = Words(language)
    window = widgets.Ground("surface")
    window.resize(1600, 1000)
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    folded = rail(words)
    folded.set_folded(True)
    for part in (rail(words), folded, records(words), *columns(words)):
        row.addWidget(part)
        row.addWidget(widgets.Hairline(vertical=True))
    return window


def main(out: Path) -> None:
    """Writes six pictures."""
    app = QApplication([])
    theme.start(app)
    out.mkdir(parents=True, exist_ok=True)
    for language in ("en", "ja"):
        i18n.use(language)
        theme.use_language("ja" if language == "ja" else "en")
        for name in tokens.THEMES:
            theme.use(name)
            window = gallery(language)
            window.show()
            app.processEvents()
            widgets.Toast.show_over(window, "G-12", "Undo", app.processEvents)
            app.processEvents()
            window.grab().save(str(out / f"gallery-{language}-{name}.png"))
            window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
