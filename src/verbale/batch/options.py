"""What a batch is asked for."""

from dataclasses import dataclass, field

from verbale.settings import Settings
from verbale.sources import SourceOptions


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How a batch reads.

    Args:
        settings: of the reader; every actor holds one.
        sources: metadata and limits of the reports.
        jobs: actors that read at the same time.
        address: of a Ray cluster; None starts Ray on this machine for the batch.
        partition_bytes: about how many bytes of input one partition holds; one file of packed JSONL, which cannot be
            entered in the middle, is one partition.
        only_relevant: reports whose beginning holds no word that tells of politics are counted and not read.
        memory_bytes: how much data one actor may hold; a document that takes more is set aside. None sets no limit.
    """

    settings: Settings = field(default_factory=Settings)
    sources: SourceOptions = field(default_factory=SourceOptions)
    jobs: int = 1
    address: str | None = None
    partition_bytes: int = 4_000_000
    memory_bytes: int | None = 4_000_000_000
    only_relevant: bool = True
