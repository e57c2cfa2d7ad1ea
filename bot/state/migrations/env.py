"""What Alembic runs for each command: the connection comes from `bot/state/connection/migrate.py`."""

from alembic import context

from bot.state.tables import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
with context.begin_transaction():
    context.run_migrations()
