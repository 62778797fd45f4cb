"""The one public surface."""

import subprocess
import sys

import pytest

import verbale
from verbale import pipeline


def test_everything_public_is_there() -> None:
    assert all(getattr(verbale, name) for name in verbale.__all__)
    assert verbale.Reader is pipeline.Reader
    assert verbale.read is pipeline.read


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'verbale' has no attribute 'write'"):
        _ = verbale.write


def test_importing_the_package_does_not_import_the_parser() -> None:
    code = "import sys, verbale; print('spacy' in sys.modules); verbale.Reader; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "True"]
