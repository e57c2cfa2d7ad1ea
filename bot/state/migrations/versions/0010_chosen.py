"""The answers that managers of servers chose, and which of them an answer shows."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the table and the column; earlier answers show none."""
    op.create_table(
        "chosen",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("sentence", sa.BigInteger(), nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False),
        sa.Column("end", sa.BigInteger(), nullable=False),
        sa.Column("chosen_by", sa.BigInteger()),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chosen"),
    )
    for column in ("server", "chosen_by"):
        op.create_index(f"ix_chosen_{column}", "chosen", [column])
    op.add_column("answers", sa.Column("chosen", sa.BigInteger()))
    op.create_index("ix_answers_chosen", "answers", ["chosen"])


def downgrade() -> None:
    """Drop them, and all that is in them."""
    op.drop_index("ix_answers_chosen", "answers")
    op.drop_column("answers", "chosen")
    op.drop_table("chosen")
