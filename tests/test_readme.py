"""The README keeps its word: its commands run, its examples print what it shows, its tables are whole."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import tomllib
from urllib.parse import parse_qs, urlsplit

import discord
import pytest

from bot.app.config import Settings
from tests.bench import latency, slips
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
TESTED_ELSEWHERE = {
    "verbatim build --keep-going": "tests/index/cli/test_commands.py",
    "verbatim evaluate questions.jsonl": "tests/index/cli/test_commands.py",
    "verbatim evaluate questions.jsonl --calibrate": "tests/index/fitting/test_cross_validation.py",
    "verbatim run": "tests/bot/app/test_run.py",
    ".venv/bin/python -m index": "tests/index/cli/test_commands.py",
    "verbatim evaluate tests/questions.jsonl": "tests/index/test_answers.py",
    "verbatim evaluate tests/typed.jsonl": "tests/index/test_answers.py",
    ".venv/bin/python tests/bench/latency.py": "below",
    ".venv/bin/python -m tests.bench.load": "tests/bench/test_load.py",
    ".venv/bin/python -m tests.bench.likeness COMMUNITY SQUAD": "tests/index/query/test_likeness.py",
    ".venv/bin/pip install -e '.[evaluate]'": "below",
}


def consoles() -> dict[str, str]:
    """Return every command of a console block, with what the README shows that it prints."""
    shown: dict[str, str] = {}
    for indent, block in re.findall(r"^( *)```console\n(.*?)^ *```$", README, re.MULTILINE | re.DOTALL):
        command = ""
        for line in block.splitlines(keepends=True):
            words = line.removeprefix(indent)
            if words.startswith("$ "):
                command = words[2:].strip()
            shown[command] = "" if words.startswith("$ ") else shown[command] + words
    return shown


SHOWN = consoles()


def run(command: str) -> str:
    """Run a command as the README has it, with the Python of these tests, and return what it prints."""
    command = "unset MAKEFLAGS MAKELEVEL; " + command.replace(".venv/bin/python", sys.executable)
    ended = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_the_commands_are_those_that_are_tested_here() -> None:
    assert [command.partition(" Q=")[0] for command in SHOWN] == [
        "make ask",
        "make ask",
        "make test",
        "make preview",
        "make build",
        "make run",
        'echo "Where were the talks held?" | .venv/bin/python -m index ask'
        " --articles seeds --questions - --json",
    ]
    prose = re.sub(r"```.*?```", "", README, flags=re.DOTALL)
    inline = re.findall(r"`((?:verbatim|\.venv/bin/\w+) [^`]+)`", prose)
    assert set(inline) == TESTED_ELSEWHERE.keys()


@pytest.mark.parametrize("command", [command for command in SHOWN if command.startswith("make ask")])
def test_asking_prints_the_quote_as_shown(command: str) -> None:
    printed = run(command)
    if SHOWN[command]:
        assert printed == SHOWN[command]
    else:
        assert "They met in her hometown of Nara" in printed


def test_the_json_line_for_programs() -> None:
    line = json.loads(run(next(command for command in SHOWN if command.startswith("echo"))))
    assert line.keys() == {"question", "verdict", "confidence", "quotes", "elapsed_ms"}
    assert set(line) <= set(re.findall(r"`(\w+)`", README))
    assert set(line["quotes"][0]) <= set(re.findall(r"`(\w+)`", README))


def test_build_says_where_the_index_is() -> None:
    assert run("make build").startswith("articles 1, sentences 19, embedded now 0, index .verbatim/seeds-")


@pytest.mark.parametrize(("target", "last"), [("run", "bin/verbatim run"), ("test", "bin/python -m pytest ")])
def test_what_cannot_run_here_runs_what_is_tested(target: str, last: str) -> None:
    """Ask make itself: `make test` is this very run, and `make run` would go to Discord."""
    assert last in run(f"make --dry-run {target}").splitlines()[-1]


@pytest.mark.slow
def test_the_preview_prints_the_address_of_its_page() -> None:
    with subprocess.Popen(["make", "preview"], cwd=ROOT, stdout=subprocess.PIPE, text=True) as preview:
        assert preview.stdout is not None
        line = next(line for line in preview.stdout if "http" in line)
        assert urlsplit(line.strip()).hostname == "127.0.0.1"
        preview.send_signal(signal.SIGTERM)
        assert preview.stdout.read() == "Ctrl-C ends it.\n"


def test_every_setting_is_in_the_table_with_its_default() -> None:
    rows = re.findall(r"^\| `(VERBATIM_\w+)` \| (\S+) \| (.*?) \|$", README, re.MULTILINE)
    table = {name: (default.strip("`"), meaning) for name, default, meaning in rows}
    assert table == {
        f"VERBATIM_{name.upper()}": (
            "none" if field.default is None else str(field.default),
            field.description,
        )
        for name, field in Settings.model_fields.items()
    }


def test_what_is_to_be_installed_is_there_to_install() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for file in ("README.md", "bot/app/preview.py", "index/evaluation/plots.py"):
        named = re.findall(r"install -e '\.\[(\w+)\]'", (ROOT / file).read_text(encoding="utf-8"))
        assert named
        assert set(named) <= extras["optional-dependencies"].keys()


def test_the_invite_link_asks_for_what_the_text_says() -> None:
    (link,) = re.findall(r"<(https://discord.com/oauth2/authorize\S+)>", README)
    query = parse_qs(urlsplit(link).query)
    assert query["scope"] == ["bot applications.commands"]
    assert discord.Permissions(int(query["permissions"][0])) == discord.Permissions(
        view_channel=True, send_messages=True, send_messages_in_threads=True, read_message_history=True
    )


def test_every_file_that_is_linked_or_named_is_there() -> None:
    for document in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        files = re.findall(r"`((?:bot|index|tests|seeds)/[\w./]*)`|\]\((?!http)([^)]+)\)", text)
        assert files
        for named, linked in files:
            assert (ROOT / (named or linked)).exists(), (document, named or linked)


@pytest.mark.slow
def test_the_benchmark_of_latency_times_all_parts(capsys: pytest.CaptureFixture[str]) -> None:
    latency.main(turns=2, most=2)
    printed = capsys.readouterr().out
    assert re.findall(r"^(.+): p50 [\d.]+ ms, p95 [\d.]+ ms$", printed, re.MULTILINE) == [
        "encoding alone",
        "without the reader",
        "with the reader",
    ]


@pytest.mark.slow
def test_the_benchmark_of_slips_asks_with_and_without_them(capsys: pytest.CaptureFixture[str]) -> None:
    slips.main(ROOT / "tests" / "questions.jsonl", every=27)
    printed = capsys.readouterr().out
    shares = r"P@1 [01]\.\d{3}, answered [01]\.\d{3}, not found [01]\.\d{3}"
    assert re.findall(rf"^(.+): 2 questions, {shares}$", printed, re.MULTILINE) == [
        "as written",
        "with a slip",
        "with a slip, not corrected",
    ]
