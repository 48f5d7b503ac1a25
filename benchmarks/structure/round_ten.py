"""Tenth set of made heads: forms of real sites and first pages of journals; the wires are in round_ten_wires.py."""

# ruff: noqa: E501 - the docstring of a layout would say its name again; a line of a page is one line here

from __future__ import annotations

from journals import Article, Page
from round_ten_wires import WIRES

KINDS = ("clean", "tight", "half", "indented", "noisy", "column", "blankless", "footed", "wrapped", "headers")
SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"
CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨"

__all__ = ["JOURNALS", "KINDS", "WIRES"]


def _day(a: Article, form: str = "{}-{:02}-{:02}") -> str:
    return form.format(*a.received)


def _note(a: Article, name: str) -> str:
    born = a.w.random.randint(1960, 1995)
    sex, home = a.w.pick("男女"), a.w.pick(("山东济南人", "安徽合肥人", "河南信阳人", "湖南长沙人"))
    return f"{name}（{born}—），{sex}，{home}，{a.places[0][1]}教授，博士，主要从事{a.w.pick(a.keywords)}研究"


def _fund(a: Article) -> str:
    return f"国家社会科学基金项目（{a.w.random.randint(10, 23)}BJL{a.w.random.randint(100, 999)}）"


def _bracketed(a: Article) -> list[str]:
    return [f"[摘　要]{a.abstract()}", f"[关键词]{'；'.join(a.keywords)}"]


def _coloned(a: Article) -> list[str]:
    return [f"摘要：{a.abstract()}", f"关键词：{'；'.join(a.keywords)}"]


def university_acta(a: Article) -> Page:
    a.title = a.w.fill("{a}与{b}的互动关系研究")
    second = a.w.fill("——基于{p}的考察")
    a.said["subtitle"] = second
    return [
        f"第{a.w.random.randint(20, 45)}卷　第{a.received[1]}期",
        "北方大学学报（社会科学版）",
        f"{a.received[0]}年{a.received[1]}月",
        "JOURNAL OF NORTHERN UNIVERSITY(SOCIAL SCIENCE EDITION)",
        f"Vol.38　No.{a.received[1]}",
        f"DOI：{a.doi}",
        a.title,
        second,
        "，".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        "（" + "；".join(f"{n}.{name}，{city}　{code}" for n, (city, name, code) in enumerate(a.places, 1)) + "）",
        f"摘　要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}　　文献标志码：A　　文章编号：{a.number}",
        a.w.paragraph(),
        f"收稿日期：{_day(a)}",
        f"基金项目：{_fund(a)}",
        f"作者简介：{_note(a, a.authors[0])}。",
        a.w.paragraph(),
        "一、文献综述",
        a.w.paragraph(),
    ], a.truth("keywords", "classification", "doi")


def medical_association(a: Article) -> Page:
    return [
        "·临床研究·",
        a.title,
        " ".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        " ".join(f"{n}{name}，{city} {code}；" for n, (city, name, code) in enumerate(a.places, 1)).rstrip("；"),
        f"通信作者：{a.authors[-1]}，Email：zhang@126.com，电话：0371-66913114",
        f"【摘要】 目的 {a.w.paragraph(low=1, high=1)}方法 {a.w.paragraph(low=1, high=2)}结果 {a.w.paragraph(low=1, high=1)}结论 {a.w.paragraph(low=1, high=1)}",
        f"【关键词】 {'； '.join(a.keywords)}",
        f"基金项目：国家自然科学基金（8{a.w.random.randint(1000000, 1999999)}）",
        f"DOI：{a.doi}",
        *a.english(label="【Abstract】 "),
        a.w.paragraph(),
        "一、对象与方法",
        a.w.paragraph(),
    ], a.truth("keywords", "doi")


def cnki_abstract(a: Article) -> Page:
    return [
        f"{a.journal} . {a.received[0]} (0{a.w.random.randint(1, 9)})",
        "查看该刊数据库收录来源",
        a.title,
        "　".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        "　".join(f"{n}. {name}" for n, (_, name, _) in enumerate(a.places, 1)),
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}；",
        f"基金资助：{_fund(a)}；",
        f"DOI：{a.doi}",
        "专辑：经济与管理科学",
        "专题：宏观经济管理与可持续发展",
        f"分类号：{a.code}",
    ], a.truth("keywords", "doi")


