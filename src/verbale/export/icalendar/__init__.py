"""Dated happenings as a calendar."""
