"""The real readers: what they mark, that they compute what their architecture says, and what is refused."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch  # noqa: TID253 - the reader computes with it
from safetensors.torch import load_file

import index
from index import ModelError
from index.models.bundle import bundled_folder
from index.models.network import Network, Shape, from_bert, from_mpnet
from index.models.protocols import Reading, RerankRequest
from index.models.reader import CascadeReader
from index.models.reader_files import load_reader
from index.models.span_decoding import best_span
from index.text.windows import Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.calibration import Calibration
    from index.models.protocols import Reader

BUNDLED = Path(index.__file__).parent / "reader_model"
NARA = Window(
    0, "Talks", ("They met in her hometown of Nara in central Japan.", "The talks went well."), (True, False)
)
DRUMSTICK = Window(
    2, "Talks", ("Mr. Takaichi gave Mr. Lee a drumstick with his name engraved on it.",), (True,)
)
BOTH = (NARA, DRUMSTICK)


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the quick reader alone to a folder of its own."""
    folder = tmp_path_factory.mktemp("reader")
    shutil.copytree(BUNDLED / "quick", folder / "quick")
    config = json.loads((BUNDLED / "config.json").read_bytes())
    del config["readers"]["thorough"]
    (folder / "config.json").write_text(json.dumps(config))
    return folder


@pytest.fixture
def folder(quick: Path, tmp_path: Path) -> Path:
    return shutil.copytree(quick, tmp_path / "reader")


def test_the_answer_is_marked_in_the_sentence_that_holds_it(reader: tuple[Reader, Calibration]) -> None:
    (read,) = reader[0].read_all([RerankRequest("what is her hometown", BOTH)])
    assert sorted(read) == [0, 1, 2]
    assert NARA.sentences[0][read[0].start : read[0].end].startswith("Nara")
    assert read[0].over_none > 0 > max(read[1].over_none, read[2].over_none)
    assert read[0].over_null > 0 > read[1].over_null


def test_what_is_read_together_is_read_as_alone(quick: Path) -> None:
    """Among them a long question, more windows than a batch holds, and one question twice."""
    own, _ = load_reader(quick)
    long = replace(NARA, sentences=NARA.sentences * 20, opens=NARA.opens * 20)
    asked = [
        RerankRequest(question, windows)
        for question in ("What is her hometown?", "Who gave a drumstick?", "Who? " * 60)
        for windows in (BOTH, (long,))
    ]
    together = own.read_all([*asked, asked[0]] * 4)
    alone = [own.read_all([one])[0] for one in asked]
    for read, same in zip(together, [*alone, alone[0]] * 4, strict=True):
        assert read.keys() == same.keys()
        for place, reading in read.items():
            values = (reading.span, reading.null, reading.sentence, reading.none)
            other = same[place]
            expected = (other.span, other.null, other.sentence, other.none)
            assert values == pytest.approx(expected, abs=0.25)
    assert own.read_all([]) == []


def test_a_sentence_that_does_not_fit_is_not_read(quick: Path) -> None:
    own, _ = load_reader(quick)
    many = Window(0, "T", ("word " * 100,) * 9, (True,) * 9)
    (read,) = own.read_all([RerankRequest("which word?", (many,))])
    assert sorted(read) == [0, 1, 2, 3, 4, 5][: len(read)]
    assert len(read) < 9


def test_a_network_computes_what_transformers_computes() -> None:
    """Put the published weights into both; transformers' BERT pads and masks too, MPNet's rows are moved."""
    from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

    tokens = torch.tensor(
        [[101, 2054, 2003, 102, 2027, 2777, 1999, 2014, 102], [101, 2040, 102, 1999, 102, 0, 0, 0, 0]]
    )
    kinds = torch.tensor([[0, 0, 0, 0, 1, 1, 1, 1, 1], [0, 0, 0, 1, 1, 0, 0, 0, 0]])
    inside = tokens > 0
    published = load_file(bundled_folder() / "model.safetensors")
    bert = BertModel(
        BertConfig(hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536),
        add_pooling_layer=False,
    )
    bert.load_state_dict({name: published[name] for name in bert.state_dict()})
    ours = bare(Shape(6, 384, relative=False), from_bert(published, 6))
    with torch.inference_mode():
        theirs = bert.train(mode=False)(
            tokens, attention_mask=inside.long(), token_type_ids=kinds
        ).last_hidden_state
        assert torch.allclose(ours(tokens, kinds, inside)[inside], theirs[inside], atol=1e-4)

    torch.manual_seed(1)
    shape = MPNetConfig(
        vocab_size=30527,
        hidden_size=48,
        num_hidden_layers=2,
        intermediate_size=192,
        max_position_embeddings=514,
        layer_norm_eps=1e-5,
    )
    mpnet = MPNetModel(shape, add_pooling_layer=False)
    mpnet.train(mode=False)
    torch.nn.init.normal_(mpnet.encoder.relative_attention_bias.weight)
    ours = bare(Shape(2, 48, relative=True), from_mpnet(mpnet.state_dict(), 2))
    far = torch.cat([tokens[0, :-1], torch.arange(2000, 2200), tokens[0, -1:]])[
        None
    ]  # beyond the last bucket
    moved = torch.where(far == 101, 0, torch.where(far == 102, 2, far + 4))
    with torch.inference_mode():
        theirs = mpnet(moved, attention_mask=torch.ones_like(far)).last_hidden_state
        ones = torch.ones_like(far)
        assert torch.allclose(ours(far, ones, ones.bool()), theirs, atol=1e-4)


