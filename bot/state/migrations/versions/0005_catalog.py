"""The documents of servers' libraries, and which libraries answer in a server."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables and the column; servers have chosen nothing, which is both libraries."""
    op.create_table(
        "catalog",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("server", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("url", sa.String()),
        sa.Column("source", sa.String()),
        sa.Column("published", sa.Date()),
        sa.Column("original", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sentences", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("added_by", sa.BigInteger()),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True)),
        sa.Column("etag", sa.String()),
        sa.Column("last_modified", sa.String()),
        sa.Column("problem", sa.String()),
        sa.Column("channels", sa.JSON()),
        sa.Column("roles", sa.JSON()),
        sa.PrimaryKeyConstraint("id", name="pk_catalog"),
    )
    for column in ("server", "added_by"):
        op.create_index(f"ix_catalog_{column}", "catalog", [column])
    op.create_table(
        "catalog_versions",
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("original", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("added_by", sa.BigInteger()),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("entry", "number", name="pk_catalog_versions"),
        sa.ForeignKeyConstraint(
            ["entry"], ["catalog.id"], name="fk_catalog_versions_entry", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_catalog_versions_added_by", "catalog_versions", ["added_by"])
    op.create_table(
        "departures",
        sa.Column("server", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("server", name="pk_departures"),
    )
    with op.batch_alter_table("settings") as settings:
        settings.add_column(sa.Column("libraries", sa.String(8), nullable=False, server_default="both"))


def downgrade() -> None:
    """Drop them, and all that is in them."""
    with op.batch_alter_table("settings") as settings:
        settings.drop_column("libraries")
    for table in ("departures", "catalog_versions", "catalog"):
        op.drop_table(table)
