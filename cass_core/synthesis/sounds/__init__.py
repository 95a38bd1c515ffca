"""Sounds made from noise, and effects on sound."""
