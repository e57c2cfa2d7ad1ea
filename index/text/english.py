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
