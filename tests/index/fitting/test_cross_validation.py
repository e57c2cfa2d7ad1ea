"""Fitting to one's own questions: what is kept beside the index, when it is used, and what is refused."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

import pytest

from index import SnapshotError, UsageError, Verdict, build, loading
from index.calibration import SEARCH_ONLY
from index.cli.commands import app
from index.cli.exits import run_app
from index.config import LibrarySettings
from index.evaluation import metrics, runner
from index.evaluation.datasets import QuestionSet, read_questions
from index.fitting import own_questions
from index.fitting.own_questions import check_enough, fit
from index.models.protocols import Models
from index.store.calibration_file import store, with_kept
from tests.toy import ToyEncoder, ToyReader

if TYPE_CHECKING:
    from pathlib import Path

    from index.calibration import Calibration

OTHER = SEARCH_ONLY.model_copy(
    update={"confidence": SEARCH_ONLY.confidence.model_copy(update={"answered_from": 0.125})}
)


def write_set(folder: Path, *, articles: int = 6, answerable: int = 5, unanswerable: int = 3) -> Path:
    """Write so many articles of two sentences, and a file with so many questions about each."""
    rows: list[tuple[str, str | None, str]] = []
    folder.mkdir(exist_ok=True)
    for number in range(articles):
        name = f"{number}.txt"
        (folder / name).write_text("Red fox sun. Blue dog sun.", encoding="utf-8")
        known = ["red", "dog", "fox sun", "blue dog", "red sun"][:answerable]
        right = ["Red fox", "Blue dog", "Red fox", "Blue dog", "Red fox"]
        rows += [(f"{text} {number}", answer, name) for text, answer in zip(known, right, strict=False)]
        rows += [(f"green cow {number}", None, name), (f"word {number}", None, name)][:unanswerable]
        rows += [(f"what of the fox and dog {n}", None, name) for n in range(unanswerable - 2)]
    file = folder.parent / "set.jsonl"
    lines = [json.dumps({"question": q, "answer": a, "article": name}) for q, a, name in rows]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def toy_set(tmp_path: Path, *, articles: int = 6, answerable: int = 5, unanswerable: int = 3) -> QuestionSet:
    folder = tmp_path / "articles"
    file = write_set(folder, articles=articles, answerable=answerable, unanswerable=unanswerable)
    return read_questions(file, articles=folder, max_bytes=2**20)


@pytest.mark.parametrize(
    ("articles", "answerable", "unanswerable", "message"),
    [
        (4, 5, 3, "calibrating needs at least 40 questions, got 32: write down more of them"),
        (8, 5, 0, "got 40 questions that the articles answer and 0 that they do not: without at least 8 of"),
        (20, 0, 3, "got 0 questions that the articles answer and 60 that they do not: without at least 8 of"),
    ],
)
def test_too_few_questions_are_refused(
    tmp_path: Path, articles: int, answerable: int, unanswerable: int, message: str
) -> None:
    questions = toy_set(tmp_path, articles=articles, answerable=answerable, unanswerable=unanswerable)
    with pytest.raises(UsageError) as error:
        check_enough(questions)
    assert str(error.value).startswith(message)


def test_with_enough_articles_each_is_judged_by_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = toy_set(tmp_path)
    check_enough(questions)
    encoder = ToyEncoder()
    outcomes = runner.ask(questions, Models(encoder))
    asked: list[tuple[int, int]] = []
    fitted = fit(questions, outcomes, Models(encoder), progress=lambda *now: asked.append(now))
    assert asked[-1] == (48, 48)
    assert (fitted.by_article, fitted.ranking) == (True, False)
    assert fitted.calibration.ranking == SEARCH_ONLY.ranking
    before, after = metrics.report(outcomes, questions), metrics.report(fitted.outcomes, questions)
    assert before.stages == after.stages  # the order is as it was
    assert after.milliseconds == before.milliseconds
    assert after.calibration_error < before.calibration_error
    answered = after.verdicts[Verdict.ANSWERED]
    assert answered.right is not None
    assert answered.right >= 0.9
    assert answered.share > 0.3

    monkeypatch.setattr(own_questions, "RANKED_FROM", 30)
    alone = fit(questions, outcomes, Models(encoder))
    assert not alone.ranking
    read = fit(questions, outcomes, Models(encoder, ToyReader()))
    assert read.ranking
    assert read.calibration.ranking.sentence > 0
    assert metrics.report(read.outcomes, questions).spans is not None


def test_with_few_articles_each_question_is_judged_by_others(tmp_path: Path) -> None:
    questions = toy_set(tmp_path, articles=4, answerable=5, unanswerable=6)
    outcomes = runner.ask(questions, Models(ToyEncoder()))
    fitted = fit(questions, outcomes, Models(ToyEncoder()))
    assert not fitted.by_article
    again = fit(questions, outcomes, Models(ToyEncoder()))
    assert fitted == again


def kept(index: Path, *, encoder: ToyEncoder, reader: ToyReader | None) -> tuple[Calibration, list[str]]:
    said: list[str] = []
    return with_kept(Models(encoder, reader), index, say=said.append).calibration, said


def test_what_is_kept_is_used_for_its_model_and_reader_alone(tmp_path: Path) -> None:
    index, encoder = tmp_path / "new" / "index", ToyEncoder()
    assert kept(index, encoder=encoder, reader=None) == (SEARCH_ONLY, [])
    file = store(index, Models(encoder, ToyReader(), OTHER))
    assert kept(index, encoder=encoder, reader=ToyReader()) == (OTHER, [])
    unused = f"the calibration {file} is not used: it belongs to another"
    for other_encoder, other_reader, what in (
        (ToyEncoder(digest="toy-2"), ToyReader(), "model"),
        (encoder, None, "reader"),
    ):
        again = kept(index, encoder=other_encoder, reader=other_reader)
        assert again == (SEARCH_ONLY, [f"{unused} {what}; calibrate again"])
    file.write_bytes(file.read_bytes()[:-9])
    assert kept(index, encoder=encoder, reader=ToyReader()) == (
        SEARCH_ONLY,
        [f"the calibration {file} is not used: it is damaged or of another version; calibrate again"],
    )
    file.unlink()
    assert kept(index, encoder=encoder, reader=ToyReader()) == (SEARCH_ONLY, [])


def test_a_calibration_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file", encoding="utf-8")
    with pytest.raises(SnapshotError, match=r"the calibration .*calibration\.json cannot be written: "):
        store(tmp_path / "index", Models(ToyEncoder(), calibration=OTHER))


@pytest.fixture
def toy_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands load the toy encoder and no reader."""
    monkeypatch.setattr(loading, "encoder_for", lambda _: ToyEncoder())
    monkeypatch.setattr(loading, "reader_for", lambda _: (None, SEARCH_ONLY))


