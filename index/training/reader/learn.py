"""Train a teacher and its students: `python -m index.training.reader.learn FOLDER --out OUT --teach SECONDS`.

FOLDER holds what `prepare` wrote: tokens of the questions to learn from, tokens of those to choose by, and
the published weights to start from. It needs torch, numpy and safetensors alone, so that it can run on a
borrowed GPU; on a processor it does the same, more slowly. A run that was interrupted goes on.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from index.models import quantization
from index.models.network import Network, Shape
from index.training.data.corpus import Corpus
from index.training.reader.batches import Batch, stream
from index.training.reader.dev_set import DevWindows, outputs_on
from index.training.reader.losses import distilled, supervised_loss
from index.training.reader.optimizer import Trainer
from index.training.reader.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from torch import Tensor

    from index.training.reader.batches import Packed

SHAPES = {
    "mpnet": Shape(layers=12, width=768, relative=True),
    "minilm": Shape(layers=6, width=384, relative=False),
    "minilm-12": Shape(layers=12, width=384, relative=False),
    "mpnet-6": Shape(layers=6, width=768, relative=True),
}
"""The networks that can be trained, by the name of what they start from."""
RATES = {"mpnet": 5e-5, "mpnet-6": 1e-4, "minilm": 4e-4, "minilm-12": 3e-4}
WORDS = "words.weight"
"""The word vectors, which stay as they were published."""
_DROPOUT = 0.1
"""The teacher's."""
_MARKED = 0.3
"""What people marked counts so much for a student, beside what its teacher says."""
_TEMPERATURE = 1.5


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--work", type=Path, help="checkpoints; by default OUT")
    parser.add_argument("--teach", type=float, default=0.0, help="seconds for the teacher")
    parser.add_argument("--distil", type=float, default=0.0, help="seconds for the students")
    parser.add_argument("--students", nargs="*", default=["minilm"], choices=sorted(SHAPES))
    parser.add_argument("--tokens", type=int, default=32768, help="of a batch")
    parser.add_argument("--workers", type=int, default=8)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--teacher", type=Path, help="folder of a teacher that is trained already")
    parser.add_argument("--after", type=Path, help="folder of a student that is to learn on")
    parser.add_argument("--rate", type=float, default=1.0, help="times the usual learning rates")
    parser.add_argument("--start", default="mpnet", choices=sorted(SHAPES), help="what becomes the teacher")
    run(parser.parse_args(arguments))


