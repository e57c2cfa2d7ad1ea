"""What managers choose: the sentence that is quoted first to a question."""
