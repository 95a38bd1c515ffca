"""The left part of a lane."""
