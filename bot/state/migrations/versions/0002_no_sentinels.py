"""Channels and roles of servers: NULL for all of them, [] for none; before, [] was all and [-1] none."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_COLUMNS = ("channels", "roles")


def upgrade() -> None:
    """Allow NULL, and rewrite what is there."""
    with op.batch_alter_table("settings") as settings:
        for column in _COLUMNS:
            settings.alter_column(column, existing_type=sa.JSON(), nullable=True)
    for column in _COLUMNS:
        op.execute(f"UPDATE settings SET {column} = NULL WHERE CAST({column} AS TEXT) = '[]'")  # noqa: S608
        op.execute(f"UPDATE settings SET {column} = '[]' WHERE CAST({column} AS TEXT) = '[-1]'")  # noqa: S608


def downgrade() -> None:
    """Rewrite what is there as it was before."""
    for column in _COLUMNS:
        op.execute(f"UPDATE settings SET {column} = '[-1]' WHERE CAST({column} AS TEXT) = '[]'")  # noqa: S608
        op.execute(f"UPDATE settings SET {column} = '[]' WHERE {column} IS NULL")  # noqa: S608
    with op.batch_alter_table("settings") as settings:
        for column in _COLUMNS:
            settings.alter_column(column, existing_type=sa.JSON(), nullable=False)
