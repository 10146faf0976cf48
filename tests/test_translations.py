"""Every text of the program can be read in every language it offers."""

import runpy
import string
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace

import pytest

import marking

ROOT = Path(__file__).resolve().parent.parent
translations = SimpleNamespace(**runpy.run_path(str(ROOT / "packaging" / "translations.py")))
LANGUAGES = translations.languages()
SOURCES = sorted((ROOT / "cxstudio").rglob("*.py"))
SCREENS = [source for source in SOURCES if "ui" in source.relative_to(ROOT).parts]

each_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda folder: folder.name)


def report(lines: list[str]) -> str:
    return "\n" + "\n".join(lines)


def placeholders(text: str) -> list[str]:
    return sorted({field for _, field, _, _ in string.Formatter().parse(text) if field is not None})


def test_japanese_is_there():
    assert "ja" in [folder.name for folder in LANGUAGES]


@each_language
def test_every_text_is_translated(language):
    missing = translations.missing(language)
    assert not missing, report([f"{places[0]}: {text}" for text, places in missing.items()])


@each_language
def test_no_translation_is_a_guess(language):
    fuzzy = [f"{po.name}: {text}" for po, text, m in translations.messages(language) if m.fuzzy]
    assert not fuzzy, report(fuzzy)


@each_language
def test_translations_have_the_placeholders_of_the_english(language):
    wrong = []
    for po, text, message in translations.messages(language):
        english = message.id if isinstance(message.id, str) else message.id[-1]
        for translated in translations.strings(message):
            try:
                same = placeholders(translated) == placeholders(english)
            except ValueError:
                same = translated.count("{") == english.count("{")
            if translated and not same:
                wrong.append(f"{po.name}: {text.english!r}: {translated!r}")
    assert not wrong, report(wrong)


@each_language
def test_files_agree_on_a_text_they_both_have(language):
    said = defaultdict(dict)
    for po, text, message in translations.messages(language):
        said[text].setdefault(translations.strings(message), po.name)
    disagreeing = [f"{text}: {ways}" for text, ways in said.items() if len(ways) > 1]
    assert not disagreeing, report(disagreeing)


@each_language
def test_no_translation_is_left_over(language):
    used = translations.used_texts()
    said = translations.messages(language)
    stale = [f"{po.name}: {text}" for po, text, _message in said if text not in used]
    assert not stale, report(stale)


def test_what_the_user_reads_is_marked():
    found = [
        f"{source.relative_to(ROOT)}:{line}: {text!r}"
        for source in SCREENS
        for line, text in marking.unmarked(source)
    ]
    assert not found, report(found)


def test_marks_can_be_looked_up():
    found = [
        f"{source.relative_to(ROOT)}:{line}: {why}"
        for source in SOURCES
        for line, why in marking.marked_wrongly(source)
    ]
    assert not found, report(found)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('label.setText("Add a department")', ["Add a department"]),
        ('QLabel(f"{n} gaps left")', [" gaps left"]),
        ('EmptyState(title="Departments")', ["Departments"]),
        ('box.addItems(["Low", "High"])', ["Low", "High"]),
        ('label.setText("保存" if done else "")', ["保存"]),
        ('label.setText(_("Add a department"))', []),
        ('label.setText("CX Studio")', []),
        ('page.setHtml("<b>Saved now</b>")', ["<b>Saved now</b>"]),
        ("page.setHtml('<body style=\"color:' + ink)", []),
        ('frame.setObjectName("Side panel")', []),
    ],
)
def test_the_search_for_unmarked_texts_finds_them(tmp_path, code, expected):
    source = tmp_path / "screen.py"
    source.write_text(code, "utf-8")
    assert [text for _line, text in marking.unmarked(source)] == expected


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ('TITLE = _("Gaps")', True),
        ('class Page:\n    title = _("Gaps")', True),
        ('def title(): return _(f"{n} gaps")', True),
        ('TITLE = N_("Gaps")', False),
        ('def title(): return _("Gaps")', False),
        ('title = lambda: _("Gaps")', False),
    ],
)
def test_the_search_for_wrong_marks_finds_them(tmp_path, code, wrong):
    source = tmp_path / "screen.py"
    source.write_text(code, "utf-8")
    assert bool(marking.marked_wrongly(source)) is wrong
