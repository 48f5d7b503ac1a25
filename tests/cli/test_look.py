"""Looking before writing, and after: check, diff, explain, rules, findings, verify, config show, schema, completion."""

from __future__ import annotations

import json

import msgspec
import pytest

from cntextclean.cli.messages import Message
from cntextclean.rules import names


def test_check_says_what_would_change(invoke, pages):
    result = invoke("check", pages)
    assert result.exit_code == 1
    assert "甲.txt  1 edit" in result.stdout
    assert "b/乙.txt  clean" in result.stdout
    assert "nothing was written" in result.stderr
    assert invoke("check", pages / "b/乙.txt").exit_code == 0


def test_check_names_rules(invoke, pages):
    lines = [json.loads(line) for line in invoke("check", pages, "--json").stdout.splitlines()]
    changed = [line for line in lines if line["changes"] and line["name"] == "甲.txt"]
    assert len(changed) == 1
    assert set(changed[0]["rules"]) <= set(names())
    assert sum(changed[0]["rules"].values()) == 1


def test_check_of_own_output_finds_nothing(invoke, pages, tmp_path):
    invoke("clean", pages, "-o", tmp_path / "out", "--format", "markdown,text")
    assert invoke("check", tmp_path / "out/text").exit_code == 0
    result = invoke("check", tmp_path / "out/markdown")
    assert result.exit_code == 0, result.output


def test_check_counts_failures(invoke, pages):
    (pages / "empty.txt").touch()
    result = invoke("check", pages)
    assert result.exit_code == 3
    assert "empty.txt: is empty" in result.stderr
    assert invoke("check", pages / "empty.txt").exit_code == 4


def test_diff_is_unified(invoke, pages):
    result = invoke("diff", pages / "甲.txt")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "--- 甲.txt",
        "+++ 甲.txt (clean)",
        "@@ -1,3 +1,3 @@",
        "-今天上午,第六届高层论坛在温州举行。",
        "+今天上午，第六届高层论坛在温州举行。",
        " 与会者来自三省一市。",
    ]
    assert invoke("diff", pages / "b/乙.txt").exit_code == 0


