"""What every command, press and message goes through."""
