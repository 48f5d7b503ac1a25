"""The one search for a line's form finds what trying the rows one after the other finds."""

from __future__ import annotations

import pytest

from cntextclean.language.forms import FormRow, fold_form, form_rows, match_form

ROWS = form_rows()


def first_that_fits(text: str) -> FormRow | None:
    folded = fold_form(text).strip(" ")
    return next((row for row in ROWS if row.fits(folded, len(text))), None)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.form.name)
def test_the_first_row_that_fits_is_found(row: FormRow) -> None:
    texts = [one for text in (*row.examples, *row.counter_examples) for one in (text, text * 4, f"{text}，今年以来")]
    plain = [one for one in texts if not {"#", "*", "/"} & set(fold_form(one)[:12]) and "中文" not in one]
    for text in plain:
        found = first_that_fits(text)
        assert match_form(text) == (found.form if found else None), text
