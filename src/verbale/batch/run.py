"""The driver of a batch: hands partitions to actors, again where one breaks off, and passes over what is done."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic, sleep
from types import MappingProxyType
from typing import Any

from verbale.batch.counts import Counts
from verbale.batch.options import BatchOptions
from verbale.batch.partitions import Partition, plan_partitions
from verbale.batch.places import Place
from verbale.batch.session import open_session
from verbale.batch.tables import SCHEMAS, write_tables
from verbale.batch.web_files import is_web_address
from verbale.batch.worker import PartitionReader, finish, note_of
from verbale.errors import BatchError, ReaderStoppedError

_LONGEST_START = 120
"""Seconds that an actor may take to start anew."""

_MOST_FAILURES = 3
"""How often a partition may break off without a document to blame before it is set aside as a whole."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch has come: `total_bytes` is what this run has to read, `counts` what it has read of that."""

    total_bytes: int
    done_bytes: int = 0
    counts: Counts = field(default_factory=Counts)


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """What a batch came to: `counts` of everything in the output that this input led to."""

    partitions: int
    done_before: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A partition to be read; `stopped` None while nothing went wrong with it."""

    partition: Partition
    stopped: MappingProxyType[int, str] | None = None
    failures: int = 0


def run_batch(
    inputs: Iterable[str], out: str, options: BatchOptions, tell: Callable[[Progress], None] = lambda _: None
) -> BatchSummary:
    """Read all inputs into Parquet tables below `out`; what an earlier run has done is left as it is.

    Args:
        inputs: files and folders, local or in an object store.
        out: folder for `readings/`, `claims/`, `unread/` and the done markers; made if it is not there.
        options: how to read.
        tell: is called after each partition.

    Raises:
        BatchError: an input or the cluster is not there, or no actor can load the reader.
    """
    if is_web_address(out):
        raise BatchError(f"nothing can be written to {out}: name a folder, or s3://…")
    place = Place.at(out)
    partitions = list(plan_partitions(inputs, options))
    for name in (*SCHEMAS, "done", "tmp"):
        place.child(name).make_folder()
    drop_outdated(place, partitions)
    before = {each.key: found for each in partitions if (found := _counts_of(place, each)) is not None}
    pending = [each for each in partitions if each.key not in before]
    total = sum(before.values(), Counts())
    if pending:
        with open_session(options):
            total += _Driver(out, options, pending, tell).run()
    return BatchSummary(len(partitions), len(before), total)


def drop_outdated(out: Place, partitions: Sequence[Partition]) -> None:
    """Remove what an earlier run made of the same files when they, the options or the reader were others."""
    keys, uris = {each.key for each in partitions}, {each.uri for each in partitions}
    for file in list(out.child("done").files()):
        key = file.path.rpartition("/")[2].removesuffix(".json")
        marker = Place(out.system, file.path)
        if key not in keys and marker.read_json()["uri"] in uris:
            marker.remove()
            for name in SCHEMAS:
                out.child(name, f"{key}.parquet").remove()


def _counts_of(out: Place, partition: Partition) -> Counts | None:
    """The counts of a partition that is done; None where it is not."""
    marker = out.child("done", f"{partition.key}.json").read_json()
    return Counts(**marker["counts"]) if marker else None


class _Driver:
    """Keeps every actor busy until all partitions are done."""

    def __init__(
        self, out: str, options: BatchOptions, pending: Sequence[Partition], tell: Callable[[Progress], None]
    ) -> None:
        self._out, self._place, self._options, self._tell = out, Place.at(out), options, tell
        self._waiting = deque(_Attempt(each) for each in pending)
        self._running: dict[Any, tuple[Any, _Attempt]] = {}
        self._progress = Progress(sum(each.end - each.start for each in pending))

    def run(self) -> Counts:
        import ray  # noqa: PLC0415 - takes a second

        actors = self._start_actors()
        try:
            for actor in actors:
                self._hand_over(actor)
            while self._running:
                ready, _ = ray.wait(list(self._running))
                self._take_back(ready[0])
        finally:
            for actor in actors:
                ray.kill(actor)
        return self._progress.counts

    def _start_actors(self) -> list[Any]:
        import ray  # noqa: PLC0415 - takes a second

        kind: Any = ray.remote(num_cpus=1, max_restarts=-1)(PartitionReader)
        count = min(self._options.jobs, len(self._waiting))
        actors = [kind.remote(self._options, self._out) for _ in range(count)]
        try:
            ray.get([actor.ready.remote() for actor in actors])
        except ray.exceptions.RayError as error:
            raise BatchError(f"no actor could load the reader: {_reason(error)}") from error
        return actors

    def _hand_over(self, actor: Any) -> None:
        if not self._waiting:
            return
        attempt = self._waiting.popleft()
        stopped = None if attempt.stopped is None else dict(attempt.stopped)
        note_of(self._place, attempt.partition).remove()
        self._running[actor.read.remote(attempt.partition, stopped)] = (actor, attempt)

    def _take_back(self, ref: Any) -> None:
        import ray  # noqa: PLC0415 - takes a second

        actor, attempt = self._running.pop(ref)
        try:
            self._advance(attempt.partition, ray.get(ref))
        except ray.exceptions.RayError as error:
            self._try_again(attempt, _reason(error))
            _wait_until_back(actor)
        self._hand_over(actor)

    def _advance(self, partition: Partition, counts: Counts) -> None:
        self._progress = replace(
            self._progress,
            done_bytes=self._progress.done_bytes + partition.end - partition.start,
            counts=self._progress.counts + counts,
        )
        self._tell(self._progress)

    def _try_again(self, attempt: _Attempt, reason: str) -> None:
        """Put a partition that broke off back in line, document by document, without the one that is to blame."""
        note = note_of(self._place, attempt.partition).read_json() if attempt.stopped is not None else None
        if note:
            stopped = MappingProxyType({**(attempt.stopped or {}), note["number"]: reason})
            self._waiting.append(replace(attempt, stopped=stopped))
        elif attempt.failures + 1 < _MOST_FAILURES:
            stopped = attempt.stopped or MappingProxyType({})
            self._waiting.append(replace(attempt, stopped=stopped, failures=attempt.failures + 1))
        else:
            self._advance(attempt.partition, self._set_aside(attempt.partition, reason))

    def _set_aside(self, partition: Partition, reason: str) -> Counts:
        """Mark a partition as done that cannot be read at all."""
        label = partition.label
        error = ReaderStoppedError(label, f"{label} was set aside: {reason}: read it by itself")
        with write_tables(self._place, partition.key) as tables:
            tables.add(error)
        counts = Counts(documents=1, unread=1)
        finish(self._place, partition, counts)
        return counts


def _wait_until_back(actor: Any) -> None:
    """Wait for an actor whose process ended: what it is asked while it starts anew fails, and blames nobody."""
    import ray  # noqa: PLC0415 - takes a second

    end = monotonic() + _LONGEST_START
    while monotonic() < end:
        try:
            ray.get(actor.ready.remote())
        except ray.exceptions.RayError:
            sleep(0.1)
        else:
            return


def _reason(error: Exception) -> str:
    """Why an actor did not answer, on one line."""
    cause = getattr(error, "cause", None)
    if cause is None:
        return "the process that read it ended (killed, crashed, or out of memory)"
    return " ".join(f"{type(cause).__name__}: {cause}".split())
