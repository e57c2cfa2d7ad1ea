"""What managers do to choose the sentence that answers a question."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from bot.access.chosen import article_of
from bot.access.permissions import require_manager
from bot.chosen.candidates import Candidate, around, candidate_of, first_of
from bot.chosen.card import Choice, choice_card, chosen_card, removed_card
from bot.chosen.controls import ChosenAction, SentenceForm
from bot.errors import RefusedError
from bot.interactions.context import interaction_context
from bot.interactions.sending import fill, respond_first
from bot.state.chosen.answers import MOST_CHOSEN, ChosenAnswer, chosen_for
from bot.state.records import new_id
from bot.ui.header import question_of
from index import Query, clean_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    import discord
    from discord.ui import LayoutView

    from bot.chosen.controls import ChosenPress
    from bot.interactions.context import InteractionContext
    from bot.interactions.services import Services
    from bot.library.catalog import ArticleCatalog
    from bot.library.interface import Answering
    from bot.state.records import Passage
    from bot.ui.picks import Pick

_FOUND = 10
"""Sentences that are offered as those that the library finds, at most."""


class ChosenActions:
    """Shows a manager what can be chosen, and keeps what is."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._chosen = services.repository.chosen

    async def open(
        self, interaction: discord.Interaction, question: str, passages: Sequence[Passage]
    ) -> None:
        """Show, alone, which sentences may answer a question: those of an answer, or what is found now."""
        async with interaction_context(self._services, interaction) as context:
            server = require_manager(interaction).id
            asked = clean_question(question)
            await respond_first(lambda: interaction.response.defer(ephemeral=True, thinking=True))
            candidates = around(passages, await context.catalog()) or await self._closest(asked, context)
            choice = await self._choice(server, asked, candidates, context)
            await fill(interaction, choice_card(choice, context.words))

    async def press(self, interaction: discord.Interaction, press: ChosenPress, pick: Pick) -> None:
        """Do what a control says, or say in private why not."""
        async with interaction_context(self._services, interaction) as context:
            server = require_manager(interaction).id
            question = _asked_on(interaction)
            if press.action is ChosenAction.FIND:
                await interaction.response.send_modal(SentenceForm(context.words))
                return
            await respond_first(interaction.response.defer)
            await fill(interaction, await self._pressed(press, pick, server, question, context))

    async def find(self, interaction: discord.Interaction, form: SentenceForm) -> None:
        """Show the sentences that have the words which were typed, or else what comes closest."""
        async with interaction_context(self._services, interaction) as context:
            server = require_manager(interaction).id
            question = _asked_on(interaction)
            await respond_first(interaction.response.defer)
            candidates = await self._having(form.typed, context)
            exact = bool(candidates)
            candidates = candidates or await self._closest(clean_question(form.typed), context)
            choice = await self._choice(
                server, question, candidates, context, looked_for=form.typed, exact=exact
            )
            await fill(interaction, choice_card(choice, context.words))

    async def _pressed(
        self, press: ChosenPress, pick: Pick, server: int, question: str, context: InteractionContext
    ) -> LayoutView:
        match press.action:
            case ChosenAction.CHOOSE if pick.added:
                candidate = candidate_of(next(iter(pick.added)), await context.catalog())
                chosen = await self._keep(server, question, candidate, context.interaction.user.id)
                return chosen_card(question, candidate, chosen, context.words)
            case ChosenAction.REMOVE:
                await self._chosen.remove(server, [press.chosen])
                return removed_card(question, context.words)
            case _:
                candidates = await self._closest(question, context)
                choice = await self._choice(server, question, candidates, context)
                return choice_card(choice, context.words)

    async def _keep(self, server: int, question: str, candidate: Candidate, user: int) -> int:
        """Keep what was chosen; returns its id."""
        answer = ChosenAnswer(
            id=new_id(),
            server=server,
            question=clean_question(question),
            article=candidate.article.name,
            digest=candidate.article.digest,
            sentence=candidate.sentence,
            start=candidate.span.start,
            end=candidate.span.end,
            chosen_by=user,
            chosen_at=datetime.datetime.now(datetime.UTC),
        )
        if await self._chosen.choose(answer) is not None:
            raise RefusedError("chosen-full", limit=MOST_CHOSEN)
        return answer.id

    async def _choice(
        self,
        server: int,
        question: str,
        candidates: Sequence[Candidate],
        context: InteractionContext,
        *,
        looked_for: str | None = None,
        exact: bool = True,
    ) -> Choice:
        before = chosen_for(await self._chosen.stored(server), question)
        article = None if before is None else article_of(before, await context.catalog())
        shown = None if before is None or article is None else Candidate(article, before.sentence)
        before_id = None if before is None else before.id
        return Choice(question, candidates, looked_for, exact, before_id, shown)

    async def _closest(self, question: str, context: InteractionContext) -> tuple[Candidate, ...]:
        """Find what the library itself would quote, best first."""

        def ask(library: Answering, catalog: ArticleCatalog) -> tuple[Candidate, ...]:
            (answer,) = library.ask_all([Query(question, catalog.names())], top=_FOUND)
            return first_of(Candidate(quote.article, quote.sentence) for quote in answer.quotes)

        return await self._services.worker.use(ask, reach=context.reach)

    async def _having(self, typed: str, context: InteractionContext) -> tuple[Candidate, ...]:
        def look_up(library: Answering, catalog: ArticleCatalog) -> tuple[Candidate, ...]:
            matches = library.lookup(typed, articles=catalog.names())
            return first_of(Candidate(match.article, match.sentence) for match in matches)

        return await self._services.worker.use(look_up, reach=context.reach)


def _asked_on(interaction: discord.Interaction) -> str:
    """Read the question from the card that was pressed."""
    question = question_of(interaction.message) if interaction.message is not None else None
    if question is None:
        raise RefusedError("press-unknown")
    return question
