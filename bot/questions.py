"""What is asked, before anything is known about who asks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it reached the bot."""

    text: str
    article: str | None = None
    """The name or title of the only article to ask; None for all that the server quotes."""
    before: str | None = None
    """The question before it, for a follow-up."""
    private: bool | None = None
    """Whether only the asker is to see the answer; None for what is usual in the server."""
    from_message_by: str | None = None
    """Whose message it was taken from, if the asker did not write it."""
