"""A document that does not account for its source is withheld, with a minimal case; the others go on."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cntextclean import Cleaner, TraceError
from cntextclean.cli.app import app
from cntextclean.config import Config
from cntextclean.model import Document
from cntextclean.read.decode import Decoded
from cntextclean.run import work


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline that loses text of every page that says `丢`."""
    real = work.clean_decoded

    def clean(decoded: Decoded, config: Config, *, name: str, running: Mapping[str, str] | None = None) -> Document:
        if "丢" in decoded.text:
            raise TraceError("1 character is in no block and no removal")
        return real(decoded, config, name=name, running=running)

    monkeypatch.setattr(work, "clean_decoded", clean)


@pytest.mark.usefixtures("broken")
def test_the_file_is_withheld_and_the_others_are_written(tmp_path, write_pages):
    from click.testing import CliRunner

    pages = write_pages(tmp_path / "in", 3)
    (pages / "bad.txt").write_text("第一段在此。\n\n这一段丢了字。\n\n第三段在此。\n" * 20, encoding="utf-8")
    result = CliRunner().invoke(app, ["clean", str(pages), "-o", str(tmp_path / "out"), "--jobs", "1"])
    assert result.exit_code == 70
    assert "bad.txt: an invariant failed (TraceError" in result.stderr
    assert len((tmp_path / "out/documents.jsonl").read_bytes().splitlines()) == 3
    cases = list((tmp_path / "out/withheld").iterdir())
    assert len(cases) == 1
    assert cases[0].read_text("utf-8").endswith("=" * 40 + "\n这一段丢了字。\n")
    verdict = CliRunner().invoke(app, ["verify", str(tmp_path / "out")])
    assert verdict.exit_code == 0


@pytest.mark.usefixtures("broken")
def test_a_second_run_that_works_takes_the_case_away(tmp_path, monkeypatch, write_pages):
    from click.testing import CliRunner

    pages = write_pages(tmp_path / "in", 1)
    (pages / "bad.txt").write_text("这一段丢了字。\n", encoding="utf-8")
    arguments = ["clean", str(pages), "-o", str(tmp_path / "out"), "--jobs", "1"]
    assert CliRunner().invoke(app, arguments).exit_code == 70
    monkeypatch.undo()
    assert CliRunner().invoke(app, arguments).exit_code == 0
    assert not (tmp_path / "out/withheld").exists()
    assert (tmp_path / "out/markdown/bad.md").exists()


@pytest.mark.usefixtures("broken")
def test_the_library_collects_or_raises(tmp_path, write_pages):
    pages = write_pages(tmp_path / "in", 2)
    (pages / "001a.txt").write_text("丢\n", encoding="utf-8")
    cleaner = Cleaner()
    assert [document.id for document in cleaner.run([pages])] == ["000.txt", "001.txt"]
    assert [(failure.name, failure.withheld) for failure in cleaner.failures] == [("001a.txt", True)]
    with pytest.raises(TraceError, match=r"001a\.txt"):
        list(cleaner.run([pages], on_error="raise"))
