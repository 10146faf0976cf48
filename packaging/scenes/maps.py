"""What can be open over a journey map: its menus and popovers, and its other views."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QMenu

from cxstudio.drawing.journey.filtering import MapFilter
from cxstudio.i18n import _
from cxstudio.model import Attachment, Journey
from cxstudio.ui import theme, widgets
from cxstudio.ui.canvas.bars import Part
from cxstudio.ui.editors.journeys import templates
from cxstudio.ui.editors.journeys.page import JourneysPage
from scenes.camera import Camera

RAIL, FAMILY, TO_BE = 0, 1, 2
ON_THE_WALL = ("whole", "family", "to-be", "connectors", "picture", "table", "difference")
"""What is also drawn in the projector's theme."""
Scene = Callable[[Camera, JourneysPage], None]


def page_of(camera: Camera, journey: int = RAIL) -> JourneysPage:
    """The page, showing one of the sample's journeys as a map."""
    window = camera.window
    assert window.view is not None and window.workspace is not None
    window.view.show_page("journeys")
    page = window.view.page
    assert isinstance(page, JourneysPage)
    page.comparing = False
    page.head.table.setChecked(False)
    page.filtering.clear()
    page.show_journey(window.workspace.file.all(Journey)[journey].id)
    page.canvas.set_zoom(1.0)
    page.canvas.scroll_by(-9999, -9999)
    page.canvas.map.selection.set((), None)
    camera.settle()
    return page


def draw(camera: Camera) -> None:
    """Every scene that is wanted; what one left open is closed for the next."""
    for name, (journey, scene) in SCENES.items():
        if camera.wants(f"map-{name}") and (name in ON_THE_WALL or theme.current() != "projector"):
            page = page_of(camera, journey)
            scene(camera, page)
            camera.take(f"map-{name}")
            camera.close_popups()


# -- other views of the map ------------------------------------------------------------


def whole(camera: Camera, page: JourneysPage) -> None:
    page.canvas.fit()
    camera.settle(0.5)


def nothing(_camera: Camera, _page: JourneysPage) -> None:
    """The map as it opens."""


def table(_camera: Camera, page: JourneysPage) -> None:
    page.head.table.setChecked(True)


def difference(_camera: Camera, page: JourneysPage) -> None:
    page.show_state("difference")


def listed(camera: Camera, page: JourneysPage) -> None:
    page.pane.show()
    _forget_with(camera, page.pane.hide)


def detailed(camera: Camera, page: JourneysPage) -> None:
    """A step with a map of its own, reached by the sign, with the way back."""
    step = page.canvas.map.data.steps[1].id
    page.step_maps.make(int(step))
    camera.settle()
    made = page.journey_id
    _forget_with(camera, lambda: page.workspace.undo())
    assert made is not None


def parent_of_detail(camera: Camera, page: JourneysPage) -> None:
    detailed(camera, page)
    page.step_maps.back()


def connected(camera: Camera, page: JourneysPage) -> None:
    """Connectors of each kind, one with words on it, one selected."""
    lanes = lanes_of(page)
    joining = page.canvas.connecting.joining
    before = len(page.workspace.file.undo_steps)
    touch, pain = lanes["touchpoints"], lanes["pain_points"]
    hop = joining.join(touch[0], touch[3], "hop")
    branch = joining.join(touch[4], touch[6], "branch")
    loop = joining.join(pain[2], pain[1], "loop")
    assert hop and branch and loop
    text = "電話に切り替え" if camera.language == "ja" else "rings up instead"
    joining.set_label(hop, text)
    page.canvas.map.selection.set_connector(loop)
    _forget_with(camera, partial(_undo_to, page, before))


def pictured(camera: Camera, page: JourneysPage) -> None:
    """A picture on a card, tags, a colour, a secret."""
    before = len(page.workspace.file.undo_steps)
    cards = lanes_of(page)["actions"]
    picture = camera.home / "picture.png"
    camera.window.grab(QRect(0, 0, 800, 500)).save(str(picture))
    page.canvas.details.set_picture(cards[0], picture)
    assert page.workspace.file.count(Attachment)
    page.canvas.details.set_tags([cards[0], cards[1]], "要確認" if _ja(camera) else "to check")
    page.canvas.document.set_colour([cards[2]], "rose")
    page.canvas.details.set_icon([cards[3]], "hourglass")
    page.canvas.document.set_confidential([cards[4]], True)
    page.canvas.select_cards([cards[0]])
    _forget_with(camera, partial(_undo_to, page, before))


def writing(_camera: Camera, page: JourneysPage) -> None:
    page.canvas.select_cards([lanes_of(page)["pain_points"][1]])
    page.canvas.acts.edit_current()


def naming(_camera: Camera, page: JourneysPage) -> None:
    page.parts.rename(Part("step", page.canvas.map.data.steps[2].id))


# -- popovers and menus ----------------------------------------------------------------


def filter_popup(_camera: Camera, page: JourneysPage) -> None:
    page.filtering.set(MapFilter(strengths=frozenset(("strong", "fair"))))
    page.filtering.open_under(page.head.filter)


def filtered(camera: Camera, page: JourneysPage) -> None:
    page.filtering.set(MapFilter(words="バス" if _ja(camera) else "bus"))


def views(camera: Camera, page: JourneysPage) -> None:
    before = len(page.workspace.file.undo_steps)
    for name in ("現地での移動", "部長向け") if _ja(camera) else ("Getting around", "For the head"):
        page.views.save(name)
    page.views.open_under(page.head.views)
    _forget_with(camera, partial(_undo_to, page, before))


def view_name(_camera: Camera, page: JourneysPage) -> None:
    page.views._ask(page.head.views)


