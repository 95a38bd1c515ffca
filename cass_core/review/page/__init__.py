"""The report of a review: one page that holds its pictures and sounds, and a table for others."""
