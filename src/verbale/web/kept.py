"""Answers that take long and change only with the record, kept until it does."""

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

from fastapi import Request
from sqlalchemy import Connection

from verbale.record.queries.prominent import find_version

T = TypeVar("T")


class Kept:
    """The last answer to each question, with the version of the record that it is of."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._answers: dict[str, tuple[tuple[object, ...], Any]] = {}

    def ask(self, question: str, version: tuple[object, ...], find: Callable[[], Any]) -> Any:
        """The answer for a version; found anew only where the one that is kept is of another.

        >>> kept = Kept()
        >>> kept.ask("sum", (1,), lambda: 3), kept.ask("sum", (1,), lambda: 4), kept.ask("sum", (2,), lambda: 4)
        (3, 3, 4)
        """
        with self._lock:
            found = self._answers.get(question)
            if found is None or found[0] != version:
                found = self._answers[question] = (version, find())
            return found[1]


def keep(request: Request, conn: Connection, question: str, find: Callable[[Connection], T]) -> T:
    """The answer of a function of the record, kept by the application until the record changes."""
    kept: Kept = request.app.state.kept
    answer: T = kept.ask(question, find_version(conn), lambda: find(conn))
    return answer
