"""The JSON Schema of a case, drawn from the fields: what a document may say, in both languages."""

from typing import Any

from gbvcase.domain.case import MANY, PARTS
from gbvcase.domain.codes import Code, NotAnswered
from gbvcase.domain.fields import Entry, Record, entries_of
from gbvcase.domain.interchange import DERIVED, MOST
from gbvcase.domain.marking import Say
from gbvcase.domain.provider import ServiceProvider
from gbvcase.domain.speaking import LANGUAGES, speaker
from gbvcase.domain.values import PartialDate, Place, Scan
from gbvcase.domain.written_values import LARGEST_NUMBER, NOT_ANSWERED, PLACE_TEXT

DIALECT = "https://json-schema.org/draft/2020-12/schema"
END = "(?![\\s\\S])"  # unlike $, never before a line's end
YEAR = "(18[89][0-9]|19[0-9]{2}|20[0-9]{2}|2100)"
MONTH, DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
DATE = f"^{YEAR}-{MONTH}-{DAY}{END}"
PARTIAL = f"^{YEAR}(-{MONTH}(-{DAY})?)?{END}"
MOMENT = (
    f"^{YEAR}-{MONTH}-{DAY}T([01][0-9]|2[0-3]):[0-5][0-9]"
    f"(:[0-5][0-9](\\.[0-9]{{1,6}})?)?(Z|[+-][0-9]{{2}}:[0-9]{{2}})?{END}"
)
TEXT = (
    "^(?=[\\s\\S]*\\S)[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f"
    f"\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff]*{END}"
)
RECORD_ID = f"^[A-Za-z0-9_-]{{1,64}}{END}"


def case_schema() -> dict[str, Any]:
    """Return the JSON Schema of a case, with the records and code lists under `$defs`."""
    definitions: dict[str, Any] = {}
    properties = {
        part: _many(_record(kind, definitions)) if part in MANY else _record(kind, definitions)
        for part, kind in PARTS.items()
    }
    _record(ServiceProvider, definitions)
    _codes(NotAnswered, definitions)
    definitions["not_answered"] = _object(
        {NOT_ANSWERED: {"$ref": "#/$defs/NotAnswered"}}, [NOT_ANSWERED]
    )
    definitions["place"] = _place()
    definitions["scan"] = _scan()
    return {
        "$schema": DIALECT,
        "title": "gbvcase: a case",
        "description": (
            "An absent key was not asked. The other ways of not answering are the codes unknown, "
            "no_answer and not_applicable of a coded field, and {not_answered: code} of any other. "
            "The order of the codes in a list has no meaning, and an empty list of records is the "
            "same as an absent one."
        ),
        "type": "object",
        "properties": properties | {DERIVED: {"description": "Worked out; passed over."}},
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def record_schema(kind: type[Record]) -> dict[str, Any]:
    """Return the JSON Schema of one kind of record by itself."""
    definitions = case_schema()["$defs"]
    return {"$schema": DIALECT, **_record(kind, definitions), "$defs": definitions}


def _object(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return shape | ({"required": required} if required else {})


def _many(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "maxItems": MOST}


def _record(kind: type[Record], definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # so that a record inside itself would find its name
        definitions[name] = _object(
            {e.key: _field(e, definitions) for e in entries_of(kind) if not e.about.made}
        )
    return {"$ref": f"#/$defs/{name}"}


def _field(entry: Entry, definitions: dict[str, Any]) -> dict[str, Any]:
    about = entry.about
    told: dict[str, Any] = {
        "title": about.label,
        "x-title": _said(about.label),
        "x-class": about.sensitivity.value,
    }
    if about.help:
        told |= {"description": about.help, "x-description": _said(about.help)}
    if about.required:
        told["x-required"] = True
    for key in ("gate", "condition", "refers_to"):
        if getattr(about, key):
            told[f"x-{key}"] = getattr(about, key)
    return told | _shape(entry, definitions)


def _shape(entry: Entry, definitions: dict[str, Any]) -> dict[str, Any]:
    if entry.is_group:
        inner = _record(entry.kind, definitions)
        return _many(inner) if entry.many else inner
    if entry.is_coded:
        return _coded(entry, definitions)
    shape = _plain(entry)
    if not entry.about.declinable:
        return shape
    return {"anyOf": [shape, {"$ref": "#/$defs/not_answered"}]}


def _coded(entry: Entry, definitions: dict[str, Any]) -> dict[str, Any]:
    one = _codes(entry.kind, definitions)
    shape = {"type": "array", "items": one, "uniqueItems": True} if entry.many else one
    if not entry.about.declinable:
        return shape
    return {"anyOf": [shape, {"$ref": "#/$defs/NotAnswered"}]}


def _codes(kind: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    codes: type[Code] = kind
    name = codes.__name__
    if name not in definitions:
        definitions[name] = {
            "enum": [one.code for one in codes],
            "x-labels": {
                one.code: {language: one.said(say) for language, say in _speakers().items()}
                for one in codes
            },
        }
    return {"$ref": f"#/$defs/{name}"}


def _plain(entry: Entry) -> dict[str, Any]:
    if entry.name == "id":
        return {"type": "string", "pattern": RECORD_ID}
    if entry.kind is str:
        return {"type": "string", "maxLength": entry.limit, "pattern": TEXT}
    if entry.kind is int:
        low, high = entry.about.low, entry.about.high
        return {
            "type": "integer",
            "minimum": -LARGEST_NUMBER if low is None else low,
            "maximum": LARGEST_NUMBER if high is None else high,
        }
    return dict(_SHAPES[entry.kind.__name__])


_SHAPES: dict[str, dict[str, Any]] = {
    "bool": {"type": "boolean"},
    "date": {"type": "string", "pattern": DATE, "format": "date"},
    "datetime": {"type": "string", "pattern": MOMENT},
    PartialDate.__name__: {"type": "string", "pattern": PARTIAL},
    Place.__name__: {"$ref": "#/$defs/place"},
    Scan.__name__: {"$ref": "#/$defs/scan"},
}


def _place() -> dict[str, Any]:
    text = {"type": "string", "maxLength": PLACE_TEXT, "pattern": TEXT}
    shape = _object(
        {
            "province": text,
            "commune": text,
            "village": text,
            "as_of": {"type": "string", "pattern": DATE, "format": "date"},
            "typed": text,
        }
    )
    return shape | {
        "minProperties": 1,
        "description": "The codes are those of the list of places of the day as_of.",
    }


def _scan() -> dict[str, Any]:
    return _object(
        {
            "media": {
                "type": "string",
                "maxLength": PLACE_TEXT,
                "pattern": f"^[a-z]+/[a-z0-9.+-]+{END}",
            },
            "size": {"type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER},
            "sha256": {"type": "string", "pattern": f"^[0-9a-f]{{64}}{END}"},
            "title": {"type": "string", "maxLength": PLACE_TEXT, "pattern": TEXT},
        },
        ["media", "size", "sha256"],
    )


def _speakers() -> dict[str, Say]:
    return {language: speaker(language) for language in LANGUAGES}


def _said(text: str) -> dict[str, str]:
    return {language: say(text) for language, say in _speakers().items()}
