"""The fishbone as geometry, and that it is painted."""

from cxstudio.analysis.gaps.causes import Why
from cxstudio.drawing.fishbone.bones import TEXT, lay_out


def measure(text, width, role):
    return 16.0 * max(1, -(-len(text) * 7 // int(width)))


def branches(*counts):
    def why(n, depth):
        below = (why(n * 10, depth - 1),) if depth > 1 else ()
        return Why(n, f"Because of reason {n}, which takes some words", "people", below)

    return [
        (f"bone {b}", f"Bone {b}", [why(100 * b + n + 1, 3) for n in range(count)])
        for b, count in enumerate(counts)
    ]


def boxes(fish):
    return [twig.box for bone in fish.bones for twig in bone.twigs] + [b.box for b in fish.bones]


def test_no_text_lies_on_another_and_all_are_inside():
    fish = lay_out("The gap", branches(3, 1, 2, 0, 1, 4), measure)
    places = boxes(fish) + [fish.head]
    for box in places:
        assert box.x >= 0 and box.y >= 0
        assert box.x + box.width <= fish.width and box.y + box.height <= fish.height
    for n, one in enumerate(places):
        for other in places[n + 1 :]:
            apart = (
                one.x + one.width <= other.x
                or other.x + other.width <= one.x
                or one.y + one.height <= other.y
                or other.y + other.height <= one.y
            )
            assert apart, (one, other)


def test_bones_stand_in_turn_above_and_below_and_twigs_reach_them():
    fish = lay_out("The gap", branches(1, 2, 1), measure)
    y = fish.spine[2]
    assert [bone.tip[1] < y for bone in fish.bones] == [True, False, True]
    for bone in fish.bones:
        assert bone.foot[1] == y
        for twig in bone.twigs:
            low, high = sorted((bone.tip[0], bone.foot[0]))
            assert low <= twig.reach <= high
            assert twig.box.width <= TEXT
        assert bone.twigs[-1].root and not bone.twigs[0].root


def test_a_gap_without_causes_is_a_head_on_a_spine():
    fish = lay_out("The gap", [], measure)
    assert fish.bones == () and fish.height >= fish.head.height


def test_a_sheet_is_written_in_the_language_of_the_report(qapp):
    from cxstudio.drawing.fishbone.sheet import image_of, lay_sheet, written

    whys = (Why(1, "One clerk", "people"), Why(2, "No data", ""))
    sheet = lay_sheet("G-01 Seats", whys, "ja")
    svg = written(sheet, "svg").decode()
    assert "G-01 Seats" in svg and "One clerk" in svg and "骨は未定" in svg
    assert written(sheet, "png").startswith(b"\x89PNG")
    assert written(sheet, "pdf").startswith(b"%PDF")
    assert image_of(sheet).width() == round(sheet.fish.width * 2)


def test_it_is_painted_with_the_chosen_cause(qapp):
    from PySide6.QtGui import QFont, QImage, QPainter

    from cxstudio.drawing.fishbone.picture import Look, paint

    look = Look("light", lambda _role: QFont())
    fish = lay_out("The gap", branches(1, 1), look.measure)
    pictures = []
    for chosen in (None, 1):
        image = QImage(int(fish.width), int(fish.height), QImage.Format.Format_ARGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        paint(painter, fish, look, chosen)
        painter.end()
        pictures.append(image)
    assert pictures[0] != pictures[1]
