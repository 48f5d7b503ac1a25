"""The configuration file: found, read, and refused with the nearest name."""

from __future__ import annotations

import pytest

from cntextclean import UsageError
from cntextclean.config import Config
from cntextclean.configfile import find_file, known_keys, load_settings, value_of


def test_the_nearest_file_counts_alone(tmp_path):
    (tmp_path / "cntextclean.toml").write_text('script = "simplified"\ndedup = "none"\n', encoding="utf-8")
    below = tmp_path / "a/b"
    below.mkdir(parents=True)
    assert load_settings(folder=below).config == Config(script="simplified", dedup="none")
    (tmp_path / "a/pyproject.toml").write_text('[tool.cntextclean]\nscript = "traditional"\n', encoding="utf-8")
    settings = load_settings(folder=below)
    assert settings.config == Config(script="traditional")
    assert settings.origins["script"] == str(tmp_path / "a/pyproject.toml")
    assert load_settings(folder=below, isolated=True).config == Config()


def test_a_project_without_our_table_is_passed_over(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert find_file(tmp_path) is None or find_file(tmp_path).parent != tmp_path


def test_our_table_of_a_project_must_be_one(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool]\ncntextclean = 3\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"pyproject.toml: `tool.cntextclean` is no table. To do: write"):
        load_settings(folder=tmp_path)


def test_later_origins_win(tmp_path):
    file = tmp_path / "c.toml"
    file.write_text('script = "simplified"\nformats = ["text"]\n[repeats]\nmin-letters = 30\n', encoding="utf-8")
    settings = load_settings(file, assignments=("script=keep",), options={"formats": "jsonl,markdown"})
    assert settings.config.script == "keep"
    assert settings.config.formats == ("jsonl", "markdown")
    assert settings.config.repeats.min_letters == 30
    assert (settings.origins["script"], settings.origins["formats"]) == ("--set", "--format")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("scrpt = 'keep'", "c.toml: there is no setting `scrpt`. Did you mean `script`?"),
        ("[repair]\nspacng = 'keep'", "c.toml: there is no setting `repair.spacng`. Did you mean `repair.spacing`?"),
        ("spacing = 'keep'", "Did you mean `repair.spacing`?"),
        ("script = 'latin'", "choose one of keep, simplified, traditional"),
        ("[repeats]\njaccard = 'high'", "c.toml: `repeats.jaccard` cannot be 'high'"),
        ("[lines]\njoin-threshold = 7.5", "c.toml: `lines.join_threshold` cannot be 7.5. To do: choose a number"),
        ("[repeats]\nshingle = -3", "c.toml: `repeats.shingle` cannot be -3. To do: choose a number from 1 to 32"),
        ("ignore = ['punctuatio']", "c.toml: no rule is called `punctuatio`. Did you mean `punctuation`?"),
        ("script = ", "c.toml: is no valid TOML"),
        ("repair = 3", "c.toml: there is no setting `repair`"),
        ("[lines]\nverse = 'yes'", "c.toml: `lines.verse` cannot be 'yes' (expected `bool`, got `str`). To do: give a"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, text, message):
    file = tmp_path / "c.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r".") as raised:
        load_settings(file)
    assert message in str(raised.value)


def test_every_setting_can_be_shown():
    assert all(value_of(Config(), key) is not None for key in known_keys())
    assert len(known_keys()) > 15
