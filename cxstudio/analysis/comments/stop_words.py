"""Words that say nothing about an experience, and are no terms of their own."""

ENGLISH = frozenset(
    """
    a about after again all also always am an and any are as at be because been before being both
    but by can could did do does doing done during each etc even ever every few for from get gets
    getting go goes going got had has have having he her here hers him his how i if in into is it
    its itself just lot lots made make makes many may maybe me might more most much must my myself
    na of off on once one only or other our ours out over own per please quite rather really same
    she should since so some something such than that the their theirs them then there these they
    thing things think this those though thought through to too two under until up us use used very
    was way we well were what when where which while who whom whose why will with would yes yet you
    your yours i'm i've it's that's there's we're we've they're you're i'd we'd i'll we'll im ive
    above across along already although among another anybody anyone around away back became become
    below beside besides between beyond came come comes coming couple else ended ends everybody
    everyone everything everywhere find found gave give given gives giving gone guess however i'd
    instead keep keeps kept know known let lets like liked mine near need needed needs
    nobody none nowhere often ok okay onto opinion please put puts say saying says said seem seemed
    seems several sometimes somewhat soon sort still sure take taken takes taking tell told took
    toward towards try trying unless upon usually want wanted wants whatever whether whole wish
    within world would've yourself thanks thank
    bit didn doesn don wasn weren couldn wouldn isn aren comment comments nothing none anything
    """.split()
)

DENIED_THROUGH = frozenset(
    """a all an any as at be been being do does enough even ever feel get had has have is it more
    much of quite really so such that the there this too very was were with""".split()
)
"""Words over which a denial reaches: "was not at all clean" says not clean."""

NEGATIONS = frozenset(["no", "not", "never", "nor", "without", "cannot", "hardly"])

JAPANESE = frozenset(
    """
    事 物 為 時 方 等 所 様 風 的 訳 筈 儘 他 者 際 中 内 前 後 上 下 間 側 辺 度 点 件 位
    程 分 感じ なし こと もの とき ところ ほう わけ よう ため うち 特 無し 特に 何 此れ 其れ 彼れ
    此処 其処 誰 私 僕 自分 今回 今 今日 本当 全て 全部 一番 色々 普通 多分 必要 感 思う
    言う 有る 居る 為る 成る 出来る 行く 来る 見る 遣る 頂く 下さる 貰う 呉れる 感ずる
    感じる 思える 良い 無い 有り難う 宜しい 宜しく 御座る 可能 回答 アンケート さん 様々
    結構 皆 人
    """.split()
)
