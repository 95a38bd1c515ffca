"""The list of what a review has found."""