def wanfang_record(a: Article) -> Page:
    return [
        a.title,
        a.w.pick(("A Study of Regional Governance in Western China", "On the Value of Ancient Books")),
        f"doi：{a.doi}",
        f"摘要：{a.abstract()}",
        f"作者：{'　'.join(f'{name}[{at}]' for name, at in zip(a.authors, a.where, strict=True))}",
        f"作者单位：{'　'.join(f'[{n}]{name}' for n, (_, name, _) in enumerate(a.places, 1))}",
        f"刊名：{a.journal}",
        f"年，卷(期)：{a.received[0]}, 32({a.received[1]})",
        f"分类号：{a.code}",
        f"关键词：{'　'.join(a.keywords)}",
        "在线出版日期：" + _day(a),
        "页数：共8页",
        "页码：15-22",
    ], a.truth("doi")


def vip_record(a: Article) -> Page:
    return [
        f"{a.title}",
        "收藏　分享　导出",
        f"【作　　者】{' '.join(a.authors)}",
        f"【机构地区】{' '.join(name for _, name, _ in a.places)}",
        f"【出　　处】《{a.journal}》{a.received[0]}年第{a.received[1]}期15-20,共6页",
        f"【基　　金】{_fund(a)}。",
        f"【摘　　要】{a.abstract()}",
        f"【关 键 词】{' '.join(a.keywords)}",
        f"【分 类 号】{a.code}",
    ], a.truth("classification")


def scraped_magazine(a: Article) -> Page:
    a.authors = a.authors[:3]
    return [
        a.title,
        f"{_day(a)} {' '.join(a.authors)}",
        f"{a.journal} {a.received[0]}年{a.received[1]}期",
        " ".join(a.authors),
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}文献标志码：A文章编号：{a.number}",
        *a.body(),
    ], a.truth("keywords", "classification")


def repeated_head(a: Article) -> Page:
    names = "，".join(a.authors)
    return [
        names,
        f"（{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}）",
        "●",
        a.title,
        names,
        f"（{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}）",
        *_bracketed(a),
        a.w.paragraph(),
        "一、问题的提出",
        a.w.paragraph(),
    ], a.truth("keywords")


def model_markdown(a: Article) -> Page:
    return [
        f"# {a.title}",
        "，".join(f"{name}{SUPER[at]}" for name, at in zip(a.authors, a.where, strict=True)),
        "(" + "；".join(f"{n}. {name}，{city} {code}" for n, (city, name, code) in enumerate(a.places, 1)) + ")",
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)} 中图分类号：{a.code} doi：{a.doi}",
        "# Research on Fault Diagnosis Based on Wavelet Packets",
        "Li Ming¹, Wang Fang²",
        "(1. School of Economics, Anhui University, Hefei 230601, China)",
        "Abstract: This paper studies the mechanism by which it works. It provides evidence.",
        "Key words: deep learning; feature extraction",
        "# 0 引言",
        a.w.paragraph(),
        "# 1 相关工作",
        a.w.paragraph(),
    ], a.truth("keywords", "classification", "doi")


def model_latex(a: Article) -> Page:
    star = len(a.authors) - 1
    names = [
        f"{name}$^{{{at}{',*' * (i == star)}}}$" for i, (name, at) in enumerate(zip(a.authors, a.where, strict=True))
    ]
    return [
        f"# {a.title}*",
        "， ".join(names),
        *(f"$^{n}${name}，{city} {code}" for n, (city, name, code) in enumerate(a.places, 1)),
        f"摘 要 {a.abstract()}",
        f"关键词 {'，'.join(a.keywords)}",
        f"分类号 {a.code}",
        "# 1 引 言",
        a.w.paragraph(),
    ], a.truth("keywords", "classification")


def plain_essay(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        a.title,
        a.spaced(a.authors[0]),
        f"（{a.places[0][1]}　{a.places[0][0]}　{a.places[0][2]}）",
        a.w.paragraph(),
        "一",
        a.w.paragraph(),
        "二",
        a.w.paragraph(),
    ], a.truth()


def square_author(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        a.title,
        "□" + "　".join(a.authors),
        f"[内容提要]{a.abstract()}",
        f"[关键词]{' '.join(a.keywords)}",
        f"[中图分类号]{a.code}　[文献标识码]A",
        f"[作者简介]{a.authors[0]}，{a.places[0][1]}，{a.places[0][2]}",
        *a.body(),
    ], a.truth("classification")