def lanes_popup(_camera: Camera, page: JourneysPage) -> None:
    page.lanes_popup.show_under(page.head.lanes, page.journey_id or 0)


def journeys_menu(_camera: Camera, page: JourneysPage) -> None:
    page.choosing.show_journeys()


def own_templates(camera: Camera, page: JourneysPage) -> None:
    """The menu of what a journey can start from, with one of the user's own."""
    title = "宿泊業の基本" if _ja(camera) else "Our inns"
    if not templates.own_templates():
        templates.save(page.workspace, page.journey_id or 0, title)
    menu = widgets.menu(page)
    page.choosing._add_templates(menu)
    button = page.head.journeys
    menu.popup(button.mapToGlobal(button.rect().bottomLeft() + QPoint(0, 4)))


def template_name(_camera: Camera, page: JourneysPage) -> None:
    page.choosing.save_template()


def personas_menu(_camera: Camera, page: JourneysPage) -> None:
    page.choosing.show_personas()


def export_menu(_camera: Camera, page: JourneysPage) -> None:
    page.choosing.show_export()


def card_menu(_camera: Camera, page: JourneysPage) -> None:
    _menu_of(page, lanes_of(page)["pain_points"][1])


def colours(camera: Camera, page: JourneysPage) -> None:
    _submenu(camera, _menu_of(page, lanes_of(page)["actions"][1]), _("Colour"))


def icons(camera: Camera, page: JourneysPage) -> None:
    _submenu(camera, _menu_of(page, lanes_of(page)["actions"][1]), _("Icon"))


def lane_menu(camera: Camera, page: JourneysPage) -> None:
    menu = page.menus.for_part(Part("lane", page.canvas.map.data.lanes[1].id))
    menu.popup(page.canvas.lanes.mapToGlobal(QPoint(80, 100)))
    _submenu(camera, menu, _("Add a lane below"))


def step_menu(_camera: Camera, page: JourneysPage) -> None:
    menu = page.menus.for_part(Part("step", page.canvas.map.data.steps[1].id))
    menu.popup(page.canvas.head.mapToGlobal(QPoint(220, 60)))


def tags(camera: Camera, page: JourneysPage) -> None:
    before = len(page.workspace.file.undo_steps)
    cards = lanes_of(page)["pain_points"]
    words = "二次交通, 冬, 要確認" if _ja(camera) else "last mile, winter, to check"
    page.canvas.details.set_tags(cards[:2], words)
    page.canvas.select_cards(cards[:1])
    page.menus.cards.write_tags(cards[:1])
    _forget_with(camera, partial(_undo_to, page, before))


def label(camera: Camera, page: JourneysPage) -> None:
    before = len(page.workspace.file.undo_steps)
    touch = lanes_of(page)["touchpoints"]
    made = page.canvas.connecting.joining.join(touch[0], touch[2], "hop")
    assert made is not None
    page.menus.cards.write_label(made)
    _forget_with(camera, partial(_undo_to, page, before))


SCENES: dict[str, tuple[int, Scene]] = {
    "whole": (RAIL, whole),
    "family": (FAMILY, nothing),
    "to-be": (TO_BE, nothing),
    "table": (RAIL, table),
    "difference": (TO_BE, difference),
    "list": (RAIL, listed),
    "detail": (RAIL, detailed),
    "detail-sign": (RAIL, parent_of_detail),
    "connectors": (RAIL, connected),
    "picture": (RAIL, pictured),
    "writing": (RAIL, writing),
    "naming": (RAIL, naming),
    "filter": (RAIL, filter_popup),
    "filtered": (RAIL, filtered),
    "views": (RAIL, views),
    "view-name": (RAIL, view_name),
    "lanes": (RAIL, lanes_popup),
    "journeys": (RAIL, journeys_menu),
    "templates": (RAIL, own_templates),
    "template-name": (RAIL, template_name),
    "personas": (RAIL, personas_menu),
    "export-menu": (RAIL, export_menu),
    "card-menu": (RAIL, card_menu),
    "colours": (RAIL, colours),
    "icons": (RAIL, icons),
    "lane-menu": (RAIL, lane_menu),
    "step-menu": (RAIL, step_menu),
    "tags": (RAIL, tags),
    "label": (RAIL, label),
}


# -- what they share -------------------------------------------------------------------


def _ja(camera: Camera) -> bool:
    return camera.language == "ja"


def lanes_of(page: JourneysPage) -> dict[str, list[int]]:
    """The cards of the map, by the kind of their lane."""
    kinds = {lane.id: lane.kind for lane in page.canvas.map.data.lanes}
    found: dict[str, list[int]] = {}
    for card in page.canvas.map.data.cards:
        found.setdefault(kinds[card.lane_id], []).append(int(card.id))
    return found


def _menu_of(page: JourneysPage, card: int) -> widgets.Menu:
    page.canvas.select_cards([card])
    menu = page.menus.for_selection()
    assert menu is not None
    menu.popup(page.menus.cards._beside(card))
    return menu


def _submenu(camera: Camera, menu: widgets.Menu, words: str) -> None:
    """Open the menu inside a menu that has these words."""
    camera.settle()
    action = next(action for action in menu.actions() if action.text() == words)
    inside = action.menu()
    assert isinstance(inside, QMenu)
    menu.setActiveAction(action)
    inside.popup(menu.mapToGlobal(menu.actionGeometry(action).topRight()))


def _undo_to(page: JourneysPage, before: int) -> None:
    while len(page.workspace.file.undo_steps) > before:
        page.workspace.undo()


def _forget_with(camera: Camera, act: Callable[[], object]) -> None:
    camera.afterwards.append(act)
