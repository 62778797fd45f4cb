"""The record: readings of many reports kept in one store that can be asked."""

from verbale.record.store import Store

__all__ = ["Store"]
