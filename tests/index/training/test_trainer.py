"""The loop that trains the encoder: decided by the seed, whether or not it was interrupted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index import UsageError
from index.training.bert import lower_precision
from index.training.trainer import TrainingRun, rate_at, train

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

pytestmark = pytest.mark.usefixtures("one_thread")

PLAN = [1.0, 2.0, 3.0]


class Interrupted(Exception):
    pass


def trained(
    work: Path, *, seed: int = 7, stop: int | None = None, identity: str = "run"
) -> dict[str, Tensor]:
    """Train a line with dropout on numbers."""
    import torch

    def progress(step: int, total: int, loss: float) -> None:
        assert total == len(PLAN)
        assert loss >= 0
        if step == stop:
            raise Interrupted

    work.mkdir(exist_ok=True)
    torch.manual_seed(1)
    model = torch.nn.Sequential(torch.nn.Linear(8, 8), torch.nn.Dropout(0.5), torch.nn.Linear(8, 1))
    run = TrainingRun(
        PLAN,
        model=model,
        loss=lambda value: (model(torch.full((4, 8), value)) - value).square().mean(),
        rate=1e-2,
        seed=seed,
        identity=identity,
    )
    return train(run, work, progress=progress, seconds=1e9 if stop is None else 0)


def equal(one: dict[str, Tensor], other: dict[str, Tensor]) -> bool:
    assert one.keys() == other.keys()
    return all(bool((one[name] == other[name]).all()) for name in one)


def test_weights_are_decided_by_the_seed_even_when_interrupted(tmp_path: Path) -> None:
    whole = trained(tmp_path / "a")
    with pytest.raises(Interrupted):
        trained(tmp_path / "b", stop=1)
    assert equal(trained(tmp_path / "b"), whole)
    assert not equal(trained(tmp_path / "c", seed=8), whole)
    with pytest.raises(UsageError, match="of a run with other data or settings: name another --work folder"):
        trained(tmp_path / "b", identity="other")


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

    monkeypatch.setattr("index.training.bert.faster_dtype", lambda: getattr(torch, faster))
    with lower_precision(torch.device("cpu")):
        assert (torch.ones(2, 2) @ torch.ones(2, 2)).dtype is getattr(torch, faster)