@pytest.mark.usefixtures("toy_models")
def test_the_library_is_opened_with_what_is_kept_also_after_a_build(
    articles: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.WARNING)
    settings = LibrarySettings(_env_file=None, articles=articles, index=articles.parent / "index")
    said: list[str] = []
    assert loading.load_fresh(settings, say=said.append).ask("a fox sun dog").verdict is Verdict.UNSURE
    store(settings.index_folder, Models(ToyEncoder(), calibration=OTHER))
    assert loading.load_fresh(settings, say=said.append).ask("a fox sun dog").verdict is Verdict.ANSWERED
    (articles / "b.txt").write_text("Green sun! A new one.", encoding="utf-8")
    build(articles, settings.index_folder, encoder=ToyEncoder())
    assert loading.load(settings).ask("a fox sun dog").verdict is Verdict.ANSWERED
    assert (said, caplog.messages) == ([], [])
    monkeypatch.setattr(loading, "reader_for", lambda _: (ToyReader(), SEARCH_ONLY))
    loading.load_fresh(settings, say=said.append)
    loading.load(settings)
    assert len(said) == 1
    assert said == caplog.messages
    assert said[0].endswith("is not used: it belongs to another reader; calibrate again")


@pytest.mark.usefixtures("toy_models")
def test_the_command_fits_keeps_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    folder, index = tmp_path / "articles", tmp_path / "index"
    file = write_set(folder)

    def run(*words: str) -> tuple[object, str, str]:
        command = ["index", "evaluate", str(file), "--articles", str(folder), "--index", str(index), *words]
        monkeypatch.setattr("sys.argv", command)
        with pytest.raises(SystemExit) as end:
            run_app(app)
        out, err = capfd.readouterr()
        return end.value.code, out, err

    before = json.loads(run("--json")[1])
    code, out, err = run("--calibrate")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].split() == ["in", "use", "calibrated"]
    assert [line.split("  ")[0] for line in lines[1:11]] == [
        *("P@1", "R@3", "R@5", "MRR", "exact match", "F1", "AUROC", "AURC", "expected calibration error"),
        "answered (right)",
    ]
    assert lines[13:15] == [
        "calibrated: each article by numbers fitted on other articles",
        "the order of sentences stays: fitting it takes 200 answerable questions and a reader",
    ]
    assert lines[15].startswith("answered from 0.")
    assert lines[16] == f"kept in {index / 'calibration.json'} and used from now on; delete it to go back"

    calibrated = json.loads(run("--calibrate", "--json", "--plot", str(tmp_path / "out.png"))[1])
    assert list(calibrated) == ["before", "after", "by_article", "ranking", "calibration", "file"]
    stored = json.loads((index / "calibration.json").read_bytes())
    assert stored["calibration"] == calibrated["calibration"]
    assert (stored["model_digest"], stored["reader_digest"]) == ("toy-1", None)
    assert calibrated["before"]["calibration_error"] < before["calibration_error"]  # the first one was in use
    assert (tmp_path / "out.png").exists()

    write_set(folder, articles=4)
    refused = run("--calibrate")
    assert refused[0] == 2
    assert refused[2].startswith("error: calibrating needs at least 40 questions, got 32")
