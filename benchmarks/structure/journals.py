"""Made heads of journal articles, one function a layout; each returns the lines of the page and what is true of it."""

# ruff: noqa: D102, E501 - names say what is drawn; a line of a page is one line here

from __future__ import annotations

from dataclasses import dataclass, field

from vocabulary import CLASSES, ENGLISH_SENTENCES, ENGLISH_TITLES, ENGLISH_WORDS, FOREIGN, JOURNALS, WORDS, Words

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


@dataclass
class Article:
    """What is true of one article, drawn at random."""

    w: Words
    title: str = ""
    authors: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    places: list[tuple[str, str, str]] = field(default_factory=list)
    where: list[int] = field(default_factory=list)
    said: dict[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        w = self.w
        self.title = w.title()
        self.authors = w.people(1, 5)
        self.keywords = w.random.sample(WORDS, w.random.randint(3, 5))
        self.places = [w.place() for _ in range(w.random.randint(1, 3) if len(self.authors) > 1 else 1)]
        self.where = [w.random.randint(1, len(self.places)) for _ in self.authors]
        self.where[: len(self.places)] = range(1, min(len(self.places), len(self.authors)) + 1)
        self.places = self.places[: max(self.where)]
        self.code = w.pick(CLASSES)
        self.doi = w.doi()
        self.journal = w.pick(JOURNALS)
        self.received = w.day()
        self.number = f"{w.random.randint(1000, 1999)}-{w.random.randint(1000, 9999)}({w.random.randint(2012, 2024)})0{w.random.randint(1, 9)}-0{w.random.randint(100, 280)}-0{w.random.randint(4, 9)}"

    def truth(self, *said: str) -> dict[str, object]:
        """The facts that the layout states, by name."""
        known: dict[str, object] = {"keywords": self.keywords, "classification": self.code, "doi": self.doi}
        return {"title": self.title, "authors": self.authors, **{name: known[name] for name in said}, **self.said}

    def spaced(self, name: str) -> str:
        """Names of two characters are set as wide as those of three."""
        return f"{name[0]}\u3000{name[1]}" if len(name) == 2 else name

    def marked(self, style: str, mark: str = "") -> list[str]:
        """Authors with the number of their institution."""
        out = []
        for name, at in zip(self.authors, self.where, strict=True):
            number = {
                "digit": str(at),
                "super": SUPERSCRIPTS[at],
                "html": f"<sup>{at}</sup>",
                "caret": f"^{{{at}}}",
                "math": f"$^{at}$",
                "paren": f"({at})",
                "bracket": f"[{at}]",
            }[style]
            out.append(name + (number if len(self.places) > 1 else ""))
        if mark:
            out[0] += mark
        return out

    def listed(self, *, comma: str = "，", numbered: bool | None = None) -> list[str]:
        several = len(self.places) > 1 if numbered is None else numbered
        return [
            f"{number}.{name}{comma}{city} {code}" if several else f"{name}{comma}{city} {code}"
            for number, (city, name, code) in enumerate(self.places, 1)
        ]

    def abstract(self) -> str:
        return self.w.paragraph()

    def body(self, number: int = 4, heads: tuple[str, ...] = ("一、引言", "二、理论分析")) -> list[str]:
        lines = []
        for index in range(number):
            if index < len(heads):
                lines.append(heads[index])
            lines.append(self.w.paragraph())
        return lines

    def english(self, *, label: str = "Abstract: ") -> list[str]:
        names = ", ".join(f"LI Ming{n}" for n in range(1, 3))
        words = "; ".join(self.w.random.sample(ENGLISH_WORDS, 3))
        return [
            self.w.pick(ENGLISH_TITLES),
            names,
            "(School of Economics, Anhui University, Hefei 230601, China)",
            label + " ".join(self.w.random.sample(ENGLISH_SENTENCES, 3)),
            "Key words: " + words,
        ]


Page = tuple[list[str], dict[str, object]]


def plain_labels(a: Article) -> Page:
    """Title, authors, institutions in parentheses, 摘要：, 关键词：, 中图分类号 and codes on one line."""
    return [
        a.title,
        "，".join(a.marked("digit")),
        "（" + "；".join(a.listed()) + "）",
        "摘　要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        f"中图分类号：{a.code}　　文献标识码：A　　文章编号：{a.number}",
        *a.body(),
    ], a.truth("keywords", "classification")


def brackets(a: Article) -> Page:
    """[摘要] and [关键词] in square brackets, author alone with a wide blank, notes at the foot."""
    return [
        a.title,
        " ".join(map(a.spaced, a.authors)),
        f"[摘要]{a.abstract()}",
        f"[关键词] {' '.join(a.keywords)}",
        f"[中图分类号]{a.code} [文献标识码]A [文章编号]{a.number}",
        *a.body(),
        f"[收稿日期]{a.received[0]}-{a.received[1]:02}-{a.received[2]:02}",
        f"[作者简介]{a.authors[0]}，{a.places[0][1]}教授，研究方向为区域经济。",
    ], a.truth("keywords", "classification")


def lenticular(a: Article) -> Page:
    """【标题】【作者】【机构】 fields, one a line, as data bases export them."""
    return [
        f"【标题】{a.title}",
        f"【作者】{'；'.join(a.authors)}",
        f"【机构】{'；'.join(p[1] for p in a.places)}",
        f"【刊名】{a.journal}",
        f"【摘要】{a.abstract()}",
        f"【关键词】{'；'.join(a.keywords)}",
        f"【分类号】{a.code}",
        f"【DOI】{a.doi}",
        *a.body(),
    ], a.truth("keywords", "classification", "doi")


def network_first(a: Article) -> Page:
    """The cover of a paper published online first, then the head again."""
    names = "，".join(a.authors)
    return [
        a.journal,
        "Journal of Regional Studies",
        "ISSN 2095-7572, CN 10-1223/F",
        f"《{a.journal}》网络首发论文",
        f"题目：{a.title}",
        f"作者：{names}",
        f"DOI：{a.doi}",
        f"网络首发日期：{a.received[0]}-{a.received[1]:02}-{a.received[2]:02}",
        f"引用格式：{names}．{a.title}[J/OL]．{a.journal}. https://doi.org/{a.doi}",
        a.title,
        " ".join(a.authors),
        "摘要: " + a.abstract(),
        "关键词: " + "; ".join(a.keywords),
        "中图分类号: " + a.code,
        *a.body(),
    ], a.truth("keywords", "classification", "doi")


def model_markdown(a: Article) -> Page:
    """Markdown of a recognition model: # title, authors with superscripts glued to the institutions."""
    return [
        f"# {a.title}",
        "，".join(a.marked("super")) + "（" + "；".join(a.listed(comma=",")) + "）",
        "摘要：" + a.abstract(),
        f"关键词：{'；'.join(a.keywords)}中图分类号：{a.code} 文献标识码：A",
        "# " + a.w.pick(ENGLISH_TITLES),
        "LI Ming¹， WANG Fang² (1. Anhui University, Hefei 230601, China)",
        "Abstract: " + " ".join(ENGLISH_SENTENCES[:3]),
        "Key words: " + "; ".join(ENGLISH_WORDS[:3]),
        "# 1引言",
        *a.body(3, ("",))[1:],
    ], a.truth("keywords", "classification")


def model_heading_names(a: Article) -> Page:
    """As above, the names taken for a heading."""
    return [
        f"# {a.title}",
        "# " + " ".join(a.authors),
        f"（{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]})",
        "【摘要】" + a.abstract(),
        f"【关键词】{'；'.join(a.keywords)}【中图分类号】{a.code} 【文献标识码】A【DOI】{a.doi}",
        "# 1 工程概况",
        a.w.paragraph(),
        "# 2 研究方法",
        a.w.paragraph(),
    ], a.truth("keywords", "classification", "doi")


def doi_line(a: Article) -> Page:
    """DOI and running head first, the head below, first-page notes in mid-text."""
    return [
        f"第{a.w.random.randint(10, 45)}卷 第{a.w.random.randint(1, 6)}期　　　{a.journal}　　　Vol. 43 No. 4",
        f"{a.received[0]}年7月",
        f"DOI:{a.doi}",
        a.title,
        ", ".join(a.marked("digit", "*")),
        *a.listed(),
        "摘 要:" + a.abstract(),
        "关键词:" + ";".join(a.keywords),
        f"中图分类号:{a.code} 文献标志码:A",
        "0 引言",
        a.w.paragraph(),
        f"收稿日期:{a.received[0]}-{a.received[1]:02}-{a.received[2]:02};修回日期:{a.received[0]}-12-25",
        "基金项目:国家自然科学基金项目(51476053)",
        f"作者简介:{a.authors[0]}(1984-),男,副教授,主要研究方向为区域经济。",
        a.w.paragraph(),
        "1 研究方法",
        a.w.paragraph(),
    ], a.truth("keywords", "classification", "doi")


def social(a: Article) -> Page:
    """Social sciences: 内容提要, 关键词 with blanks, affiliation in the note under the first page."""
    return [
        a.title,
        "■ " + " ".join(a.authors),
        "内容提要：" + a.abstract(),
        "关键词：" + "　".join(a.keywords),
        *a.body(),
        f"作者简介：{a.authors[0]}，{a.places[0][1]}副教授。",
    ], a.truth("keywords")


def subtitle(a: Article) -> Page:
    """A title with a subtitle in a line of its own."""
    a.title = a.w.fill("{a}与{b}的互动")
    second = a.w.fill("——基于{p}的考察")
    a.said["subtitle"] = second
    return [
        a.title,
        second,
        "  ".join(map(a.spaced, a.authors)),
        f"（{a.places[0][1]}　{a.places[0][0]}　{a.places[0][2]}）",
        "摘要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        *a.body(),
    ], a.truth("keywords")


def author_label(a: Article) -> Page:
    """作者： and 单位： labels under a title, as web pages set them."""
    return [
        a.title,
        f"作者：{'、'.join(a.authors)}",
        f"作者单位：{a.places[0][1]}",
        f"来源：《{a.journal}》{a.received[0]}年第{a.w.random.randint(1, 12)}期",
        "摘要：" + a.abstract(),
        "关键词：" + "、".join(a.keywords),
        *a.body(),
    ], a.truth("keywords")


def english_first(a: Article) -> Page:
    """An English block between the Chinese head and the text."""
    return [
        a.title,
        " ".join(a.marked("super")),
        *[f"({line})" for line in a.listed(comma=", ")],
        "摘要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        f"中图分类号：{a.code}",
        *a.english(),
        *a.body(),
    ], a.truth("keywords", "classification")


def sup_tags(a: Article) -> Page:
    """HTML superscripts and a running number in front."""
    return [
        f"编号：{a.w.random.randint(100000, 199999)}",
        f"# {a.title}",
        " ".join(a.marked("html")),
        "(" + " ".join(a.listed(comma=", ")) + ")",
        "**摘要**：" + a.abstract(),
        "**关键词**：" + "；".join(a.keywords),
        "## 1. 引言",
        a.w.paragraph(),
        "## 2. 方法",
        a.w.paragraph(),
    ], a.truth("keywords")


def math_marks(a: Article) -> Page:
    """Superscripts as LaTeX, an asterisk for the corresponding author."""
    return [
        f"# {a.title}",
        "，".join(a.marked("math", "*")),
        "（" + "；".join(a.listed()) + "）",
        "## 摘要",
        a.abstract(),
        f"关键词：{'；'.join(a.keywords)}",
        f"DOI：{a.doi}",
        "## 1 引言",
        a.w.paragraph(),
        "## 2 数据与方法",
        a.w.paragraph(),
    ], a.truth("keywords", "doi")


def thesis(a: Article) -> Page:
    """The cover of a thesis, labels with blanks inside."""
    a.authors = a.authors[:1]
    return [
        "分类号 " + a.code,
        "学校代码：10999",
        "硕士学位论文",
        f"论文题目：{a.title}",
        f"作者姓名：{a.spaced(a.authors[0])}",
        "指导教师：陆文 教授",
        "学科专业：区域经济学",
        f"{a.received[0]}年6月",
        "摘 要",
        a.abstract(),
        "关键词：" + "；".join(a.keywords),
        "第一章 绪论",
        a.w.paragraph(),
        "第二章 文献综述",
        a.w.paragraph(),
    ], a.truth("keywords")


def medical(a: Article) -> Page:
    """Medicine: names with blanks, structured abstract, institution below without parentheses."""
    return [
        a.title,
        "  ".join(map(a.spaced, a.authors)),
        f"{a.places[0][2]} {a.places[0][0]}，{a.places[0][1]}",
        f"【摘要】 目的 {a.w.fill('探讨{a}的效果。')} 方法 {a.w.paragraph(low=1, high=2)} 结果 {a.w.paragraph(low=1, high=2)} 结论 {a.w.paragraph(low=1, high=1)}",
        "【关键词】 " + "； ".join(a.keywords),
        f"DOI：{a.doi}",
        "1 资料与方法",
        a.w.paragraph(),
        "2 结果",
        a.w.paragraph(),
    ], a.truth("keywords", "doi")


def foreign(a: Article) -> Page:
    """A foreign author among the others, translated by somebody."""
    a.authors = [*a.authors[:2], a.w.pick(FOREIGN)]
    return [
        a.title,
        "，".join(a.authors),
        f"({a.places[0][1]}，{a.places[0][0]} {a.places[0][2]})",
        "摘要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        f"中图分类号：{a.code}",
        *a.body(),
    ], a.truth("keywords", "classification")


def bare(a: Article) -> Page:
    """Nothing but title, names, abstract, keywords; each name on a line with its institution."""
    lines = [f"{a.spaced(name)}（{a.places[at - 1][1]}）" for name, at in zip(a.authors, a.where, strict=True)]
    return [a.title, *lines, "摘要 " + a.abstract(), "关键词 " + "；".join(a.keywords), *a.body()], a.truth("keywords")


def running_heads(a: Article) -> Page:
    """Page headers between the parts: journal and page, authors and short title."""
    return [
        f"· {a.w.random.randint(10, 150)} ·",
        f"{a.journal} {a.received[0]}年第{a.w.random.randint(1, 12)}期",
        "·经济研究·",
        a.title,
        "　".join(map(a.spaced, a.authors)),
        "摘要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        f"中图分类号：{a.code}  文献标识码：A  文章编号：{a.number}",
        "一、问题的提出",
        a.w.paragraph(),
        f"{a.authors[0]}等：{a.title}",
        str(a.w.random.randint(10, 150)),
        a.w.paragraph(),
        "二、理论框架",
        a.w.paragraph(),
    ], a.truth("keywords", "classification")


FIRST = (
    plain_labels,
    brackets,
    lenticular,
    network_first,
    model_markdown,
    model_heading_names,
    doi_line,
    social,
    subtitle,
    author_label,
    english_first,
    sup_tags,
    math_marks,
    thesis,
    medical,
    foreign,
    bare,
    running_heads,
)


def glued_head(a: Article) -> Page:
    """Names, institutions and abstract in one paragraph, as recognition models run them together."""
    return [
        f"# {a.title}",
        "，".join(a.marked("digit")) + "(" + "；".join(a.listed()) + ")",
        "摘要：" + a.abstract(),
        f"关键词：{'；'.join(a.keywords)} 中图分类号：{a.code} doi: {a.doi}",
        "# 0 引言",
        a.w.paragraph(),
        "# 1 模型",
        a.w.paragraph(),
    ], a.truth("keywords", "classification", "doi")


def circled(a: Article) -> Page:
    """Circled numbers point to institutions in parentheses of their own."""
    names = [f"{name}{'①②③④⑤'[at - 1]}" for name, at in zip(a.authors, a.where, strict=True)]
    places = "".join(f"{'①②③④⑤'[n]}({p[1]} {p[0]} {p[2]})" for n, p in enumerate(a.places))
    return [
        f"# {a.title}",
        " ".join(names),
        places,
        "摘要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        f"中图分类号：{a.code} 文献标识码：A 文章编号：{a.number}",
        *a.body(),
    ], a.truth("keywords", "classification")


def codes_first(a: Article) -> Page:
    """Class, code and number of the article above its title."""
    return [
        f"中图分类号：{a.code}　　文献标志码：A　　文章编号：{a.number}",
        a.title,
        "，".join(a.marked("super")),
        "（" + "；".join(a.listed()) + "）",
        "摘　要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        *a.body(),
    ], a.truth("keywords", "classification")


def english_abstract_first(a: Article) -> Page:
    """The English abstract above the Chinese head's abstract."""
    title, names, place, abstract, words = a.english()
    return [
        a.title,
        "  ".join(a.authors),
        f"({a.places[0][1]}, {a.places[0][0]} {a.places[0][2]})",
        title,
        names,
        place,
        abstract,
        words,
        "摘 要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        *a.body(),
    ], a.truth("keywords")


def label_above_value(a: Article) -> Page:
    """Labels on lines of their own, values below them."""
    return [
        a.title,
        " ".join(a.authors),
        a.places[0][1],
        "摘要：",
        a.abstract(),
        "关键词：",
        "；".join(a.keywords) + "；",
        "基金资助：",
        "国家社会科学基金项目（23BJL001）；",
        "DOI：",
        a.doi,
        "分类号：",
        a.code,
        *a.body(),
    ], a.truth()


def record(a: Article) -> Page:
    """A data base record with half-width colons."""
    return [
        f"题名: {a.title}",
        f"作者: {'; '.join(a.authors)}",
        f"机构: {a.places[0][1]}",
        f"出处: {a.journal}, {a.received[0]}(3): 15-27",
        "关键词: " + "; ".join(a.keywords),
        f"分类号: {a.code}",
        "摘要: " + a.abstract(),
        *a.body(),
    ], a.truth("keywords", "classification")


def law(a: Article) -> Page:
    """One author with a star, labels without colons, the note at the foot of the page."""
    a.authors = a.authors[:1]
    return [
        a.title,
        a.spaced(a.authors[0]) + "*",
        "内容摘要　" + a.abstract(),
        "关键词　" + "　".join(a.keywords),
        *a.body(2),
        f"*{a.places[0][1]}教授，法学博士。本文系国家社会科学基金项目“{a.w.title()}”（23BFX001）的阶段性成果。",
        a.w.paragraph(),
    ], a.truth()


def magazine(a: Article) -> Page:
    """文/… below the title, the author's post at the end."""
    a.authors = a.authors[:2]
    return [a.title, "文/" + " ".join(a.authors), *a.body(4, ()), f"（作者系{a.places[0][1]}教授）"], a.truth()


def one_line_fields(a: Article) -> Page:
    """标题 作者 来源 时间 on one line, as portals print them."""
    return [
        f"标题：{a.title}　作者：{'、'.join(a.authors)}　来源：《{a.journal}》　时间：{a.received[0]}-{a.received[1]:02}-{a.received[2]:02}",
        "摘要：" + a.abstract(),
        *a.body(),
    ], a.truth()


def bold_labels(a: Article) -> Page:
    """Markdown: bold labels, superscripts between carets."""
    names = [f"{name}^{at}^" for name, at in zip(a.authors, a.where, strict=True)]
    return [
        f"# **{a.title}**",
        ", ".join(names),
        *(f"{n}. {p[1]}, {p[0]} {p[2]}" for n, p in enumerate(a.places, 1)),
        "**摘要：** " + a.abstract(),
        "**关键词：** " + "；".join(a.keywords),
        f"**DOI：** {a.doi}",
        "## 一、引言",
        a.w.paragraph(),
        "## 二、文献综述",
        a.w.paragraph(),
    ], a.truth("keywords", "doi")


def slash_author(a: Article) -> Page:
    """作者／names between blanks; the abstract set as 提要."""
    return [
        a.title,
        "作　者／" + "　".join(map(a.spaced, a.authors)),
        "提　要：" + a.abstract(),
        "关键词：" + "、".join(a.keywords),
        *a.body(),
    ], a.truth("keywords")


def names_below_each_other(a: Article) -> Page:
    """Each name on its line, then the institution."""
    return [
        a.title,
        *map(a.spaced, a.authors),
        f"（{a.places[0][1]}）",
        "摘要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        *a.body(),
    ], a.truth("keywords")


def star_note(a: Article) -> Page:
    """A star behind the title for the fund, notes in the middle of the page."""
    return [
        a.title + "*",
        " ".join(a.authors),
        "摘要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        "一、引言",
        a.w.paragraph(),
        "*基金项目：国家社会科学基金项目（23BJL001）。",
        f"作者简介：{a.authors[0]}（1980—），女，{a.places[0][1]}教授。",
        a.w.paragraph(),
        "二、结论",
        a.w.paragraph(),
    ], a.truth("keywords")


def journal_banner(a: Article) -> Page:
    """The banner of a journal with volume, date and English name above the head."""
    return [
        a.journal.upper(),
        f"{a.received[0]}年第{a.w.random.randint(1, 12)}期（总第{a.w.random.randint(100, 400)}期）",
        "专题研究",
        a.title,
        "□ " + "　".join(a.authors),
        "〔摘　要〕" + a.abstract(),
        "〔关键词〕" + "；".join(a.keywords),
        f"〔中图分类号〕{a.code}　〔文献标识码〕A　〔文章编号〕{a.number}",
        *a.body(),
    ], a.truth("keywords", "classification")


def degree_names(a: Article) -> Page:
    """Names with the institution in front of them and DOI below the title."""
    return [
        a.title,
        f"DOI：{a.doi}",
        f"{a.places[0][1]}　" + "　".join(a.authors),
        "摘要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        *a.body(),
    ], a.truth("keywords", "doi")


SECOND = (
    glued_head,
    circled,
    codes_first,
    english_abstract_first,
    label_above_value,
    record,
    law,
    magazine,
    one_line_fields,
    bold_labels,
    slash_author,
    names_below_each_other,
    star_note,
    journal_banner,
    degree_names,
)


def label_brackets_authors(a: Article) -> Page:
    """［作者］ in full-width square brackets above the abstract."""
    return [
        a.title,
        f"［作者］{'、'.join(a.authors)}",
        f"［摘　要］{a.abstract()}",
        f"［关键词］{'；'.join(a.keywords)}",
        f"［中图分类号］{a.code}",
        *a.body(),
    ], a.truth("keywords", "classification")


def author_with_post(a: Article) -> Page:
    """作者：name（institution and post）."""
    a.authors = a.authors[:1]
    return [
        a.title,
        f"作者：{a.authors[0]}（{a.places[0][1]}教授）",
        f"原载《{a.journal}》{a.received[0]}年第3期",
        *a.body(4, ()),
    ], a.truth()


def english_title_first(a: Article) -> Page:
    """The English title above the Chinese one, DOI line first."""
    title, names, place, abstract, words = a.english()
    return [
        f"doi: {a.doi}",
        a.title,
        " ".join(a.marked("super")),
        *[f"({line})" for line in a.listed(comma=" ")],
        "摘要 " + a.abstract(),
        "关键词 " + "; ".join(a.keywords),
        f"中图法分类号 {a.code}",
        title,
        names,
        place,
        abstract,
        words,
        "1 引言",
        a.w.paragraph(),
        "2 模型",
        a.w.paragraph(),
    ], a.truth("keywords", "classification", "doi")


def translated(a: Article) -> Page:
    """A foreign author and a translator."""
    person = a.w.pick(("约翰·史密斯", "玛丽亚·罗西", "皮埃尔·杜邦"))
    translator = a.authors[0]
    a.authors = [person]
    return [
        a.title,
        f"[美]{person} 著　{translator} 译",
        "摘要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        *a.body(),
    ], {**a.truth("keywords")}


def running_title_page(a: Article) -> Page:
    """Page header with authors and short title first, then the head."""
    return [
        f"第{a.w.random.randint(1, 12)}期　　　{a.authors[0]}等：{a.title}　　　{a.w.random.randint(3, 99)}"
        if len(a.authors) > 1
        else "学术论文",
        a.title,
        "　".join(a.authors),
        f"（{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}）",
        "提　要　" + a.abstract(),
        "关键词　" + "　".join(a.keywords),
        *a.body(),
    ], a.truth("keywords")


def long_title_two_lines(a: Article) -> Page:
    """A title of two lines, the second its subtitle in parentheses."""
    return [
        a.title + "（上）",
        "，".join(a.authors),
        "摘要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        *a.body(),
    ], {**a.truth("keywords"), "title": a.title + "（上）"}


def corresponding(a: Article) -> Page:
    """Envelope and triangle marks, notes with contact between authors and abstract."""
    names = a.marked("digit")
    names[-1] += "✉"
    return [
        a.title,
        "，".join(names),
        *a.listed(),
        "✉通信作者，E-mail: author@example.org",
        "收稿日期: 2023-01-05; 修回日期: 2023-03-01; 接受日期: 2023-04-01",
        "基金: 国家自然科学基金(41871184)",
        "摘要: " + a.abstract(),
        "关键词: " + ", ".join(a.keywords),
        "1 引言",
        a.w.paragraph(),
        "2 方法",
        a.w.paragraph(),
    ], a.truth("keywords")


def dissertation_page(a: Article) -> Page:
    """Title page of a thesis in two columns of labels."""
    a.authors = a.authors[:1]
    return [
        "东海大学硕士学位论文",
        a.title,
        f"学生姓名：{a.authors[0]}　　学号：20210012",
        "指导教师：陆文 教授　　专业：区域经济学",
        "摘要",
        a.abstract(),
        "关键词：" + "，".join(a.keywords),
        "Abstract",
        "This paper studies the mechanism.",
        "1 绪论",
        a.w.paragraph(),
        "2 综述",
        a.w.paragraph(),
    ], a.truth("keywords")


def conference(a: Article) -> Page:
    """Names with e-mail addresses below."""
    return [
        a.title,
        " ".join(a.authors),
        a.places[0][1],
        "author@example.edu.cn",
        "摘要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        *a.body(),
    ], a.truth("keywords")


THIRD = (
    label_brackets_authors,
    author_with_post,
    english_title_first,
    translated,
    running_title_page,
    long_title_two_lines,
    corresponding,
    dissertation_page,
    conference,
)


def open_access(a: Article) -> Page:
    """The text of an open-access page: marks set apart by blanks, keywords by wide blanks, English block, dates."""
    names = " , ".join(f"{name} {at}" for name, at in zip(a.authors, a.where, strict=True))
    title, authors, place, abstract, words = a.english()
    return [
        a.title,
        names,
        " ".join(f"{n}. {p[1]}, {p[0]} {p[2]}" for n, p in enumerate(a.places, 1)),
        title,
        authors,
        place,
        f"摘要： {a.abstract()}",
        "关键词： " + "     ".join(a.keywords),
        abstract,
        words,
        f"引用本文： {', '.join(a.authors)}. {a.title}[J]. {a.journal}, {a.received[0]}, 12(3): 15-27.",
        "1. 引言",
        a.w.paragraph(),
        "2. 方法",
        a.w.paragraph(),
    ], a.truth("keywords")


def citation_first(a: Article) -> Page:
    """How to cite, above the head; DOI and dates below it."""
    return [
        f"引用格式: {', '.join(a.authors)}. {a.title}[J]. {a.journal}, {a.received[0]}, 12(3): 15-27. DOI: {a.doi}",
        a.title,
        "，".join(a.marked("super")),
        *a.listed(),
        f"收稿日期：{a.received[0]}-01-05　　录用日期：{a.received[0]}-03-01",
        "摘要：" + a.abstract(),
        "关键词：" + "；".join(a.keywords),
        *a.body(),
    ], a.truth("keywords", "doi")


def journal_line_first(a: Article) -> Page:
    """Journal, year and pages on the first line; single author with a wide blank."""
    a.authors = a.authors[:1]
    return [
        f"《{a.journal}》{a.received[0]}年第{a.w.random.randint(1, 12)}期",
        a.title,
        a.spaced(a.authors[0]),
        f"({a.places[0][1]}，{a.places[0][0]}{a.places[0][2]})",
        "[摘　要] " + a.abstract(),
        "[关键词] " + "；".join(a.keywords),
        f"[中图分类号] {a.code}　[文献标识码] A",
        *a.body(),
    ], a.truth("keywords", "classification")


def notes_after_keywords(a: Article) -> Page:
    """Fund and author in notes between the keywords and the text."""
    return [
        a.title,
        " ".join(map(a.spaced, a.authors)),
        "摘　要　" + a.abstract(),
        "关键词　" + "　".join(a.keywords),
        f"* 本文受国家社会科学基金项目（23BJL001）资助。{a.authors[0]}，{a.places[0][1]}教授，电子信箱：a@example.org。",
        "一、引言",
        a.w.paragraph(),
        "二、理论框架",
        a.w.paragraph(),
    ], a.truth()


def commentary(a: Article) -> Page:
    """No abstract at all: title, author and post, text in numbered parts."""
    a.authors = a.authors[:1]
    return [
        a.title,
        f"{a.authors[0]}",
        f"（作者单位：{a.places[0][1]}）",
        a.w.paragraph(),
        "一、现实基础",
        a.w.paragraph(),
        "二、路径选择",
        a.w.paragraph(),
    ], a.truth()


def bilingual_lines(a: Article) -> Page:
    """Chinese and English lines in turn."""
    title, names, _, abstract, words = a.english()
    return [
        a.title,
        title,
        "　".join(a.authors),
        names,
        f"（{a.places[0][1]}　{a.places[0][0]}　{a.places[0][2]}）",
        "摘要：" + a.abstract(),
        abstract,
        "关键词：" + "；".join(a.keywords),
        words,
        *a.body(),
    ], a.truth("keywords")


FOURTH = (open_access, citation_first, journal_line_first, notes_after_keywords, commentary, bilingual_lines)
