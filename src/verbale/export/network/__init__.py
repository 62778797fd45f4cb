"""Who deals with whom, as a graph."""