def run(args: argparse.Namespace) -> None:
    """Train the teacher, unless it is there; then its students; judge each as it would be shipped."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    work: Path = args.work or args.out
    work.mkdir(parents=True, exist_ok=True)
    torch.backends.cuda.matmul.allow_tf32 = True
    corpus = Corpus.load(args.folder / "corpus.safetensors")
    say(f"{len(corpus.questions) - 1} questions; {device}")
    teacher = new_network(args.start, args.folder, dropout=_DROPOUT, seed=args.seed, after=args.teacher).to(
        device
    )
    last = work / "teacher.pt"
    if args.teacher:
        say(f"the teacher is that in {args.teacher}")
    elif last.exists():
        teacher.load_state_dict(torch.load(last, map_location=device))
        say("the teacher is there")
    elif args.teach:
        batches = stream(corpus, tokens=args.tokens, seed=args.seed, workers=args.workers)
        schedule = Schedule(seconds=args.teach, work=work / "teacher-checkpoint.pt")

        def lose(batch: Batch) -> list[Tensor]:
            return [supervised_loss(teacher(batch.tokens, batch.kinds, batch.inside), batch)]

        _train([teacher], [args.rate * RATES[args.start]], lose, batches, schedule, device)
        torch.save(teacher.state_dict(), last)
        finish(teacher, "teacher", args, device, schedule.steps)
    if args.distil and args.students:
        teacher.eval().requires_grad_(requires_grad=False)
        students = [
            new_network(name, args.folder, seed=args.seed, after=args.after).to(device)
            for name in args.students
        ]
        batches = stream(corpus, tokens=args.tokens, seed=args.seed + 1, workers=args.workers)
        schedule = Schedule(seconds=args.distil, work=work / "students-checkpoint.pt")

        def lose_all(batch: Batch) -> list[Tensor]:
            with torch.no_grad():
                opinion = teacher(batch.tokens, batch.kinds, batch.inside)
            losses = []
            for student in students:
                outputs = student(batch.tokens, batch.kinds, batch.inside)
                losses.append(
                    distilled(outputs, opinion, batch, temperature=_TEMPERATURE)
                    + _MARKED * supervised_loss(outputs, batch)
                )
            return losses

        _train(
            students, [args.rate * RATES[name] for name in args.students], lose_all, batches, schedule, device
        )
        for name, student in zip(args.students, students, strict=True):
            finish(student, name, args, device, schedule.steps)


def new_network(
    name: str, folder: Path, *, seed: int, dropout: float = 0.0, after: Path | None = None
) -> Network:
    """Build a network on published weights: a deeper one has each layer twice, a flatter one every second.

    Args:
        name: one of `SHAPES`.
        folder: what `prepare` wrote.
        seed: of its outputs.
        dropout: the share of hidden values and of attention that a step leaves out.
        after: the folder of a network of the same shape, whose weights then take the place of the published.

    """
    torch.manual_seed(seed)
    shape = SHAPES[name]
    network = Network(shape, dropout=dropout)
    torch.nn.init.normal_(network.outputs.weight, std=0.02)
    torch.nn.init.zeros_(network.outputs.bias)
    published = _weights(folder / name.split("-")[0])
    layers = 1 + max(int(key.split(".")[1]) for key in published if key.startswith("layers."))
    weights = {key: weight for key, weight in published.items() if not key.startswith("layers.")}
    for number in range(shape.layers):
        prefix, source = f"layers.{number}.", f"layers.{number * layers // shape.layers}."
        weights |= {
            prefix + key[len(source) :]: weight for key, weight in published.items() if key.startswith(source)
        }
    if after:
        learnt = _weights(after)
        weights |= {key: learnt[key] for key in network.state_dict() if key in learnt and key != WORDS}
    network.load_state_dict(network.state_dict() | weights)
    return network


def _weights(folder: Path) -> dict[str, Tensor]:
    return quantization.read(sorted(folder.glob("weights-*.safetensors")))


def _train(
    networks: list[Network],
    rates: list[float],
    lose: Callable[[Batch], list[Tensor]],
    batches: Iterator[Packed],
    schedule: Schedule,
    device: torch.device,
) -> None:
    """Take steps until the time is over, each network at its own rate."""
    trainers = [Trainer(network, rate) for network, rate in zip(networks, rates, strict=True)]
    schedule.resume(trainers, device)
    means = [0.0] * len(networks)
    tokens = 0
    started = said = time.monotonic()
    for network in networks:
        network.train()
    for packed in batches:
        if schedule.over:
            break
        batch = Batch.of(packed, device)
        with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda" or schedule.bfloat16):
            losses = lose(batch)
        for trainer, loss in zip(trainers, losses, strict=True):
            trainer.step(loss, share=schedule.share)
        schedule.step(trainers)
        tokens += int(packed.length.sum())
        if schedule.steps % 20 == 1:
            values = torch.stack([loss.detach() for loss in losses]).tolist()
            means = [
                value if not mean else 0.9 * mean + 0.1 * value
                for mean, value in zip(means, values, strict=True)
            ]
        if time.monotonic() - said > schedule.between:
            said = time.monotonic()
            losses_said = " ".join(f"{mean:.3f}" for mean in means)
            pace_said = f"{tokens / (said - started):,.0f} tokens/s"
            say(f"step {schedule.steps}, {schedule.share:.0%}: {losses_said}; {pace_said}")


def finish(network: Network, name: str, args: argparse.Namespace, device: torch.device, steps: int) -> None:
    """Write a network in eight bits, and what it says, so rounded, to the questions that it is chosen by."""
    weights = {key: weight.detach().cpu() for key, weight in network.state_dict().items()}
    kept = {key: weight for key, weight in weights.items() if key != WORDS}
    quantization.write(kept, args.out / name, part_bytes=15_000_000)
    (args.out / name / "training.json").write_text(json.dumps({"seed": args.seed, "steps": steps}) + "\n")
    network.load_state_dict(quantization.rounded(weights))
    for file in sorted(args.folder.glob("judge-*.safetensors")):
        started = time.monotonic()
        outputs = outputs_on(network.eval(), DevWindows.load(file), device)
        outputs.save(args.out / f"{name}-{file.name.removeprefix('judge-')}")
        say(f"{name}: {file.name} in {time.monotonic() - started:.1f} s")


def say(text: str) -> None:
    """Tell how far it is."""
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
