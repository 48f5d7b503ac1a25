"""The text of HTML pages."""

from __future__ import annotations

import pytest

from cntextclean.read.html import extract


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("纯文本", "纯文本"),
        ("<p>甲</p>\n\n<p>乙</p>", "甲\n\n乙"),
        ("<p>甲<br>乙<br/><br />丙</p>", "甲\n乙\n\n丙"),
        ("<p>第一\n  段，Hello\nworld</p>", "第一段，Hello world"),
        ("<p>甲 <b>乙</b> 丙<i>丁</i></p>", "甲 乙 丙丁"),
        ("<ul><li>甲<li>乙</ul>丙", "甲\n乙\n\n丙"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1\t2\n3"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("&lt;p&gt; A&amp;B &#20013;&#x6587; &nbsp;x &bogus; & 1", "<p> A&B 中文 \xa0x &bogus; & 1"),
        ("甲<script>var a = '<p>乙</p>';</script>丙<style>p{}</style>丁", "甲丙丁"),
        ("甲<!-- 乙 > -->丙<![CDATA[x]]>丁<?php 1 ?>戊", "甲丙丁戊"),
        ("1 < 2 <3 <", "1 < 2 <3 <"),
        ("<a href=\"x>y\" title='1>2'>甲</a>", "甲"),
        ('<p title="没有结束>甲</p>乙', "甲\n\n乙"),
        ("甲<!-- 没有结束 乙", "甲<!-- 没有结束 乙"),
        ("甲<script>没有结束", "甲没有结束"),
        ("甲<noscript>乙", "甲乙"),
        ("<head><meta charset=gbk><title>题</title></head><body>文</body>", "题\n\n文"),
        ("<head><title>题_网站</title></head><body><h1>题</h1>文</body>", "题\n\n文"),
        ("<head><body>文</body>", "文"),
        ("<svg/>甲<svg><text>x</text></svg>乙", "甲乙"),
        ("<textarea>x</textarea>甲", "甲"),
        ("<DIV>甲</DIV><Div>乙</dIV>", "甲\n\n乙"),
        ("<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>", "漢(hàn)"),
        ("İ<!-- x -->甲", "İ甲"),
        ("", ""),
    ],
)
def test_text(page: str, text: str) -> None:
    assert extract(page).text == text


def test_marks_follow_the_text() -> None:
    page = "<p>甲\ufffd</p><!--\ufffd--><p>乙 &amp; \ufffd</p>"
    taken = extract(page)
    assert [(page[a], taken.text[b]) for a, b in taken.marks] == [("\ufffd", "\ufffd")] * 2
    assert [b for _, b in taken.marks] == [1, 8]
