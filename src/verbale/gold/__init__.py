"""Annotated reports: how a reading compares with what people found in the same report."""
