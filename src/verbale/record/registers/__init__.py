"""Versions of official lists in the record: kept, indexed by name, compared, asked."""
