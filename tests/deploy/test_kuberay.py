"""The manifest for KubeRay: fields that the operator knows, pods that Kubernetes takes, a command that Verbale takes."""

import re
import shlex
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import typer
import yaml

from verbale.cli.app import app

ROOT = Path(__file__).parents[2]
JOB = {
    "activeDeadlineSeconds", "backoffLimit", "rayClusterSpec", "submitterPodTemplate", "metadata", "clusterSelector",
    "submitterConfig", "managedBy", "deletionStrategy", "entrypoint", "runtimeEnvYAML", "jobId", "submissionMode",
    "entrypointResources", "entrypointNumCpus", "entrypointNumGpus", "ttlSecondsAfterFinished",
    "shutdownAfterJobFinishes", "suspend",
}  # fmt: skip
CLUSTER = {
    "headGroupSpec", "workerGroupSpecs", "rayVersion", "enableInTreeAutoscaling", "autoscalerOptions",
    "headServiceAnnotations", "suspend",
}  # fmt: skip
HEAD = {"serviceType", "headService", "enableIngress", "rayStartParams", "template"}
WORKERS = {
    "groupName", "replicas", "minReplicas", "maxReplicas", "numOfHosts", "rayStartParams", "template", "scaleStrategy",
}  # fmt: skip
"""Fields of the operator's API `ray.io/v1`."""


@pytest.fixture
def job() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "deploy" / "kuberay.yaml").read_text("utf-8"))
    return found


def groups(job: dict[str, Any]) -> list[dict[str, Any]]:
    cluster = job["spec"]["rayClusterSpec"]
    return [cluster["headGroupSpec"], *cluster["workerGroupSpecs"]]


def test_the_operator_knows_every_field(job: dict[str, Any]) -> None:
    assert (job["apiVersion"], job["kind"]) == ("ray.io/v1", "RayJob")
    assert set(job) == {"apiVersion", "kind", "metadata", "spec"}
    cluster = job["spec"]["rayClusterSpec"]
    assert set(job["spec"]) <= JOB
    assert set(cluster) <= CLUSTER
    assert set(cluster["headGroupSpec"]) <= HEAD
    assert all(set(group) <= WORKERS for group in cluster["workerGroupSpecs"])
    for group in groups(job):
        assert all(isinstance(value, str) for value in group["rayStartParams"].values())


def test_kubernetes_takes_the_pods(job: dict[str, Any]) -> None:
    for group in groups(job):
        pod = {
            "apiVersion": "v1",
            "kind": "Pod",
            "metadata": {"name": "ray"},
            "spec": group["template"]["spec"],
        }
        kubernetes_validate.validate(pod, "1.30", strict=True)


def test_a_mistake_in_a_pod_would_be_seen(job: dict[str, Any]) -> None:
    spec = groups(job)[0]["template"]["spec"]
    spec["containers"][0]["resurces"] = {}
    pod = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "ray"}, "spec": spec}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(pod, "1.30", strict=True)


def test_verbale_takes_the_command(job: dict[str, Any]) -> None:
    program, command, *arguments = shlex.split(job["spec"]["entrypoint"])
    assert program == "verbale"
    batch = typer.main.get_command(app).commands[command]  # type: ignore[attr-defined]
    given = batch.make_context(command, arguments).params
    assert given["address"] == "auto"
    workers = job["spec"]["rayClusterSpec"]["workerGroupSpecs"]
    cores = sum(group["replicas"] * int(group["rayStartParams"]["num-cpus"]) for group in workers)
    assert given["jobs"] == cores


def test_ray_is_of_the_version_that_is_pinned(job: dict[str, Any]) -> None:
    pinned = re.search(r"^ray==(\S+)", (ROOT / "requirements" / "dev.txt").read_text("utf-8"), re.MULTILINE)
    assert pinned
    assert job["spec"]["rayClusterSpec"]["rayVersion"] == pinned[1]
    docker = (ROOT / "deploy" / "Dockerfile").read_text("utf-8")
    assert f"FROM rayproject/ray:{pinned[1]}-py311" in docker