def philosophy_site(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        "首页 > 学术 > 论文 > 正文",
        f"【{' '.join(a.authors)}】{a.title}",
        *a.body(),
        f"（原载《{a.journal}》{a.received[0]}年第{a.received[1]}期。录入编辑：百川）",
    ], a.truth()


def review_and_proof(a: Article) -> Page:
    a.authors = a.w.people(3, 4)
    a.where = [1] * len(a.authors)
    *writers, proof = a.authors
    return [
        "·综　述·",
        a.title,
        "，".join(writers) + " 综述，" + f"{proof} 审校",
        f"（{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}）",
        f"【摘要】 {a.abstract()}",
        f"【关键词】 {'； '.join(a.keywords)}",
        f"【中图分类号】 {a.code}　【文献标志码】 A　【文章编号】 {a.number}",
        *a.body(),
    ], a.truth("keywords", "classification")


def law_review(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        a.title,
        "　".join(map(a.spaced, a.authors)) + "*",
        f"内容摘要：{a.abstract()}",
        f"关键词：{'　'.join(a.keywords)}",
        f"中图分类号：DF{a.w.random.randint(1, 9)}　文献标识码：A　文章编号：{a.number}",
        "引言",
        a.w.paragraph(),
        f"* {a.authors[0]}，{a.places[0][1]}教授，法学博士。本文系{_fund(a)}的阶段性成果。",
        a.w.paragraph(),
    ], a.truth()


def each_label_alone(a: Article) -> Page:
    return [
        a.title,
        " ".join(a.authors),
        f"（{a.places[0][1]}　{a.places[0][2]}）",
        f"[摘　要] {a.abstract()}",
        f"[关键词] {'；'.join(a.keywords)}",
        f"[中图分类号] {a.code}",
        "[文献标识码] A",
        f"[文章编号] {a.number}",
        f"[收稿日期] {_day(a)}",
        f"[基金项目] {_fund(a)}阶段性成果",
        f"[作者简介] {_note(a, a.authors[0])}。",
        *a.body(),
    ], a.truth("keywords", "classification")


def english_follows(a: Article) -> Page:
    return [
        a.title,
        ", ".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        "　".join(f"{n}. {name}, {city} {code}" for n, (city, name, code) in enumerate(a.places, 1)),
        "Spatial Structure and Evolution of Winter Wheat in Northwest China",
        "ZHANG Jian-guo1, LI Xiao-ming1,2, WANG Fang2",
        "1. College of Agronomy, Northwest University, Xi'an 710127, China",
        f"摘要: {a.abstract()}",
        f"关键词: {'; '.join(a.keywords)}",
        "Abstract: This paper studies the mechanism. The results show that the effect is significant.",
        "Key words: winter wheat; numerical simulation",
        *a.body(heads=("1 引言", "2 材料与方法")),
    ], a.truth("keywords")


def magtech_site(a: Article) -> Page:
    return [
        f"{a.journal}, {a.received[0]}, 41({a.received[1]}): 233-245",
        f"doi: {a.doi}",
        "综合评述",
        a.title,
        ", ".join(f"{name},{at}" for name, at in zip(a.authors, a.where, strict=True)),
        "Research Progress of Numerical Simulation",
        "ZHANG Jianguo, LI Ming",
        "通讯作者：" + a.authors[-1],
        f"收稿日期：{_day(a)} 修回日期：{_day(a)} 网络出版日期：{_day(a)}",
        "摘要",
        a.abstract(),
        f"关键词： {' ； '.join(a.keywords)}",
        "Abstract",
        "This paper studies the mechanism. The results show that the effect is significant.",
        "本文引用格式",
        f"{'，'.join(a.authors[:3])}. {a.title}. {a.journal}, {a.received[0]}, 41({a.received[1]}): 233-245",
        a.w.paragraph(),
    ], a.truth("keywords", "doi")


def cite_first(a: Article) -> Page:
    names = ", ".join(a.authors[:3]) + (", 等" if len(a.authors) > 3 else "")
    return [
        f"引用本文：{names}. {a.title}[J]. {a.journal}, {a.received[0]}, 39({a.received[1]}): 101-110.",
        a.title,
        ", ".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        *(f"{n}. {name}, {city} {code}" for n, (city, name, code) in enumerate(a.places, 1)),
        *_coloned(a),
        f"中图分类号：{a.code}",
        *a.body(heads=("0 引言", "1 研究方法")),
    ], a.truth("keywords", "classification")


