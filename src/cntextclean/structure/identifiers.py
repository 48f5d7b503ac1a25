"""
Identifiers and dates, each valid or not at all: DOI (ISO 26324), ISSN (ISO 3297), CN serial numbers (GB/T 9999), dates.

    >>> find_issn("ISSN 2095-7572, CN 10-1223/F"), find_cn("ISSN 2095-7572, CN 10-1223/F")
    ('2095-7572', '10-1223/F')
    >>> find_issn("ISSN 2095-7573")
    ''
    >>> find_date("2024年2月30日"), find_date("2017年12月26日 星期二")
    ('', '2017-12-26')
"""

from __future__ import annotations

import re
from datetime import date

DOI = re.compile(r"10\.\d{4,9}/[!-~]{1,120}")
ISSN = re.compile(r"ISSN[ :]{0,3}(\d{4}) ?- ?(\d{3}[\dXx])")
CN = re.compile(r"CN[ :]{0,3}(\d{2} ?- ?\d{4}(?:/[A-Z]{1,3}\d{0,3})?)")
DAY = re.compile(r"(?<!\d)(\d{4}) ?[年/.-] ?(\d{1,2}) ?[月/.-] ?(\d{1,2})(?:[日号]|(?!\d))")


def find_doi(text: str) -> str:
    """The first DOI, without what follows it in the sentence; empty where there is none."""
    found = DOI.search(text)
    return found[0].split("<")[0].rstrip(".,;:)]}>\"'") if found else ""


def find_issn(text: str) -> str:
    """The first ISSN whose check digit is right; empty where there is none."""
    found = ISSN.search(text)
    code = f"{found[1]}-{found[2].upper()}" if found else ""
    return code if code and issn_is_valid(code) else ""


def issn_is_valid(code: str) -> bool:
    """Whether the check digit of ``1234-567X`` is right: weights 8 to 2, modulo 11, X for ten."""
    digits = code.replace("-", "").upper()
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return False
    rest = -sum(int(digit) * weight for digit, weight in zip(digits[:7], range(8, 1, -1), strict=True)) % 11
    return digits[7] == ("X" if rest == 10 else str(rest))


def find_cn(text: str) -> str:
    """The first CN serial number; empty where there is none."""
    found = CN.search(text)
    return found[1].replace(" ", "") if found else ""


def find_date(text: str) -> str:
    """The first day that exists, as YYYY-MM-DD; empty where there is none."""
    for year, month, day in DAY.findall(text):
        try:
            return date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return ""
