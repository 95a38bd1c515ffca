"""What a stem has that another version of it has not: a lane."""
