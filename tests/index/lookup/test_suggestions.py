from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Article, Library, QuestionError
from index.lookup.exact import FoldedArticle, find_terms
from index.lookup.phrases import phrases_of
from index.lookup.suggestions import Phrases, complete
from index.text.structure import structure_of

JAPANESE = (
    "高市早苗首相は1月13日、奈良市で韓国の李在明大統領と会談した。両首脳は会談の後、おそろいの青いジャージでドラムを演奏した。"
    "曲はBTSの「Dynamite」と、映画『デーモン・ハンターズ』の「Golden」だった。ドラムはパールのもの。\n"
    "高市首相は「子どものころからの夢がかなった」と述べた。会談は三回目。"
)


def searchable(text: str, *, name: str = "a.txt", language: str = "en") -> FoldedArticle:
    sentences = structure_of(text, language=language, markdown=False).sentences
    return FoldedArticle.of(Article(name, text, "title", None, None, language, sentences))


def offered(text: str, typed: str, *, language: str = "en") -> tuple[str, ...]:
    phrases = Phrases({"a.txt": searchable(text, language=language)})
    return complete([(phrases, ("a.txt",))], typed, limit=25)


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("lee", ("Lee", "President Lee", "Lee Jae-Myung")),
        ("jae", ("Lee Jae-Myung",)),
        ("MYUNG", ("Lee Jae-Myung",)),
        ("south k", ("South Korea", "South Korean")),
        ("k-pop", ("K-pop",)),
        ("“kpop", ("KPop Demon Hunters",)),
        ("us", ("US",)),
        ("octo", ("October 2025",)),
        ("drum", ("drum", "drums", "drumstick")),
        ("minister", ("Prime Minister", "Minister")),
        ("zebra", ()),
    ],
)
def test_phrases_of_the_seed_article_by_how_a_word_begins(
    seed_library: Library, typed: str, phrases: tuple[str, ...]
) -> None:
    assert seed_library.phrases(typed)[:3] == phrases


def test_with_nothing_typed_the_most_frequent_names_are_offered(seed_library: Library) -> None:
    assert seed_library.phrases("", limit=4) == ("Lee", "Japan", "Takaichi", "South Korea")
    assert seed_library.phrases(" “", limit=1) == ("Lee",)


def test_a_look_up_finds_every_phrase_of_the_seed_article(seed_library: Library) -> None:
    phrases = {typed: seed_library.phrases(typed, limit=1_000) for typed in "abcdefghijklmnopqrstuvwxyz"}
    assert all(len(phrase) <= 98 for own in phrases.values() for phrase in own)
    unfound = {phrase for own in phrases.values() for phrase in own if not seed_library.lookup(f'"{phrase}"')}
    assert unfound == set()
    assert sum(map(len, phrases.values())) > 100


def test_japanese_runs_and_quotations_are_offered_and_found() -> None:
    assert offered(JAPANESE, "", language="ja")[:2] == ("会談", "ドラム")
    assert offered(JAPANESE, "高", language="ja") == ("高市早苗首相", "高市首相")
    assert offered(JAPANESE, "デ", language="ja") == ("デーモン・ハンターズ",)
    assert offered(JAPANESE, "dyna", language="ja") == ("Dynamite",)
    assert offered(JAPANESE, "子ど", language="ja") == ("子どものころからの夢がかなった",)
    article = searchable(JAPANESE, language="ja")
    phrases = [phrase.text for phrase in phrases_of(article).values()]
    assert [phrase for phrase in phrases if not list(article.matches(find_terms(f'"{phrase}"')))] == []
    assert {"李在明大統領", "奈良市", "BTS", "Golden", "パール"} <= set(phrases)


def test_korean_words_are_offered() -> None:
    assert offered("이재명 대통령은 드럼을 쳤다. 대통령은 웃었다.", "대", language="ko") == ("대통령은",)


def test_the_first_word_of_a_sentence_is_a_name_only_if_it_is_one_elsewhere() -> None:
    text = "Together they met Pearl. Pearl made drums. “Today I play,” said Tom Smith. The Hague is far."
    assert offered(text, "") == ("Pearl", "Today I play", "Tom Smith", "Hague")


def test_decomposed_letters_and_white_space_do_not_hide_a_name() -> None:
    assert offered("They saw Ame\u0301lie  Poulain.", "amé") == ("Ame\u0301lie Poulain",)


def test_words_repeated_together_are_offered_as_they_first_stand() -> None:
    text = "A supply  chain broke. The supply chain of steel. Chain of supply."
    assert offered(text, "supply") == ("supply", "supply chain")


def test_only_the_chosen_articles_count() -> None:
    phrases = Phrases(
        {
            "a.txt": searchable("We saw Nara and NARA."),
            "b.txt": searchable("Go to Kyoto, Kyoto, Kyoto or NARA.", name="b.txt"),
        }
    )
    assert complete([(phrases, ("a.txt", "b.txt"))], "", limit=9) == ("Nara", "Kyoto")
    assert complete([(phrases, ("b.txt",))], "", limit=9) == ("Kyoto", "NARA")
    assert complete([(phrases, ("b.txt",))], "n", limit=9) == ("NARA",)


def test_an_unknown_article_is_an_error(seed_library: Library) -> None:
    with pytest.raises(QuestionError, match=r"there is no article x\.txt"):
        seed_library.phrases("", articles=frozenset({"x.txt"}))


PIECES = st.sampled_from(
    [*"AaBb1½ßİé'’-.&,\"“”「」 \n", "A", "\u0301", "\u00ad", *"アガ日本각나", "カ\u3099", "कि", "क"]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_a_look_up_finds_every_phrase_of_any_text(text: str) -> None:
    article = searchable(text)
    phrases = [phrase.text for phrase in phrases_of(article).values()]
    assert [phrase for phrase in phrases if not list(article.matches(find_terms(f'"{phrase}"')))] == []
