"""Questions that were taken and are not answered yet."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "unanswered",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("server", sa.BigInteger()),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("application", sa.BigInteger()),
        sa.Column("token", sa.String()),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("process", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_unanswered"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("unanswered")
