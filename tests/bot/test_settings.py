"""Settings, the log and the sentences of failures: nothing of them shows the token."""

from __future__ import annotations

import io
import logging

import pytest
from pydantic import ValidationError

from bot.errors import BusyError, explain
from bot.logs import Redacting
from bot.settings import Settings
from index import QuestionError

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
    assert explain(QuestionError("the question is empty")).sentence == "The question is empty."
    assert explain(BusyError()).reference is None


def test_unexpected_failures_say_nothing_of_themselves() -> None:
    first, second = explain(RuntimeError("inner workings")), explain(RuntimeError("inner workings"))
    assert first.reference is not None
    assert first.reference != second.reference
    assert first.reference in first.sentence
    assert first.reference in first.log
    assert "inner" not in first.sentence
    assert "inner workings" in first.log
