"""The separating process and what is known of its runs."""
