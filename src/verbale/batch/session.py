"""Ray, started for a batch or joined: nothing is reported to its makers, no dashboard is opened."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager

from verbale.batch.options import BatchOptions
from verbale.errors import BatchError

_STORE_BYTES = 100_000_000
"""Ray's shared memory: only partitions' names and counts pass through it."""


@contextmanager
def open_session(options: BatchOptions) -> Iterator[None]:
    """Ray for as long as the block lasts; one that runs in this process already is used and left running.

    Raises:
        BatchError: no cluster answers at the address.
    """
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    import ray  # noqa: PLC0415 - takes a second

    if ray.is_initialized():
        yield
        return
    try:
        if options.address:
            ray.init(address=options.address, log_to_driver=False, logging_level=logging.ERROR)
        else:
            ray.init(
                address="local",
                num_cpus=options.jobs,
                include_dashboard=False,
                object_store_memory=_STORE_BYTES,
                log_to_driver=False,
                logging_level=logging.ERROR,
            )
    except (ConnectionError, RuntimeError) as error:
        raise BatchError(f"no Ray cluster at {options.address}: {error}: check --address") from error
    try:
        yield
    finally:
        ray.shutdown()
