"""Question sets as they are published -> articles, questions, and questions as people type them."""
