"""Training on tiny data: decided by the seed, whether or not it was interrupted, and loadable."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from index import UsageError
from index.encoder import bundled_folder
from index.reader import load_reader
from index.training.commands import app
from index.training.loop import rate_at, train
from index.training.model import FIRST, FURTHER, WORDS, averaged, loss_of, lower_precision, new_model
from index.training.plan import Recipe, make_plan
from index.training.writing import UNFITTED, write_calibration, write_reader
from tests.index.training.data import ANNA, HARBOUR, LAMP, LAMPS, MILL, TOWERS, qa, write_squad
from tests.toy import ToyEncoder

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

    from index.training.batches import Batch

pytestmark = pytest.mark.usefixtures("one_thread")

STEPS = 2


class Interrupted(Exception):
    pass


@pytest.fixture
def plan(data: Path) -> list[Batch]:
    recipe = Recipe(seed=7, epochs=1, qamr=2, tokens=128)
    return make_plan(data, recipe, encoder=ToyEncoder(), progress=lambda *_: None)[:STEPS]


def trained(
    plan: list[Batch],
    work: Path,
    *,
    seed: int = 7,
    stop: int | None = None,
    identity: str = "run",
    initial: dict[str, Tensor] | None = None,
) -> dict[str, Tensor]:
    def progress(step: int, total: int, loss: float) -> None:
        assert total == STEPS
        assert loss > 0
        if step == stop:
            raise Interrupted

    work.mkdir(exist_ok=True)
    pace = FURTHER if initial else FIRST
    model = new_model(seed, dropout=pace.dropout, initial=initial)
    return train(
        plan,
        work,
        model=model,
        loss=lambda batch: loss_of(model, batch, tokens=128),
        rate=pace.rate,
        seed=seed,
        identity=identity,
        progress=progress,
        seconds=1e9 if stop is None else 0,  # a checkpoint is large: only the interrupted run writes one
    )


def equal(one: dict[str, Tensor], other: dict[str, Tensor]) -> bool:
    assert one.keys() == other.keys()
    return all(bool((one[name] == other[name]).all()) for name in one)


def test_weights_are_decided_by_the_seed_even_when_interrupted(plan: list[Batch], tmp_path: Path) -> None:
    whole = trained(plan, tmp_path / "a")
    with pytest.raises(Interrupted):
        trained(plan, tmp_path / "b", stop=1)
    assert equal(trained(plan, tmp_path / "b"), whole)
    assert not equal(trained(plan, tmp_path / "c", seed=8), whole)
    assert WORDS not in whole
    with pytest.raises(UsageError, match="of a run with other data or settings: name another --work folder"):
        trained(plan, tmp_path / "b", identity="other")

    write_reader(whole, tmp_path / "reader", seed=7, steps=STEPS)
    reader, calibration = load_reader(tmp_path / "reader")
    assert calibration == UNFITTED
    ((reading,),) = reader.read_all([("Who opened the mill?", ["The mill was opened by Anna Berg."])])
    assert 0 <= reading.start < reading.end <= 33
    assert (tmp_path / "reader" / "model.safetensors").stat().st_size < 25e6

    fitted = UNFITTED.model_copy(update={"ranking": UNFITTED.ranking.model_copy(update={"span": 2.0})})
    write_calibration(fitted, tmp_path / "reader")
    assert load_reader(tmp_path / "reader")[1] == fitted


def test_a_run_goes_on_from_a_reader_and_its_dropout_does_not_depend_on_interruptions(
    plan: list[Batch], tmp_path: Path
) -> None:
    first = trained(plan, tmp_path / "first")
    further = trained(plan, tmp_path / "a", initial=first)
    with pytest.raises(Interrupted):
        trained(plan, tmp_path / "b", stop=1, initial=first)
    assert equal(trained(plan, tmp_path / "b", initial=first), further)
    assert not equal(further, first)
    bias = "span.bias"
    assert averaged(first, further)[bias].tolist() == ((first[bias] + further[bias]) / 2).tolist()
    moved = max(float((further[name] - first[name]).abs().max()) for name in first)
    assert moved < STEPS * 2 * FURTHER.rate  # AdamW moves no weight by much more than the rate in a step
    fresh = trained(plan, tmp_path / "c", seed=8)
    assert max(float((fresh[name] - first[name]).abs().max()) for name in first) > moved


def test_the_rate_rises_then_falls() -> None:
    rates = [rate_at(step, 100, highest=2e-4) for step in range(100)]
    assert rates[0] == pytest.approx(2e-4 / 6)
    assert max(rates) == rates[5] == rates[6] == 2e-4
    assert rates[53] == pytest.approx(2e-4 * (1 - 47 / 94))
    assert rates[99] == pytest.approx(2e-4 * 0.02)


@pytest.mark.parametrize("faster", ["float32", "bfloat16"])
def test_it_multiplies_in_the_format_that_the_machine_is_faster_in(
    faster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    monkeypatch.setattr("index.training.model.faster_dtype", lambda: getattr(torch, faster))
    with lower_precision(torch.device("cpu")):
        assert (torch.ones(2, 2) @ torch.ones(2, 2)).dtype is getattr(torch, faster)


def test_the_commands(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = CliRunner()
    out = tmp_path / "reader"
    command = ["train", str(data), "--out", str(out), "--epochs", "1", "--steps", "1"]
    first = run.invoke(app, command)
    assert (first.exit_code, first.stdout) == (0, "")
    assert "searching articles for windows that look like answers: 2 of 2" in first.stderr
    config = json.loads((out / "config.json").read_bytes())
    assert (config["format"], config["seed"], config["steps"]) == (1, 7, 1)
    again = run.invoke(app, command)  # the plan is there already
    assert again.exit_code == 0
    assert "searching" not in again.stderr
    assert json.loads((out / "config.json").read_bytes()) == config
    with monkeypatch.context() as patch:
        patch.setenv("VERBATIM_MODEL", str(bundled_folder()))  # as published, without Verbatim's changes
        assert "searching articles" in run.invoke(app, command).stderr

    nobody = qa(LAMP, "Who built the south tower?"), qa(ANNA, "Who burnt the lamp?")
    write_squad(data / "squad2-dev.json", [[(ANNA, [*MILL, nobody[1]])], [(LAMP, [*LAMPS, nobody[0]])]])
    write_squad(data / "reddit-dev.json", [[(HARBOUR, TOWERS)], [(LAMP, LAMPS)]])
    calibrated = run.invoke(app, ["calibrate", str(data), str(out)])
    assert calibrated.exit_code == 0
    assert "squad2-dev, with reader, 6 questions: P@1 " in calibrated.stdout
    assert load_reader(out)[1] != UNFITTED

    further = tmp_path / "further"
    after = run.invoke(app, ["train", str(data), "--out", str(further), "--after", str(out), "--steps", "1"])
    assert after.exit_code == 0
    assert "searching articles" in after.stderr
    assert load_reader(further)[0].digest != load_reader(out)[0].digest
    nowhere = run.invoke(app, ["train", str(data), "--out", str(further), "--after", str(data)])
    assert nowhere.exit_code == 2
    assert "the reader in" in nowhere.stderr

    missing = run.invoke(app, ["train", str(tmp_path), "--out", str(out)])
    assert missing.exit_code == 2
    assert "squadshifts-wiki.json cannot be read: No such file or directory" in missing.stderr
