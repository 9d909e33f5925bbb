"""Makes every call that it reads, with Python's own values, and says which did not answer what they should."""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from typing import Any, Dict, Iterator, List, Optional, Tuple

from portico_client import Client, Upload
from portico_client.generated import groups
from portico_client.runtime.caller import Caller
from portico_client.runtime.operation import Operation
from portico_client.runtime.shapes import as_list, as_object


def operations() -> Iterator[Operation]:
    for module in pkgutil.iter_modules(groups.__path__):
        loaded = importlib.import_module(f"{groups.__name__}.{module.name}")
        yield from (value for value in vars(loaded).values() if isinstance(value, Operation))


def to_files(value: Any) -> Any:
    fields, items = as_object(value), as_list(value)
    if items is not None:
        return [to_files(item) for item in items]
    if fields is None:
        return value
    if "$file" in fields:
        return Upload(fields["text"].encode(), fields["$file"], fields["type"] or None)
    return {key: to_files(item) for key, item in fields.items()}


def complaint(caller: Caller, operation: Operation, given: Dict[str, Any], expected: Any) -> Optional[str]:
    codecs = operation.arguments()
    arguments = {
        name: codecs.get(name, operation.rest()).decode(to_files(value)) for name, value in given.items()
    }
    sent = {name: codecs.get(name, operation.rest()).encode(value) for name, value in arguments.items()}
    if "$file" not in json.dumps(given) and sent != given:
        return f"sends {sent} for {given}"
    if operation.answer == "file":
        answered: Any = caller.download(operation, arguments).read().decode()
    elif operation.answer == "json":
        answered = operation.output().encode(caller.call(operation, arguments))
    else:
        answered = caller.call(operation, arguments)
    return None if answered == expected else f"answered {answered!r} instead of {expected!r}"


def main() -> None:
    client = Client(sys.argv[1])
    known: Dict[str, Operation] = {operation.id: operation for operation in operations()}
    calls: List[Tuple[str, Dict[str, Any], Any]] = json.load(sys.stdin)
    complaints: List[str] = []
    for operation_id, given, expected in calls:
        try:
            said = complaint(getattr(client, "_caller"), known[operation_id], given, expected)
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
        if said:
            complaints.append(f"{operation_id} {json.dumps(given)[:300]}: {said[:500]}")
    json.dump({"calls": len(calls), "complaints": complaints}, sys.stdout)


main()
