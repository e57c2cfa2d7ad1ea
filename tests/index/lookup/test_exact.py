from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Article, Library, QuestionError, Span
from index.lookup.exact import FoldedArticle, find_terms
from index.text.folding import fold
from index.text.structure import structure_of


def article_of(text: str, *, language: str = "en") -> Article:
    sentences = structure_of(text, language=language, markdown=False).sentences
    return Article("a.txt", text, "title", None, None, language, sentences)


def found(text: str, typed: str, *, language: str = "en") -> list[tuple[int, list[str]]]:
    article = article_of(text, language=language)
    return [
        (match.sentence, [article.read(span) for span in match.spans])
        for match in FoldedArticle.of(article).matches(find_terms(typed))
    ]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("nara", [(9, ["Nara"])]),
        ("NARA?", [(9, ["Nara"])]),
        ("nar", []),
        ("ara", []),
        ("takaichi's", [(6, ["Takaichi’s"]), (17, ["Takaichi’s"])]),
        ("k—pop", [(1, ["K-pop"])]),
        ("ｇｏ", [(19, ["Go"])]),
        ('"south korea" statement', [(10, ["statement", "South Korea", "South Korea"])]),
        ("„demon hunters“", [(3, ["Demon Hunters"])]),
        ('"korea south"', []),
        ("set drum", [(16, ["drum", "set"])]),
        ('"drum set" drum', [(16, ["drum set"])]),
        ("takaichi zebra", []),
    ],
)
def test_all_words_and_phrases_stand_in_the_sentence(
    seed_library: Library, typed: str, places: list[tuple[int, list[str]]]
) -> None:
    matches = seed_library.lookup(typed)
    assert [
        (match.sentence, [match.article.read(span) for span in match.spans]) for match in matches
    ] == places


def test_only_sentences_with_every_term_are_found_in_reading_order(seed_library: Library) -> None:
    assert [match.sentence for match in seed_library.lookup("korea “south” japan")] == [7, 10]
    assert seed_library.lookup("korea zebra") == ()


@pytest.mark.parametrize(
    ("text", "typed", "words"),
    [
        ("Die Straße im Café.", "STRASSE", ["Straße"]),
        ("Die Straße im Café.", "cafe", ["Café"]),
        ("Im Cafe\u0301.", "café", ["Cafe\u0301"]),
        ("A ﬁne day.", "fine", ["ﬁne"]),
        ("a co\u00adoperation", "cooperation", ["co\u00adoperation"]),
        ("one _Lee_ *Lee* two", "lee", ["Lee", "Lee"]),
        ("new  \n york, new\u00a0york", '"new york"', ["new  \n york", "new\u00a0york"]),
        ("NHKは東京にある。", "nhk", ["NHK"]),
        ("日本の首相官邸", "首相", ["首相"]),
        ("日本の首相官邸", "「首相官邸」", ["首相官邸"]),
        ("がらくた", "からくた", []),
        ("か\u3099らくた", "がらくた", ["か\u3099らくた"]),
        ("ガラクタ ｶﾞﾗｸﾀ", "ガラクタ", ["ガラクタ", "ｶﾞﾗｸﾀ"]),
        ("한국은 하나", "하", ["하"]),
        ("한국은", "한국", ["한국"]),
        ("हिन्दी", "हिन्दी", ["हिन्दी"]),
        ("हिन्दी", "हिन", []),
        ("½ cup", "1", []),
        ("aa aaa aa", "aa", ["aa", "aa"]),
        ("a \u0301", "a", ["a"]),
    ],
)
def test_case_accents_and_width_do_not_matter_but_letters_do(text: str, typed: str, words: list[str]) -> None:
    article = Article("a.txt", text, "title", None, None, "en", (Span(0, len(text)),))
    matches = list(FoldedArticle.of(article).matches(find_terms(typed)))
    assert [article.read(span) for match in matches for span in match.spans] == words


def test_a_place_ends_where_its_sentence_ends() -> None:
    # The splitter parts a full stop from the accent that stands on it.
    assert found(".\u0301", '"."') == [(1, ["."])]


