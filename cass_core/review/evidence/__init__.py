"""What is known of every cell of a programme: gathered once, kept beside the stems."""
