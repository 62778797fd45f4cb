"""Claims of several reports about one happening made one event (docs/record.md)."""
