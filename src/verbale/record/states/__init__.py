"""Offices, memberships and sanctions from when until when, with the claims for each end (docs/record.md)."""
