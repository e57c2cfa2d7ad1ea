"""The README keeps its word: its commands run, its examples print what it shows, its tables are whole."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import discord
import pytest

from bot.settings import Settings
from tests.bench import choose_confidence
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")
TESTED_ELSEWHERE = {
    "verbatim build --keep-going": "tests/index/test_commands.py",
    "verbatim run": "tests/bot/test_running.py",
    ".venv/bin/python -m index": "tests/index/test_commands.py",
    ".venv/bin/python -m pytest tests/index/test_answers.py": "that file",
    ".venv/bin/python tests/bench/choose_confidence.py DATA": "below",
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


@pytest.mark.parametrize(("target", "last"), [("run", "bin/verbatim run"), ("test", "bin/python -m pytest")])
def test_what_cannot_run_here_runs_what_is_tested(target: str, last: str) -> None:
    """Ask make itself: `make test` is this very run, and `make run` would go to Discord."""
    assert run(f"make --dry-run {target}").strip().endswith(last)


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


def test_the_benchmark_that_chose_the_confidence_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Run it on two tiny articles in the same form as its data."""

    def article(text: str, *questions: tuple[str, str]) -> dict[str, object]:
        qas = [
            {"question": question, "answers": [{"answer_start": text.index(answer)}] if answer else []}
            for question, answer in questions
        ]
        return {
            "paragraphs": [
                {"context": text, "qas": [qa | {"is_impossible": not qa["answers"]} for qa in qas]}
            ]
        }

    for file in choose_confidence.FILES:
        articles = [
            article("A fox ran. The dog slept.", ("Who slept?", "dog"), ("Who sang?", "")),
            article("Tea is hot. Ice is cold.", ("What is cold?", "Ice"), ("What is red?", "")),
        ]
        (tmp_path / file).write_text(json.dumps({"data": articles}), encoding="utf-8")
    choose_confidence.main(tmp_path)
    printed = capsys.readouterr().out
    assert printed.startswith("questions: 4 answerable, 4 unanswerable, 4 of another article\nP@1 1.000\n")
    assert "confidence = 1 / (1 + exp(-(" in printed
