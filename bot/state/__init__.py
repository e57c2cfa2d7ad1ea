"""What the bot keeps, in SQLite or PostgreSQL: the only door to SQLAlchemy and Alembic."""
