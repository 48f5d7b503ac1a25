"""More titles, headlines, surnames and damages than the first four sets had; drawn the same way."""

# ruff: noqa: D102, E501 - names say what is drawn; a line of a page is one line here

from __future__ import annotations

import re
from random import Random

from damage import HALF, HAN, damage
from vocabulary import CITIES, GIVEN_ONE, GIVEN_TWO, NEWS_SHAPES, SURNAMES, TITLE_SHAPES, Words

RARE_SURNAMES = "郗鲍费岑倪汤滕殷罗毕郝邬安乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强路危童颜梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓郁单杭洪包左崔吉钮龚楼党翟闫肖代付仝苑权逯练母"
MORE_TITLES = (
    "PM2.5暴露与{p}儿童哮喘发病的时间序列分析", "CT引导下穿刺活检在{a}中的应用价值", "非小细胞肺癌靶向治疗的研究进展", "《资本论》视域下的{a}问题",
    "“双碳”目标下{p}{a}的优化配置", "BIM技术在{p}某地铁车站中的应用", "{a}有利于{b}吗？", "如何理解{a}", "{a}：内涵、特征与趋势", "晚清{p}的社会变迁（1840—1911）",
    "基于改进YOLOv5的{a}目标检测算法", "{p}水稻土重金属Cd、Pb的分布特征", "谁在影响{a}？来自{p}的证据", "鲁迅《野草》的语言风格", "杜甫夔州诗考论",
    "1例新生儿肺炎患者的护理", "{a}与{b}：一个分析框架", "{p}{a}中的“内卷”现象及其治理", "超高效液相色谱-串联质谱法测定蔬菜中的农药残留", "浅谈中学语文课堂的提问艺术",
    "汉语“把”字句的认知研究", "关于{a}的几点思考", "再论{a}", "2022年{p}{a}发展报告", "Nd:YAG激光器的热效应研究", "高血压合并2型糖尿病患者血清IL-6水平的变化及临床意义",
)  # fmt: skip
MORE_HEADLINES = (
    "国家统计局：前三季度居民收入稳步增长", "{c}“{n}条”为企业减负", "新华时评：让{a}走得更稳", "外交部：愿同各方共同维护多边主义", "{p}将迎新一轮降温", "联合国秘书长呼吁加强{a}",
    "国际油价{n}日上涨", "人民币对美元中间价上调{n}个基点", "{c}女排3比1战胜对手", "特稿：一粒种子的旅程", "记者手记：在{c}过年", "《{c}史话》首发", "“十四五”期间{p}将新建{n}座水库",
    "欧洲三大股指全线下跌", "习俗里的中国：{c}人家", "高温来袭 多地发布预警", "山火肆虐 {c}万人撤离", "{c}：{n}家企业获授信", "我们为什么需要{a}", "一季度快递业务量同比增长{n}%",
    "美联储宣布加息{n}个基点", "（国际）地震致{n}人受伤", "体育总局发布{a}指南", "他把{a}种进了大山", "这里的夜市真热闹！",
)  # fmt: skip


class MoreWords(Words):
    """Half of the titles and headlines come from the longer lists."""

    def title(self) -> str:
        return self.fill(self.pick(MORE_TITLES if self.chance(0.6) else TITLE_SHAPES))

    def headline(self) -> str:
        return self.fill(self.pick(MORE_HEADLINES if self.chance(0.6) else NEWS_SHAPES))

    def person(self, *, odd: float = 0.12) -> str:
        if self.chance(0.5):
            return super().person(odd=odd)
        given = self.pick(GIVEN_ONE) if self.chance(0.4) else self.pick(GIVEN_TWO)
        return self.pick(RARE_SURNAMES + SURNAMES) + given

    def city(self) -> str:
        return self.pick(CITIES)


MORE_KINDS = ("clean", "tight", "half", "indented", "noisy", "wrapped", "scraped", "narrow", "spaced", "headers")


def damage_more(lines: list[str], kind: str, random: Random) -> str:
    """Damages of scrapes and of recognition that the first sets did not have; else those of ``damage``."""
    if kind == "indented":  # a scrape: two wide blanks before each line, no-break blanks behind
        return "\n".join("\u3000\u3000" + line + random.choice(("", " ", "\u00a0")) for line in lines) + "\n"
    if kind == "noisy":  # recognition sets blanks between glyphs here and there, and narrow marks
        return "\n".join(_noise(line.translate(HALF), random) for line in lines) + "\n"
    if kind == "wrapped":  # 40 characters a line, two blanks at the end of each, paragraphs parted by a blank line
        return "\n\n".join("  \n".join(line[at : at + 40] for at in range(0, len(line), 40)) for line in lines) + "\n"
    if kind == "scraped":  # three blank lines and trailing tabs
        return "\n\n\n" + "\t\n\n\n".join(lines) + "\n\n\n"
    if kind == "column":  # a narrow column of recognition, no blank lines; what is short stays whole
        return "\n".join("\n".join(_column(line, 26)) for line in lines) + "\n"
    if kind == "blankless":  # wide blanks shrunk or lost
        return "\n\n".join(re.sub("\u3000+| {2,}", random.choice((" ", " ", "")), line) for line in lines) + "\n"
    if kind == "footed":  # the print of a web page: address and page number below, the name of the site above
        foot = (
            f"http://www.example.cn/n/{random.randint(1000, 9999)}.html\u3000\u3000第 1 页 共 {random.randint(2, 5)} 页"
        )
        return "\n\n".join([*lines, foot]) + "\n"
    return damage(lines, kind, random)


def _column(line: str, width: int) -> list[str]:
    return [line] if len(line) <= width * 1.7 else [line[at : at + width] for at in range(0, len(line), width)]


def _noise(line: str, random: Random) -> str:
    return re.sub(HAN, lambda _: " " if random.random() < 0.04 else "", line)
