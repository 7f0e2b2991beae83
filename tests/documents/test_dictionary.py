from gbvcase.documents.dictionary import RECORDS, data_dictionary
from gbvcase.domain.case import PARTS
from gbvcase.domain.fields import entries_of
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.speaking import speaker
from gbvcase.resources import resource


def test_the_data_dictionary_is_the_one_that_the_fields_give() -> None:
    kept = resource("data-dictionary.md").read_text(encoding="utf-8")
    assert kept == data_dictionary(speaker("vi")), "run: poe dictionary"


def test_every_record_field_and_code_is_in_it() -> None:
    text = data_dictionary(ENGLISH)
    assert set(PARTS.values()) <= set(RECORDS)
    for kind in RECORDS:
        for entry in entries_of(kind):
            assert f"| `{entry.name.rstrip('_')}` |" in text
            if entry.is_coded:
                for code in entry.kind:
                    assert f"| `{code.code}` |" in text
