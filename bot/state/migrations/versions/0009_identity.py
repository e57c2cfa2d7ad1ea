"""The id of the database, which the storage of its documents bears."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0007"


def upgrade() -> None:
    """Make the table, and an id that no other database has."""
    identity = op.create_table(
        "identity",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_identity"),
    )
    op.bulk_insert(identity, [{"id": secrets.randbits(63)}])


def downgrade() -> None:
    """Drop it; the database has another one when it comes back."""
    op.drop_table("identity")
