"""
How the lines above a text are worded: notices and who issues them, columns, volumes, kickers, and what is no headline.

It is safe because it only says what a line looks like.

    >>> [bool(OFFICIAL.search(text)) for text in ("关于加强防汛工作的通知", "民事判决书", "关于老街的记忆")]
    [True, True, False]
    >>> [bool(LEADS.search(text)) for text in ("省委召开常委会会议强调", "在全省工作会议上", "老街换新颜")]
    [True, True, False]
"""

from __future__ import annotations

import re

SIGNS, CODED = re.compile(r"[={}\\<>$]"), re.compile(r"/|\W{2,}$|[A-Za-z]{2,16} ?[-/] ?[\u4e00-\u9fff]{1,8} ?[:：]")
"""Signs that no title has, and beginnings: of a path, of a line without letters, of a label in two languages."""
OFFICIAL = re.compile(
    r"关于.{2,70}的?(?:决定|通知|公告|批复|解释|意见|决议|规定|办法|说明|报告|通报|函|命令)(?:[（(][^（()）]{1,12}[)）])?$"
    r"|^[\u4e00-\u9fff]{2,14}(?:判决|裁定|裁决|调解|决定|起诉|通知|意见)书$"
)
"""How notices and judgments say at their end what they are."""
ISSUER = re.compile(r"(?:政府|办公室|办公厅|委员会|法院|检察院|[局厅部署院]|[学协]会|大学|公司)$")
"""Who issues a notice, on a row of his own above what it is about."""
COLUMN = re.compile(r"[（(][^（()）]+[)）]")
"""A line wholly in parentheses: the column or the series, ``（新语·社区）``."""
COLUMN_NAMES = re.compile("(?:封面|本期|特别|深度|独家)(?:故事|报道|专题|策划|关注|话题|人物)")
"""What magazines set above the title of what they bring first."""
VOLUME = re.compile(r"(?:19|20)\d{2} ?[,，] ?\d{1,3} ?[(（]\d{1,2}[)）]")
"""Year, volume and number of a journal: ``2024, 38(4)``."""
BILINGUAL = re.compile(r"(?<=[\u4e00-\u9fff]) ?[|/·]? ?[A-Z][A-Za-z &]{2,24}$")
"""The name of a column once more in English: ``行业观察 | INDUSTRY``."""
LEADS = re.compile(
    r"[^《》“”]{4,}(?:强调|指出|要求|表示|提出|认为|呼吁|宣布|透露|之际|系列报道|系列评论|特别报道|深度报道"
    r"|(?:考察|调研|会见|出席|讲话|主持|座谈|视察|检查|会谈|慰问|参加[^《》“”]{2,12})时)$"
    r"|^[^。]{2,12}(?:[①-⑳]|之[一二三四五六七八九十]{1,2})$"
    r"|^在[^《》“”]{2,16}(?:会议?|仪式|典礼|座谈|讲话|谈话)[上中时]$"
)
"""How a kicker ends whose headline says what was said, ``省委召开会议强调``, where, or whose series it belongs to."""
