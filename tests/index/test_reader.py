"""The real reader: what it marks, that it computes what its architecture says, and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from safetensors.torch import load_file
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import WhitespaceSplit

import index
from index import ModelError
from index.encoder import bundled_folder
from index.reader import SpanReader, load_reader
from index.spans import best_span
from index.types import Reading

if TYPE_CHECKING:
    from index.calibration import Calibration
    from index.types import Reader

BUNDLED = Path(index.__file__).parent / "reader_model"
WINDOWS = [
    ["They met in her hometown of Nara in central Japan.", "The talks went well."],
    ["Mr. Takaichi gave Mr. Lee a drumstick with his name engraved on it."],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the bundled reader to a folder of its own."""
    return shutil.copytree(BUNDLED, tmp_path / "reader")


def test_the_answer_is_marked_in_the_sentence_that_holds_it(reader: tuple[Reader, Calibration]) -> None:
    (first, second), (third,) = reader[0].read_all([("What is her hometown?", window) for window in WINDOWS])
    assert WINDOWS[0][0][first.start : first.end] == "Nara"
    assert first.span - first.null > second.span - second.null
    assert first.answerable == second.answerable > third.answerable


def test_windows_read_together_are_read_as_alone(reader: tuple[Reader, Calibration]) -> None:
    together = reader[0].read_all([("Who gave a drumstick?", window) for window in WINDOWS])
    alone = [reader[0].read_all([("Who gave a drumstick?", window)])[0] for window in WINDOWS]
    for window, same in zip(together, alone, strict=True):
        for one, other in zip(window, same, strict=True):
            assert (one.start, one.end) == (other.start, other.end)
            assert one.span == pytest.approx(other.span, abs=0.2)


def test_questions_read_together_are_read_as_alone(reader: tuple[Reader, Calibration]) -> None:
    """Among them a long one, more than a batch holds, and one question twice."""
    asked = ["What is her hometown?", "Who gave a drumstick?", "What is her hometown?", "Who? " * 60]
    windows = [(question, window * 3) for question in asked * 12 for window in WINDOWS]
    together = reader[0].read_all(windows)
    alone = [reader[0].read_all([window])[0] for window in windows[:8]]
    assert [len(window) for window in together] == [6, 3] * 48
    for window, same in zip(together, alone * 12, strict=True):
        for one, other in zip(window, same, strict=True):
            assert (one.span, one.null, one.answerable) == pytest.approx(
                (other.span, other.null, other.answerable), abs=0.25
            )


def test_it_computes_what_transformers_computes() -> None:
    """Put the same weights into transformers' BERT, which pads and masks, in float32."""
    import torch
    from transformers import BertConfig, BertModel

    weights = load_file(BUNDLED / "model.safetensors")
    bundled = load_file(bundled_folder() / "model.safetensors")
    weights["bert.embeddings.word_embeddings.weight"] = bundled["embeddings.word_embeddings.weight"]
    weights = {name: weight.float() for name, weight in weights.items()}
    shape = BertConfig(hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536)
    bert = BertModel(shape, add_pooling_layer=False)
    bert.train(False)  # noqa: FBT003 - its only parameter
    bert.load_state_dict({n.removeprefix("bert."): w for n, w in weights.items() if n.startswith("bert.")})
    rows = [([2054, 2003], [2027, 2777, 1999, 2014]), ([2040], [1999])]

    ours = SpanReader(dict(weights), Tokenizer(WordLevel({})), digest="", dtype=torch.float32)._logits(rows)

    ids = torch.tensor(
        [[101, 2054, 2003, 102, 2027, 2777, 1999, 2014, 102], [101, 2040, 102, 1999, 102, 0, 0, 0, 0]]
    )
    kinds = torch.tensor([[0, 0, 0, 0, 1, 1, 1, 1, 1], [0, 0, 0, 1, 1, 0, 0, 0, 0]])
    with torch.inference_mode():
        hidden = bert(input_ids=ids, token_type_ids=kinds, attention_mask=(ids > 0).long()).last_hidden_state
        spans = hidden @ weights["span.weight"].T + weights["span.bias"]
        pooled = torch.tanh(hidden[:, 0] @ weights["answer_hidden.weight"].T + weights["answer_hidden.bias"])
        answerable = pooled @ weights["answer_out.weight"].T + weights["answer_out.bias"]
    for row, (start, end, answer) in enumerate(ours):
        assert start == pytest.approx(spans[row, : len(start), 0].numpy(), abs=1e-3)
        assert end == pytest.approx(spans[row, : len(end), 1].numpy(), abs=1e-3)
        assert answer == pytest.approx(float(answerable[row]), abs=1e-3)


def test_the_best_span_is_in_order_and_not_too_long() -> None:
    tokenizer = Tokenizer(WordLevel({"w": 0}, unk_token="w"))  # noqa: S106 - a word, not a password
    tokenizer.pre_tokenizer = WhitespaceSplit()
    sentence = tokenizer.encode(" ".join(["word"] * 30))
    start, end = np.zeros(30, dtype=np.float32), np.zeros(30, dtype=np.float32)
    start[2], start[20] = 5, 3
    end[1], end[27], end[22] = 9, 8, 4
    # 2 to 1 is not in order, 2 to 27 is longer than 24 tokens, 20 to 27 is better than 2 to 22.
    best = best_span(sentence, start, end, null=1, answerable=2)
    assert best == Reading(start=100, end=139, span=11, null=1, answerable=2)


@pytest.mark.parametrize("file", ["model.safetensors", "config.json"])
def test_a_file_that_is_missing_or_changed_is_refused(folder: Path, file: str) -> None:
    path = folder / file
    path.write_bytes(path.read_bytes()[:-2] + b"!!")
    with pytest.raises(ModelError, match=r"is not what was trained|is of another version"):
        load_reader(folder)
    path.unlink()
    with pytest.raises(ModelError, match=r"the reader in .* cannot be read: No such file"):
        load_reader(folder)
