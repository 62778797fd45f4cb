"""The record as PLOVER events: a row an event and dyad, and a second table for what PLOVER has no place for."""
