"""Limits a minute, by a clock of the test's own."""

from __future__ import annotations

import pytest

from bot.access.origin import Origin
from bot.access.rate_limits import RateLimiter
from bot.errors import RateLimitError
from bot.state.records import ServerSettings

USUAL = ServerSettings()


class Clock:
    """Shows what the test sets it to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Counter:
    """Asks questions, and notes how each is taken."""

    def __init__(self, *, user_rate: int, server_rate: int) -> None:
        self.clock = Clock()
        self.rate_limiter = RateLimiter(user_rate=user_rate, server_rate=server_rate, clock=self.clock)

    def ask(
        self, user: int, *, server: int | None = 7, settings: ServerSettings = USUAL
    ) -> tuple[str, int] | None:
        """Return why a question is refused, and for how many seconds."""
        try:
            self.rate_limiter.take(Origin(user=user, channel=1, server=server), settings)
        except RateLimitError as error:
            seconds = error.values["seconds"]
            assert isinstance(seconds, int)
            return error.words_key, seconds
        return None


def test_one_person() -> None:
    counter = Counter(user_rate=2, server_rate=100)
    assert [counter.ask(1), counter.ask(1), counter.ask(1)] == [None, None, ("cooldown-user", 60)]
    assert counter.ask(2) is None


def test_the_seconds_are_counted_from_the_first_question_and_rounded_up() -> None:
    counter = Counter(user_rate=2, server_rate=100)
    counter.ask(1)
    counter.clock.now += 20
    counter.ask(1)
    counter.clock.now += 10.5
    assert counter.ask(1) == ("cooldown-user", 30)
    counter.clock.now += 29
    assert counter.ask(1) == ("cooldown-user", 1)
    counter.clock.now += 1
    assert [counter.ask(1), counter.ask(1), counter.ask(1)] == [None, None, ("cooldown-user", 60)]


@pytest.mark.parametrize("start", [0.0, 1.0, 30.0, 1e9])
def test_whatever_the_clock_began_with(start: float) -> None:
    counter = Counter(user_rate=2, server_rate=100)
    counter.clock.now = start
    assert [counter.ask(1), counter.ask(1), counter.ask(1)] == [None, None, ("cooldown-user", 60)]
    counter.clock.now += 59
    assert counter.ask(1) == ("cooldown-user", 1)


def test_just_at_the_end_of_the_minute_no_more_than_the_limit_is_taken() -> None:
    counter = Counter(user_rate=1, server_rate=100)
    counter.ask(1)
    counter.clock.now += 60
    assert [counter.ask(1), counter.ask(1)] == [None, ("cooldown-user", 60)]


def test_a_whole_server() -> None:
    counter = Counter(user_rate=100, server_rate=2)
    assert [counter.ask(1), counter.ask(2), counter.ask(3)] == [None, None, ("cooldown-server", 60)]
    assert counter.ask(3, server=8) is None


def test_a_refused_question_is_not_counted() -> None:
    counter = Counter(user_rate=2, server_rate=3)
    taken = [counter.ask(1) for _ in range(9)]
    assert taken == [None, None, *[("cooldown-user", 60)] * 7]
    assert counter.ask(2) is None
    assert [counter.ask(3), counter.ask(3)] == [("cooldown-server", 60)] * 2
    counter.clock.now += 61
    assert [counter.ask(3), counter.ask(3)] == [None, None]


def test_a_person_has_one_limit_over_all_servers_and_direct_messages() -> None:
    counter = Counter(user_rate=2, server_rate=1)
    assert [counter.ask(1, server=7), counter.ask(1, server=8)] == [None] * 2
    assert counter.ask(1, server=None) == ("cooldown-user", 60)
    assert counter.ask(1, server=9) == ("cooldown-user", 60)
    assert counter.ask(2, server=None) is None


def test_a_servers_own_limits() -> None:
    counter = Counter(user_rate=5, server_rate=5)
    strict = ServerSettings(user_rate=1, server_rate=2)
    assert [counter.ask(1, settings=strict), counter.ask(1, settings=strict)] == [None, ("cooldown-user", 60)]
    assert counter.ask(2, settings=strict) is None
    assert counter.ask(3, settings=strict) == ("cooldown-server", 60)
    assert counter.ask(1, server=8) is None


def test_a_limit_that_is_changed_does_not_forget_what_was_asked() -> None:
    counter = Counter(user_rate=5, server_rate=100)
    for _ in range(3):
        counter.ask(1)
    assert counter.ask(1, settings=ServerSettings(user_rate=2)) == ("cooldown-user", 60)
    wider = ServerSettings(user_rate=4)
    assert [counter.ask(1, settings=wider), counter.ask(1, settings=wider)] == [None, ("cooldown-user", 60)]


def test_a_servers_own_limit_counts_what_was_asked_there() -> None:
    counter = Counter(user_rate=3, server_rate=100)
    strict, wide = ServerSettings(user_rate=1), ServerSettings(user_rate=5)
    assert [counter.ask(1, server=8), counter.ask(1, settings=strict)] == [None, None]
    assert counter.ask(1, settings=strict) == ("cooldown-user", 60)
    assert [counter.ask(1, server=9, settings=wide) for _ in range(3)] == [None] * 3
    assert counter.ask(1, server=9, settings=wide) == ("cooldown-user", 60)


def test_that_there_is_no_more_is_new_once_a_window() -> None:
    counter = Counter(user_rate=1, server_rate=100)

    def repeated() -> bool:
        with pytest.raises(RateLimitError) as refused:
            counter.rate_limiter.take(Origin(user=1, channel=1, server=7), USUAL)
        return refused.value.repeated

    counter.ask(1)
    assert [repeated(), repeated(), repeated()] == [False, True, True]
    counter.clock.now += 60
    counter.ask(1)
    assert [repeated(), repeated()] == [False, True]


def test_presses_count_for_themselves() -> None:
    limiter = RateLimiter(user_rate=1, server_rate=1, press_rate=2, clock=Clock())
    limiter.take(Origin(user=1, channel=1), USUAL)
    limiter.press(1)
    limiter.press(1)
    with pytest.raises(RateLimitError) as refused:
        limiter.press(1)
    assert refused.value.words_key == "cooldown-presses"
    limiter.press(2)


def test_what_is_over_is_forgotten_and_nothing_else() -> None:
    counter = Counter(user_rate=1, server_rate=100)
    for user in (1, 2, 3):
        counter.ask(user, server=None)
    counter.clock.now += 30
    assert [counter.ask(user, server=None) for user in (4, 5)] == [None, None]
    assert len(counter.rate_limiter) == 5
    counter.clock.now += 30
    assert [counter.ask(user, server=None) for user in (6, 1)] == [None, None]
    assert [counter.ask(user, server=None) for user in (4, 5)] == [("cooldown-user", 30)] * 2
    assert len(counter.rate_limiter) == 4
