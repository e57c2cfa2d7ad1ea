"""Answers and the votes on them, servers' settings, and gaps."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "answers",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("server", sa.BigInteger()),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("message", sa.BigInteger()),
        sa.Column("asker", sa.BigInteger()),
        sa.Column("question_message", sa.BigInteger()),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("snapshot", sa.String(), nullable=False),
        sa.Column("passages", sa.JSON(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_answers"),
    )
    for column in ("server", "message", "asker", "question_message"):
        op.create_index(f"ix_answers_{column}", "answers", [column])
    op.create_table(
        "votes",
        sa.Column("answer", sa.BigInteger(), nullable=False),
        sa.Column("user", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("up", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("answer", "user", name="pk_votes"),
        sa.ForeignKeyConstraint(["answer"], ["answers.id"], name="fk_votes_answer", ondelete="CASCADE"),
    )
    op.create_index("ix_votes_user", "votes", ["user"])
    op.create_table(
        "settings",
        sa.Column("server", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channels", sa.JSON(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("mentions", sa.Boolean(), nullable=False),
        sa.Column("follow_ups", sa.Boolean(), nullable=False),
        sa.Column("articles", sa.JSON(), nullable=False),
        sa.Column("only_answered", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String()),
        sa.Column("gaps", sa.Boolean(), nullable=False),
        sa.Column("user_rate", sa.BigInteger()),
        sa.Column("server_rate", sa.BigInteger()),
        sa.PrimaryKeyConstraint("server", name="pk_settings"),
    )
    op.create_table(
        "gaps",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_gaps"),
    )
    op.create_index("ix_gaps_server_asked_at", "gaps", ["server", "asked_at"])


def downgrade() -> None:
    """Drop the tables, and all that is in them."""
    for table in ("gaps", "settings", "votes", "answers"):
        op.drop_table(table)
