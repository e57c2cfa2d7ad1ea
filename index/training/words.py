"""Words by kind: opposites, function words, months and numbers; written for this project."""

from __future__ import annotations

import re
from collections import defaultdict

_OPPOSITES = """
north south|northern southern|east west|eastern western|increase decrease|increased decreased
increasing decreasing|before after|first last|first second|oldest newest|oldest youngest|older younger
old new|early late|earlier later|earliest latest|begin end|began ended|beginning end|start stop
started stopped|starting ending|open close|opened closed|win lose|won lost|winner loser|victory defeat
largest smallest|larger smaller|large small|big small|biggest smallest|bigger smaller|high low
higher lower|highest lowest|long short|longer shorter|longest shortest|more less|more fewer|most least
many few|maximum minimum|best worst|better worse|good bad|positive negative|strong weak|stronger weaker
strongest weakest|hot cold|hotter colder|warm cool|rich poor|richest poorest|wealthy poor|easy difficult
easy hard|fast slow|faster slower|fastest slowest|public private|internal external|inside outside
male female|men women|man woman|boy girl|king queen|father mother|son daughter|brother sister
husband wife|ally enemy|allies enemies|friend enemy|support oppose|supported opposed
supporters opponents|accept reject|accepted rejected|allow forbid|allowed forbidden|allowed banned
legal illegal|success failure|succeed fail|succeeded failed|successful unsuccessful|create destroy
created destroyed|built destroyed|built demolished|buy sell|bought sold|arrive leave|arrived left
enter leave|entered left|joined left|import export|imports exports|imported exported|attack defend
attacked defended|rise fall|rose fell|rising falling|gain lose|gained lost|add remove|added removed
above below|over under|upper lower|top bottom|front back|left right|modern ancient|rural urban
major minor|majority minority|common rare|common uncommon|popular unpopular|known unknown
important unimportant|likely unlikely|possible impossible|able unable|include exclude
included excluded|includes excludes|direct indirect|directly indirectly|dependent independent
independence dependence|love hate|loves hates|loved hated|like dislike|liked disliked|cheap expensive
cheapest expensive|clean dirty|dry wet|heavy light|heavier lighter|thick thin|wide narrow|deep shallow
soft hard|bright dark|full empty|safe dangerous|alive dead|born died|birth death|same different
similar different|always never|with without|day night|morning evening|summer winter|spring autumn
northwest southeast|northeast southwest|catholic protestant|christian muslim|liberal conservative
democratic republican|civilian military|peace war|advantage disadvantage|advantages disadvantages
strength weakness|cause prevent|caused prevented|helped hindered|improve worsen|improved worsened
expand shrink|expanded shrank|grow shrink|grew shrank|teacher student|parents children|buyer seller
employer employee|encourage discourage|encouraged discouraged|connected disconnected
appear disappear|appeared disappeared|agree disagree|agreed disagreed|true false|correct incorrect
recommend avoid|upstream downstream|natural artificial|simple complex|permanent temporary
primary secondary|domestic foreign|local foreign|lend borrow|send receive|sent received|give take
gave took|given taken|teach learn|taught learned|question answer|input output|ascending descending
offensive defensive|active passive|frequently rarely|often rarely|usually rarely|fewer more|least most
rejected approved|approved rejected|appointed dismissed
"""


def _both_ways(pairs: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = defaultdict(list)
    for pair in re.split(r"[|\n]", pairs.strip()):
        one, other = pair.split()
        table[one].append(other)
        table[other].append(one)
    return {word: tuple(others) for word, others in table.items()}


OPPOSITES = _both_ways(_OPPOSITES)
"""For a word in lower case, its opposites."""
_FUNCTION_WORDS = """
what which who whom whose when where why how that this these those there their they them its it his her
him she he you your have has had does did doing done being been were was are would could should shall
will may might must can about into from with than then also just some any such only very much many more
most other another both each kind type name long year years month called according and but not for the
one one's in on of to is be as at by or an
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
_MONTHS = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTHS.split())
_NUMBERS = """
two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand
million
"""
NUMBERS = tuple(_NUMBERS.split())
CAPITALISED = re.compile(
    r"(?<![.!?]\s)(?<=\s)[A-Z][\w'’-]*(?:\s+(?:(?:of|the|de|and)\s+)?[A-Z][\w'’-]*){0,3}"
)
"""A name, as far as one can tell: up to four capitalised words, not at the start of a sentence."""
DIGITS = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w])")
YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")


def has(text: str, words: str) -> bool:
    """Whether a text holds these words, whatever their case, as whole words."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None


def replaced(text: str, old: str, new: str) -> str:
    """Put other words in the place of some, whatever their case."""
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, text, flags=re.IGNORECASE)


def bare_name(name: str) -> str:
    """Take the possessive off a name."""
    return re.sub(r"['’]s$", "", name)