def test_diff_is_coloured_where_that_is_asked_for(run, pages):
    coloured = run("diff", pages / "甲.txt", environment={"FORCE_COLOR": "1", "NO_COLOR": ""})
    assert b"\x1b[31m-" in coloured.stdout
    assert b"\x1b" not in run("diff", pages / "甲.txt", environment={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout


def test_explain_gives_place_rule_and_context(invoke, pages):
    result = invoke("explain", pages / "甲.txt")
    assert result.exit_code == 0
    assert "甲.txt:1:5  “,” → “，”" in result.stdout
    assert "(safe)" in result.stdout
    assert "今天上午[,]第六届" in result.stdout
    assert "nothing would change here" in invoke("explain", f"{pages / '甲.txt'}:3").stdout
    assert invoke("explain", f"{pages / '甲.txt'}:1").stdout == result.stdout
    assert "there is no line 40" in invoke("explain", f"{pages / '甲.txt'}:40").stderr


def test_explain_as_json(invoke, pages):
    places = [json.loads(line) for line in invoke("explain", pages / "甲.txt", "--json").stdout.splitlines()]
    assert [(one["kind"], one["line"], one["column"]) for one in places] == [("edit", 1, 5)]


def test_rules_are_listed_and_explained(invoke):
    listed = invoke("rules").stdout
    assert all(name in listed for name in names())
    one = names()[0]
    shown = invoke("rules", one).stdout
    assert "why it is safe" in shown
    assert "counter-example" in shown
    unknown = invoke("rules", one[:-1])
    assert unknown.exit_code == 2
    assert f"Did you mean `{one}`?" in unknown.stderr
    assert "off" in invoke("rules", one, "--ignore", one).stdout


def test_rules_as_json(invoke):
    lines = invoke("rules", "--json").stdout.splitlines()
    assert [json.loads(line)["name"] for line in lines] == list(names())


@pytest.mark.parametrize(
    "arguments", [("rules",), ("check", "{pages}"), ("explain", "{pages}/甲.txt"), ("config", "show")]
)
def test_json_lines_are_messages(invoke, pages, arguments):
    result = invoke(*(one.format(pages=pages) for one in arguments), "--json")
    assert result.stdout
    for line in result.stdout.splitlines():
        msgspec.json.decode(line, type=Message)


def test_findings_come_most_certain_first(invoke, pages, tmp_path):
    (pages / "a.txt").write_bytes("今天上午，大会在北京开幕。".encode() + b"\xff\xfe\xff" + "会后休息。".encode())
    (pages / "A.txt").write_text("近年来，敢为人先的江城始终把把下好先手棋作为重要任务。\n", encoding="utf-8")
    invoke("clean", pages, "-o", tmp_path / "out")
    lines = [json.loads(line) for line in invoke("findings", tmp_path / "out", "--json").stdout.splitlines()]
    scores = [line["score"] for line in lines]
    assert len(set(scores)) > 1
    assert scores == sorted(scores, reverse=True)
    certain = invoke("findings", tmp_path / "out", "--json", "--least", f"{scores[0]}").stdout.splitlines()
    assert [json.loads(line)["score"] for line in certain] == [one for one in scores if one == scores[0]]
    missing = invoke("findings", tmp_path / "none")
    assert missing.exit_code == 4
    assert "documents.jsonl: cannot be read" in missing.stderr


def test_several_rules_are_listed_and_filtered(run, pages):
    shown = run("rules", "spaces.run", "spaces.edge").stdout.decode()
    assert [line.split()[0] for line in shown.splitlines() if not line.startswith(" ")] == ["spaces.edge", "spaces.run"]
    (pages / "a.txt").write_text("会议要求坚持以项目化 清单化原则推进，务求实效。\n\n长江�流域的发展。\n", "utf-8")
    assert run("clean", pages, "-o", "out").returncode == 0
    both = run("findings", "out", "--json").stdout.splitlines()
    rules = sorted({json.loads(line)["rule"] for line in both})
    assert len(rules) == 2, rules
    for options in (("--rule", rules[0], "--rule", rules[1]), ("--rule", ",".join(rules))):
        assert run("findings", "out", "--json", *options).stdout.splitlines() == both
    assert len(run("findings", "out", "--json", "--rule", rules[0]).stdout.splitlines()) < len(both)
    typo = run("findings", "out", "--rule", "space")
    assert (typo.returncode, b"Did you mean `spaces`?" in typo.stderr) == (2, True)


def test_verify_proves_and_disproves(invoke, pages, tmp_path):
    out = tmp_path / "out"
    invoke("clean", pages, "-o", out)
    assert invoke("verify", out).exit_code == 0
    record = (out / "run.json").read_text("utf-8")
    (out / "run.json").write_text(record.replace('"documents": 3,', '"documents": 4,'), encoding="utf-8")
    assert "run.json: the totals do not add up" in invoke("verify", out).stderr
    (out / "run.json").write_text(record, encoding="utf-8")
    lines = (out / "documents.jsonl").read_text("utf-8")
    (out / "documents.jsonl").write_text(lines.replace("三省一市", "四省一市"), encoding="utf-8")
    result = invoke("verify", out)
    assert result.exit_code == 70
    assert "has changed since it was written" in result.stderr
    (out / "documents.jsonl").unlink()
    assert "is missing" in invoke("verify", out).stderr
    (out / "documents.jsonl").mkdir()  # as one that may not be read: told as what it is, not as a full disk
    result = invoke("verify", out)
    assert result.exit_code == 70, result.output
    assert "documents.jsonl: is missing or cannot be read" in result.stderr
    assert invoke("findings", out).exit_code == 4
    assert invoke("verify", tmp_path / "none").exit_code == 2


def test_verify_reads_the_documents_not_only_their_hashes(invoke, pages, tmp_path):
    """Whoever forges the hashes as well is found out by the source's digest."""
    import hashlib

    out = tmp_path / "out"
    invoke("clean", pages, "-o", out)
    old = (out / "documents.jsonl").read_bytes()
    new = old.replace("与会者来自三".encode(), "与会者来自四".encode())
    run = (out / "run.json").read_text("utf-8")
    for before, after in zip([old, *old.splitlines()], [new, *new.splitlines()], strict=True):
        run = run.replace(hashlib.sha256(before).hexdigest(), hashlib.sha256(after).hexdigest())
    (out / "documents.jsonl").write_bytes(new)
    (out / "run.json").write_text(run, encoding="utf-8")
    result = invoke("verify", out, "--json")
    problems = [json.loads(line)["problem"] for line in result.stdout.splitlines()]
    assert [problem for problem in problems if problem] == ["blocks and removals do not restore the source"]


def test_report_is_written_anew(invoke, pages, tmp_path):
    out = tmp_path / "out"
    invoke("clean", pages, "-o", out)
    first = (out / "report.html").read_bytes()
    (out / "report.html").unlink()
    assert invoke("report", out).exit_code == 0
    assert (out / "report.html").read_bytes() == first
    assert invoke("verify", out).exit_code == 0
    assert invoke("report", tmp_path / "none").exit_code == 2


def test_config_show_gives_origins(run, tmp_path):
    (tmp_path / "cntextclean.toml").write_text('script = "simplified"\n[repair]\nspacing = "keep"\n', encoding="utf-8")
    shown = run("config", "show", "--set", "repair.spacing=pangu").stdout.decode()
    rows = {row.split("=")[0].strip(): row for row in shown.splitlines()}
    assert '"simplified"' in rows["script"]
    assert "cntextclean.toml" in rows["script"]
    assert "--set" in rows["repair.spacing"]
    assert "# default" in rows["lines.verse"]
    assert "cntextclean.toml" not in run("config", "show", "--isolated").stdout.decode()


def test_schemas_and_completion_are_printed(invoke):
    for kind in ("document", "repeat", "run", "message"):
        assert json.loads(invoke("schema", kind).stdout)["$schema"].endswith("2020-12/schema")
    for shell in ("bash", "zsh", "fish"):
        assert "_CNTEXTCLEAN_COMPLETE" in invoke("completion", shell).stdout


def test_help_teaches_by_example(invoke):
    for command in ("clean", "check", "diff", "explain", "rules", "findings", "verify", "report", "dedup"):
        assert "cntextclean " + command in invoke(command, "--help").stdout
    assert "Exit codes" in invoke("--help").stdout


@pytest.mark.parametrize("command", ["clean", "check", "diff", "explain", "rules", "findings", "report", "dedup"])
def test_help_of_a_command_loads_no_stage(command):
    code = (
        "import sys\nfrom cntextclean.cli.app import app\n"
        f"try: app([{command!r}, '--help'])\nexcept SystemExit: pass\n"
        "print([name for name in ('cntextclean.pipeline', 'numpy', 'jinja2', 'rich') if name in sys.modules])"
    )
    import subprocess
    import sys

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert result.stdout.decode().splitlines()[-1] == "[]"


def test_a_problem_is_plain_without_colour(run):
    coloured = run("check", "none", environment={"FORCE_COLOR": "1", "NO_COLOR": ""}).stderr
    plain = run("check", "none", environment={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stderr
    assert b"\x1b[31m" in coloured
    assert b"\x1b" not in plain


def test_the_package_runs_as_a_module():
    import subprocess
    import sys

    result = subprocess.run([sys.executable, "-m", "cntextclean", "--version"], capture_output=True, check=True)
    assert result.stdout.startswith(b"cntextclean ")


def test_help_loads_nothing_heavy():
    heavy = (
        "numpy",
        "jieba",
        "datasketch",
        "opencc",
        "ftfy",
        "rich",
        "jinja2",
        "scipy",
        "msgspec",
        "cntextclean.pipeline",
    )
    code = (
        "import sys\nfrom cntextclean.cli.app import app\n"
        "try: app(['--help'])\nexcept SystemExit: pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    import subprocess
    import sys

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert result.stderr.decode().strip() == "[]"
