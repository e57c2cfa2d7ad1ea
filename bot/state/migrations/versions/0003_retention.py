"""Answers are found by their age, so that those that were kept for long enough can be deleted."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_answers_asked_at", "answers", ["asked_at"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_answers_asked_at", "answers")
