"""What words of questions mean in servers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "aliases",
        sa.Column("server", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("server", name="pk_aliases"),
    )


def downgrade() -> None:
    """Drop it, and all that is in it."""
    op.drop_table("aliases")
