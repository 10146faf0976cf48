"""The graph of the chain: what is read, what breaks off, and how it is laid out."""

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis.loose_ends import loose_ends
from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.trace import steps
from cxstudio.drawing.trace.backing import Backing
from cxstudio.drawing.trace.folding import shown
from cxstudio.drawing.trace.graph import COLUMNS, Graph, Node
from cxstudio.drawing.trace.layout import BAND, Laid, Measures, lay_out
from cxstudio.drawing.trace.order import arranged
from cxstudio.drawing.trace.read import read_graph
from cxstudio.model import Evidence, Gap, Initiative, Insight, Interview, Kpi, Link, ReportSection
from cxstudio.model.chain import Chain, End
from cxstudio.store import EngagementFile

HEAD = End("interview", 1)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Some records in every column, some of the evidence in one group, and links between them."""
    counts = draw(st.lists(st.integers(0, 6), min_size=len(COLUMNS), max_size=len(COLUMNS)))
    nodes = [
        Node(
            End(kind, number),
            column,
            f"{kind}-{number}",
            "words",
            "quote",
            group=HEAD if column == 0 and number % 2 else None,
        )
        for column, kind in enumerate(COLUMNS)
        for number in range(counts[column])
    ]
    places = st.integers(0, max(len(nodes) - 1, 0))
    pairs = draw(st.lists(st.tuples(places, places), max_size=40)) if nodes else []
    links = dict.fromkeys((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1])
    group = Node(HEAD, 0, "V-01", "A talk", "mic")
    return Graph(tuple(nodes), tuple(links), {HEAD: group})


def laid(graph: Graph, *, folded: bool) -> Laid:
    groups = list(graph.groups)
    return lay_out(shown(graph, groups if folded else (), groups), Measures())


@settings(max_examples=60, deadline=None)
@given(graphs(), st.booleans())
def test_no_two_nodes_overlap_and_every_link_goes_to_the_right(graph: Graph, folded: bool) -> None:
    one = laid(graph, folded=folded)
    for column in one.columns:
        for above, below in pairwise(column):
            assert one.rects[above].bottom <= one.rects[below].y
    for link in one.shown.links:
        source, target = (one.shown.nodes[node] for node in link)
        way = one.way(link)
        if source.column == target.column:
            assert way[0].x1 == way[0].x2 < way[0].c1
            continue
        stops = [x for curve in way for x in (curve.x1, curve.c1, curve.x2)]
        assert stops == sorted(stops) and len(way) == target.column - source.column
        for level, after in pairwise(way):  # it passes a column between its nodes
            middle = Rect((level.x2 + after.x1) / 2, level.y2, 0.01, 0.01)
            assert level.y2 == after.y1 and not list(one.nodes_in(middle))
    assert all(rect.y >= 0 and rect.bottom <= one.height for rect in one.rects)
    assert laid(graph, folded=folded).rects == one.rects


@settings(max_examples=60, deadline=None)
@given(graphs(), st.booleans())
def test_what_is_in_an_area_is_found(graph: Graph, folded: bool) -> None:
    one = laid(graph, folded=folded)
    everything = Rect(0, 0, one.width, one.height)
    assert sorted(one.nodes_in(everything)) == list(range(len(one.shown.nodes)))
    assert set(one.links_in(everything)) == set(one.shown.links)
    for node, rect in enumerate(one.rects):
        assert one.node_at(rect.x + 1, rect.y + 1) == node
    for link in one.shown.links:
        for way in one.way(link):
            middle = (way.y1 + way.y2) / 2
            assert link in one.links_in(Rect((way.x1 + way.x2) / 2, middle, 1, BAND / 8))


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_folding_keeps_every_record_and_every_link(graph: Graph) -> None:
    whole, folded = shown(graph, (), [HEAD]), shown(graph, [HEAD])
    for one in (whole, folded):
        assert set(one.place) == set(range(len(graph.nodes)))
        inside = sum(one.place[a] == one.place[b] for a, b in graph.links)
        assert sum(one.links.values()) + inside == len(graph.links)
        drawn = [node for column in one.blocks for block in column for node in block]
        assert sorted(drawn) == list(range(len(one.nodes)))
    members = graph.members(HEAD)
    if len(members) > 1:
        assert len({folded.place[m] for m in members}) == 1
        head = whole.nodes.index(next(node for node in whole.nodes if node.count))
        block = next(b for column in whole.blocks for b in column if head in b)
        assert block[0] == head and set(block[1:]) == {whole.place[m] for m in members}


@settings(max_examples=60, deadline=None)
@given(graphs(), st.data())
def test_the_chain_of_a_record_is_what_a_walk_over_its_links_reaches(graph, data) -> None:
    if not graph.nodes:
        return
    start = data.draw(st.integers(0, len(graph.nodes) - 1))
    chain = graph.chain([start])
    for link in graph.links:
        if link[1] in chain.before:
            assert link[0] in chain.before and chain.holds(link)
        if link[0] in chain.after:
            assert link[1] in chain.after and chain.holds(link)
    one = shown(graph, [HEAD])
    nodes, links = one.lit(chain)
    assert all(end in nodes for link in links for end in link)
    assert one.place[start] in nodes


def test_untangling_takes_crossings_away() -> None:
    """Two bundles that cross in the order they were written in do not cross when arranged."""
    columns = [[[0], [1], [2]], [[3], [4], [5]]]
    heights = arranged(columns, [(0, 5, 1), (1, 4, 1), (2, 3, 1)])
    assert sorted(range(3), key=heights.__getitem__) == sorted(
        range(3), key=lambda n: heights[5 - n]
    )
    assert [abs(heights[a] - heights[b]) for a, b in ((0, 5), (1, 4), (2, 3))] == [0, 0, 0]


def test_records_without_links_stand_under_the_others() -> None:
    heights = arranged([[[0], [1], [2]], [[3]]], [(2, 3, 1)])
    assert heights[2] < min(heights[0], heights[1])


@pytest.mark.parametrize(
    ("kind", "behind", "onward", "strength", "faults"),
    [
        ("evidence", (), (), "strong", ("unused",)),
        ("evidence", (), ("trait",), "strong", ()),
        ("insight", ("evidence",), (), "thin", ("leads_nowhere",)),
        ("card", (), ("report_section",), "none", ("without_gap", "without_evidence")),
        ("gap", ("card",), ("initiative",), "none", ("without_evidence",)),
        ("gap", ("card",), ("report_section",), "fair", ("without_initiative",)),
        ("initiative", (), ("kpi",), "thin", ("without_gap",)),
        ("initiative", ("gap",), (), "thin", ("without_kpi",)),
        ("kpi", ("initiative",), (), "none", ()),
        ("kpi", (), ("report_section",), "none", ("without_initiative",)),
    ],
)
def test_where_the_chain_breaks_off(kind, behind, onward, strength, faults) -> None:
    assert loose_ends(kind, behind, onward, strength) == faults


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EngagementFile]:
    """E-001 → N-01 → G-01 → I-01 → K-01, a loose E-002, and a link to an insight that is gone."""
    path = tmp_path_factory.mktemp("trace") / "chain.cxs"
    with EngagementFile.create(path, client="Fukui") as file:
        with file.change("A chain") as change:
            talk = change.add(Interview(title="A talk"))
            change.flush()
            pieces = [change.add(Evidence(text=t, interview_id=talk.id)) for t in ("one", "two")]
            insight = change.add(Insight(statement="They wait"))
            gone = change.add(Insight(statement="Gone"))
            gap, initiative = change.add(Gap(title="A gap")), change.add(Initiative(title="Do"))
            kpi = change.add(Kpi(name="Waits"))
            change.flush()
            for source, target in (
                *((pieces[0], insight), (pieces[0], gone), (insight, gap)),
                *((gap, initiative), (initiative, kpi)),
            ):
                change.add(
                    Link(
                        source_kind=source.kind,
                        source_id=source.id,
                        target_kind=target.kind,
                        target_id=target.id,
                    )
                )
        yield file


def test_the_chain_is_read_with_its_dead_ends(file: EngagementFile) -> None:
    graph = read_graph(file.session, Chain(file.session))
    codes = [node.code for node in graph.nodes]
    assert codes == ["E-001", "E-002", "N-01", "N-02", "G-01", "I-01", "K-01"]
    drawn = [(codes[a], codes[b]) for a, b in graph.links]
    assert drawn == [
        *(("E-001", "N-01"), ("E-001", "N-02"), ("N-01", "G-01")),
        *(("G-01", "I-01"), ("I-01", "K-01")),
    ]
    faults = {node.code: node.faults for node in graph.nodes if node.faults}
    assert faults == {"E-002": ("unused",), "N-02": ("leads_nowhere",)}
    assert {node.strength for node in graph.nodes[2:6]} == {"thin"}
    group = graph.nodes[0].group
    assert group is not None and graph.groups[group].words == "A talk"


def test_evidence_that_a_printed_section_cites_is_used(file: EngagementFile) -> None:
    for narrative, included, used in (
        ("So they wait. [E-002]", True, 1),
        ("%% why? [E-002]", True, 0),
        ("So they wait. [E-002]", False, 0),
    ):
        with file.change("Cite") as change:
            change.add(ReportSection(key="gaps", narrative=narrative, included=included))
        chain = Chain(file.session)
        assert [chain.used(1), chain.used(2)] == [2, used]
        node = next(n for n in read_graph(file.session, chain).nodes if n.code == "E-002")
        assert node.faults == (() if used else ("unused",))
        file.undo()


def test_links_to_what_is_gone_are_not_drawn(file: EngagementFile) -> None:
    """The links were read before the record they lead to was deleted."""
    chain = Chain(file.session)
    with file.change("Delete") as change:
        change.delete(change.get(Insight, 2))
    graph = read_graph(file.session, chain)
    assert len(graph.links) == 4
    assert all(node.code != "N-02" for node in graph.nodes)


def test_the_backing_is_what_the_chain_says_also_where_links_go_in_circles(tmp_path) -> None:
    chance = random.Random(7)
    with EngagementFile.create(tmp_path / "links.cxs", client="Fukui") as file:
        with file.change("Links") as change:
            talks = [change.add(Interview(title=f"Talk {n}", position=n)) for n in range(4)]
            change.flush()
            pieces = [change.add(Evidence(interview_id=talks[n % 4].id)) for n in range(12)]
            insights = [change.add(Insight(position=n)) for n in range(8)]
            gaps = [change.add(Gap(position=n)) for n in range(8)]
            change.flush()
            for _link in range(45):
                source = chance.choice([*pieces, *insights, *gaps])
                target = chance.choice([*insights, *gaps])
                ends = (source.kind, source.id, target.kind, target.id)
                names = ("source_kind", "source_id", "target_kind", "target_id")
                change.add(Link(**dict(zip(names, ends, strict=True))))
        chain = Chain(file.session)
        backing = Backing(chain)
        claims = [End(kind, n) for kind in ("insight", "gap") for n in range(1, 9)]
        told = [backing.strength(claim) for claim in claims]
        assert told == [chain.strength(claim) for claim in claims]
        assert len(set(told)) > 1


def test_arrows_follow_the_links() -> None:
    nodes = tuple(
        Node(End(kind, n), column, f"{kind}{n}", "", "quote")
        for column, kind in enumerate(COLUMNS[:3])
        for n in range(2)
    )
    one = lay_out(shown(Graph(nodes, ((0, 2), (1, 3), (3, 5)))), Measures())
    assert steps.first(one) == one.columns[0][0]
    assert steps.sideways(one, 0, 1) == 2 and steps.sideways(one, 2, -1) == 0
    assert steps.sideways(one, 2, 1) is None
    assert steps.vertical(one, one.columns[0][0], 1) == one.columns[0][1]
    assert steps.vertical(one, one.columns[0][1], 1) == one.columns[0][1]
    lonely = next(node for node in one.columns[2] if node not in one.shown.behind)
    assert steps.sideways(one, lonely, -1) is None
    assert steps.across(one, lonely, -1) in one.columns[1]
    assert steps.across(one, lonely, 1) is None
