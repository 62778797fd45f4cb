"""The record as linked data."""
