"""The code that users get, measured."""