def party_leader(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        a.title,
        f"■ {a.places[0][1]}　{a.authors[0]}",
        a.w.paragraph(),
        "一、深刻认识重大意义",
        a.w.paragraph(),
        "二、准确把握基本要求",
        a.w.paragraph(),
    ], a.truth()


def words_bar(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        "卷首语",
        a.title,
        f"文 | {a.authors[0]}",
        a.w.paragraph(),
        a.w.paragraph(),
        a.w.paragraph(),
    ], a.truth()


def teaching_monthly(a: Article) -> Page:
    a.authors = a.authors[:1]
    school = a.w.pick(("江苏省南京市第一中学", "浙江省杭州市学军小学", "山东省青岛市实验初级中学"))
    return [
        "【教学研究】",
        a.title,
        f"◎ {school}　{a.authors[0]}",
        f"摘　要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        *a.body(),
        "（作者单位：" + school + "）",
    ], a.truth("keywords")


def book_critique(a: Article) -> Page:
    a.authors = a.authors[:1]
    a.title = a.w.fill("一部{a}研究的力作")
    second = "——评《" + a.w.fill("{a}史论") + "》"
    a.said["subtitle"] = second
    return [
        "·书评·",
        a.title,
        second,
        f"{a.authors[0]}",
        a.w.paragraph(),
        a.w.paragraph(),
        f"（作者系{a.places[0][1]}教授）",
    ], a.truth()


def linguistics(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        a.title + "*",
        "　".join(map(a.spaced, a.authors)),
        f"提要　{a.abstract()}",
        f"关键词　{'　'.join(a.keywords)}",
        "1. 引言",
        a.w.paragraph(),
        "2. 语料与方法",
        a.w.paragraph(),
        f"* 本研究得到{_fund(a)}的资助，谨致谢忱。",
    ], a.truth()


def taiwan_journal(a: Article) -> Page:
    a.authors = a.w.people(2, 2)
    a.title = a.w.pick(("數位學習平臺使用意願之研究", "臺灣高齡者社區參與之影響因素", "明清善書與地方社會"))
    a.authors = ["王俊傑", "陳怡君"] if a.w.chance(0.5) else ["林淑芬", "黃國書"]
    return [
        f"教育學刊 第{a.w.random.randint(20, 60)}期",
        a.title,
        f"{a.authors[0]}* {a.authors[1]}**",
        "摘要",
        "本研究旨在探討使用者之態度與行為，以問卷調查蒐集資料，並進行結構方程模式分析。研究結果顯示，知覺有用性具顯著影響。",
        "關鍵詞：數位學習、科技接受模式、使用意願",
        "* 國立臺灣師範大學教育學系教授",
        "** 國立政治大學教育學系博士候選人",
        "壹、緒論",
        "近年來，資訊科技之發展對教學現場產生深遠之影響，各級學校紛紛投入資源。",
    ], a.truth()


def affiliation_behind_name(a: Article) -> Page:
    return [
        a.title,
        *(
            f"{name}（{a.places[at - 1][1]}，{a.places[at - 1][0]} {a.places[at - 1][2]}）"
            for name, at in zip(a.authors, a.where, strict=True)
        ),
        *_coloned(a),
        f"中图分类号：{a.code}　文献标识码：A",
        *a.body(),
    ], a.truth("keywords", "classification")


def number_on_top(a: Article) -> Page:
    return [
        f"文章编号：{a.number}",
        a.title,
        "，".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        "（" + "；".join(f"{n}．{name}，{city} {code}" for n, (city, name, code) in enumerate(a.places, 1)) + "）",
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}　文献标识码：A",
        *a.english(),
        *a.body(heads=("1　引言", "2　模型")),
    ], a.truth("keywords", "classification")


def first_online(a: Article) -> Page:
    return [
        "网络首发时间：" + _day(a) + " 10:25:36",
        f"网络首发地址：https://kns.cnki.net/kcms/detail/11.{a.w.random.randint(1000, 9999)}.TP.20210301.1020.004.html",
        a.title,
        "，".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        *(f"（{n}. {name} {city} {code}）" for n, (city, name, code) in enumerate(a.places, 1)),
        f"摘　要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}",
        *a.body(heads=("0　引言", "1　方法")),
    ], a.truth("keywords", "classification")


