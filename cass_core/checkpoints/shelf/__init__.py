"""The shelf: every model that can be used, what it is good for, and how it gets here."""
