"""What make does to files that are not its own."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from index import __version__
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_clean_leaves_what_the_bot_keeps(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    kept = {"state.db", "state.db-wal", "state.db-shm"}
    for name in kept | {"other.json"}:
        (tmp_path / ".verbatim" / "seeds-1").mkdir(parents=True, exist_ok=True)
        (tmp_path / ".verbatim" / name).touch()
    (tmp_path / ".venv").mkdir()
    for _ in range(2):
        subprocess.run(["make", "clean"], cwd=tmp_path, check=True, capture_output=True)
        assert {path.name for path in tmp_path.iterdir()} == {"Makefile", ".verbatim"}
        assert {path.name for path in (tmp_path / ".verbatim").iterdir()} == kept
    shutil.rmtree(tmp_path / ".verbatim")
    subprocess.run(["make", "clean"], cwd=tmp_path, check=True, capture_output=True)


def test_a_question_without_quotation_marks_is_told_how_to_have_them() -> None:
    for words in (["Q=Where", "were", "the", "talks?"], ["Where"]):
        command = ["make", "--no-print-directory", "--dry-run", "ask", *words]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert 'put the question in quotation marks, as in: make ask Q="Where' in ended.stderr
        assert ended.stderr.count("\n") == 1


def test_every_thing_to_do_is_known_to_the_check_of_questions() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    (targets,) = re.findall(r"^TARGETS := (.*)$", text, re.MULTILINE)
    assert set(targets.split()) == set(re.findall(r"^([a-z-]+):.* ## ", text, re.MULTILINE))


def test_no_message_names_the_distribution_of_another_project() -> None:
    """On PyPI, `verbatim` is another project; what is installed from a checkout has no name."""
    named = re.compile(r"verbatim\[|install '?verbatim\b")
    for file in (ROOT / "README.md", *(ROOT / "bot").rglob("*.py"), *(ROOT / "index").rglob("*.py")):
        assert not named.search(file.read_text(encoding="utf-8")), file


def test_the_changelog_begins_with_the_version_of_the_code() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[([\d.]+)\] - \d{4}-\d\d-\d\d$", text, re.MULTILINE)
    assert versions[0] == __version__
