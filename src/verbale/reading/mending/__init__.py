"""Mend the slips of a small parser, each told by what stands side by side that its arcs cannot both be right about."""
