"""The real process with what can go wrong around it: events, connection, REST interface, database, floods."""
