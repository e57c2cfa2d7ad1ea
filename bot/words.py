"""Every sentence of prose that the bot says, in one place; plain text, escaped where it is shown."""

from __future__ import annotations

UNSURE = "This may answer it:"
NOT_FOUND = "The article does not say. The closest passages:"
NOTHING = "The article does not say."
RUNNERS_UP = "Other passages"
READ_ON = "Read it in the article"

BUSY = "I am busy with other questions: please ask again in a moment."
TOOK_TOO_LONG = "That took too long: please ask again in a moment."
WARMING_UP = "I am still warming up: please ask again in a minute."
CLOSING = "I am being restarted: please ask again in a minute."

HOW_TO_ASK = "Mention me together with your question, or use /ask, and I will quote the article."
HOW_TO_ASK_HERE = "Write me your question, and I will quote the article."
SMALL_TALK = "Hello! Ask me what you want to know from the article, and I will quote it."
MENTION_ME_NOT_MY_ROLE = (
    "That mentioned my role, so I could not read it: please mention me, the user, or use /ask."
)

COMMAND = "Ask the article a question: the answer is a quotation."
COMMAND_QUESTION = "Your question, in your own words."


def place(sentence: int, sentences: int) -> str:
    """Say where a sentence stands, counted from 1."""
    return f"sentence {sentence} of {sentences}"


def preview_topic(mention: str) -> str:
    """Say how to ask in the preview, whose composer does not complete mentions."""
    return f"{mention} and your question, or /ask"


def asked_wrongly(reason: str) -> str:
    """Say why a question cannot be asked; the reason is a clause in lower case, without a full stop."""
    return f"{reason[:1].upper()}{reason[1:]}."


def went_wrong(reference: str) -> str:
    """Say that something failed which the user cannot mend; the log holds the same reference."""
    return f"Something went wrong on my side (reference {reference})."
