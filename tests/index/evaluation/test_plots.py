from __future__ import annotations

import io
import struct
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
from rich.console import Console

from index import UsageError
from index.cli import tables
from index.evaluation import metrics, plots
from index.evaluation.curves import Reliability, RiskCoverage, Thresholds
from index.evaluation.datasets import QuestionSet
from tests.index.evaluation.test_runner import SIX, outcome

if TYPE_CHECKING:
    from pathlib import Path

CONFIDENCES = np.array([0.3, 0.9, 0.35, 1.0, 0.9])
RIGHT = np.array([True, True, False, True, False])


def test_risk_against_coverage_from_the_surest_down() -> None:
    curve = RiskCoverage.of(CONFIDENCES, RIGHT)
    assert curve.coverage.tolist() == pytest.approx([0.2, 0.4, 0.6, 0.8, 1])
    # Wrong: 0 (1.0); 1/2 and 1/2 (the two of 0.9 share one error); 1 (0.35); 0 (0.3).
    assert curve.risk.tolist() == pytest.approx([0, 0.5 / 2, 1 / 3, 2 / 4, 2 / 5])
    assert curve.area == pytest.approx((0.25 + 1 / 3 + 0.5 + 0.4) / 5)


def test_the_order_of_the_questions_does_not_matter() -> None:
    order = [4, 1, 3, 0, 2]
    assert RiskCoverage.of(CONFIDENCES[order], RIGHT[order]).risk.tolist() == pytest.approx(
        RiskCoverage.of(CONFIDENCES, RIGHT).risk.tolist()
    )


def test_reliability_by_tenths_and_one_is_in_the_last() -> None:
    diagram = Reliability.of(CONFIDENCES, RIGHT)
    assert diagram.bins.tolist() == [3, 9]
    assert diagram.counts.tolist() == [2, 3]
    assert diagram.confidence.tolist() == pytest.approx([0.325, 2.8 / 3])
    assert diagram.accuracy.tolist() == pytest.approx([1 / 2, 2 / 3])
    assert diagram.error == pytest.approx((2 * 0.175 + 3 * (2.8 / 3 - 2 / 3)) / 5)


def test_what_each_threshold_buys() -> None:
    curve = Thresholds.of(CONFIDENCES, RIGHT)
    assert curve.thresholds.tolist() == [0.3, 0.35, 0.9, 1]
    assert curve.share.tolist() == pytest.approx([1, 4 / 5, 3 / 5, 1 / 5])
    assert curve.precision.tolist() == pytest.approx([3 / 5, 2 / 4, 2 / 3, 1])


def test_the_picture_is_a_png_of_the_stated_size(tmp_path: Path) -> None:
    plots.draw(tmp_path / "out.png", CONFIDENCES, RIGHT, answered_from=0.5)
    content = (tmp_path / "out.png").read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", content[16:24]) == plots.SIZE == (2250, 675)


def test_what_is_drawn_is_what_was_computed() -> None:
    from matplotlib.figure import Figure

    left, right, last = Figure().subplots(1, 3)
    curve, diagram = RiskCoverage.of(CONFIDENCES, RIGHT), Reliability.of(CONFIDENCES, RIGHT)
    plots.draw_risk(left, curve)
    plots.draw_reliability(right, diagram)
    assert np.allclose(left.get_lines()[0].get_xydata(), 100 * np.column_stack([curve.coverage, curve.risk]))
    assert [bar.get_height() for bar in right.patches] == pytest.approx([50, 200 / 3])
    assert [bar.get_center()[0] for bar in right.patches] == pytest.approx([0.35, 0.95])
    assert [text.get_text() for text in right.texts] == ["2", "3"]
    bought = Thresholds.of(CONFIDENCES, RIGHT)
    plots.draw_thresholds(last, bought, 0.4)
    precision, share, chosen = (line.get_xydata() for line in last.get_lines())
    assert np.allclose(precision, np.column_stack([bought.thresholds, 100 * bought.precision]))
    assert np.allclose(share, np.column_stack([bought.thresholds, 100 * bought.share]))
    assert np.allclose(chosen, [(0.4, 0), (0.4, 1)])


def test_what_keeps_from_drawing_is_told_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match=r"out\.png cannot be written: there is no folder .*nowhere$"):
        plots.check(tmp_path / "nowhere" / "out.png")
    with pytest.raises(UsageError, match="cannot be written: Is a directory"):
        plots.draw(tmp_path, CONFIDENCES, RIGHT, answered_from=0.5)
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(
        UsageError, match=r"plots need matplotlib: \.venv/bin/pip install -e '\.\[evaluate\]'"
    ):
        plots.check(tmp_path / "out.png")


def shown(*outcomes: metrics.Outcome, skipped: int = 0, colours: bool = False) -> str:
    screen = io.StringIO()
    console = Console(
        file=screen,
        width=80,
        force_terminal=colours,
        color_system="standard" if colours else None,
        highlight=False,
    )
    tables.show(metrics.report(outcomes, QuestionSet((), skipped)), console)
    return "".join(line.rstrip() + "\n" for line in screen.getvalue().splitlines())


def test_a_report_as_people_read_it() -> None:
    # The measures are worked out in test_evaluation.py.
    lines = shown(*SIX, skipped=2).splitlines()
    assert lines[0] == "articles 0, questions 6, answerable 4, 2 left out as blank or too long"
    assert lines[1].split() == ["stage", "P@1", "R@3", "R@5", "MRR"]
    assert [line.split()[0] for line in lines[2:6]] == ["dense", "bm25", "fused", "reader"]
    assert lines[2].split()[1::2] == ["0.250", "0.500", "0.750", "0.479"]
    assert lines[6].startswith("words             exact match 0.250 0.00–0.75, F1 0.375 0.00–")
    assert lines[7:] == [
        "confidence        AUROC 0.688, AURC 0.510, expected calibration error 0.333",
        "verdicts (right)  answered 33% (50%), unsure 50% (33%), not found 17% (100%)",
        "a question        p50 15.0 ms, p95 28.5 ms",
    ]


def test_the_intervals_are_dim() -> None:
    row = shown(outcome(1, 1, 1, 1), colours=True).splitlines()[2]
    assert row.startswith("dense   1.000 \x1b[2m1.00–1.00\x1b[0m")


def test_what_could_not_be_measured_is_said() -> None:
    assert shown(outcome(confidence=0.25)).splitlines() == [
        "articles 0, questions 1, answerable 0",
        "confidence        AUROC none, AURC 1.000, expected calibration error 0.250",
        "verdicts (right)  answered 0% (none), unsure 100% (0%), not found 0% (none)",
        "a question        p50 1.0 ms, p95 1.0 ms",
    ]


def test_expected_calibration_error() -> None:
    confidences = np.array([0.05, 0.95, 0.95, 1.0])
    right = np.array([False, True, False, True])
    # First bin: 1 question, off by .05; last: mean confidence 2.9 / 3 against 2 / 3 right.
    assert Reliability.of(confidences, right).error == pytest.approx(0.05 / 4 + 0.9 / 4)
    assert Reliability.of(confidences, right, np.array([1.0, 0, 0, 0])).error == pytest.approx(0.05)
