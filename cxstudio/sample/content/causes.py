"""Why the gaps are there: illustrative trees of causes, and the departments that share gaps."""

from cxstudio.model import Cause, GapDepartment
from cxstudio.sample.rows import At, Row, T, row


def why(key: str, gap: str, above: str, text: T, rests: str = "", bone: str = "") -> Row:
    parent = At(above) if above else None
    return row(key, Cause, rests=rests, gap_id=At(gap), parent_id=parent, text=text, bone=bone)


def shares(gap: str, department: str) -> Row:
    key = f"shared.{gap}.{department}"
    return row(key, GapDepartment, gap_id=At(gap), department_id=At(department))


ROWS = [
    why(
        "why.owner.contract",
        "g.owner",
        "",
        T(
            "The railway ends at the gate and the bus begins at the stop",
            "鉄道は改札で終わり、バスは停留所から始まる",
        ),
        "e.tp_owner",
        "process",
    ),
    why(
        "why.owner.residents",
        "g.owner",
        "why.owner.contract",
        T("The service contract names no visitor", "運行契約に来訪者の記載がない"),
        "e.tp_commuters",
    ),
    why(
        "why.owner.subsidy",
        "g.owner",
        "why.owner.residents",
        T(
            "The subsidy is counted by residents carried",
            "補助金は住民の利用実績で算定される",
        ),
        "e.tp_measured",
    ),
    why(
        "why.owner.nobody",
        "g.owner",
        "why.owner.subsidy",
        T(
            "No department is charged with the whole way",
            "経路全体を所管する部門が決められていない",
        ),
    ),
    why(
        "why.owner.measures",
        "g.owner",
        "",
        T(
            "Each of the four is measured on its own part",
            "4者がそれぞれの持ち場だけで評価される",
        ),
        "e.bus_measured e.desk_measured",
        "policy",
    ),
    why(
        "why.owner.years",
        "g.owner",
        "why.owner.measures",
        T(
            "Targets are agreed by department, one fiscal year at a time",
            "目標は部門ごと、単年度で決まる",
        ),
    ),
    why(
        "why.wait.rota",
        "g.wait",
        "",
        T("Buses leave when the rota says so", "バスは乗務表どおりに出る"),
        "",
        "process",
    ),
    why(
        "why.wait.late",
        "g.wait",
        "why.wait.rota",
        T(
            "The rota is fixed before the railway publishes its times",
            "鉄道の時刻の発表前に乗務表が固まる",
        ),
        "e.bus_rota",
    ),
    why(
        "why.wait.april",
        "g.wait",
        "why.wait.late",
        T(
            "The two sides meet once a year, for the April change",
            "両者の協議は4月改正の年1回だけ",
        ),
        "e.tp_window",
    ),
    why(
        "why.wait.nobody",
        "g.wait",
        "why.wait.april",
        T(
            "No department is charged with the whole way",
            "経路全体を所管する部門が決められていない",
        ),
    ),
    why(
        "why.wait.punctual",
        "g.wait",
        "",
        T("A driver who waits three minutes is late", "3分待った運転手は遅延扱いになる"),
        "e.bus_measured",
        "policy",
    ),
    why(
        "why.wait.kilometre",
        "g.wait",
        "why.wait.punctual",
        T(
            "Punctuality is measured at the stop, not at the connection",
            "定時性は停留所で測られ、接続では測られない",
        ),
    ),
    why(
        "why.wait.drivers",
        "g.wait",
        "",
        T("There are no drivers to spare (assumption)", "乗務員に余裕がない（仮定）"),
        "",
        "people",
    ),
    why(
        "why.times.three",
        "g.times",
        "",
        T("One timetable is kept in three systems", "一つの時刻表が3つのシステムにある"),
        "e.it_three",
        "systems",
    ),
    why(
        "why.times.feed",
        "g.times",
        "why.times.three",
        T("No page reads the operator’s open feed", "どのページも事業者の公開データを使っていない"),
        "e.it_feed",
    ),
    why(
        "why.times.project",
        "g.times",
        "why.times.feed",
        T(
            "The project for it stopped with the fiscal year",
            "統合の取り組みは年度末で止まった",
        ),
        "e.it_tried",
    ),
    why(
        "why.times.signed",
        "g.times",
        "why.times.project",
        T("Nobody is responsible for the content", "内容の責任者がいない"),
    ),
    why(
        "why.times.available",
        "g.times",
        "",
        T(
            "A page that is up and wrong counts as a good page",
            "誤っていても表示されていれば良いページとみなされる",
        ),
        "e.it_measured",
        "policy",
    ),
    why(
        "why.full.radio",
        "g.full",
        "",
        T("The driver tells the depot, by radio", "運転手は無線で営業所に伝えるだけ"),
        "e.bus_book",
        "process",
    ),
    why(
        "why.full.book",
        "g.full",
        "why.full.radio",
        T("The depot writes it into a paper book", "営業所は紙の帳面に書く"),
        "e.bus_book",
    ),
    why(
        "why.full.system",
        "g.full",
        "why.full.book",
        T("Desk and operator share no system", "案内所と事業者に共通の仕組みがない"),
        "e.desk_seats",
    ),
    shares("g.owner", "d.board"),
    shares("g.owner", "d.bus"),
    shares("g.wait", "d.bus"),
    shares("g.times", "d.bus"),
    shares("g.full", "d.desk"),
    shares("g.signs", "d.desk"),
    shares("g.rewards", "d.people"),
]
