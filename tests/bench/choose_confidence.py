"""Fit the confidence and show what each threshold of the verdicts costs and buys.

    python tests/bench/choose_confidence.py DATA

DATA holds `squad2-dev.json` and `reddit-dev.json`, which are for choosing only. Every question is asked
of its whole article. The three kinds of question are weighted as `MIX` says, whatever their numbers.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from index import Library, build
from index.encoder import load_encoder

FILES = ("squad2-dev.json", "reddit-dev.json")
MIX = {"answerable": 0.8, "unanswerable": 0.1, "of another article": 0.1}
STRANGERS = 30
"""Questions of another article that each article is asked."""


def main(data: Path) -> None:
    """Ask every question; print the fit and the table."""
    encoder = load_encoder()
    cosines: dict[str, list[float]] = {kind: [] for kind in MIX}
    right: list[bool] = []
    for file in FILES:
        articles = [read(article) for article in json.loads((data / file).read_bytes())["data"]]
        for number, (text, questions) in enumerate(articles):
            strangers = [question for question, gold in articles[number - 1][1] if gold][:STRANGERS]
            with tempfile.TemporaryDirectory() as folder:
                (Path(folder) / "article.txt").write_text(text, encoding="utf-8", newline="")
                build(Path(folder), Path(folder) / "index", encoder=encoder)
                library = Library.open(Path(folder) / "index", encoder=encoder)
            answers = library.ask_all([question for question, _ in questions], top=1)
            for (_, gold), answer in zip(questions, answers, strict=True):
                (best,) = answer.quotes
                cosines["answerable" if gold else "unanswerable"].append(best.score)
                if gold:
                    right.append(any(best.span.start <= place < best.span.end for place in gold))
            for answer in library.ask_all(strangers, top=1):
                cosines["of another article"].append(answer.quotes[0].score)
            print(f"{file}: {number + 1} of {len(articles)} articles", file=sys.stderr)
    report({kind: np.array(found) for kind, found in cosines.items()}, np.array(right))


def read(article: dict[str, Any]) -> tuple[str, list[tuple[str, list[int]]]]:
    """Join an article's paragraphs, one a line; give each question the places of its gold answers."""
    text = ""
    questions = []
    for paragraph in article["paragraphs"]:
        for qa in paragraph["qas"]:
            answers = [] if qa.get("is_impossible") else qa["answers"]
            questions.append((qa["question"], [len(text) + answer["answer_start"] for answer in answers]))
        text += paragraph["context"].replace("\n", " ").replace("\r", " ") + "\n"
    return text, [(question, gold) for question, gold in questions if question.strip()]


def report(cosines: dict[str, npt.NDArray[np.float64]], right: npt.NDArray[np.bool_]) -> None:
    """Print P@1, how well the cosine tells the kinds apart, the logistic fit, and the thresholds."""
    x = np.concatenate(list(cosines.values()))
    y = np.concatenate([right, np.zeros(len(x) - len(right), dtype=bool)])
    weights = np.concatenate([np.full(len(cosines[kind]), MIX[kind] / len(cosines[kind])) for kind in MIX])
    print("questions: " + ", ".join(f"{len(found)} {kind}" for kind, found in cosines.items()))
    print(f"P@1 {right.mean():.3f}")
    for kind in list(MIX)[1:]:
        both = np.concatenate([cosines["answerable"], cosines[kind]])
        labels = np.arange(len(both)) < len(right)
        print(f"AUROC answerable against {kind}: {roc_auc_score(labels, both):.3f}")
    fit = LogisticRegression(C=1e6).fit(x[:, None], y, sample_weight=weights * len(x))
    print(f"confidence = 1 / (1 + exp(-({fit.coef_[0, 0]:.2f} * cosine {fit.intercept_[0]:+.2f})))")
    confidence = fit.predict_proba(x[:, None])[:, 1]
    parts = np.split(confidence, np.cumsum([len(found) for found in cosines.values()])[:-1])
    for threshold in np.arange(0.10, 0.96, 0.05):
        taken = confidence >= threshold
        if taken.any():
            precision = np.average(y[taken], weights=weights[taken])
            shares = ", ".join(
                f"{kind} {(part >= threshold).mean():.3f}" for kind, part in zip(MIX, parts, strict=True)
            )
            print(f"from {threshold:.2f}: right {precision:.3f}; share of {shares}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
