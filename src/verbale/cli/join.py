"""`verbale join`: events for claims that were recorded before Verbale joined any."""

from verbale.cli.guard import complain, exit_cleanly
from verbale.cli.store_options import StoreOption, open_store, require_record, show_count, utc_now

EPILOG = """\b
Example:
  verbale join --store old.db

\b
Exit codes: 0 joined, 2 wrong option or no store, 130 stopped by Ctrl-C: the same command goes on.
"""


def join(store: StoreOption = None) -> None:
    """Join claims to events in a store from before there were any; `add` does so by itself."""
    with exit_cleanly():
        require_record()
        from verbale.record.events.catching_up import count_events, join_unjoined, list_unjoined

        with open_store(store) as opened:
            with opened.connect() as conn:
                left, before = list_unjoined(conn), count_events(conn)
            for done, _ in enumerate(join_unjoined(opened, left, now=utc_now()), 1):
                show_count(done)
            show_count(None)
            with opened.connect() as conn:
                after = count_events(conn)
        complain(f"looked through: {len(left)} readings, events: {after} ({after - before} new)")
