"""Offices, memberships and sanctions as intervals, with the claims for each end (docs/record.md)."""
