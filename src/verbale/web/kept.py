"""Answers that take long and change only with the record, kept until it does."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock, Thread
from time import perf_counter
from typing import Any, TypeVar

from fastapi import Request
from sqlalchemy import Connection

from verbale.record.queries.prominent import find_version
from verbale.web.opening import find_store

T = TypeVar("T")

PATIENCE = 0.2
"""Seconds: what took longer the last time is found anew in the background, and the old answer given meanwhile."""


@dataclass(slots=True)
class Answer:
    """An answer with the version of the record that it is of, and how long it took to find."""

    version: tuple[object, ...]
    value: Any
    seconds: float
    renewing: bool = False


class Kept:
    """The last answer to each question; found once at a time, however many ask."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._answers: dict[str, Answer] = {}

    def ask(self, question: str, version: tuple[object, ...], find: Callable[[], Any]) -> Any:
        """The answer for a version; where finding it took long, an older one while the new one is found.

        >>> kept = Kept()
        >>> kept.ask("sum", (1,), lambda: 3), kept.ask("sum", (1,), lambda: 4), kept.ask("sum", (2,), lambda: 4)
        (3, 3, 4)
        """
        with self._lock:
            known = self._answers.get(question)
            if known is None or (known.version != version and known.seconds < PATIENCE):
                known = self._answers[question] = _find(version, find)
            elif known.version != version and not known.renewing:
                known.renewing = True
                Thread(target=self._renew, args=(question, version, find), daemon=True).start()
            return known.value

    def _renew(self, question: str, version: tuple[object, ...], find: Callable[[], Any]) -> None:
        try:
            self._answers[question] = _find(version, find)
        finally:
            self._answers[question].renewing = False


def _find(version: tuple[object, ...], find: Callable[[], Any]) -> Answer:
    start = perf_counter()
    value = find()
    return Answer(version, value, perf_counter() - start)


def keep(request: Request, conn: Connection, question: str, find: Callable[[Connection], T]) -> T:
    """The answer of a function of the record, kept by the application; found on a connection of its own."""

    def find_anew() -> T:
        with find_store(request).connect() as own:
            return find(own)

    kept: Kept = request.app.state.kept
    answer: T = kept.ask(question, find_version(conn), find_anew)
    return answer
