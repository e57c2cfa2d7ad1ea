"""Examples and batches: the same for the same seed, and true to the questions they come from."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from index.training.batches import batched, height, padded
from index.training.examples import Example
from index.training.plan import Recipe, make_plan
from index.training.plan_file import load_plan, save_plan
from index.training.qamr import read_qamr
from index.training.qamr_examples import qamr_examples
from index.training.squad_examples import read_sources, squad_examples
from index.types import Span
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from pathlib import Path

    from index.training.batches import Batch
    from index.training.examples import Maker

RECIPE = Recipe(seed=7, epochs=2, qamr=3, tokens=512)


def plan(data: Path, recipe: Recipe = RECIPE) -> list[Batch]:
    return make_plan(data, recipe, encoder=ToyEncoder(), progress=lambda *_: None)


def tokens(maker: Maker, text: str) -> list[int]:
    return maker.tokenizer.encode(text, add_special_tokens=False).ids


def test_a_plan_is_decided_by_its_seed(data: Path) -> None:
    assert plan(data) == plan(data)
    assert plan(data) != plan(data, Recipe(seed=8, epochs=2, qamr=3, tokens=512))


def test_an_answer_is_the_gold_one_token_by_token(data: Path, maker: Maker) -> None:
    sources = read_sources(
        data / "squadshifts-wiki.json",
        neighbours=maker.neighbours,
        encoder=ToyEncoder(),
        progress=lambda *_: None,
    )
    seen = []
    for _ in range(20):
        for number, source in enumerate(sources, start=1):
            positive, *others = squad_examples(source, maker, group=number, negatives=0.65, twins=0.75)
            golds = [tokens(maker, source.article.read(answer)) for answer in source.asked.answers]
            assert positive.window[positive.start : positive.end + 1] in golds
            for other in others:
                answered = other.start >= 0
                assert answered is (other.end >= 0)
                if answered:  # question and window changed alike
                    assert other.group == -number
                    assert other.window[other.start : other.end + 1] in golds
                seen.append(answered)
    assert set(seen) == {True, False}


def test_a_window_that_does_not_answer_never_holds_an_answer(data: Path, maker: Maker) -> None:
    sources = read_sources(
        data / "squadshifts-wiki.json",
        neighbours=maker.neighbours,
        encoder=ToyEncoder(),
        progress=lambda *_: None,
    )
    for _ in range(20):
        for source in sources:
            _, *negatives = squad_examples(source, maker, group=1, negatives=1, twins=0)
            for negative in negatives:
                text = maker.tokenizer.decode(negative.window)
                answers = [source.article.read(answer).lower() for answer in source.asked.answers]
                assert (negative.start, negative.end, negative.group) == (-1, -1, 1)
                assert not any(f" {answer} " in f" {text} " for answer in answers)


def test_a_question_may_have_several_windows_that_do_not_answer(data: Path, maker: Maker) -> None:
    source, *_ = read_sources(
        data / "squadshifts-wiki.json",
        neighbours=maker.neighbours,
        encoder=ToyEncoder(),
        progress=lambda *_: None,
    )
    counts = [len(list(squad_examples(source, maker, group=1, negatives=2.5, twins=0))) for _ in range(40)]
    assert set(counts) <= {1, 2, 3, 4}
    assert max(counts) == 4


def test_qamr_answers_are_gold_token_by_token(data: Path, maker: Maker) -> None:
    sources = read_qamr(data / "qamr", neighbours=maker.neighbours)
    for _ in range(20):
        for source in sources:
            positive, *_rest = qamr_examples(source, sources, maker, group=1, twins=0.5)
            assert positive.window[positive.start : positive.end + 1] == tokens(maker, source.item.words)


def test_a_long_window_is_cut_around_its_answer(maker: Maker) -> None:
    words = ["sun"] * 100 + ["fox"] + ["sun"] * 200
    example = maker.example("which?", " ".join(words), Span(400, 403), group=1)
    assert len(example.window) == 150
    assert example.window[example.start : example.end + 1] == tokens(maker, "fox")
    assert len(maker.example("which?", " ".join(words), None, group=1).window) == 150


def test_batches_keep_groups_whole_and_within_the_size() -> None:
    rng = random.Random(1)  # noqa: S311 - a test's chance
    examples = [
        Example([1] * 5, [2] * rng.randrange(10, 60), 0, 1, group=number // 2) for number in range(60)
    ]
    batches = batched(examples, tokens=512, rng=rng)
    assert sorted(map(id, examples)) == sorted(id(example) for batch in batches for example in batch)
    owners = [{example.group for example in batch} for batch in batches]
    assert sum(len(groups) for groups in owners) == 30
    for batch in batches:
        assert len(batch) * padded(max(example.length for example in batch)) <= 512
    assert (padded(16), padded(17), height(17, 512), height(1000, 512)) == (16, 32, 16, 1)


def test_a_plan_is_read_as_it_was_written(tmp_path: Path, data: Path) -> None:
    made, file = plan(data), tmp_path / "plan.safetensors"
    assert load_plan(file, identity="one") is None
    save_plan(made, file, identity="one")
    assert load_plan(file, identity="one") == made
    assert load_plan(file, identity="other") is None
