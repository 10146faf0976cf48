"""Departments, stakeholders, guides and themes (B1, B2, B3). All of it is illustrative."""

from cxstudio.model import Department, Guide, Question, Stakeholder, Theme
from cxstudio.sample.rows import At, Row, T, row


def department(key: str, name: T, function: str, facing: bool, role: T, measured_on: T) -> Row:
    return row(
        key,
        Department,
        name=name,
        function=function,
        customer_facing=facing,
        role=role,
        measured_on=measured_on,
    )


def stakeholder(
    key: str, role: T, department: str, influence: int, interest: int, attitude: str, notes: T
) -> Row:
    return row(
        key,
        Stakeholder,
        role=role,
        department_id=At(department),
        influence=influence,
        interest=interest,
        attitude=attitude,
        notes=notes,
    )


def questions(guide: str, *texts: T) -> list[Row]:
    return [
        row(f"{guide}.{number}", Question, guide_id=At(guide), text=text)
        for number, text in enumerate(texts, start=1)
    ]


DEPARTMENTS = [
    department(
        "d.board",
        T("Tourism promotion", "観光誘客"),
        "marketing",
        True,
        T(
            "Writes the official pages and campaigns, and so decides what visitors expect before they leave home.",
            "公式サイトと広報を担う。出発前の来訪者が何を期待するかを決めている。",
        ),
        T("Page views and overnight guests", "ページ閲覧数と延べ宿泊者数"),
    ),
    department(
        "d.desk",
        T("Visitor information", "観光案内"),
        "service",
        True,
        T(
            "Runs the desk at Fukui station, the first person whom visitors meet.",
            "福井駅の案内所を運営する。来訪者が最初に会う人である。",
        ),
        T("People at the counter", "窓口対応の人数"),
    ),
    department(
        "d.bus",
        T("Bus operator (partner)", "バス事業者（委託先）"),
        "operations",
        True,
        T(
            "Carries visitors from the station to the sights under a contract with the prefecture.",
            "県との契約により、駅から観光地まで来訪者を運ぶ。",
        ),
        T("Cost per kilometre, punctuality", "走行1kmあたりの費用、定時運行率"),
    ),
    department(
        "d.product",
        T("Destinations and products", "観光地・商品づくり"),
        "product",
        True,
        T(
            "Plans tickets, tours and facilities with the sights, inns and restaurants.",
            "観光地、宿、飲食店とともに、切符、ツアー、施設を企画する。",
        ),
        T("Tickets and packages sold", "切符と商品の販売数"),
    ),
    department(
        "d.transport",
        T("Transport policy", "交通政策"),
        "management",
        False,
        T(
            "Orders bus services. Meets no visitor, yet its contract sets every connection.",
            "バス路線を発注する。来訪者とは会わないが、接続はすべてこの契約で決まる。",
        ),
        T("Subsidy per resident carried", "住民1人あたりの補助額"),
    ),
    department(
        "d.digital",
        T("Digital and IT", "デジタル・情報システム"),
        "it",
        False,
        T(
            "Runs the systems in which timetables and opening hours are kept.",
            "時刻表と営業時間を持つシステムを運用する。",
        ),
        T("Availability of systems", "システムの稼働率"),
    ),
    department(
        "d.finance",
        T("Finance and budget", "財政・予算"),
        "finance",
        False,
        T(
            "Decides each February what can be tried, one fiscal year at a time.",
            "毎年2月に、何を試せるかを単年度で決める。",
        ),
        T("Budget kept", "予算の執行率"),
    ),
    department(
        "d.people",
        T("Recruiting and training", "採用・研修"),
        "recruiting",
        False,
        T(
            "Finds and trains desk staff and guides; six of ten are seasonal.",
            "案内員とガイドを採用し育てる。10人に6人は季節雇用である。",
        ),
        T("Posts filled by April", "4月時点の充足率"),
    ),
]

