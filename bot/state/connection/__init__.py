"""An open database, whichever it is: engine, migrations, reads, the queue of writes, and news of changes."""
