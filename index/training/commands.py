"""`train` and `calibrate`, for `python -m index.training`."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.ending import Verbose, ending, say, sensible_settings
from index.errors import UsageError

if TYPE_CHECKING:
    from index.training.plan import Recipe
    from index.types import Encoder

app = typer.Typer(
    name="index.training",
    help="Make the reader that Verbatim ships: first train, then calibrate.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Data = Annotated[Path, typer.Argument(help="Folder of the question sets.", show_default=False)]
Seed = Annotated[int, typer.Option(help="The same seed gives the same reader.")]
CHOSEN_ON = {"squad2-dev.json": 1, "reddit-dev.json": 6}
"""What is calibrated on, and that every n-th of its questions is read."""
ELSEWHERE = 30
"""Answerable questions of other articles that each article is asked."""


@app.command()
def train(
    data: Data,
    *,
    out: Annotated[Path, typer.Option(help="Folder for the reader.", show_default=False)],
    work: Annotated[
        Path | None,
        typer.Option(help="Folder to go on from when interrupted (by default OUT.work).", show_default=False),
    ] = None,
    after: Annotated[
        Path | None,
        typer.Option(
            help="Go on from the reader in this folder, with what it wrongly likes; the two are averaged.",
            show_default=False,
        ),
    ] = None,
    seed: Seed = 7,
    epochs: Annotated[int, typer.Option(min=1, help="How often the wiki questions are seen.")] = 2,
    steps: Annotated[
        int | None, typer.Option(min=1, help="Take so many steps at most, for a try.", show_default=False)
    ] = None,
    verbose: Verbose = False,
) -> None:
    """Train the reader: about an hour on two cores, minutes on a GPU; goes on where it was interrupted."""
    with ending(verbose=verbose):
        from safetensors.torch import load_file

        from index.reader import load_reader
        from index.training.loop import FIRST, FURTHER, averaged
        from index.training.loop import train as run
        from index.training.plan import Recipe, make_plan
        from index.training.plan_file import load_plan, save_plan
        from index.training.progress import Progress
        from index.training.writing import write_reader

        reader = load_reader(after)[0] if after else None  # which checks the weights
        initial = load_file(after / "model.safetensors") if after else None
        recipe = Recipe(seed=seed, epochs=epochs, after=reader.digest if reader else None)
        identity = _identity(data, recipe)
        work = work or out.with_name(f"{out.name}.work")
        work.mkdir(parents=True, exist_ok=True)
        encoder = _encoder()  # sets the threads, also where the plan is there already
        plan = load_plan(work / "plan.safetensors", identity=identity)
        if plan is None:
            searching = Progress("searching articles for windows that look like answers:")
            plan = make_plan(data, recipe, encoder=encoder, reader=reader, progress=searching)
            save_plan(plan, work / "plan.safetensors", identity=identity)
        plan = plan[:steps]
        examples = sum(len(batch) for batch in plan)
        say(f"{len(plan)} steps, {examples} examples")
        stepping = Progress("step")
        weights = run(
            plan,
            work,
            seed=seed,
            tokens=recipe.tokens,
            identity=f"{identity} {len(plan)} steps",
            progress=lambda done, total, loss: stepping(done, total, f"loss {loss:.3f}"),
            pace=FURTHER if initial else FIRST,
            initial=initial,
        )
        if initial:
            weights = averaged(initial, weights)
        write_reader(weights, out, seed=seed, steps=len(plan))
        say(f"wrote {out}; now calibrate it: python -m index.training calibrate {data} {out}")


@app.command()
def calibrate(
    data: Data,
    folder: Annotated[Path, typer.Argument(help="Folder of the reader.", show_default=False)],
    *,
    every: Annotated[int, typer.Option(min=1, help="Read every n-th question only, for a try.")] = 1,
    seed: Seed = 7,
    verbose: Verbose = False,
) -> None:
    """Fit the order of sentences, the confidence and its thresholds, and write them beside the weights."""
    with ending(verbose=verbose):
        from index.fitting.calibrating import calibrate as fit
        from index.reader import load_reader
        from index.training.gathering import gather
        from index.training.progress import Progress
        from index.training.report import report
        from index.training.writing import write_calibration

        encoder = _encoder()
        reader, _ = load_reader(folder)
        everything = [
            gathered
            for name, thinned in CHOSEN_ON.items()
            for gathered in gather(
                data / name,
                encoder=encoder,
                reader=reader,
                every=every * thinned,
                elsewhere=max(1, ELSEWHERE // every),
                seed=seed,
                progress=Progress(f"{name}, question"),
            )
        ]
        calibration, checked = fit(everything)
        write_calibration(calibration, folder)
        for line in report(everything, checked, calibration):
            typer.echo(line)


def _identity(data: Path, recipe: Recipe) -> str:
    """Describe a plan by its settings and the digest of what it is made from."""
    from index.training.plan import DATA

    seal = hashlib.sha256()
    try:
        for name in DATA:
            seal.update(hashlib.sha256((data / name).read_bytes()).digest())
    except OSError as error:
        raise UsageError(f"{data / name} cannot be read: {error.strerror}") from error
    return json.dumps({**asdict(recipe), "data": seal.hexdigest()}, sort_keys=True)


def _encoder() -> Encoder:
    from index.opening import encoder_for
    from index.settings import LibrarySettings

    with sensible_settings():
        settings = LibrarySettings()
    return encoder_for(settings)
