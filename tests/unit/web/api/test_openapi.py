"""The description: OpenAPI 3.1, with examples that are as it says, and nothing left unsaid."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from verbale.web.api.openapi import PATH, TAGS

from .conftest import CheckedClient


@pytest.fixture(scope="module")
def described(api: CheckedClient) -> dict[str, Any]:
    found: dict[str, Any] = api.get(PATH).json()
    return found


def list_operations(described: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for path in described["paths"].values() for operation in path.values()]


def validate(schema: dict[str, Any], value: Any, described: dict[str, Any]) -> None:
    whole = {**schema, "components": described["components"]}
    Draft202012Validator(whole, format_checker=FormatChecker()).validate(value)


def test_it_is_openapi_3_1_and_has_the_api_alone(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1")
    assert all(path.startswith("/api/") for path in described["paths"])
    assert not [name for name in described["components"]["schemas"] if "__" in name]
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_every_operation_says_what_it_does_and_how_it_fails(described: dict[str, Any]) -> None:
    known = {name for name, _ in TAGS}
    operations = list_operations(described)
    assert len({each["operationId"] for each in operations}) == len(operations)
    for operation in operations:
        assert operation["summary"]
        assert len(operation["description"]) > 20
        assert set(operation["tags"]) <= known
        for status in ("400", "404", "422", "429", "503"):
            (media,) = operation["responses"][status]["content"]
            assert media == "application/problem+json"


def test_every_parameter_is_explained(described: dict[str, Any]) -> None:
    for operation in list_operations(described):
        for parameter in operation.get("parameters", ()):
            if parameter["in"] == "query":
                assert parameter["schema"].get("description"), (operation["summary"], parameter["name"])


def test_examples_are_as_their_schemas_say(described: dict[str, Any]) -> None:
    shapes = described["components"]["schemas"]
    examples = [(name, example) for name, shape in shapes.items() for example in shape.get("examples", ())]
    assert len(examples) > 20
    for name, example in examples:
        validate({"$ref": f"#/components/schemas/{name}"}, example, described)
    for operation in list_operations(described):
        for parameter in operation.get("parameters", ()):
            for example in parameter["schema"].get("examples", ()):
                validate(parameter["schema"], example, described)


def test_examples_of_parameters_are_understood(api: CheckedClient, described: dict[str, Any]) -> None:
    for path, operations in described["paths"].items():
        if "get" not in operations or "{" in path:
            continue
        given = {
            each["name"]: each["schema"]["examples"][0]
            for each in operations["get"].get("parameters", ())
            if each["schema"].get("examples")
        }
        answer = api.get(path, params=given)
        assert answer.status_code in (200, 404), (path, answer.text)
