"""Prints the examples of descriptions that fit the schemas beside them, one JSON object a line.

Usage: examples.py DESCRIPTION... Each line has the description's path, a schema's pointer, after
following its references, and an example of it, without the members that the description does not
know. The examples of a list are its elements', since a list has no name of its own.
"""

import json
import sys
from pathlib import Path

import yaml
from openapi_schema_validator import (
    OAS30Validator,
    OAS31Validator,
    oas30_format_checker,
    oas31_format_checker,
)
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

BASE = "description:"


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Leaves timestamps as the strings that they are in JSON."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def unescape(step):
    return step.replace("%7B", "{").replace("%7D", "}").replace("~1", "/").replace("~0", "~")


class Description:
    def __init__(self, path):
        text = Path(path).read_text(encoding="utf-8-sig")
        self.root = json.loads(text) if path.endswith(".json") else yaml.load(text, Loader)
        self.is_30 = str(self.root.get("openapi", "")).startswith("3.0")
        self.registry = Registry().with_resource(BASE, Resource(self.root, DRAFT202012))

    def get(self, pointer):
        value = self.root
        for step in pointer.split("/")[1:]:
            step = unescape(step)
            value = value[int(step)] if isinstance(value, list) else value[step]
        return value

    def target(self, pointer):
        """Where the references lead that begin at `pointer`."""
        for _ in range(20):
            schema = self.get(pointer)
            if not isinstance(schema, dict) or not isinstance(schema.get("$ref"), str):
                return pointer
            if not schema["$ref"].startswith("#/"):
                return None
            pointer = schema["$ref"]
        return None

    def fits(self, pointer, value):
        uri = BASE + pointer.replace("{", "%7B").replace("}", "%7D").replace(" ", "%20")
        kind = OAS30Validator if self.is_30 else OAS31Validator
        formats = oas30_format_checker if self.is_30 else oas31_format_checker
        validator = kind({"$ref": uri}, registry=self.registry, format_checker=formats)
        return validator.is_valid(value)

    def places(self, value, pointer="#", in_properties=False):
        """Each schema with an example of it."""
        if isinstance(value, dict):
            schema = value.get("schema")
            if isinstance(schema, dict) and not in_properties:
                for example in self.examples(value):
                    yield f"{pointer}/schema", example
            elif not in_properties and ("type" in value or "properties" in value or "allOf" in value):
                for example in self.examples(value):
                    yield pointer, example
            for name, member in value.items():
                if name in ("example", "examples", "default", "enum") and not in_properties:
                    continue
                step = str(name).replace("~", "~0").replace("/", "~1")
                yield from self.places(member, f"{pointer}/{step}", name in ("properties", "schemas"))
        elif isinstance(value, list):
            for index, member in enumerate(value):
                yield from self.places(member, f"{pointer}/{index}")

    def all_of(self, pointers):
        """The schemas at `pointers`, and all that may hold of the same value."""
        seen = []
        todo = list(pointers)
        while todo:
            pointer = self.target(todo.pop())
            if pointer is None or pointer in seen:
                continue
            seen.append(pointer)
            schema = self.get(pointer)
            if not isinstance(schema, dict):
                continue
            for keyword in ("allOf", "oneOf", "anyOf"):
                for index in range(len(schema.get(keyword) or [])):
                    todo.append(f"{pointer}/{keyword}/{index}")
            discriminator = schema.get("discriminator")
            if isinstance(discriminator, dict):
                for reference in (discriminator.get("mapping") or {}).values():
                    is_pointer = reference.startswith("#/")
                    todo.append(reference if is_pointer else f"#/components/schemas/{reference}")
        return [(pointer, self.get(pointer)) for pointer in seen]

    def known(self, pointers, value):
        """`value` without the members that none of the schemas at `pointers` knows."""
        schemas = [(at, one) for at, one in self.all_of(pointers) if isinstance(one, dict)]
        if isinstance(value, list):
            items = [f"{at}/items" for at, one in schemas if isinstance(one.get("items"), dict)]
            return [self.known(items, element) for element in value] if items else value
        if not isinstance(value, dict):
            return value
        if not any(one.get("properties") for _, one in schemas):
            rest = "additionalProperties"
            entries = [f"{at}/{rest}" for at, one in schemas if isinstance(one.get(rest), dict)]
            return {name: self.known(entries, member) for name, member in value.items()}
        is_open = any(one.get("additionalProperties") or "patternProperties" in one for _, one in schemas)
        pruned = {}
        for name, member in value.items():
            step = name.replace("~", "~0").replace("/", "~1")
            places = [f"{at}/properties/{step}" for at, one in schemas if name in (one.get("properties") or {})]
            if places or is_open:
                pruned[name] = self.known(places, member) if places else member
        return pruned

    def examples(self, holder):
        if "example" in holder:
            yield holder["example"]
        several = holder.get("examples")
        if isinstance(several, dict):
            for example in several.values():
                if isinstance(example, dict) and isinstance(example.get("$ref"), str):
                    pointer = self.target(example["$ref"])
                    example = self.get(pointer) if pointer else None
                if isinstance(example, dict) and "value" in example:
                    yield example["value"]
        elif isinstance(several, list):
            yield from several

    def elements(self, pointer, value):
        """The schemas with names that `value` is an example of: its own, or its elements'."""
        pointer = self.target(pointer)
        if pointer is None:
            return
        schema = self.get(pointer)
        if isinstance(value, list) and isinstance(schema, dict) and "items" in schema:
            for element in value:
                yield from self.elements(f"{pointer}/items", element)
        else:
            yield pointer, value


def main(path):
    description = Description(path)
    found = []
    for pointer, example in description.places(description.root):
        try:
            if description.fits(pointer, example):
                found.extend(description.elements(pointer, example))
        except Exception:  # a schema that the validator cannot take tells nothing of its example
            continue
    for pointer, value in found:
        if isinstance(value, (dict, list)):
            known = description.known([pointer], value)
            print(json.dumps({"description": path, "pointer": pointer, "value": known}))


if __name__ == "__main__":
    for path in sys.argv[1:]:
        main(path)
