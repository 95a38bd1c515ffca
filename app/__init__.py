"""Cass Studio's desktop program."""
