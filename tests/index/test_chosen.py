"""Sentences that somebody has chosen come first, where they may be quoted and are still what they were."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index import ChosenSentence, Query, Verdict

if TYPE_CHECKING:
    from index import Library

ASKED = "What did the leaders do for fun?"
PUT_OTHERWISE = "what did the leaders do for fun"


@pytest.fixture
def chosen(seed_library: Library) -> ChosenSentence:
    """Choose a sentence that search would not have found."""
    (article,) = seed_library.articles
    return ChosenSentence(7, ASKED, article.name, article.digest, 18)


def test_it_comes_first_and_the_others_follow(seed_library: Library, chosen: ChosenSentence) -> None:
    (plain,) = seed_library.ask_all([Query(PUT_OTHERWISE)], top=3)
    (answer,) = seed_library.ask_all([Query(PUT_OTHERWISE, chosen=(chosen,))], top=3)
    assert plain.chosen is None
    assert 18 not in [quote.sentence for quote in plain.quotes]
    assert answer.chosen == 7
    assert (answer.verdict, answer.confidence) == (Verdict.ANSWERED, 1.0)
    assert [quote.sentence for quote in answer.quotes] == [18, *(q.sentence for q in plain.quotes[:2])]
    assert [quote.sentence for excerpt in answer.leading for quote in excerpt.quotes] == [18]


def test_what_is_found_anyway_is_not_quoted_twice(seed_library: Library, chosen: ChosenSentence) -> None:
    (plain,) = seed_library.ask_all([Query(ASKED)], top=3)
    again = replace(chosen, sentence=plain.quotes[1].sentence)
    (answer,) = seed_library.ask_all([Query(ASKED, chosen=(again,))], top=3)
    first, second, third = plain.quotes
    assert [q.sentence for q in answer.quotes] == [second.sentence, first.sentence, third.sentence]


def test_nothing_is_marked_in_it(seed_library: Library, chosen: ChosenSentence) -> None:
    (plain,) = seed_library.ask_all([Query(ASKED)], top=1)
    assert plain.quotes[0].answer is not None
    first = replace(chosen, sentence=plain.quotes[0].sentence)
    (answer,) = seed_library.ask_all([Query(ASKED, chosen=(first,))], top=1)
    assert answer.quotes[0] == replace(plain.quotes[0], answer=None)


@pytest.mark.parametrize(
    "question", ["Who made the drum kit?", "What did the leaders not do for fun?", "and for fun?", "hello"]
)
def test_other_questions_are_answered_as_ever(
    seed_library: Library, chosen: ChosenSentence, question: str
) -> None:
    (answer,) = seed_library.ask_all([Query(question, chosen=(chosen,))], top=3)
    assert answer == seed_library.ask_all([Query(question)], top=3)[0]


def test_a_follow_up_is_another_question(seed_library: Library, chosen: ChosenSentence) -> None:
    (answer,) = seed_library.ask_all([Query("and why?", before=ASKED, chosen=(chosen,))], top=3)
    assert answer.chosen is None


@pytest.mark.parametrize("change", [{"digest": "0" * 64}, {"article": "other.txt"}, {"sentence": 1000}])
def test_it_goes_with_its_text(
    seed_library: Library, chosen: ChosenSentence, change: dict[str, object]
) -> None:
    (answer,) = seed_library.ask_all([Query(ASKED, chosen=(replace(chosen, **change),))], top=3)  # type: ignore[arg-type]
    assert answer.chosen is None


def test_words_are_meant_as_the_aliases_say(seed_library: Library, chosen: ChosenSentence) -> None:
    meant = {"bosses": "leaders"}
    query = Query("What did the bosses do for fun?", aliases=meant, chosen=(chosen,))
    assert seed_library.ask_all([query])[0].chosen == 7
    assert seed_library.ask_all([replace(query, aliases={})])[0].chosen is None