def bare(shape: Shape, weights: dict[str, torch.Tensor]) -> Network:
    """Build a network that gives its last hidden state."""
    network = Network(shape).eval()
    missing, unexpected = network.load_state_dict(weights, strict=False)
    assert (sorted(missing), unexpected) == (["outputs.bias", "outputs.weight"], [])
    network.outputs = torch.nn.Identity()  # type: ignore[assignment]
    return network


def test_the_best_span_is_in_order_and_not_too_long() -> None:
    start, end = np.zeros(30, dtype=np.float32), np.zeros(30, dtype=np.float32)
    start[2], start[20] = 5, 3
    end[1], end[27], end[22] = 9, 8, 4
    # 2 to 1 is not in order, 2 to 27 is longer than 24 tokens, 20 to 27 is better than 2 to 22.
    assert best_span(start, end) == (20, 27, 11)


class Scripted:
    """Says of sentences what is listed for them, by how far they are over none; keeps what it was asked."""

    def __init__(self, digest: str, **over_none: float) -> None:
        self.digest = digest
        self._over_none = over_none
        self.asked: list[str] = []

    def read_all(self, asked: Sequence[RerankRequest]) -> list[dict[int, Reading]]:
        self.asked += [
            f"{own.question}: {' '.join(t for w in own.windows for t in w.sentences)}" for own in asked
        ]
        return [
            {
                window.first + place: Reading(0, 1, 0, 0, self._over_none[text], 0)
                for window in own.windows
                for place, text in enumerate(window.sentences)
            }
            for own in asked
        ]


def window(first: int, *texts: str) -> Window:
    return Window(first, "T", texts, (True,) * len(texts))


def test_the_thorough_reader_reads_only_where_the_quick_one_is_not_certain() -> None:
    quick = Scripted("q", sure=3.5, no=-1.0, near=0.0, hopeless=-7.5, worse=-9.0, far=-6.0)
    thorough = Scripted("t", sure=1, no=1, near=1, hopeless=1, worse=1, far=1)
    reader = CascadeReader(quick, thorough)
    read = reader.read_all(
        [
            RerankRequest("certain", (window(0, "sure", "no"),)),  # 4.5 ahead
            RerankRequest("close", (window(0, "sure", "near"),)),  # 3.5 ahead only
            RerankRequest("elsewhere", (window(0, "hopeless"), window(1, "worse"))),
            RerankRequest("unsure", (window(0, "no"), window(1, "far"), window(2, "near", "far"))),
        ]
    )
    # The window of "far" lies 6 behind the best sentence, so it is not worth reading again.
    assert thorough.asked == ["close: sure near", "unsure: no near far"]
    assert [sorted(own) for own in read] == [[0, 1], [0, 1], [0, 1], [0, 2, 3]]
    assert [own[0].sentence for own in read] == [3.5, 1, -7.5, 1]
    assert reader.digest != CascadeReader(thorough, quick).digest


@pytest.mark.parametrize("file", ["quick/weights-1.safetensors", "config.json"])
def test_a_file_that_is_missing_or_changed_is_refused(folder: Path, file: str) -> None:
    path = folder / file
    path.write_bytes(path.read_bytes()[:-2] + b"!!")
    with pytest.raises(ModelError, match=r"is not what was trained|is of another version"):
        load_reader(folder)
    path.unlink()
    with pytest.raises(ModelError, match=r"the reader .* cannot be read: No such file"):
        load_reader(folder)


def test_a_folder_without_a_reader_is_refused(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_bytes())
    (folder / "config.json").write_text(json.dumps({**config, "readers": {}}))
    with pytest.raises(ModelError, match="has no weights: expected quick or thorough"):
        load_reader(folder)
