"""Scores of models, of reviews, of balances and of marked faces, and the report of them."""
