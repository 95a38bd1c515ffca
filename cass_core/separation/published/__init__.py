"""How published networks separate: their own sound at their own rate."""
