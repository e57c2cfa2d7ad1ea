"""Channels and roles of servers: NULL for all of them, [] for none; before, [] was all and [-1] none."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_COLUMNS = ("channels", "roles")


def upgrade() -> None:
    """Let the columns be empty, and say it so."""
    with op.batch_alter_table("settings") as settings:
        for column in _COLUMNS:
            settings.alter_column(column, existing_type=sa.JSON(), nullable=True)
    for column in _COLUMNS:
        op.execute(f"UPDATE settings SET {column} = NULL WHERE CAST({column} AS TEXT) = '[]'")  # noqa: S608
        op.execute(f"UPDATE settings SET {column} = '[]' WHERE CAST({column} AS TEXT) = '[-1]'")  # noqa: S608


def downgrade() -> None:
    """Say it as before."""
    for column in _COLUMNS:
        op.execute(f"UPDATE settings SET {column} = '[-1]' WHERE CAST({column} AS TEXT) = '[]'")  # noqa: S608
        op.execute(f"UPDATE settings SET {column} = '[]' WHERE {column} IS NULL")  # noqa: S608
    with op.batch_alter_table("settings") as settings:
        for column in _COLUMNS:
            settings.alter_column(column, existing_type=sa.JSON(), nullable=False)
