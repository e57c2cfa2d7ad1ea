"""English words by what they do: what search leaves out, what a follow-up leans on, what only greets."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


CODE = "en"
"""As `Article.language` has it."""
STEMMER = "english"
"""The Snowball stemmer's name."""

STOP_WORDS = _set(
    "a an and are as at be been being but by can could did do does for from had has have how i if in "
    "into is it of on or such that the their then there these they this to was were what when where "
    "which who whom whose why will with would"
)
"""They say nothing about a sentence, question words among them: no answer repeats those."""

POINTING = _set(
    "he she it they him her them his hers its their theirs himself herself itself themselves "
    "this that these those there then one ones"
)
"""They mean something said before, unless a name stands in front of them."""
DEMONSTRATIVE = _set("this that these those there one ones")
"""Those that do so at the end of a question even then."""
COMPARING = _set("else instead too either again")
"""They compare with something said before."""
ASKING = _set("what when where which who whom whose why how")
LINKING = _set(
    "about after at before between by for from in into like of on or since than till to until with"
)
VERBS = _set(
    "am are aren't be been being can can't could did didn't do does doesn't don't done had has have is isn't "
    "may might must shall should was wasn't were weren't will won't would"
)
_OTHERS = _set(
    "a all also an and any anybody anyone anything as but each ever exactly few i if just many me more most "
    "much my no not now other others our out over own so some such the up us very we well yes you your"
)
FUNCTION_WORDS = POINTING | COMPARING | ASKING | LINKING | VERBS | _OTHERS
"""They say nothing by themselves."""

SMALL_TALK = _set(
    "afternoon all am are awesome bot brb bye cheers cool day doing evening everyone fine folks "
    "friend gg good goodbye great greetings guys ha haha hahaha hehe hello hey heya hi hiya hm hmm "
    "how huh i k kk lmao lol love m me morning much my neat nice night no nope np oh ok okay omg "
    "ping pls please rofl s see sorry so sup sure test testing thank thanks there thx to today ty u "
    "uh um up ur very welcome well what whats wow wp ya yay yeah yep yes yo you your"
)
"""No question about an article is made of these alone: "what" and "how" are here for "what's up"."""

TITLES = _set(
    "chancellor chairman chief dr king lady leader lord madam minister mr mrs ms president prime prince "
    "princess prof professor queen secretary senator sir"
)
"""They stand before a name and are no part of it."""

NEGATING = _set("not no never without except nobody none nothing cannot neither nor")
NUMBERS = dict(
    zip(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        map(str, range(2, 13)),
        strict=True,
    )
)
"""As words, to as digits; "one" is no number most of the time."""
EXCLUDING = tuple(
    map(
        _set,
        (
            "january february march april may june july august september october november december",
            "monday tuesday wednesday thursday friday saturday sunday",
            "north south east west",
            "northern southern eastern western central",
            "first second third fourth fifth last",
            "before after",
            "most least",
            "more less fewer",
            "many few little much",
            "high low",
            "higher lower",
            "highest lowest",
            "large small",
            "larger smaller",
            "largest biggest smallest",
            "big small",
            "bigger smaller",
            "long short",
            "longer shorter",
            "longest shortest",
            "old new young",
            "older newer younger",
            "oldest newest youngest",
            "early late",
            "earlier later",
            "earliest latest",
            "fast slow speed",
            "strong weak",
            "strongly weakly",
            "rich poor",
            "richer poorer",
            "positive negative",
            "positively negatively",
            "top bottom",
            "up down",
            "upper lower",
            "inside outside",
            "above below",
            "maximum minimum",
            "max min",
            "major minor",
            "majority minority",
            "best worst",
            "better worse",
            "good bad",
            "win lose",
            "won lost",
            "start stop end finish",
            "begin end",
            "began ended",
            "open close",
            "buy sell",
            "bought sold",
            "add remove",
            "allow forbid ban",
            "give take receive get",
            "gave took received got",
            "join leave",
            "arrive leave",
            "enable disable",
            "increas decreas",
            "rise fall",
            "advantage disadvantage",
            "man woman",
            "male female",
            "husband wife",
            "mother father",
            "son daughter",
            "brother sister",
        ),
    )
)
"""Words of which one cannot stand in the place of another."""
