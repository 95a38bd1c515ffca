"""What the actions of the review do."""
