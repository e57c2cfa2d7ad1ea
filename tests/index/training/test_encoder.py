"""Adapting the encoder on tiny data: what it is taught, that it learns it, and that what is written loads."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from typer.testing import CliRunner

from index import ModelError
from index.models.adapter import WEIGHTS_FILE, load_adapter
from index.models.bundle import bundled_folder
from index.models.encoder import load_encoder
from index.training.commands import app
from index.training.encoder.anchors import Anchor, squad_anchors
from index.training.encoder.model import contrastive_loss, cutting_tokenizer, embedded, new_model
from index.training.encoder.plan import Contrast, Recipe, contrast, make_plan
from index.training.export import write_adapter
from index.training.trainer import TrainingRun, train
from tests.index.training.data import ANNA, HARBOUR
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from pathlib import Path

    from index.models.encoder import SentenceEncoder

pytestmark = pytest.mark.usefixtures("one_thread")

LESSON = Contrast(
    questions=("Who opened the mill in 1850?", "How many steps has the south tower?"),
    texts=(
        "The south tower has 42 steps.",
        "The mill was opened in 1850 by Anna Berg.",
        "It closed after the war.",
    ),
    right=(1, 0),
    also=((0, 2),),
)


@pytest.fixture(scope="module")
def published() -> SentenceEncoder:
    return load_encoder(str(bundled_folder()), threads=1)


def plan(data: Path, seed: int = 7) -> list[Contrast]:
    recipe = Recipe(seed=seed, epochs=2, qamr=3)
    return make_plan(data, recipe, encoder=ToyEncoder(), progress=lambda *_: None)


def test_an_anchor_has_what_answers_and_what_does_not(data: Path) -> None:
    told: list[tuple[int, int]] = []
    mill, lamps = squad_anchors(
        data / "squadshifts-wiki.json", encoder=ToyEncoder(), progress=lambda *step: told.append(step)
    )
    assert told == [(1, 2), (2, 2)]
    assert [len(mill), len(lamps)] == [7, 2]
    first = mill[0]
    assert first.question == "Who opened the mill in 1850?"
    opened, sold, closed = (
        sentence if sentence[-1] == "." else f"{sentence}." for sentence in ANNA.split(". ")
    )
    assert first.right == ((opened, opened, ANNA),)
    assert (sold, f"{opened} {sold}", ANNA) in first.wrong
    assert (closed, f"{sold} {closed}", ANNA) in first.wrong
    assert not any("Anna Berg" in sentence for sentence, _, _ in first.wrong)
    assert any(paragraph == HARBOUR for _, _, paragraph in first.wrong)


def test_a_batch_counts_another_answer_as_neither_right_nor_wrong() -> None:
    one = Anchor("Who?", (("a", "a", "a"), ("b", "b", "b")), (("c", "c", "c"),))
    other = Anchor("What is this, then?", (("b", "b", "b"),), ())
    seen = set()
    for seed in range(20):
        made = contrast([one, other], random.Random(seed))
        first = made.texts[made.right[0]]
        assert first in {"a", "b"}
        assert made.texts[made.right[1]] == "b"
        assert set(made.texts) == {first, "b", "c"}
        assert [(row, made.texts[place]) for row, place in made.also] == ([(0, "b")] if first == "a" else [])
        seen.add(first)
    assert seen == {"a", "b"}


def test_the_plan_is_decided_by_the_seed_and_every_epoch_differs(data: Path) -> None:
    made = plan(data)
    assert made == plan(data)
    assert made != plan(data, seed=8)
    half = len(made) // 2
    assert half == 3  # one of each file, as all are smaller than a batch
    assert sorted(len(batch.questions) for batch in made[:half]) == [3, 5, 9]
    assert made[:half] != made[half:]


def test_unchanged_it_embeds_as_sentence_transformers_does(published: SentenceEncoder) -> None:
    model, tokenizer = new_model(7), cutting_tokenizer()
    texts = [*LESSON.texts, *LESSON.questions, "A word. " * 30]
    rows = embedded(model, tokenizer, texts).detach().numpy()
    assert np.einsum("ij,ij->i", rows, published.encode(texts)) == pytest.approx(1, abs=2e-3)  # bfloat16


def test_it_learns_and_what_is_written_loads(published: SentenceEncoder, tmp_path: Path) -> None:
    model, tokenizer = new_model(7), cutting_tokenizer()
    losses = []
    run = TrainingRun(
        [LESSON] * 12,
        model=model,
        loss=lambda batch: contrastive_loss(model, tokenizer, batch),
        rate=1e-3,
        seed=7,
        identity="run",
    )
    factors = train(run, tmp_path, progress=lambda *values: losses.append(values[2]))
    assert losses[-1] < losses[0]
    assert all(name.endswith((".down", ".up")) for name in factors)
    write_adapter(factors, tmp_path / "encoder", seed=7, steps=12)
    assert (tmp_path / "encoder" / WEIGHTS_FILE).stat().st_size < 3e6

    adapted = load_encoder(str(tmp_path / "encoder"), threads=1)
    assert adapted.digest != published.digest
    assert adapted.digest == load_encoder(str(tmp_path / "encoder"), threads=1).digest

    def margin(encoder: SentenceEncoder) -> float:
        cosines = encoder.encode(LESSON.questions) @ encoder.encode(LESSON.texts).T
        return float(cosines[0, 1] - cosines[0, 0] + cosines[1, 0] - cosines[1, 1])

    assert margin(adapted) > margin(published)

    file = tmp_path / "encoder" / WEIGHTS_FILE
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    with pytest.raises(ModelError, match=r"adapter.safetensors is not what was trained: its SHA-256 is"):
        load_adapter(tmp_path / "encoder")
    (tmp_path / "encoder" / "config.json").unlink()
    with pytest.raises(ModelError, match=r"the encoder in .* cannot be read: No such file"):
        load_encoder(str(tmp_path / "encoder"))


def test_the_command(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "encoder"
    command = ["train-encoder", str(data), "--out", str(out), "--steps", "2"]
    ran = CliRunner().invoke(app, command)
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert "embedding articles and their questions: 2 of 2" in ran.stderr
    assert "step 2 of 2, loss " in ran.stderr
    config = json.loads((out / "config.json").read_bytes())
    assert (config["format"], config["seed"], config["steps"]) == (1, 7, 2)
    again = CliRunner().invoke(app, [*command[:3], str(tmp_path / "again"), *command[4:]])
    assert again.exit_code == 0
    assert (tmp_path / "again" / WEIGHTS_FILE).read_bytes() == (out / WEIGHTS_FILE).read_bytes()
    other = CliRunner().invoke(app, [*command, "--seed", "8", "--work", str(tmp_path / "again.work")])
    assert other.exit_code == 0
    assert json.loads((out / "config.json").read_bytes())["sha256"] != config["sha256"]
