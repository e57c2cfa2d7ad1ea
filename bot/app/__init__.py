"""The bot as a process: what it is told, how it starts and stops, and the preview."""
