"""What the record says in words: days, names for codes, verbs, claims as sentences."""
