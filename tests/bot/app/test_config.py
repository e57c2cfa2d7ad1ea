"""Settings, the log and the sentences of failures: nothing of them shows the token."""

from __future__ import annotations

import io
import logging
from traceback import format_exception

import pytest
from pydantic import ValidationError

from bot.app.config import Settings
from bot.app.log import Redacting
from bot.errors import BusyError
from bot.i18n.words import words_for
from bot.interactions.failures import explain
from index import QuestionError, SettingsError
from index.ending import sensible_settings

ENGLISH = words_for("en")
SECRET = "MTIz.secret.token"  # noqa: S105 - it opens nothing


def test_the_token_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBATIM_TOKEN", SECRET)
    settings = Settings(_env_file=None)
    assert settings.token is not None
    assert settings.token.get_secret_value() == SECRET
    assert SECRET not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"


@pytest.mark.parametrize("name", ["TOKEN", "DISCORD_TOKEN", "BOT_TOKEN"])
def test_the_token_has_one_name(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.delenv("VERBATIM_TOKEN", raising=False)
    monkeypatch.setenv(name, SECRET)
    assert Settings(_env_file=None).token is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("QUEUE_SIZE", "0"),
        ("BATCH_SIZE", "many"),
        ("DEADLINE_SECONDS", "-1"),
        ("DEADLINE_SECONDS", "nan"),
        ("SHUTDOWN_SECONDS", "inf"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_what_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"VERBATIM_{name}", value)
    with pytest.raises(ValidationError):
        Settings(_env_file=None)


def test_the_state_is_kept_in_a_file_unless_an_address_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VERBATIM_DATABASE_URL", raising=False)
    assert Settings(_env_file=None).state_address == "sqlite:///.verbatim/state.db"
    monkeypatch.setenv("VERBATIM_DATABASE_URL", "postgres://me:pass%40word@db.example/verbatim")
    settings = Settings(_env_file=None)
    assert settings.state_address == "postgres://me:pass%40word@db.example/verbatim"
    assert "word" not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"


@pytest.mark.parametrize("address", ["mysql://me:hidden@h/d", "postgresql://me:hid#den@h:port/d", "hidden"])
def test_an_address_that_cannot_be_used_is_one_line_without_it(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("VERBATIM_DATABASE_URL", address)
    with pytest.raises(SettingsError) as caught, sensible_settings():
        Settings(_env_file=None)
    assert str(caught.value).startswith(
        "the setting VERBATIM_DATABASE_URL is wrong: expected sqlite:///FILE or postgresql://"
    )
    traceback = "".join(format_exception(caught.value))
    assert not any(part in traceback for part in ("hidden", "hid#den", "den@"))


def test_every_setting_is_described() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_the_log_blots_the_token_out() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Redacting(SECRET))
    log = logging.getLogger("verbatim-test-redaction")
    log.addHandler(handler)
    log.propagate = False
    log.warning("as message %s and argument %r", SECRET, {"token": SECRET})
    try:
        int(f"in a traceback: {SECRET}")
    except ValueError:
        log.exception("and")
    assert SECRET not in stream.getvalue()
    assert stream.getvalue().count("[token]") == 3


def test_expected_failures_say_what_they_are() -> None:
    busy = explain(BusyError(), ENGLISH)
    assert busy.sentence == "I am busy with other questions: please ask again in a moment."
    assert busy.reference is None


@pytest.mark.parametrize(
    ("error", "english", "japanese"),
    [
        (
            QuestionError("text for terminals", length=0),
            "There is nothing in it to look for: please write at least one word.",
            "探せる言葉がありません。1語以上書いてください。",
        ),
        (
            QuestionError("text for terminals", length=1501, limit=500),
            "That has 1,501 characters and may have 500: please use fewer words.",
            "1,501文字あります。500文字以内に短くしてください。",
        ),
        (
            QuestionError("text for terminals"),
            "I cannot look for that as it stands: please put it another way.",
            "このままでは探せません。別の言い方をしてください。",
        ),
    ],
)
def test_a_question_is_refused_in_the_askers_language(
    error: QuestionError, english: str, japanese: str
) -> None:
    assert explain(error, ENGLISH).sentence == english
    assert explain(error, words_for("ja")).sentence == japanese
    assert explain(error, ENGLISH).log == "refused a question: text for terminals"


def test_unexpected_failures_say_nothing_of_themselves() -> None:
    first, second = (explain(RuntimeError("inner workings"), ENGLISH) for _ in range(2))
    assert first.reference is not None
    assert first.reference != second.reference
    assert first.reference in first.sentence
    assert first.reference in first.log
    assert "inner" not in first.sentence
    assert "inner workings" in first.log