def dates_before_abstract(a: Article) -> Page:
    return [
        a.title,
        "　".join(f"{name}{CIRCLED[at]}" for name, at in zip(a.authors, a.where, strict=True)),
        *(f"{CIRCLED[n]}{name}，{city} {code}" for n, (city, name, code) in enumerate(a.places, 1)),
        f"收稿日期：{_day(a)}；修回日期：{_day(a)}",
        f"基金项目：{_fund(a)}",
        f"第一作者：{a.authors[0]}，博士生，主要从事{a.keywords[0]}研究。E-mail：first@sina.com",
        f"通讯作者：{a.authors[-1]}，教授。E-mail：last@sina.com",
        *_coloned(a),
        *a.body(heads=("1 引言", "2 数据")),
    ], a.truth("keywords")


def translated_essay(a: Article) -> Page:
    person = a.w.pick(("约翰·史密斯", "大卫·哈维", "南希·弗雷泽", "让-克洛德·米亚"))
    a.authors = [person]
    return [
        "国外理论动态",
        a.title,
        f"[{a.w.pick(('美', '英', '法', '加拿大'))}]{person}/文　{a.w.person(odd=0)}/译",
        f"【内容提要】{a.abstract()}",
        f"【关键词】{'　'.join(a.keywords)}",
        *a.body(),
    ], a.truth()


def editor_note(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        "专题研究：数字时代的社会治理",
        a.title,
        f"{a.authors[0]}",
        f"（{a.places[0][1]}，{a.places[0][0]}，{a.places[0][2]}）",
        f"【提　要】{a.abstract()}",
        f"【关键词】{'　'.join(a.keywords)}",
        f"〔中图分类号〕{a.code}　〔文献标识码〕A　〔文章编号〕{a.number}",
        *a.body(),
    ], a.truth("classification")


def turtle_brackets(a: Article) -> Page:
    return [
        a.title,
        "　".join(map(a.spaced, a.authors)),
        f"〔{a.places[0][1]}，{a.places[0][0]}　{a.places[0][2]}〕",
        f"〔摘　要〕{a.abstract()}",
        f"〔关键词〕{'；'.join(a.keywords)}",
        f"〔中图分类号〕{a.code}　〔文献标识码〕A　〔文章编号〕{a.number}",
        *a.body(),
        f"〔责任编辑：{a.w.person(odd=0)}〕",
    ], a.truth("keywords", "classification")


def page_foot_notes(a: Article) -> Page:
    return [
        f"·{a.w.pick(('经济学研究', '法学', '语言与文学', '历史研究'))}·",
        a.title,
        " ".join(a.authors),
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"作者：{'；'.join(f'{name}，{a.places[at - 1][1]}' for name, at in zip(a.authors, a.where, strict=True))}。",
        *a.body(),
    ], a.truth("keywords")


def contact_star_list(a: Article) -> Page:
    last = len(a.authors) - 1
    return [
        a.title,
        "  ".join(
            f"{name}{'*' if i == last else ''}{at}" for i, (name, at) in enumerate(zip(a.authors, a.where, strict=True))
        ),
        *(f"{n} {name}，{city} {code}" for n, (city, name, code) in enumerate(a.places, 1)),
        "* 通信作者 E-mail: contact@pku.edu.cn",
        f"摘要  {a.abstract()}",
        f"关键词  {'; '.join(a.keywords)}",
        f"中图分类号  {a.code}",
        a.w.paragraph(),
        "1 研究区概况",
        a.w.paragraph(),
    ], a.truth("keywords", "classification")


def annotated_names(a: Article) -> Page:
    return [
        a.title,
        "，".join(f"{name}[{n}]" for n, name in enumerate(a.authors, 1)),
        f"[摘要] {a.abstract()}",
        f"[关键词] {'，'.join(a.keywords)}",
        *a.body(),
        "作者简介：",
        *(f"[{n}] {name}，{a.places[0][1]}讲师，博士。" for n, name in enumerate(a.authors, 1)),
    ], a.truth("keywords")


JOURNALS = (
    university_acta, medical_association, cnki_abstract, wanfang_record, vip_record, scraped_magazine, repeated_head,
    model_markdown, model_latex, plain_essay, square_author, philosophy_site, review_and_proof, law_review,
    each_label_alone, english_follows, magtech_site, cite_first, party_leader, words_bar, teaching_monthly,
    book_critique, linguistics, taiwan_journal, affiliation_behind_name, number_on_top, first_online,
    dates_before_abstract, translated_essay, editor_note, turtle_brackets, page_foot_notes, contact_star_list,
    annotated_names,
)  # fmt: skip
