"""Ids of buttons: written as they always were, and read back."""

from __future__ import annotations

import pytest
from discord import ui

from bot.answers.buttons import AnswerAction, AnswerButton, AnswerPress, Shown
from bot.gaps.buttons import GapsAction, GapsButton, GapsPress
from bot.privacy.buttons import ForgetAction, ForgetButton, ForgetPress
from bot.settings.changes import Field, Order, SettingsPress
from bot.settings.controls import PanelControl
from bot.ui.pager import PageButton, PagePress, Pager, Turn
from bot.uploads.controls import (
    DraftAction,
    DraftButton,
    DraftPress,
    LibraryAction,
    LibraryControl,
    LibraryPress,
)

OPEN = LibraryPress(LibraryAction.OPEN, 3, 2**63 - 1)
SWITCH = SettingsPress(Field.FOLLOW_UPS, Order.OFF, 0)
BUTTONS: dict[
    str,
    AnswerButton | DraftButton | GapsButton | ForgetButton | LibraryControl | PanelControl | PageButton,
] = {
    "answer:next:7fffffffffffffff:3:1:0": AnswerButton(
        AnswerPress(AnswerAction.NEXT, 2**63 - 1, Shown(3, context=True))
    ),
    "answer:down:0:0:0:1": AnswerButton(AnswerPress(AnswerAction.DOWN, 0, Shown(unfolded=True))),
    "gaps:page:12": GapsButton(GapsPress(GapsAction.PAGE, 12)),
    "forget-me:confirm": ForgetButton(ForgetPress(ForgetAction.CONFIRM)),
    "settings:follow_ups:off:0": PanelControl(SWITCH, ui.Button(custom_id=SWITCH.custom_id)),
    "library:open:3:7fffffffffffffff": LibraryControl(OPEN, ui.Button(custom_id=OPEN.custom_id)),
    "draft:confirm:0123456789abcdef": DraftButton(DraftPress(DraftAction.CONFIRM, "0123456789abcdef")),
    "page:words:last:4::": PageButton(PagePress(Pager.WORDS, Turn.LAST, 4)),
    "page:reading:jump:40:0123456789abcdef:fe": PageButton(
        PagePress(Pager.READING, Turn.JUMP, 40, "0123456789abcdef", "fe")
    ),
}


@pytest.mark.parametrize("custom_id", BUTTONS)
def test_what_is_written_is_read(custom_id: str) -> None:
    button = BUTTONS[custom_id]
    assert button.custom_id == custom_id
    found = button.template.fullmatch(custom_id)
    assert found is not None
    assert type(button.press).read(found) == button.press


@pytest.mark.parametrize(
    ("known", "unknown"),
    [
        ("answer:down:0:0:0:1", "answer:sing:0:0:0:1"),
        ("answer:down:0:0:0:1", "answer:down:g:0:0:1"),
        ("answer:down:0:0:0:1", "answer:down:0:0:0:2"),
        ("answer:down:0:0:0:1", "answer:down:8000000000000000:0:0:1"),
        ("gaps:page:12", "gaps:page:12345"),
        ("library:open:3:7fffffffffffffff", "library:open:3:8000000000000000"),
        ("draft:confirm:0123456789abcdef", "draft:confirm:0123456789abcdefg"),
        ("page:words:last:4::", "page:words:last:4:g:"),
    ],
)
def test_what_no_button_says_is_not_read(known: str, unknown: str) -> None:
    assert BUTTONS[known].template.fullmatch(unknown) is None
