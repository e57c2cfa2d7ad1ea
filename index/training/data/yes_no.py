"""A question and its answer -> a question to be answered with yes or no, which the same sentence decides.

Whether the answer put into it is the right one or not, the sentence that answers stays the same.
"""

from __future__ import annotations

import re

_LONGEST = 6
"""Words of an answer that are put into a question."""
_AUXILIARY = r"did|does|do|was|were|is|are|has|have|had|can|could|will|would|should|must|may|might"
_ASKS_WHEN_OR_WHERE = re.compile(
    rf"^(?:when|where|in what \w+|in which \w+|what year|which year) ({_AUXILIARY}) (.+)$", re.IGNORECASE
)
_ASKS_HOW_MANY = re.compile(rf"^how many ([\w-]+) ({_AUXILIARY}) (.+)$", re.IGNORECASE)
_ASKS_WHICH = re.compile(rf"^(?:what|which) (?:[\w-]+ ){{0,2}}?({_AUXILIARY}) (.+)$", re.IGNORECASE)
_ASKS_WHO = re.compile(r"^(who|what|which [\w-]+) (\w+) (.+)$", re.IGNORECASE)
_BE = frozenset(("is", "was", "are", "were"))
_MODAL = frozenset(("can", "could", "will", "would", "should", "has", "had", "have", "must", "may", "might"))
_DO = re.compile(r"\bdo\b(?!n)", re.IGNORECASE)
_AT = re.compile(
    r"^(in|on|at|by|from|to|with|for|after|before|during|since|until|near|under|over|around|about)\b",
    re.IGNORECASE,
)


def yes_no(question: str, answer: str) -> str | None:
    """Ask whether the answer holds; None where the question has none of the forms that are known."""
    asked, answer = question.strip().rstrip("?.! "), answer.strip().rstrip(".,;:")
    if not 1 <= len(answer.split()) <= _LONGEST:
        return None
    if found := _ASKS_WHEN_OR_WHERE.match(asked):
        place = answer if _AT.match(answer) else f"in {answer}"
        return f"{found[1]} {found[2]} {place}?".lower()
    if found := _ASKS_HOW_MANY.match(asked):
        things = answer if found[1].lower() in answer.lower() else f"{answer} {found[1]}"
        if found[2].lower() in _BE:
            return f"{found[2]} {things} {found[3]}?".lower()
        return f"{found[2]} {found[3]} {things}?".lower()
    if _DO.search(asked):  # "what did he do": the answer is no object of "do"
        return None
    if (found := _ASKS_WHICH.match(asked)) and found[1].lower() not in _BE:
        return f"{found[1]} {found[2]} {answer}?".lower()
    if found := _ASKS_WHO.match(asked):
        verb = found[2].lower()
        if verb in _BE | _MODAL:
            return f"{verb} {answer} {found[3]}?".lower()
        if verb in ("did", "does", "do") or not (found[1].lower() == "who" or verb.endswith("ed")):
            return None
        return f"was it {answer} {'who' if found[1].lower() == 'who' else 'that'} {verb} {found[3]}?".lower()
    return None
