"""The English names and descriptions of the commands, which decorators need at import.

They are those of `translations/en.ftl`: `ASK_ARTICLE_ABOUT` is its `command-ask-article-about`. A parameter
is named after the callback's own, and needs no constant.
"""

from __future__ import annotations

ASK = "ask"
ASK_ABOUT = "Ask the article a question: the answer is a quotation."
ASK_QUESTION_ABOUT = "Your question, in your own words."
ASK_ARTICLE_ABOUT = "Ask only this article."
ASK_PRIVATE_ABOUT = "Show the answer to you alone."

LOOKUP = "lookup"
LOOKUP_ABOUT = "Find every sentence that has certain words, exactly as written."
LOOKUP_TEXT_ABOUT = "Words to find; put a phrase in quotation marks."
LOOKUP_ARTICLE_ABOUT = "Look only in this article."

READ = "read"
READ_ABOUT = "Read an article, sentence by sentence."
READ_ARTICLE_ABOUT = "The article to read."
READ_SENTENCE_ABOUT = "The number of the sentence to begin with."

ARTICLES = "articles"
ARTICLES_ABOUT = "See which articles can be asked."

HELP = "help"
HELP_ABOUT = "See how to ask."

SETTINGS = "settings"
SETTINGS_ABOUT = "Choose what the bot does in this server."

LIBRARY = "library"
LIBRARY_ABOUT = "Add documents to this server’s library, and look after them."
LIBRARY_FILE_ABOUT = "A file to add at once; without it you see the list."

GAPS = "gaps"
GAPS_ABOUT = "See the questions that found no answer here."

PRIVACY = "privacy"
PRIVACY_ABOUT = "See what the bot reads and keeps."

FORGET_ME = "forget-me"
FORGET_ME_ABOUT = "Have the bot delete what it keeps about you."

STATUS = "status"
STATUS_ABOUT = "See how the bot is doing."

MENU_FIND = "Find in the article"
MENU_ADD = "Add to the library"
MENU_CHOOSE = "This answers it"
"""Entries of a message's menu."""
