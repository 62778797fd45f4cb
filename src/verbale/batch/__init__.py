"""Reading at scale on Ray: partitions of the input, read by actors, written as Parquet, resumable."""
