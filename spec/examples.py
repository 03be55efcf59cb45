"""Checks the examples of an OpenAPI 3.1 description against the schemas that they stand beside."""

import sys
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012


class Loader(yaml.SafeLoader):
    """Leaves timestamps as the strings that they are in JSON."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def places(value, pointer="#"):
    """Every object with a schema and an example of it, with the example's pointer."""
    if isinstance(value, dict):
        if isinstance(value.get("schema"), dict):
            if "example" in value:
                yield f"{pointer}/example", f"{pointer}/schema", value["example"]
            for name, example in value.get("examples", {}).items():
                if "value" in example:
                    yield (
                        f"{pointer}/examples/{name}/value",
                        f"{pointer}/schema",
                        example["value"],
                    )
        for name, member in value.items():
            if name not in ("example", "examples"):
                step = str(name).replace("~", "~0").replace("/", "~1")
                yield from places(member, f"{pointer}/{step}")
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from places(member, f"{pointer}/{index}")


def main(path):
    description = yaml.load(Path(path).read_text(encoding="utf-8"), Loader)
    uri = "description:"
    registry = Registry().with_resource(uri, Resource(description, DRAFT202012))
    checked = failed = 0
    for pointer, schema, example in places(description):
        validator = Draft202012Validator(
            {"$ref": uri + schema.replace("{", "%7B").replace("}", "%7D")},
            registry=registry,
            format_checker=Draft202012Validator.FORMAT_CHECKER,
        )
        checked += 1
        for error in validator.iter_errors(example):
            failed += 1
            print(f"{path}: {pointer}: {error.json_path}: {error.message}")
    print(f"{path}: {checked} examples, {failed} mistakes")
    return 1 if failed or not checked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
