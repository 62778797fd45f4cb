"""One Ray session for all tests of batches, and input made up for them."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

SENTENCES = (
    "Finance Minister Anna Kowalska met German Chancellor Angela Merkel in Berlin on Monday.",
    "The United States imposed sanctions on Velmora's Defence Minister Petar Hronec.",
    "Kenya recalled its ambassador from Norway.",
)


@pytest.fixture(scope="package")
def ray_session() -> Iterator[None]:
    """Ray with two processors, started once: batches of this process use it."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    # Those of the S3 server of the tests: the actors have the environment that Ray was started in.
    os.environ |= {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing"}
    import ray

    ray.init(
        address="local",
        num_cpus=2,
        include_dashboard=False,
        object_store_memory=100_000_000,
        log_to_driver=False,
    )
    yield
    ray.shutdown()


@pytest.fixture(scope="package")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """JSONL of 24 reports, with a line that is no JSON, one in French and one without text."""
    reports = [
        {
            "id": f"r{n}",
            "published": "2024-06-11",
            "publisher": "Example Wire",
            "text": " ".join(SENTENCES[: n % 3 + 1]),
        }
        for n in range(24)
    ]
    lines = [json.dumps(report) for report in reports]
    lines.insert(9, "{broken}")
    lines.insert(
        15,
        json.dumps({"id": "fr", "text": "Le ministre a rencontré jeudi les ambassadeurs européens à Paris."}),
    )
    lines.insert(20, json.dumps({"id": "none"}))
    path = tmp_path_factory.mktemp("wire") / "wire.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
