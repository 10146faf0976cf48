"""The six strategy questions, answered (A4)."""

from cxstudio.model import WorksheetAnswer
from cxstudio.sample.rows import Row, T, row


def answer(question: str, rests: str, text: T) -> Row:
    return row(f"w.{question}", WorksheetAnswer, rests=rests, question=question, answer=text)


ROWS = [
    answer(
        "customers",
        "p.rail p.family p.local f.trend",
        T(
            "Three of them stand for many: first visitors by train and bus ({#part_rail}% of answers), families by car for the dinosaurs ({#part_family}%), residents on a day out ({#part_local}%). The plan begins with the first, who feel inconvenience most often.",
            "三つの層で考える。電車とバスの初来訪者（回答の{#part_rail}％）、恐竜めあての車の家族（{#part_family}％）、県内からの日帰り客（{#part_local}％）である。計画は、不便を最も多く感じる第一の層から始める。",
        ),
    ),
    answer(
        "experience",
        "principle.1 n.help o.way",
        T(
            "Ease: to know what comes next and to be met when it does not come.",
            "安心である。次に何が来るかが分かり、来なかったときには人が迎えてくれること。",
        ),
    ),
    answer(
        "touchpoints",
        "t.desk t.stop t.bus t.board_site t.screen t.shared",
        T(
            "Nineteen today, most of them good at the sights and the inn. Missing are the seats on the desk’s screen and a ride after the last bus; the printed timetable should end.",
            "現在19ある。観光地と宿の接点は良い。足りないのは、案内所での空席表示と、最終バスの後の足である。印刷した時刻表は役目を終える。",
        ),
    ),
    answer(
        "roles",
        "t.desk t.stop j.rail",
        T(
            "Page, train, sign, desk, stop, bus, in that order and within forty minutes. Each hands the visitor to the next; today each ends at its own boundary.",
            "ページ、列車、案内表示、案内所、乗り場、バスの順に、40分のうちに続く。それぞれが次へ引き渡す役割を持つが、今は自分の境界で終わっている。",
        ),
    ),
    answer(
        "serving",
        "d.desk d.bus e.desk_seats t.desk",
        T(
            "Desk staff and drivers. The desk needs free seats, delay and the bus back in sight; the driver needs to know that a train is late.",
            "案内員と運転手である。案内員には空席、遅れ、帰りの便が見えること、運転手には列車の遅れが分かることが要る。",
        ),
    ),
    answer(
        "missing",
        "g.owner g.wait g.times",
        T(
            "A person who answers for the way, a bus that waits for the train, a timetable that is the same everywhere.",
            "経路に責任を持つ人、列車を待つバス、どこでも同じ時刻表である。",
        ),
    ),
]
