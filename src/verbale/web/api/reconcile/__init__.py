"""The Reconciliation Service API 0.2 of the W3C, which OpenRefine speaks, over the people and bodies of the record."""
