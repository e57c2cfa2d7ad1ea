from __future__ import annotations

import subprocess
import sys

import pytest

import index
from tests.conftest import ROOT


def test_all_is_sorted_and_every_name_is_there() -> None:
    assert index.__all__ == sorted(index.__all__, key=lambda name: (not name.isupper(), name))
    for name in index.__all__:
        value = getattr(index, name)
        assert isinstance(value, int | str) or value.__name__ == name


def test_a_name_that_is_not_public_is_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'index' has no attribute 'compose'"):
        _ = index.compose


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("index", "typer pydantic numpy torch faiss"),
        ("index.cli.commands", "pydantic numpy torch faiss transformers sentence_transformers discord"),
        ("index.text.extraction.child", "torch numpy faiss discord trafilatura lxml pypdf docx sqlalchemy"),
        (
            "index.loading, index.cli.console",
            "torch faiss transformers sentence_transformers discord markdown_it",
        ),
        (
            "index.evaluation.runner, index.evaluation.plots, index.evaluation.datasets",
            "torch faiss transformers sentence_transformers sklearn matplotlib discord",
        ),
    ],
)
def test_importing_loads_nothing_heavy(module: str, heavy: str) -> None:
    code = f"import sys, {module}; sys.exit(' '.join(set({heavy.split()}) & set(sys.modules)) or None)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
