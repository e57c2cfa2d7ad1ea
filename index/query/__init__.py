"""What was typed -> what is searched for."""
