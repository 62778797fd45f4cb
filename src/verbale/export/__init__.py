"""The record in other people's forms: one format a module, from claims of the record to bytes."""