STAKEHOLDERS = [
    stakeholder(
        "s.director",
        T("Director, tourism promotion", "観光誘客 部長"),
        "d.board",
        5,
        4,
        "supporter",
        T(
            "Wants one message for the assembly in September.",
            "9月議会に向けて、一つの主張にまとめたいと考えている。",
        ),
    ),
    stakeholder(
        "s.editor",
        T("Web editor, tourism promotion", "観光誘客 ウェブ編集担当"),
        "d.board",
        2,
        4,
        "supporter",
        T(
            "Corrects bus times by hand when visitors write in.",
            "来訪者から連絡があるたび、バスの時刻を手で直している。",
        ),
    ),
    stakeholder(
        "s.desk",
        T("Lead of the station desk", "駅案内所 責任者"),
        "d.desk",
        2,
        5,
        "champion",
        T(
            "Keeps own sheet of routes. The best source on what visitors ask.",
            "自作の経路図を持つ。来訪者が何を尋ねるかを最もよく知る。",
        ),
    ),
    stakeholder(
        "s.transport",
        T("Officer for bus contracts", "バス契約の担当者"),
        "d.transport",
        4,
        3,
        "neutral",
        T(
            "Open to a visitor clause if somebody else answers for it.",
            "責任者が別にいるなら、来訪者に関する条項を入れてよいという立場である。",
        ),
    ),
    stakeholder(
        "s.bus",
        T("Planner at the bus operator", "バス事業者 運行計画担当"),
        "d.bus",
        4,
        2,
        "sceptic",
        T(
            "Short of drivers; fears promises made over the operator’s head.",
            "運転手が不足している。頭越しに約束されることを警戒する。",
        ),
    ),
    stakeholder(
        "s.digital",
        T("Head of digital services", "デジタル推進 課長"),
        "d.digital",
        3,
        3,
        "neutral",
        T(
            "Has the technical means and no owner for the content.",
            "技術はあるが、内容に責任を持つ人がいない。",
        ),
    ),
    stakeholder(
        "s.finance",
        T("Budget officer", "予算担当"),
        "d.finance",
        4,
        1,
        "sceptic",
        T("Asks what would be stopped in exchange.", "代わりに何をやめるのかを問う。"),
    ),
    stakeholder(
        "s.product",
        T("Manager for destinations", "観光地担当 課長"),
        "d.product",
        3,
        4,
        "supporter",
        T(
            "Works with the dinosaur museum and the hot-spring inns.",
            "恐竜博物館と温泉旅館との窓口である。",
        ),
    ),
    stakeholder(
        "s.people",
        T("Training officer", "研修担当"),
        "d.people",
        2,
        3,
        "supporter",
        T(
            "Would add two hours on routes to the spring course.",
            "春の研修に経路案内を2時間加える用意がある。",
        ),
    ),
    stakeholder(
        "s.inn",
        T("Speaker of the hot-spring inns", "温泉旅館の代表"),
        "d.product",
        3,
        5,
        "champion",
        T(
            "Inns already drive guests from the station when asked.",
            "頼まれれば、宿がすでに駅から客を送迎している。",
        ),
    ),
]

GUIDES = [
    row(
        "q.staff",
        Guide,
        name=T("Staff and partners", "現場と関係先"),
        audience=T(
            "Those who serve visitors or decide what serves them",
            "来訪者に応対する人、その仕組みを決める人",
        ),
    ),
    *questions(
        "q.staff",
        T("What does a normal day in your work look like?", "ふだんの一日はどのようなものですか。"),
        T("Which questions do visitors ask most often?", "来訪者から最も多い質問は何ですか。"),
        T(
            "Where do visitors get stuck, and how do you notice?",
            "来訪者はどこで困りますか。それにどう気づきますか。",
        ),
        T(
            "What would you need to see on your screen to help?",
            "手助けするために、画面に何が見えているとよいですか。",
        ),
        T("Whom do you call when you cannot answer?", "答えられないとき、誰に連絡しますか。"),
        T("What is measured and rewarded in your work?", "仕事で測られ、評価されるのは何ですか。"),
        T("What has been tried before?", "これまでに何を試しましたか。"),
    ),
    row(
        "q.visitor",
        Guide,
        name=T("Visitors, after the trip", "来訪者（旅行後）"),
        audience=T("Visitors within two weeks of their trip", "旅行から2週間以内の来訪者"),
    ),
    *questions(
        "q.visitor",
        T("How did you plan this trip?", "今回の旅をどのように計画しましたか。"),
        T("What happened after you arrived?", "着いてから何がありましたか。"),
        T("Which part of the day was hardest?", "一日で最も大変だったのはどこですか。"),
        T("Which part would you like to have again?", "もう一度味わいたいのはどこですか。"),
        T("What will you tell your friends?", "友人に何と話しますか。"),
    ),
]

THEMES = [
    row(f"theme.{key}", Theme, name=name)
    for key, name in {
        "connections": T("Connections", "乗り継ぎ"),
        "frequency": T("Number of services", "便数"),
        "last": T("Last departure", "最終便"),
        "full": T("Full buses", "満席"),
        "info": T("Information on transport", "交通の情報"),
        "help": T("Personal help", "人による案内"),
        "wayfinding": T("Finding the way", "道しるべ"),
        "meals": T("Meals and opening hours", "食事と営業時間"),
        "museum": T("Dinosaur museum", "恐竜博物館"),
        "ownership": T("Who is responsible", "責任の所在"),
    }.items()
]

ROWS = [*DEPARTMENTS, *STAKEHOLDERS, *GUIDES, *THEMES]
