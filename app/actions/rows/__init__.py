"""The table of actions, a file for each group of menus."""
