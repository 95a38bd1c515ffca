"""`cass batch`: many movies separated, reviewed and delivered by preset."""
