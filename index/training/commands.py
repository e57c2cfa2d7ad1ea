"""The commands of `python -m index.training`, in the order in which they are used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.cli.exits import Verbose, ending, say, sensible_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.fitting.cases import Case
    from index.models.protocols import Encoder
    from index.models.tokenization import TokenizedWindow

app = typer.Typer(
    name="index.training",
    help="Make the encoder and the readers that Verbatim ships: first train them, then calibrate.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Data = Annotated[Path, typer.Argument(help="Folder of the question sets.", show_default=False)]
Seed = Annotated[int, typer.Option(help="The same seed gives the same weights.")]
Work = Annotated[
    Path | None,
    typer.Option(help="Folder to go on from when interrupted (by default OUT.work).", show_default=False),
]
Steps = Annotated[
    int | None, typer.Option(min=1, help="Take so many steps at most, for a try.", show_default=False)
]


@app.command()
def prepare(
    data: Data,
    *,
    out: Annotated[
        Path, typer.Option(help="Folder for what the readers are trained with.", show_default=False)
    ],
    mpnet: Annotated[Path, typer.Option(help="Folder of all-mpnet-base-v2.", show_default=False)],
    share: Annotated[float, typer.Option(min=0, max=1, help="Of the articles, for a try.")] = 1.0,
    seed: Seed = 7,
    verbose: Verbose = False,
) -> None:
    """Turn question sets and published weights into what `index.training.reader.learn` needs."""
    with ending(verbose=verbose):
        from safetensors.torch import load_file

        from index.models import quantization
        from index.models.bundle import bundled_folder
        from index.models.network import from_bert, from_mpnet
        from index.training.data.prepare import prepare as prepare_corpus
        from index.training.reader.dev_cases import dev_windows_of

        out.mkdir(parents=True, exist_ok=True)
        corpus = out / "corpus.safetensors"
        if not corpus.exists():
            prepare_corpus(data, seed=seed, share=share, progress=say).save(corpus)
        for name, renamed, folder, layers in (
            ("minilm", from_bert, bundled_folder(), 6),
            ("mpnet", from_mpnet, mpnet, 12),
        ):
            quantization.write(renamed(load_file(folder / "model.safetensors"), layers), out / name)
        for name, cases in _to_judge(data):
            say(f"windows of {name}")
            dev_windows_of(list(cases)).save(out / f"judge-{name}.safetensors")
        say(f"wrote {out}; now train: python -m index.training.reader.learn {out} --out OUT")


@app.command()
def judge(
    data: Data,
    learnt: Annotated[Path, typer.Argument(help="Folder that `learn` wrote.", show_default=False)],
    name: Annotated[str, typer.Argument(help="The network in it, such as teacher.", show_default=False)],
    *,
    verbose: Verbose = False,
) -> None:
    """Say how good a network alone is, by what it said to the questions that readers are chosen by."""
    with ending(verbose=verbose):
        from index.fitting.cross_validation import calibrate as fit
        from index.training.reader.dev_cases import read_cases
        from index.training.reader.dev_set import DevOutputs
        from index.training.report import report

        cases = [
            case
            for source, asked in _to_judge(data)
            for case in read_cases(list(asked), DevOutputs.load(learnt / f"{name}-{source}.safetensors"))
        ]
        calibration, checked = fit(cases)
        for line in report(cases, checked, calibration):
            typer.echo(line)


@app.command()
def assemble(
    folder: Annotated[Path, typer.Argument(help="Folder for the reader.", show_default=False)],
    *,
    quick: Annotated[Path, typer.Option(help="Folder of the quick network.", show_default=False)],
    thorough: Annotated[Path, typer.Option(help="Folder of the thorough one.", show_default=False)],
    published: Annotated[
        Path, typer.Option(help="Folder of MPNet's weights that `prepare` wrote.", show_default=False)
    ],
    verbose: Verbose = False,
) -> None:
    """Put two networks that `learn` wrote into a reader's folder."""
    with ending(verbose=verbose):
        from index.training.export import write_reader

        write_reader({"quick": quick, "thorough": thorough}, folder, published=published)
        say(f"wrote {folder}; now calibrate it: python -m index.training calibrate DATA {folder}")


@app.command()
def train_encoder(
    data: Data,
    *,
    out: Annotated[Path, typer.Option(help="Folder for the encoder's changes.", show_default=False)],
    work: Work = None,
    seed: Seed = 7,
    epochs: Annotated[int, typer.Option(min=1, help="How often the questions are seen.")] = 2,
    steps: Steps = None,
    verbose: Verbose = False,
) -> None:
    """Adapt the bundled encoder: about half an hour on two cores; goes on where it was interrupted."""
    with ending(verbose=verbose):
        from index.models.bundle import bundled_folder
        from index.training.encoder.adapt import adapt
        from index.training.encoder.plan import Recipe

        published = _encoder(model=str(bundled_folder()))
        work = work or out.with_name(f"{out.name}.work")
        adapt(data, Recipe(seed=seed, epochs=epochs), out, work=work, published=published, steps=steps)
        say(f"wrote {out}; now calibrate a reader with it: VERBATIM_MODEL={out}, and the command `calibrate`")


@app.command()
def calibrate(
    data: Data,
    folder: Annotated[Path, typer.Argument(help="Folder of the reader.", show_default=False)],
    *,
    work: Annotated[Path, typer.Option(help="Folder to go on from when interrupted.")] = Path(
        ".work/calibrate"
    ),
    every: Annotated[int, typer.Option(min=1, help="Read every n-th question only, for a try.")] = 1,
    seed: Seed = 7,
    verbose: Verbose = False,
) -> None:
    """Fit the order of sentences, the confidence and its thresholds, and write them beside the weights."""
    with ending(verbose=verbose):
        from index.fitting.cross_validation import calibrate as fit
        from index.models.protocols import Models
        from index.models.reader_files import load_reader
        from index.training.calibration_cases import CHOSEN, gather
        from index.training.export import write_calibration
        from index.training.progress import Progress
        from index.training.report import report

        models = Models(_encoder(), load_reader(folder)[0])
        work.mkdir(parents=True, exist_ok=True)
        everything = [
            case
            for chosen in CHOSEN
            for case in gather(
                data,
                replace(chosen, every=chosen.every * every),
                models=models,
                work=work,
                seed=seed,
                progress=Progress(f"{chosen.name}, question"),
            )
        ]
        calibration, checked = fit(everything)
        write_calibration(calibration, folder)
        for line in report(everything, checked, calibration):
            typer.echo(line)


def _to_judge(data: Path) -> Iterator[tuple[str, Iterator[tuple[Case, list[TokenizedWindow]]]]]:
    """Return the questions that readers are chosen by, searched for, by the names of their sets."""
    from index.training.calibration_cases import CHOSEN, documents_of
    from index.training.reader.dev_cases import cases_to_judge

    encoder = _encoder()
    for chosen in CHOSEN:
        yield chosen.name, cases_to_judge(documents_of(data, chosen), chosen.name, encoder=encoder)


def _encoder(*, model: str | None = None) -> Encoder:
    """Load an encoder, by default the one that is set, and set the threads."""
    from index.config import LibrarySettings
    from index.loading import encoder_for

    with sensible_settings():
        settings = LibrarySettings()
    return encoder_for(settings.model_copy(update={"model": model}) if model else settings)
