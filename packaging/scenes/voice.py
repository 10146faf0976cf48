"""The survey's page: its dialogs, its popovers, and a survey with a business result."""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cxstudio.analysis.survey.asked import group_names
from cxstudio.exchange.survey_preparing import prepare
from cxstudio.exchange.survey_reading import survey_from
from cxstudio.exchange.survey_storing import keep
from cxstudio.exchange.understanding import propose
from cxstudio.model import Wave
from cxstudio.ui.editors.voice.importing import SurveyImport
from cxstudio.ui.editors.voice.page import VoicePage
from cxstudio.ui.editors.voice.wave_menu import WaveMenu
from scenes.camera import Camera

BESIDE = Path(__file__).resolve().parents[3] / "shared"
REAL = Path("survey", "fukui", "202604.csv")
HEADS = {
    "en": ("How likely are you to recommend us?", "Region", "Spend in EUR", "Ease of booking"),
    "ja": ("当店を友人に薦めますか", "地域", "購入金額（円）", "予約のしやすさ"),
}
REGIONS = {"en": ("North", "South"), "ja": ("北部", "南部")}


def page_of(camera: Camera) -> VoicePage:
    """The page, with its figures worked out."""
    view = camera.window.view
    assert view is not None
    view.show_page("voice")
    page = view.page
    assert isinstance(page, VoicePage)
    finished(camera, page)
    return page


def finished(camera: Camera, page: VoicePage) -> None:
    camera.settle(0.2)
    camera.finish_work()
    while page.room.busy:
        camera.settle()
    camera.settle(0.2)


def shop(language: str) -> bytes:
    """An invented survey of 400 customers with what they spent."""
    chance, rows = random.Random(4), [",".join(HEADS[language])]
    unit = 100 if language == "ja" else 1
    for _row in range(400):
        score = min(10, max(0, round(chance.gauss(7.5, 2.2))))
        spend = unit * max(0.0, chance.gauss(60 + 9 * score, 50))
        rows.append(f"{score},{chance.choice(REGIONS[language])},{spend:.2f},{score // 2}")
    return "\n".join(rows).encode()


def import_survey(camera: Camera) -> None:
    """A file of the shared data where it is there, else the invented one."""
    folder = Path(os.environ.get("CXSTUDIO_SHARED", BESIDE)) / "data"
    path = folder / REAL
    if not path.exists():
        path = camera.home / "shop.csv"
        path.write_bytes(shop(camera.language))
    page = page_of(camera)
    SurveyImport(page.workspace, page).start(path)


def meaning(camera: Camera) -> None:
    page = page_of(camera)
    WaveMenu(page.workspace, _wave(page), page).change_meaning()


def rename(camera: Camera) -> None:
    page = page_of(camera)
    WaveMenu(page.workspace, _wave(page), page).rename()


def compare(camera: Camera) -> None:
    page_of(camera).compare()


def _wave(page: VoicePage) -> int:
    assert page.wave is not None
    return page.wave.id


def draw(camera: Camera) -> None:
    """What opens over the page, and what the page shows beside the sample."""
    for name, scene in POPUPS.items():
        if camera.wants(f"voice-{name}"):
            scene(page_of(camera))
            finished(camera, page_of(camera))
            camera.take(f"voice-{name}")
            camera.close_popups()
    if camera.wants("voice-bars"):
        bars(camera)
    if camera.wants("voice-results"):
        results(camera)


def bars(camera: Camera) -> None:
    """The other faces: every rating, and a table of three groups as bars."""
    page = page_of(camera)
    assert page.wave is not None
    before, names = page.asked, list(group_names(page.wave.responses))
    page.drivers.show_face("list")
    page.table.show_look("bars")
    page.ask(replace(before, down=names[0], within=names[2], across=names[1]))
    finished(camera, page)
    camera.take("voice-bars")
    page.drivers.show_face("chart")
    page.table.show_look("shades")
    page.ask(before)
    finished(camera, page)


def results(camera: Camera) -> None:
    """A wave with a business result, taken away afterwards."""
    page = page_of(camera)
    workspace = page.workspace
    survey = survey_from(shop(camera.language), "shop.csv")
    prepared = prepare(survey, propose(survey).mapping)
    with workspace.change("Import") as change:
        wave = keep(change, workspace.file.put_blob, prepared, name="Shop", position=9).id
    page.show_wave(wave)
    finished(camera, page)
    bar = page._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    camera.take("voice-results")
    bar.setValue(0)
    with workspace.change("Delete") as change:
        change.delete(change.get(Wave, wave))
    finished(camera, page)


POPUPS: dict[str, Callable[[VoicePage], object]] = {
    "people": lambda page: page.head.open_people(),
    "menu": lambda page: page.head.more.click(),
    "uses": lambda page: page.keeping.open_uses(),
    "terms": lambda page: page.comments.speak.click(),
    "groups": lambda page: page.table.open_groups(),
    "rating": lambda page: page.drivers.ratings.press(0),
}
VOICE_DIALOGS: dict[str, Callable[[Camera], None]] = {
    "voice-import": import_survey,
    "voice-meaning": meaning,
    "voice-rename": rename,
    "voice-compare": compare,
}
