"""
The fields of a form to fill in, which pages of journals set above an article: name, address, a box for a message.

It is safe because four fields must follow each other, and what is furniture stays in the document as a block.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> rows = read_passages([View(text) for text in ["留言板", "姓名", "邮箱", "标题", "验证码", "论海洋", "标题"]])
    >>> [one.role for one in rows]
    ['furniture', 'furniture', 'furniture', 'furniture', 'furniture', None, None]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cntextclean.structure.reading import Reading

FIELD = re.compile(
    r"(?:姓 ?名|(?:电子)?邮箱|E-?mail|手机(?:号码?)?|(?:联系)?电话|标题|主题|留言(?:内容)?|内容|验证码|用户名|账号|密码"
    r"|单位|地址)[:*]?",
    re.IGNORECASE,
)
"""A field of a form to fill in."""
FEWEST_FIELDS = 4
FORMS = re.compile(r"尊敬的[^。]{2,40}[,:：，]|(?:在线|读者|我要)?(?:留言板?|咨询|反馈|投诉|登录|注册)")
"""What stands above such a form."""


def read_form_fields(front: Sequence[Reading]) -> None:
    """Give the role of furniture to such fields, and to what speaks above them to who fills them in."""
    at = 0
    while at < len(front):
        end = at
        while end < len(front) and FIELD.fullmatch(front[end].trait.folded.strip()):
            end += 1
        if end - at < FEWEST_FIELDS:
            at = end + 1
            continue
        while at and FORMS.match(front[at - 1].trait.folded):
            at -= 1
        for one in front[at:end]:
            one.role = "furniture"
        at = end
