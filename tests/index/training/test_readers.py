"""Training readers on tiny data: what is learnt from, that it is learnt, and the commands from end to end."""

from __future__ import annotations

import json
import lzma
import random
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch  # noqa: TID253 - networks are trained with it
from safetensors.torch import load_file, save_file
from typer.testing import CliRunner

from index.models import quantization
from index.models.bundle import bundled_folder, load_tokenizer
from index.models.network import Network, Shape, from_bert
from index.models.protocols import RerankRequest
from index.models.reader_files import load_reader
from index.text.windows import Window as Read
from index.training import calibration_cases
from index.training.calibration_cases import Chosen
from index.training.commands import app
from index.training.data import prepare
from index.training.data.chat_style import slipped, typed
from index.training.data.corpus import Corpus
from index.training.data.small_talk import SMALL_TALK
from index.training.data.sources import TrainingSet
from index.training.data.yes_no import yes_no
from index.training.export import UNFITTED
from index.training.reader import learn, schedule
from index.training.reader.batches import Batch, batches, pack
from index.training.reader.losses import distilled, sentence_logits, supervised_loss
from index.training.reader.optimizer import Trainer
from index.training.reader.sampling import Window, epoch
from tests.index.training.data import ANNA, HARBOUR, LAMP, LAMPS, MILL, TOWERS, qa, write_squad

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("one_thread")

