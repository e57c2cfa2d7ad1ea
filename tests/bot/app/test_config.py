"""Settings and the sentences of their failures: nothing of them shows the token."""

from __future__ import annotations

from traceback import format_exception

import pytest
from pydantic import ValidationError

from bot.app.config import Settings
from bot.i18n.words import words_for
from index import SettingsError
from index.cli.exits import sensible_settings

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
        ("LINKS", "some"),
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


@pytest.mark.parametrize(("value", "read"), [(None, False), ("off", False), ("on", True), ("ON", True)])
def test_links_are_read_only_where_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
    value: str | None,
    read: bool,  # noqa: FBT001 - a parameter
) -> None:
    monkeypatch.delenv("VERBATIM_LINKS", raising=False)
    if value is not None:
        monkeypatch.setenv("VERBATIM_LINKS", value)
    assert Settings(_env_file=None).reads_links is read