def test_a_phrase_does_not_run_on_into_the_next_sentence_but_one_may_begin_there() -> None:
    assert found("so so\nso so so", '"so so"') == [(1, ["so so"]), (2, ["so so"])]
    assert found("we so\nso so", '"so so"') == [(2, ["so so"])]


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ('one "two  three" four', ("one", "two three", "four")),
        (
            "“one two” „three four“ «five six» 「七 八」『九』",
            ("one two", "three four", "five six", "七 八", "九"),
        ),
        ('one,two "?" (three).', ("one,two", "?", "three")),
        ('one "two three', ("one", "two", "three")),
        ("One one ONE", ("one",)),
        ("it’s", ("it's",)),
    ],
)
def test_quotation_marks_keep_a_phrase_together(typed: str, terms: tuple[str, ...]) -> None:
    assert find_terms(typed) == terms


@pytest.mark.parametrize("typed", ["", " \n", '""', "“ ”", "?!", "\u200b"])
def test_nothing_to_look_up_is_an_error(typed: str) -> None:
    with pytest.raises(QuestionError, match="there is no word to look up: give at least one"):
        find_terms(typed)


def test_a_text_that_is_too_long_is_an_error() -> None:
    assert find_terms(" " + "x" * 100) == ("x" * 100,)
    with pytest.raises(QuestionError, match="has 101 characters and may have 100: look up fewer words"):
        find_terms("x" * 101)


def test_a_search_may_be_kept_to_some_articles(seed_library: Library) -> None:
    assert len(seed_library.lookup("Nara", articles=frozenset({seed_library.articles[0].name}))) == 1
    with pytest.raises(QuestionError, match=r"there is no article x\.txt"):
        seed_library.lookup("Nara", articles=frozenset({"x.txt"}))


PIECES = st.sampled_from(
    [*"aabbA1ßéﬁ½İ-’_. \n", "e\u0301", "\u0301", "\u00ad", *"かが각가", "か\u3099", "कि", "क"]
)
TEXTS = st.lists(PIECES, max_size=24).map("".join)


@given(TEXTS, TEXTS)
def test_the_same_is_found_as_by_trying_every_place(text: str, typed: str) -> None:
    try:
        terms = find_terms(f'"{typed}"')
    except QuestionError:
        return
    article = article_of(text)
    expected = [
        (number, spans)
        for number, sentence in enumerate(article.sentences, 1)
        if (spans := tried(text, sentence, terms[0]))
    ]
    assert [
        (match.sentence, list(match.spans)) for match in FoldedArticle.of(article).matches(terms)
    ] == expected
    for _, spans in expected:
        for span in spans:
            assert plain(article.read(span)) == terms[0]


def plain(text: str) -> str:
    return " ".join(fold(text).split())


def tried(text: str, sentence: Span, term: str) -> list[Span]:
    """Try all stretches of a sentence; of those that begin at the same place, the longest."""
    spans: list[Span] = []
    for start in range(sentence.start, sentence.end):
        if (spans and start < spans[-1].end) or not fold(text[start]).strip():
            continue
        ends = [end for end in range(start + 1, sentence.end + 1) if plain(text[start:end]) == term]
        ends = [end for end in ends if not fold(text[start:end]).endswith(" ")]
        if ends and whole(fold(text[:start]), term, fold(text[ends[-1] :])):
            spans.append(Span(start, ends[-1]))
    return spans


def whole(before: str, term: str, after: str) -> bool:
    def letter(char: str) -> bool:
        return char.isalnum() or unicodedata.category(char).startswith("M")

    def spaced(char: str) -> bool:
        return letter(char) and not any(
            script in unicodedata.name(char, "") for script in ("HIRAGANA", "HANGUL", "KATAKANA")
        )

    if before and spaced(before[-1]) and spaced(term[0]):
        return False
    if not after:
        return True
    continues = unicodedata.category(after[0]).startswith("M") or "\u1160" <= after[0] <= "\u11ff"
    return not continues and not (spaced(term[-1]) and spaced(after[0]))


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