NOBODY = qa(ANNA, "Who burnt the mill down?")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write two sets to learn from and one to choose by, and let nothing else be read."""
    data = tmp_path / "sets"
    (data / "train").mkdir(parents=True)
    write_squad(data / "one.json", [[(ANNA, [*MILL, NOBODY]), (HARBOUR, TOWERS)], [(LAMP, LAMPS)]])
    whole = qa(LAMP, "What is said of the lamp?", "The lamp is bright and costs 30 dollars.")
    write_squad(data / "two.json", [[(LAMP, [{**whole, "sentence_only": True}])]])
    lost = '{"question": "Who painted the lighthouse?"}\n'
    (data / "train" / "lost.jsonl.xz").write_bytes(lzma.compress(lost.encode()))
    monkeypatch.setattr(prepare, "SETS", (TrainingSet("one.json"), TrainingSet("two.json", titled=False)))
    monkeypatch.setattr(prepare, "UNPLACED", "train/lost.jsonl.xz")
    nobody = qa(HARBOUR, "Who painted it?"), qa(LAMP, "Who broke it?"), qa(LAMP, "Where is it from?")
    write_squad(data / "dev.json", [[(HARBOUR, [*TOWERS, nobody[0]])], [(LAMP, [*LAMPS, *nobody[1:]])]])
    monkeypatch.setattr(calibration_cases, "CHOSEN", (Chosen("dev.json", every=1, elsewhere=1),))
    return data


@pytest.fixture
def corpus(folder: Path) -> Corpus:
    return prepare.prepare(folder, seed=1)


def words(tokens: np.ndarray) -> str:
    return str(load_tokenizer().decode(tokens.tolist(), skip_special_tokens=False))


def test_a_corpus_holds_every_question_with_what_answers_it(corpus: Corpus, tmp_path: Path) -> None:
    corpus.save(tmp_path / "corpus.safetensors")
    again = Corpus.load(tmp_path / "corpus.safetensors")
    assert np.array_equal(again.sentences.values, corpus.sentences.values)
    assert len(corpus.questions) - 1 == 5 + 3 + 2 + 1 + 1 + 6 * len(SMALL_TALK)
    asked = [words(corpus.forms[first]) for first in corpus.questions[:12]]
    assert asked[0] == "who opened the mill in 1850?"
    sentence, first, last = corpus.span[0]
    assert words(corpus.sentences[sentence][first : last + 1]) == "anna berg"
    assert corpus.answering[4].tolist() == []  # nobody burnt it down
    assert corpus.near[4].tolist() == [0, 3]
    assert (corpus.answering[10].tolist(), corpus.span[10].tolist()) == (
        [9],
        [-1, -1, -1],
    )  # the whole sentence
    assert words(corpus.titles[0]) == "t"
    assert corpus.titles[4].tolist() == []  # a set whose titles say nothing
    assert (asked[11], corpus.article_of[11]) == ("who painted the lighthouse?", -1)
    assert corpus.opens.tolist()[:7] == [True, False, False, True, False, False, True]


def test_windows_hold_what_answers_and_say_where(corpus: Corpus) -> None:
    for seed in range(6):
        for own in epoch(corpus, seed=seed):
            for window in own:
                tokens = window.tokens.tolist()
                assert (tokens[0], tokens[-1], tokens[window.text - 1]) == (101, 102, 102)
                marks = [place for place, token in enumerate(tokens) if token in (2, 3)]
                if window.group == 0 and window.answering:
                    assert words(window.tokens[window.start : window.end + 1]) == "anna berg"
                    mark = marks[window.answering[0]]
                    assert words(window.tokens[mark + 1 :]).startswith("the mill was opened in 1850")
                if not window.answering:
                    assert (window.start, window.end) == (0, 0)
                    if window.group == 3:
                        assert "roof" not in words(window.tokens)


def test_windows_are_decided_by_the_seed_and_workers_share_the_questions(corpus: Corpus) -> None:
    def drawn(seed: int, part: tuple[int, int] = (0, 1)) -> list[tuple[int, list[int]]]:
        return [(w.group, w.tokens.tolist()) for own in epoch(corpus, seed=seed, part=part) for w in own]

    assert drawn(1) == drawn(1) != drawn(2)
    of_two = [{group for group, _ in drawn(1, (number, 2))} for number in (0, 1)]
    assert not of_two[0] & of_two[1]
    assert of_two[0] | of_two[1] == {group for group, _ in drawn(1)}


def test_batches_keep_a_question_together_within_the_size(corpus: Corpus) -> None:
    packed = list(batches(epoch(corpus, seed=1), tokens=1024, seed=1))
    assert all(own.tokens.size <= 1024 + 16 * len(own.tokens) for own in packed)
    windows = sum(len(own) for own in epoch(corpus, seed=1))
    assert sum(len(own.tokens) for own in packed) == windows
    batch = Batch.of(packed[0], torch.device("cpu"))
    assert bool((batch.inside.sum(1) == torch.from_numpy(packed[0].length)).all())
    assert bool((batch.kinds[:, 0] == 0).all())
    assert bool((batch.marks & batch.answering == batch.answering).all())


def hand_made() -> Batch:
    """Make two windows of a question, of which the first answers in its second sentence, and one without."""
    first = Window(np.array([101, 9, 102, 3, 50, 2, 60, 61, 102], dtype=np.uint16), 3, (1,), 6, 7, 1.0, 4)
    second = Window(np.array([101, 9, 102, 3, 70, 102], dtype=np.uint16), 3, (), 0, 0, 1.0, 4)
    third = Window(np.array([101, 9, 102, 3, 80, 102], dtype=np.uint16), 3, (), 0, 0, 2.0, 5)
    return Batch.of(pack([first, second, third]), torch.device("cpu"))


def test_the_loss_is_what_one_works_out_by_hand() -> None:
    batch = hand_made()
    outputs = torch.zeros(3, 16, 4)
    # All logits are 0. In the windows 3, 2 and 2 choices are alike, and the last counts twice.
    sentence = (np.log(3) + 3 * np.log(2)) / 4
    # All of a question's windows together: 1 of 3 sentences and none; the other question: none of 2.
    listwise = (np.log(4) + 2 * np.log(2)) / 3
    # Where it starts, and ends: of 5 tokens (nowhere, 4 words and the last mark), of 3, and of 3.
    span = (np.log(5) + np.log(3) + 2 * np.log(3)) / 4
    assert supervised_loss(outputs, batch).item() == pytest.approx(
        sentence + 0.5 * listwise + 0.5 * span, abs=1e-4
    )
    outputs[0, 5, 2] = outputs[1, 0, 3] = outputs[2, 0, 3] = 50
    outputs[0, 6, 0] = outputs[0, 7, 1] = outputs[1:, 0, :2] = 50
    assert supervised_loss(outputs, batch).item() == pytest.approx(0, abs=1e-4)


def test_a_student_loses_nothing_against_itself_and_learns_from_its_teacher() -> None:
    batch = hand_made()
    torch.manual_seed(1)
    teacher, other = torch.randn(3, 16, 4), torch.randn(3, 16, 4)
    assert distilled(teacher, teacher, batch, temperature=1.5).item() == pytest.approx(0, abs=1e-5)
    assert distilled(other, teacher, batch, temperature=1.5).item() > 0.1
    student = Network(Shape(2, 24, relative=False))
    trainer = Trainer(student, 3e-3)
    losses = []
    for _ in range(60):
        outputs = student(batch.tokens, batch.kinds, batch.inside)
        loss = distilled(outputs, teacher, batch, temperature=1.5)
        trainer.step(loss, share=0.1)
        losses.append(loss.item())
    assert losses[-1] < losses[0] / 4


def test_a_network_learns_by_heart_what_it_is_shown() -> None:
    batch = hand_made()
    torch.manual_seed(1)
    network = Network(Shape(2, 24, relative=True), dropout=0.1).train()
    trainer = Trainer(network, 3e-3)
    for _ in range(80):
        trainer.step(supervised_loss(network(batch.tokens, batch.kinds, batch.inside), batch), share=0.1)
    outputs = network.eval()(batch.tokens, batch.kinds, batch.inside)
    assert sentence_logits(outputs, batch).argmax(1).tolist() == [5, 0, 0]


@pytest.mark.slow
def test_the_commands(folder: Path, tmp_path: Path) -> None:
    mpnet, made, out, ready = (tmp_path / name for name in ("mpnet", "made", "out", "reader"))
    mpnet.mkdir()
    save_file(tiny_mpnet(), mpnet / "model.safetensors")
    invoke("prepare", folder, "--out", made, "--mpnet", mpnet)
    command = [
        made,
        "--out",
        out,
        "--teach",
        2,
        "--distil",
        2,
        "--students",
        "minilm-12",
        "--start",
        "minilm",
    ]
    options = ["--tokens", 256, "--workers", 0]
    learn.main([str(part) for part in (*command, *options)])
    assert [folder.name for folder in sorted(out.iterdir()) if folder.is_dir()] == ["minilm-12", "teacher"]
    further = [
        made,
        "--out",
        tmp_path / "further",
        "--teacher",
        out / "teacher",
        "--distil",
        1,
        "--start",
        "minilm",
    ]
    learn.main([str(part) for part in (*further, *options)])
    assert (tmp_path / "further" / "minilm" / "weights-1.safetensors").exists()
    assert not (tmp_path / "further" / "teacher").exists()
    told = invoke("judge", folder, out, "teacher")
    assert "dev, with reader, 5 questions: P@1 " in told
    invoke(
        "assemble",
        ready,
        "--quick",
        out / "teacher",
        "--thorough",
        out / "minilm-12",
        "--published",
        made / "mpnet",
    )
    reader, calibration = load_reader(ready)
    assert calibration == UNFITTED
    window = Read(0, "", ("The mill was opened by Anna Berg.", "It closed."), (True, False))
    (read,) = reader.read_all([RerankRequest("who opened the mill", (window,))])
    assert sorted(read) == [0, 1]
    again = invoke("calibrate", folder, ready, "--work", tmp_path / "work")
    assert "dev, with reader, 5 questions: P@1 " in again
    assert load_reader(ready)[1] != UNFITTED
    nothing = CliRunner().invoke(
        app,
        [
            "assemble",
            str(ready),
            "--quick",
            str(folder),
            *["--thorough", str(folder)],
            "--published",
            str(made),
        ],
    )
    assert nothing.exit_code == 2
    assert "holds no weights: name a folder that `learn` wrote" in nothing.stderr


@pytest.mark.slow
def test_what_was_interrupted_goes_on_and_a_student_learns_on(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, out = tmp_path / "made", tmp_path / "out"
    made.mkdir()
    prepare.prepare(folder, seed=1).save(made / "corpus.safetensors")
    published = load_file(bundled_folder() / "model.safetensors")
    quantization.write(from_bert(published, 6), made / "minilm")
    command = [str(made), "--out", str(out), "--start", "minilm", "--tokens", "256", "--workers", "0"]
    monkeypatch.setattr(schedule, "_SECONDS", 0.0)  # a checkpoint after every step
    with monkeypatch.context() as patch:
        patch.setattr(learn, "finish", interrupted)
        patch.setattr(torch, "save", saved_but_the_teacher)
        with pytest.raises(Interrupted):
            learn.main([*command, "--teach", "1"])
    steps = torch.load(out / "teacher-checkpoint.pt")["steps"]
    assert steps >= 1
    learn.main([*command, "--teach", "4"])
    told = json.loads((out / "teacher" / "training.json").read_bytes())
    assert (told["seed"], told["steps"] > steps) == (7, True)

    before = quantization.read([out / "teacher" / "weights-1.safetensors"])
    learn.main([*command, "--distil", "1", "--students", "minilm", "--after", str(out / "teacher")])
    after = quantization.read([out / "minilm" / "weights-1.safetensors"])
    # After a few steps it is nearer to where it went on from than to the published weights.
    name = "layers.5.outer.weight"
    first = published["encoder.layer.5.output.dense.weight"]
    assert (after[name] - before[name]).norm() < (after[name] - first).norm()
    assert not torch.equal(after["outputs.weight"], before["outputs.weight"])


class Interrupted(Exception):
    pass


def interrupted(*_: object) -> None:
    raise Interrupted


SAVE = torch.save


def saved_but_the_teacher(kept: object, file: Path) -> None:
    if file.name != "teacher.pt":
        SAVE(kept, file)


def invoke(*arguments: object) -> str:
    done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert done.exit_code == 0, done.stderr
    return done.stdout


def tiny_mpnet() -> dict[str, torch.Tensor]:
    """Make the weights of an MPNet of 12 layers, each 12 wide."""
    from transformers import MPNetConfig, MPNetModel

    config = MPNetConfig(hidden_size=12, intermediate_size=48, max_position_embeddings=514)
    return {
        name: weight.contiguous()
        for name, weight in MPNetModel(config, add_pooling_layer=False).state_dict().items()
    }


def test_a_deeper_network_has_each_layer_twice_and_a_flatter_one_every_second(tmp_path: Path) -> None:
    torch.manual_seed(1)
    weights = Network(Shape(6, 384, relative=False)).state_dict()
    kept = {name: weight for name, weight in weights.items() if not name.startswith("outputs")}
    quantization.write(kept, tmp_path / "minilm")
    deep = learn.new_network("minilm-12", tmp_path, seed=1).state_dict()
    for number in range(12):
        theirs = deep[f"layers.{number}.inner.weight"]
        assert torch.allclose(theirs, weights[f"layers.{number // 2}.inner.weight"], atol=1e-3)


def test_people_type_names_short_and_slip() -> None:
    title, question = "Anna Berg", "When did Anna Berg open the old mill in Oslo Harbour?"
    shown = {
        typed(question, random.Random(seed), title=title, paragraph="She liked it.") for seed in range(300)
    }
    assert any("did she open" in form for form in shown)
    assert any("did Berg open" in form for form in shown)
    assert any(not form.endswith("?") for form in shown)
    assert all(len(form.split()) > 2 for form in shown)
    rng = random.Random(1)
    for _ in range(50):
        slip = slipped("remember the drumstick", rng)
        assert slip.split()[1] == "the"  # short words are typed well
        assert abs(len(slip) - len("remember the drumstick")) <= 1


@pytest.mark.parametrize(
    ("question", "answer", "asked"),
    [
        ("When did Anna open the mill?", "1850", "did anna open the mill in 1850?"),
        ("Where was the tower built?", "near Oslo", "was the tower built near oslo?"),
        ("How many steps does the tower have?", "42", "does the tower have 42 steps?"),
        ("How many steps are there?", "42 steps", "are 42 steps there?"),
        ("Which song did they play?", "Golden", "did they play golden?"),
        ("Who is the owner?", "Peter Holm", "is peter holm the owner?"),
        ("Who opened the mill?", "Anna Berg", "was it anna berg who opened the mill?"),
        ("What did he do?", "he sold it", None),
        ("What kind of mill is it?", "old", None),
        ("Why did he sell it?", "the war", None),
        ("Who opened it?", "a b c d e f g", None),
    ],
)
def test_a_question_becomes_one_to_be_answered_with_yes_or_no(
    question: str, answer: str, asked: str | None
) -> None:
    assert yes_no(question, answer) == asked
