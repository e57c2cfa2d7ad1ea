"""`build` and `ask` as people and programs use them, under the real model."""

from __future__ import annotations

import json
import math
import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from index import __version__, loading
from index.cli.commands import app
from index.cli.exits import run_app
from tests.conftest import ROOT, SEEDS
from tests.index.text.formats.pages import column, pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index import Encoder
    from index.calibration import Calibration
    from index.models.protocols import Reader

HOW_TO_QUOTE = 'put the question in quotation marks, as in: ask "Where were the talks held?"; one that'
NARA = "They met in her hometown of Nara in central Japan"


class Ended:
    """What a command printed, and its exit code."""

    def __init__(self, code: object, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Run: TypeAlias = "Callable[..., Ended]"


@pytest.fixture
def run(
    encoder: Encoder,
    reader: tuple[Reader | None, Calibration],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> Run:
    """Run a command line in this process, with the model loaded once for all; the index is the test's."""
    monkeypatch.setattr(loading, "encoder_for", lambda _: encoder)
    monkeypatch.setattr(loading, "reader_for", lambda _: reader)
    monkeypatch.setenv("VERBATIM_INDEX", str(tmp_path / "index"))

    def run(*words: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["index", *words])
        with pytest.raises(SystemExit) as end:
            run_app(app)
        out, err = capfd.readouterr()
        return Ended(end.value.code, out, err)

    return run


def test_ask_builds_once_and_prints_the_quote_with_its_place(run: Run, tmp_path: Path) -> None:
    first = run("ask", "What was engraved on the drumstick?", "--articles", str(SEEDS))
    built = (tmp_path / "index" / "CURRENT").stat().st_mtime_ns
    again = run("ask", "What was engraved on the drumstick?", "--articles", str(SEEDS))
    assert first.out == again.out
    assert (tmp_path / "index" / "CURRENT").stat().st_mtime_ns == built
    assert (first.code, first.err) == (again.code, again.err) == (0, "")
    lines = first.out.splitlines()
    assert lines[0] == "Mr. Takaichi gave Mr. Lee a drumstick with his name engraved on it."
    assert lines[1] == "  The Japanese and South Korean leaders held a surprise drum… · sentence 15 of 19"
    assert lines[4] in ("  sentence 16 of 19", "  sentence 14 of 19")


def test_where_the_talks_were_held(run: Run) -> None:
    shown = run("ask", "Where were the talks held?", "--articles", str(SEEDS))
    assert NARA in shown.out


def test_questions_from_a_file_give_one_json_object_a_line_in_order(run: Run, tmp_path: Path) -> None:
    rows = (ROOT / "tests" / "questions.jsonl").read_bytes().splitlines()
    questions = [json.loads(row)["question"] for row in rows[::8]]
    file = tmp_path / "questions.txt"
    file.write_bytes(
        "\ufeff".encode()
        + "\r\n".join([*questions, "", "x" * 501]).encode()
        + b"\nCaf\xe9?\n  Where\xc2\xa0? "
    )
    ended = run("ask", "--articles", str(SEEDS), "--questions", str(file), "--json", "--top", "2")
    assert (ended.code, ended.err) == (0, "")
    lines = [json.loads(line) for line in ended.out.splitlines()]
    assert [line["question"] for line in lines] == [*questions, "", "x" * 501, "Caf�?", "  Where\xa0? "]
    assert [line.get("error", "")[:26] for line in lines[10:13]] == [
        "the question is empty: ask",
        "the question has 501 chara",
        "the question is not UTF-8 ",
    ]
    (path,) = SEEDS.glob("*.txt")
    text = path.read_bytes().decode()
    for line in [*lines[:10], lines[13]]:
        check_answer_line(line, article=path.name, text=text)


def test_the_line_of_a_quote_says_where_else_it_stands(run: Run, tmp_path: Path) -> None:
    folder, file = tmp_path / "articles", tmp_path / "questions.txt"
    folder.mkdir()
    file.write_text("Where were the talks held?", encoding="utf-8")
    (seed,) = SEEDS.glob("*.txt")
    for name, year in (("new", 2026), ("old", 2025)):
        (folder / f"{name}.txt").write_bytes(seed.read_bytes())
        (folder / f"{name}.toml").write_text(f"published = {year}-01-01\n", encoding="utf-8")
    ended = run("ask", "--articles", str(folder), "--questions", str(file), "--json", "--top", "1")
    (quote,) = json.loads(ended.out)["quotes"]
    (also,) = quote["also"]
    assert (quote["article"], quote["published"]) == ("new.txt", "2026-01-01")
    assert also == {key: quote[key] for key in also} | {"article": "old.txt", "published": "2025-01-01"}
    assert list(also) == [
        "article",
        "title",
        "published",
        "sentence",
        "page",
        "headings",
        "start",
        "end",
        "text",
    ]


def test_a_quote_says_its_page_and_its_headings(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    mills = column("Mills", size=20, top=780), column("The purple mill stands at the river.")
    (folder / "mills.pdf").write_bytes(pdf([], [*mills[0], *mills[1]]))
    (folder / "cows.html").write_text(
        "<html><body><h1>Cows</h1><h2>Food</h2><p>Yellow cows eat:</p><ul><li>grass from the meadow</li>"
        "<li>yellow hay in winter</li></ul></body></html>",
        encoding="utf-8",
    )
    (folder / "cows.toml").write_text('title = "All of cows"', encoding="utf-8")
    ended = run("ask", "Where does the purple mill stand?", "--articles", str(folder), "--json", "--top", "1")
    (quote,) = json.loads(ended.out)["quotes"]
    assert (quote["article"], quote["page"], quote["headings"]) == ("mills.pdf", 2, ["Mills"])
    shown = run("ask", "What do yellow cows eat in winter?", "--articles", str(folder), "--top", "1").out
    assert "Yellow cows eat:\n- yellow hay in winter\n" in shown
    assert "  All of cows · Cows › Food · sentence 5 of 5\n" in shown


def check_answer_line(line: dict[str, Any], *, article: str, text: str) -> None:
    assert list(line) == ["question", "verdict", "confidence", "quotes", "elapsed_ms"]
    assert line["verdict"] in {"answered", "unsure", "not_found"}
    assert 0 <= line["confidence"] <= 1
    assert line["elapsed_ms"] > 0
    assert len(line["quotes"]) == 2
    for quote in line["quotes"]:
        fields = [
            "article",
            "title",
            "published",
            "sentence",
            "page",
            "headings",
            "start",
            "end",
            "text",
            "score",
            "lead_in",
            "answer",
            "also",
        ]
        assert list(quote) == fields
        assert quote["article"] == article
        assert quote["text"] == text[quote["start"] : quote["end"]]
        assert math.isfinite(quote["score"])
        answer = quote["answer"]
        assert answer is None or list(answer) == ["start", "end", "text"]
        if answer:
            assert quote["start"] <= answer["start"] < answer["end"] <= quote["end"]
            assert answer["text"] == text[answer["start"] : answer["end"]]


def test_one_question_in_json(run: Run) -> None:
    ended = run("ask", "hi", "--json", "--articles", str(SEEDS))
    assert json.loads(ended.out)["verdict"] == "not_found"
    assert ended.code == 0


def test_when_no_question_could_be_asked_the_exit_code_says_so(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.txt"
    file.write_bytes(b"\n\n")
    ended = run("ask", "--articles", str(SEEDS), "--questions", str(file), "--json")
    assert (ended.code, len(ended.out.splitlines())) == (1, 2)


def test_evaluate_measures_draws_and_refuses(run: Run, tmp_path: Path) -> None:
    article = next(SEEDS.glob("*.txt")).name
    row = {"question": "Which BTS song did they play?", "answer": "Dynamite", "article": article}
    file = tmp_path / "set.jsonl"
    file.write_text(json.dumps(row), encoding="utf-8")
    words = ("evaluate", str(file), "--articles", str(SEEDS))
    line = json.loads(run(*words, "--json").out)
    assert (line["questions"], line["stages"]["bm25"]["precision_at_1"]["value"]) == (1, 1)
    drawn = run(*words, "--plot", str(tmp_path / "out.png"))
    assert drawn.out.startswith("articles 1, questions 1, answerable 1\n")
    assert (tmp_path / "out.png").read_bytes().startswith(b"\x89PNG")
    file.write_text("{}", encoding="utf-8")
    refused = run(*words)
    assert (refused.code, refused.err) == (1, "error: set.jsonl, line 1: question: Field required, got {}\n")


def test_build_says_what_it_did(run: Run, articles: Path, tmp_path: Path) -> None:
    assert run("build", "--articles", str(articles)).out == (
        f"articles 2, sentences 4, embedded now 6, index {tmp_path / 'index'}\n"
    )
    (articles / "bad.txt").write_bytes(b"\0")
    (articles / "b.txt").write_text("Another sun.", encoding="utf-8")
    kept = run("build", "--articles", str(articles), "--keep-going")
    assert kept.err == "note: left out: bad.txt holds a NUL character at offset 0: text in UTF-8 has none\n"
    assert kept.out.startswith("articles 2, sentences 4, embedded now 1,")


def test_build_says_what_is_odd_about_a_file(run: Run, articles: Path) -> None:
    (articles / "c.txt").write_bytes("Le moulin était très ancien, près de la forêt.".encode("cp1252"))
    (articles / "d.txt").write_bytes(pdf(column("The mill is old."), []))
    built = run("build", "--articles", str(articles))
    assert (built.code, built.err.splitlines()) == (
        0,
        [
            "note: c.txt is not UTF-8 and was read as cp1252",
            "note: d.txt was read as PDF, whatever its name says",
            "note: d.txt has no text on these pages: 2",
        ],
    )


def test_a_bad_article_is_told_and_the_old_index_answers(run: Run, articles: Path) -> None:
    bad = "bad.txt holds a NUL character at offset 0: text in UTF-8 has none\n"
    (articles / "bad.txt").write_bytes(b"\0")
    never_built = run("ask", "fox?", "--articles", str(articles))
    assert (never_built.code, never_built.out, never_built.err) == (1, "", f"error: {bad}")
    (articles / "bad.txt").unlink()
    run("build", "--articles", str(articles))
    (articles / "bad.txt").write_bytes(b"\0")
    asked = run("ask", "Which fox is red?", "--articles", str(articles))
    assert asked.err == f"note: answering from the index as it was: {bad}"
    assert "The red fox." in asked.out
    assert asked.code == 0
    assert run("build", "--articles", str(articles)).err == f"error: {bad}"


def test_a_changed_article_is_indexed_before_it_is_asked(run: Run, articles: Path) -> None:
    run("build", "--articles", str(articles))
    (articles / "c.txt").write_text("A purple cow.", encoding="utf-8")
    asked = run("ask", "What is purple?", "--articles", str(articles))
    assert asked.err == "note: the index was built again: articles: 1 new\n"
    assert "A purple cow.\n" in asked.out


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["ask", ""], 2, "the question is empty: ask in at least one word"),
        (["ask", "x" * 501], 2, "the question has 501 characters and may have 500: ask it in fewer words"),
        (["ask"], 2, "no question: put one in quotation marks, or use --questions FILE --json"),
        (["ask", "a", "--questions", "f", "--json"], 2, "--questions FILE goes with --json and without a"),
        (["ask", "--questions", "f"], 2, "--questions FILE goes with --json and without a question"),
        (
            ["ask", "--questions", "nowhere", "--json"],
            2,
            "the questions file nowhere cannot be read: No such",
        ),
        (["ask", "a", "--articles", "nowhere"], 1, "nowhere is not a folder: name the one that holds your"),
        (["build", "--articles", "nowhere"], 1, "nowhere is not a folder"),
        (["ask", "a", "--top", "0"], 2, "Invalid value for '--top'"),
        (["ask", "Where", "is", "it?"], 2, f"Got unexpected extra argument(s) (is it?) ({HOW_TO_QUOTE}"),
        (["ask", "-where is it?"], 2, f"No such option: -w ({HOW_TO_QUOTE}"),
        (["ask", "--xyz"], 2, f"No such option: --xyz ({HOW_TO_QUOTE}"),
        (["build", "--xyz"], 2, "No such option: --xyz (see --help)"),
        (["nonsense"], 2, "No such command 'nonsense'"),
    ],
)
def test_an_error_is_one_line_and_an_exit_code(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int, message: str
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    ended = run(*words)
    assert (ended.code, ended.out) == (code, "")
    assert ended.err.startswith(f"error: {message}")
    assert ended.err.count("\n") == 1


def test_a_wrong_setting_is_named_with_its_value(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBATIM_THREADS", "many")
    ended = run("ask", "a")
    assert ended.code == 2
    assert ended.err.startswith(
        "error: the setting VERBATIM_THREADS is wrong: Input should be a valid integer"
    )
    assert ended.err.endswith("(got 'many')\n")


@pytest.mark.parametrize("package", ["index", "bot"])
def test_the_version_is_printed(package: str) -> None:
    command = [sys.executable, "-m", package, "--version"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert (ended.stdout, ended.stderr) == (f"verbatim {__version__}\n", "")


def test_verbose_shows_where_an_error_came_from() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "index", "ask", "", "--verbose"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith("Traceback")
    assert ended.stderr.endswith("\nerror: the question is empty: ask in at least one word\n")


WITHOUT_DISCORD = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"bot", "discord", "aiohttp", "simcord"}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Missing())
import runpy
sys.argv = ["index", "ask", "Where were the talks held?", "--articles", "seeds", "--index", sys.argv[1]]
runpy.run_module("index", run_name="__main__")
"""


@pytest.mark.slow
def test_the_library_works_where_discord_is_not_installed(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_DISCORD, str(tmp_path / "index")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert NARA in ended.stdout


def test_at_a_terminal_a_prompt_goes_on_asking_and_remembers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Type at a real pseudo-terminal: questions, a bad one, one by the up arrow, then Ctrl-D."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm")
    screen, terminal = pty.openpty()
    prompt = subprocess.Popen(
        [sys.executable, "-m", "index", "ask", "--index", str(tmp_path / "index"), "--top", "1"],
        cwd=ROOT,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)

    def read_to_the_prompt() -> str:
        shown = ""
        while not shown.endswith("? "):
            shown += os.read(screen, 4096).decode(errors="replace")
        return shown

    def type_in(keys: str) -> str:
        os.write(screen, keys.encode())
        return read_to_the_prompt()

    read_to_the_prompt()
    assert "Dynamite" in type_in("Which BTS song did they play\r")
    assert "the question has 501 characters" in type_in("x" * 501 + "\r")
    assert "Dynamite" in type_in("\x1b[A\x1b[A\r")
    os.write(screen, b"\x04")
    assert prompt.wait(timeout=60) == 0
    os.close(screen)
    history = tmp_path / "verbatim" / "history"
    assert history.read_text(encoding="utf-8").splitlines().count("Which BTS song did they play") == 2
    assert history.stat().st_mode & 0o777 == 0o600
