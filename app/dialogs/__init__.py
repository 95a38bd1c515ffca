"""Questions to the user; they return answers and change nothing."""
