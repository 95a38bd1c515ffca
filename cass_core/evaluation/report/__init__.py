"""The report that is written from the scores of a folder: text, tables, figures."""
