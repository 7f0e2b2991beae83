"""Which widget a field is answered in: drawn from the field's own description."""

from collections.abc import Callable
from datetime import date, datetime

from gbvcase.domain.codes import Code
from gbvcase.domain.fields import Entry
from gbvcase.domain.values import PartialDate, Place, Scan
from gbvcase.ui.choice_editors import (
    CodeButtonsEditor,
    CodeComboEditor,
    ComboEditor,
    ManyCodesEditor,
    ManyEditor,
    YesNoEditor,
    fits_buttons,
    offered,
)
from gbvcase.ui.covered_editor import CoveredEditor
from gbvcase.ui.date_editors import DateEditor, DateTimeEditor, PartialDateEditor
from gbvcase.ui.editing import Around, Editor
from gbvcase.ui.file_editors import FileEditor
from gbvcase.ui.find_editors import FindCodeEditor, FindEditor, finder
from gbvcase.ui.group_editors import GroupEditor, GroupsEditor, MakeForm
from gbvcase.ui.language import say
from gbvcase.ui.place_editor import PlaceEditor
from gbvcase.ui.typed_editors import LineEditor, NumberEditor, TextEditor

TO_SEARCH = 14
DATED = {PartialDate: PartialDateEditor, datetime: DateTimeEditor, date: DateEditor}
PLAIN: dict[type, Callable[[Entry], Editor]] = {
    bool: YesNoEditor,
    int: NumberEditor,
    Place: PlaceEditor,
    str: LineEditor,
}


def editor_for(entry: Entry, around: Around, make_form: MakeForm) -> Editor:
    """Return the widget in which this field is answered; `make_form` draws groups inside it."""
    if entry.is_group:
        return (GroupsEditor if entry.many else GroupEditor)(entry, make_form)
    if issubclass(entry.kind, Code):
        return _coded(entry, around)
    if entry.about.refers_to in around.choices:
        return _referring(entry, around)
    return _plain(entry, around)


def _coded(entry: Entry, around: Around) -> Editor:
    day = around.today()
    if entry.many:
        return ManyCodesEditor(entry, day)
    labels = [code.said(say) for code in offered(entry, day)]
    if fits_buttons(labels):
        return CodeButtonsEditor(entry, day)
    if len(labels) > TO_SEARCH:
        return FindCodeEditor(entry, day)
    return CodeComboEditor(entry, day)


def _referring(entry: Entry, around: Around) -> Editor:
    choices = around.choices[entry.about.refers_to]
    if entry.many:
        return ManyEditor(entry, choices)
    if len(choices) <= TO_SEARCH:
        return ComboEditor(entry, choices)
    shown = dict(choices)
    return FindEditor(entry, finder(choices), lambda code: shown.get(code, code))


def _plain(entry: Entry, around: Around) -> Editor:
    if entry.kind in DATED:
        return DATED[entry.kind](entry, around)
    if entry.kind is Scan:
        return FileEditor(entry, around.files)
    if entry.about.covered:
        return CoveredEditor(entry, around.uncovered)
    if entry.kind is str and entry.about.lines > 1:
        return TextEditor(entry)
    return PLAIN[entry.kind](entry)
