"""A plan on disk, as arrays in safetensors, so that a run that goes on later need not make it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.training.examples import Example

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy.typing as npt

    from index.training.batches import Batch


def save_plan(plan: Sequence[Batch], file: Path, *, identity: str) -> None:
    """Write a plan; `identity` says what it was made from."""
    from safetensors.numpy import save_file

    examples = [example for batch in plan for example in batch]
    arrays = {
        "batches": [len(batch) for batch in plan],
        "spans": [(example.start, example.end, example.group) for example in examples],
        "lengths": [(len(example.question), len(example.window)) for example in examples],
        "tokens": [token for example in examples for token in (*example.question, *example.window)],
    }
    new = file.with_name(f"{file.name}.new")
    save_file(
        {name: np.array(values, dtype=np.int32) for name, values in arrays.items()},
        new,
        metadata={"identity": identity},
    )
    new.replace(file)


def load_plan(file: Path, *, identity: str) -> list[Batch] | None:
    """Read a plan; None if there is none that was made from the same."""
    from safetensors import safe_open

    if not file.exists():
        return None
    with safe_open(file, framework="np") as kept:
        if kept.metadata() != {"identity": identity}:
            return None
        arrays: dict[str, npt.NDArray[np.int32]] = {
            name: kept.get_tensor(name)
            for name in kept.keys()  # noqa: SIM118 - it is no mapping
        }
    tokens = iter(np.split(arrays["tokens"], np.cumsum(arrays["lengths"])[:-1]))
    examples = (
        Example(question.tolist(), window.tolist(), *span)
        for question, window, span in zip(tokens, tokens, arrays["spans"].tolist(), strict=True)
    )
    return [[next(examples) for _ in range(size)] for size in arrays["batches"].tolist()]
