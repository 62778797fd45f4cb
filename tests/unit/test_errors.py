"""Errors cross from process to process, and into rows, unharmed."""

import copy
import pickle

from verbale.errors import InvalidJsonError, SettingsError


def test_report_errors_can_be_sent_to_another_process() -> None:
    error = InvalidJsonError("r7", "line 3 is not valid JSON")
    sent = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(sent) is InvalidJsonError
    assert sent.to_dict() == error.to_dict()
    assert str(sent) == "line 3 is not valid JSON"


def test_other_errors_too() -> None:
    assert str(copy.copy(SettingsError("no"))) == "no"
