"""The columns of the gallery: the page with its controls, and the evidence side."""

from collections.abc import Callable

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSlider,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cxstudio.drawing import tokens
from cxstudio.ui import theme, widgets

Words = Callable[[str, str], str]


def columns(words: Words) -> list[QWidget]:
    """The page and the evidence side."""
    return [page(words), evidence(words)]


def across(*parts: QWidget, gap: int = 8) -> QLayout:
    """Parts side by side, in as many rows as they need."""
    row = widgets.FlowLayout(gap)
    for part in parts:
        row.addWidget(part)
    return row


def page(words: Words) -> QWidget:
    """Head, notice, controls, sliders, figures, an empty state."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head(words))
    notice = widgets.Notice(
        "warning", words("G-07 rests on one source.", "G-07の根拠は1件だけです。")
    )
    notice.add_button(words("Find sources", "根拠を探す"))
    column.addWidget(notice)
    scroll = widgets.ScrollColumn(None)
    scroll.body.addLayout(pressed(words))
    grid = QGridLayout()
    grid.setSpacing(16)
    grid.addWidget(form(words), 0, 0)
    grid.addWidget(traits(words), 0, 1)
    grid.addWidget(score(words), 1, 0)
    grid.addWidget(table(words), 1, 1)
    scroll.body.addLayout(grid)
    empty = widgets.EmptyState(
        "mic",
        words("Interviews belong here.", "ここにインタビューを記録します。"),
        words(
            "What people said is what every recommendation rests on.",
            "提案はすべて、聞いた発言を根拠にします。",
        ),
        words("Add an interview", "インタビューを追加"),
        words("Look at the sample", "見本を見る"),
    )
    scroll.add(empty)
    column.addWidget(scroll, 1)
    return whole


def head(words: Words) -> QWidget:
    """The head of the interview page."""
    made = widgets.PageHead(
        words("Station desk lead", "駅案内所リーダー"),
        "V-13",
        words("8 June 2026, 10:30 · consent given", "2026年6月8日 10:30 · 同意あり"),
    )
    made.add_chip(widgets.Chip(words("pseudonym S-03", "仮名 S-03")))
    options = [
        ("notes", words("Notes", "メモ")),
        ("excerpts", words("Excerpts 24", "発言 24")),
        ("details", words("Details", "詳細")),
    ]
    made.add_action(widgets.Segmented(options))
    made.add_action(widgets.outline("00:26:40", "timer"))
    return made


def pressed(words: Words) -> QLayout:
    """Buttons, chips and marks."""
    both = QVBoxLayout()
    both.setSpacing(12)
    removable = widgets.Chip(words("Connections", "乗り継ぎ"), "accent", removable=True)
    wrong = widgets.filled(words("Cannot", "不可"))
    wrong.setEnabled(False)
    both.addLayout(
        across(
            widgets.filled(words("Make an insight", "気づきにする"), "lightbulb"),
            widgets.outline(words("Link to N-12", "N-12に結ぶ"), "link"),
            widgets.quiet(words("Not now", "あとで")),
            widgets.danger(words("Delete", "削除"), "trash-2"),
            widgets.link(words("Add source", "根拠を追加"), "link"),
            wrong,
            widgets.icon_button("trash-2", words("Delete", "削除")),
            widgets.outline(words("Small", "小"), small=True),
        )
    )
    both.addLayout(
        across(
            widgets.Chip(words("negative", "否定的"), "negative", icon="minus"),
            widgets.Chip(words("neutral", "中立"), "neutral", icon="equal"),
            widgets.Chip(words("positive", "肯定的"), "positive", icon="plus"),
            widgets.Chip(words("one source", "1件"), "warning", mark="thin"),
            widgets.Chip(words("assumption", "仮説"), "error"),
            removable,
            *(widgets.EvidenceMark(strength) for strength in tokens.STRENGTHS),
            widgets.Toggle(words("Include", "含める")),
            _on(widgets.Toggle()),
            widgets.ProgressRing(0.41),
            widgets.KeyCap("Ctrl K"),
        )
    )
    return both


def _on(toggle: widgets.Toggle) -> widgets.Toggle:
    toggle.setChecked(True)
    return toggle


def form(words: Words) -> QWidget:
    """Fields."""
    panel = widgets.Panel()
    panel.body.addWidget(
        widgets.SectionTitle(words("Details", "詳細"), words("all optional", "任意"))
    )
    panel.body.addWidget(widgets.Label(words("Name", "名前"), "small", "text_2"))
    panel.body.addWidget(QLineEdit(words("Station desk lead", "駅案内所リーダー")))
    wrong = QLineEdit()
    wrong.setPlaceholderText(words("Required", "必須"))
    wrong.setProperty("fault", True)
    choice = widgets.Choice()
    choice.addItems([words("Frontline staff", "現場"), words("Executive", "経営")])
    panel.body.addWidget(wrong)
    panel.body.addWidget(choice)
    number, date = widgets.Number(), widgets.Day()
    date.setDate(QDate(2026, 6, 8))
    date.setDisplayFormat(words("d MMM yyyy", "yyyy/M/d"))
    number.setValue(12)
    row = QHBoxLayout()
    row.addWidget(number)
    row.addWidget(date)
    panel.body.addLayout(row)
    text = QPlainTextEdit(words("How to get out of the station.", "駅からの出かた。"))
    text.setFixedHeight(64)
    panel.body.addWidget(text)
    tick, off = QCheckBox(words("Consent", "同意あり")), QRadioButton(words("Phone", "電話"))
    on = QRadioButton(words("On site", "対面"))
    tick.setChecked(True)
    on.setChecked(True)
    panel.body.addLayout(across(tick, on, off, gap=16))
    panel.body.addWidget(widgets.SearchField(words("Search", "検索"), "Ctrl K"))
    return panel


def traits(words: Words) -> QWidget:
    """Sliders between words, as on the persona page."""
    panel = widgets.Panel(padding=20)
    panel.body.addWidget(widgets.SectionTitle(words("Character", "性格と行動")))
    pairs = (
        (
            words("On the spot", "その場で判断"),
            words("Planned", "前もって計画"),
            77,
            (68, 86),
            "strong",
        ),
        (words("Price", "価格を重視"), words("Experience", "体験を重視"), 66, (50, 80), "fair"),
        (words("Alone", "ひとりで解決"), words("Asks", "人にたずねる"), 60, None, "none"),
    )
    for left, right, value, spread, mark in pairs:
        slider = widgets.SliderBetween(left, right)
        slider.set_value(value)
        slider.set_spread(spread)
        slider.set_assumed(mark == "none")
        slider.set_mark(mark)
        panel.body.addWidget(slider)
    plain = QSlider(Qt.Orientation.Horizontal)
    plain.setValue(40)
    panel.body.addWidget(plain)
    panel.body.addLayout(
        across(widgets.Avatar(0, 56, 2), widgets.Avatar(1, 56), widgets.Avatar(2, 56))
    )
    panel.body.addStretch(1)
    return panel


def score(words: Words) -> QWidget:
    """Figures with their doubt."""
    panel = widgets.Panel()
    panel.body.addWidget(
        widgets.Label(words("NPS, April 2026", "NPS(2026年4月)"), "small", "text_2")
    )
    figure = QHBoxLayout()
    figure.addWidget(widgets.Label("20.3", "figure"))
    figure.addWidget(widgets.Label("n = 1,543 · 95 %", "small", "text_2"), 1)
    panel.body.addLayout(figure)
    line = widgets.IntervalLine(16.5, 20.3, 24.2, -10, 40)
    line.set_values(16.5, 20.3, 24.2, [(1.8, words("May 22", "22年5月"))])
    panel.body.addWidget(line)
    heat = [tokens.severity(level, theme.current()).fill for level in (4, 3, 2, 1)]
    labels = ("severe", "high", "medium", "low")
    parts = [
        (n, colour, label) for n, colour, label in zip((3, 7, 9, 4), heat, labels, strict=True)
    ]
    panel.body.addWidget(widgets.SegmentedBar(parts))
    panel.body.addWidget(widgets.Bar(0.85))
    panel.body.addWidget(widgets.SentimentBar(9, 4, 3))
    panel.body.addWidget(
        widgets.Label(
            words(
                "+18.5 since May 2022. Against February (21.1) the difference is within chance.",
                "2022年5月から+18.5。2月(21.1)との差は誤差の範囲です。",
            ),
            "small",
            "text_2",
            wrap=True,
        )
    )
    return panel


def table(words: Words) -> QWidget:
    """A table."""
    made = QTableWidget(3, 3)
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(theme.px(36))
    made.horizontalHeader().setStretchLastSection(True)
    made.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    made.setHorizontalHeaderLabels(
        [words("Code", "番号"), words("Gap", "課題"), words("State", "状態")]
    )
    made.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    for row in range(3):
        for column, text in enumerate(
            (f"G-0{row + 3}", words("Times differ", "時刻が違う"), "Open")
        ):
            made.setItem(row, column, QTableWidgetItem(text))
    made.selectRow(1)
    made.setProperty("rounded", True)
    return made


def evidence(words: Words) -> QWidget:
    """The evidence side."""
    side = widgets.Ground("sunken")
    side.setFixedWidth(theme.px(304))
    column = QVBoxLayout(side)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(8)
    column.addWidget(widgets.Segmented([("a", "V-13"), ("b", words("Interview", "インタビュー"))]))
    first = widgets.Card(
        words("E-089, selected", "E-089 選択中"),
        words(
            "“We only learn of it when the same people come back to the desk …”",
            "窓口では、同じお客さまが戻って来て初めて満席だったと分かります。",
        ),
        words("S-03, 8 June, 00:19", "S-03 駅案内所リーダー"),
    )
    first.add_chip(widgets.Chip(words("negative", "否定的"), "negative"))
    first.set_selected(True)
    column.addWidget(first)
    column.addWidget(
        widgets.Label(words("What rests on this", "これを根拠にするもの"), "small", "text_2")
    )
    for code, mark in (("N-12", "thin"), ("G-07", "strong")):
        column.addWidget(
            widgets.Card(
                code + words(" · gap", " · 課題"),
                words("No live seat information at the station", "駅で空席が分からない"),
                words("severity 15.4, needs a second source", "深刻度 15.4"),
                mark=mark,
                draggable=("application/x-cxstudio-record", b"1"),
            )
        )
    dashed = widgets.Panel("dashed")
    dashed.body.addWidget(
        widgets.Label(words("Drop an excerpt here", "ここに発言をドロップ"), "small", "text_3")
    )
    column.addWidget(dashed)
    next_thing = widgets.Panel("accent", 20)
    next_thing.body.addWidget(
        widgets.Label(words("Next sensible thing", "次にすること"), "small", "accent")
    )
    next_thing.body.addWidget(
        widgets.Label(words("Find a second source", "2件目の根拠を探す"), "record", wrap=True)
    )
    next_thing.body.addLayout(
        across(widgets.filled(words("Show", "見る")), widgets.quiet(words("Not now", "あとで")))
    )
    column.addWidget(next_thing)
    column.addStretch(1)
    return side
