"""How fast the window is: what `cass bench app` runs, in a process that knows Qt."""
