"""Files of a release: a workbook in the manner of the ministry, and plain rows for machines.

Everything is drawn from what was frozen. The same release gives the same bytes, whenever and
however often it is drawn.
"""

import csv
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import Any

from gbvcase.domain.marking import Say, mark
from gbvcase.domain.speaking import speaker
from gbvcase.reports.audiences import restricted
from gbvcase.reports.lattice import PERIOD
from gbvcase.reports.ledger import Audience
from gbvcase.reports.population import EXCLUDED, REASONS
from gbvcase.reports.protection import Figure, Status
from gbvcase.reports.releases import Release
from gbvcase.reports.shown import UNITS, Grid, figure_text, release_tables
from gbvcase.reports.tables import Key, key
from gbvcase.reports.wording import behind_nought, few_sentence, footnote, headline_lines, notes

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
FONT = {"font_name": "Times New Roman", "font_size": 12}
FIXED_COLUMNS = ("release", "plan", "table", "unit", "period")
VALUE_COLUMNS = ("value", "low", "high", "status", "note")
LABEL_COLUMNS = ("dimension", "code", "label_vi", "label_en")
HEADLINE = "headline"
BAR_COLOUR = "#4A6FA5"
STAMP_COLOUR = "#7A4A00"
MOST_HEADER = 200
LETTERS, LINE_HEIGHT = 9, 16  # of a column's head: what fits into a line, and its height
FORMULA = ("=", "+", "-", "@", "\t", "\r")
NEUTRAL_DAY = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The day in the properties of every workbook; the day of the release stands in the sheets."""


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


# --- plain rows -------------------------------------------------------------------------------


def dimensions_of(release: Release) -> tuple[str, ...]:
    """Return the columns of characteristics, in the order of the plan."""
    names = (d.name for d in release.plan.dimensions)
    return (*names, EXCLUDED)


def tidy(release: Release) -> Iterable[list[str | int]]:
    """Yield a row for each figure of each table; with fewer than ten people, one that says so."""
    line, plan = release.line, release.plan
    names = dimensions_of(release)
    head: list[str | int] = [release.id, plan.name]
    tail: list[str | int] = [plan.unit.value, line.period]
    if line.few:
        yield [*head, "", *tail, *("" for _ in names), "", "", "", "few", "fewer than 10"]
        return
    for grid in release_tables(release):
        for row in grid.rows:
            for cell in row.cells:
                told = _told(cell.figure, plan.base)
                yield [*head, grid.id, *tail, *_codes(cell.key, names), *told]
    for cell_key, figure in sorted(line.headline.items()):
        yield [*head, HEADLINE, *tail, *_codes(cell_key, names), *_told(figure, plan.base)]
    for reason in plan.exclusions:
        cell_key = key([(EXCLUDED, reason), (PERIOD, line.period)])
        if cell_key in line.figures:
            told = _told(line.figures[cell_key], plan.base)
            yield [*head, EXCLUDED, *tail, *_codes(cell_key, names), *told]


def _codes(cell: Key, names: tuple[str, ...]) -> list[str]:
    codes = dict(cell)
    return [codes.get(name, "") for name in names]


def _told(figure: Figure, base: int) -> list[str | int]:
    """Return value, bounds, status and note of a figure as files say it."""
    if figure.status is Status.HIDDEN:
        return ["", "", "", "hidden", ""]
    if figure.status is Status.EXACT:
        return [figure.value, figure.low, figure.high, "exact", ""]
    note = f"≤ {figure.high}" if figure.value == 0 else ""
    return [figure.value, figure.low, figure.high, f"rounded:{base}", note]


def rows_file(release: Release) -> bytes:
    """Draw the tidy CSV: UTF-8 with a byte order mark, so that spreadsheets read the letters."""
    header = (*FIXED_COLUMNS, *dimensions_of(release), *VALUE_COLUMNS)
    return _csv(header, tidy(release))


def labels_file(release: Release) -> bytes:
    """Draw the names of the codes that the rows use."""
    rows: list[list[str | int]] = [
        [d.name, code, d.said(code, "vi"), d.said(code, "en")]
        for d in release.plan.dimensions
        for code in d.codes[1:]
    ]
    vietnamese = speaker("vi")
    rows += [
        [EXCLUDED, code, vietnamese(REASONS[code]), REASONS[code]]
        for code in release.plan.exclusions
    ]
    return _csv(LABEL_COLUMNS, rows)


def rows_json(release: Release) -> bytes:
    """Draw the same rows with the same names as JSON; what is empty in the CSV is absent."""
    header = (*FIXED_COLUMNS, *dimensions_of(release), *VALUE_COLUMNS)
    told = [
        {name: value for name, value in zip(header, row, strict=True) if value != ""}
        for row in tidy(release)
    ]
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _csv(header: Iterable[str], rows: Iterable[list[str | int]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([harmless(v) if isinstance(v, str) else v for v in row])
    return text.getvalue().encode("utf-8-sig")


# --- the workbook -----------------------------------------------------------------------------


def workbook(release: Release, say: Say, stamp: str = "") -> bytes:
    """Draw the workbook: a sheet for each table, the notes, and the plain rows.

    A stamp, such as that of practice data, stands on every sheet and at the head of each print.
    """
    import xlsxwriter  # 5 MB that looking at figures does not need

    target = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(target, options)
    book.set_properties({"title": release.id, "created": NEUTRAL_DAY})
    draw = _Drawing(book, release, say, stamp)
    for grid in release_tables(release):
        draw.table(grid)
    if release.line.few:
        draw.few()
    if release.line.headline:
        draw.headline()
    draw.charts()
    draw.notes()
    draw.data()
    book.close()
    return target.getvalue()


class _Drawing:
    """Puts the parts of one release into a workbook."""

    def __init__(self, book: Any, release: Release, say: Say, stamp: str = "") -> None:
        self.book, self.release, self.say, self.stamp = book, release, say, stamp
        self.restriction = restricted(release.line, say)
        self.stamp = ". ".join(text for text in (stamp, self.restriction) if text)
        self.is_exact = release.line.audience is Audience.AUTHORITY
        self._number_format = f'#,##0;-#,##0;"≤ {behind_nought(release)}"'
        if self.is_exact:
            self._number_format = "#,##0"
        number = {"num_format": self._number_format, "align": "right", "border": 1}
        self.number = self._format(**number)
        self.total = self._format(**number, bold=True)
        self.exact = self._format(num_format="#,##0", align="right", border=1)
        self.plain = self._format(text_wrap=True, valign="top")
        self.bold = self._format(bold=True, text_wrap=True)
        self.centred = self._format(align="center", text_wrap=True)
        self.title = self._format(bold=True, align="center", text_wrap=True, font_size=14)
        self.head = self._format(
            bold=True, align="center", valign="vcenter", text_wrap=True, border=1
        )
        self.side = self._format(border=1, text_wrap=True)
        self.middle = self._format(border=1, text_wrap=True, align="center")
        self.small = self._format(italic=True, text_wrap=True, font_size=11, valign="top")

    def _format(self, **more: Any) -> Any:
        return self.book.add_format({**FONT, **more})

    def table(self, grid: Grid) -> None:
        """Draw one table as the ministry lays its tables out."""
        say, release, lang = self.say, self.release, self.say.language
        sheet = self.book.add_worksheet(grid.id)
        last = len(grid.columns) + 2
        row = self._heading(sheet, last, grid.id, grid.said(say), grid.period.label(say))
        row += 1
        for column, text in enumerate((mark("No."), mark("Content"), mark("Unit"))):
            sheet.write_string(row, column, say(text), self.head)
        for column, head in enumerate(grid.columns, 3):
            sheet.write_string(row, column, harmless(head.said(lang)), self.head)
        longest = max((len(head.said(lang)) for head in grid.columns), default=0)
        sheet.set_row(row, LINE_HEIGHT * max(2, -(-longest // LETTERS)))
        top = row
        for number, line in enumerate(grid.rows):
            row += 1
            if not line.cells:
                sheet.merge_range(row, 0, row, last, harmless(line.head.said(lang)), self.bold)
                continue
            text = "   " * line.head.depth + line.head.said(lang)
            sheet.write_string(row, 0, str(number) if number else "", self.middle)
            sheet.write_string(row, 1, harmless(text), self.side)
            sheet.write_string(row, 2, say(UNITS[grid.unit]), self.middle)
            for column, cell in enumerate(line.cells, 3):
                self._figure(sheet, row, column, cell.figure, bold=not line.head.code)
        sheet.set_row(row + 1, 46)
        under = self.restriction if self.is_exact else footnote(release, say)
        sheet.merge_range(row + 1, 0, row + 1, last, harmless(under), self.small)
        sheet.set_column(0, 0, 5)
        sheet.set_column(1, 1, 34)
        sheet.set_column(2, 2, 10)
        sheet.set_column(3, last, 12)
        sheet.freeze_panes(top + 1, 2)
        self._page(sheet)

    def _figure(self, sheet: Any, row: int, column: int, figure: Figure, *, bold: bool) -> None:
        """Write a figure as a number whose format makes "at most" of a rounded nought."""
        if figure.status is Status.HIDDEN:
            text = figure_text(figure, self.release.plan.base, self.say)
            sheet.write_string(row, column, text, self.side)
        elif figure.status is Status.EXACT:
            sheet.write_number(row, column, figure.value, self.exact)
        else:
            sheet.write_number(row, column, figure.value, self.total if bold else self.number)

    def _heading(self, sheet: Any, last: int, form: str, title: str, period: str) -> int:
        """Draw the state's name, the reporting office, the form, title and period."""
        say = self.say
        left = max(2, last // 2)
        office = harmless(self.release.line.office)
        sheet.merge_range(0, 0, 0, left - 1, office, self.bold)
        sheet.merge_range(0, left, 0, last, STATE, self._format(bold=True, align="center"))
        form_text = say(mark("Form: {form}")).format(form=form)
        sheet.merge_range(1, 0, 1, left - 1, form_text, self.plain)
        sheet.merge_range(1, left, 1, last, MOTTO, self._format(bold=True, align="center"))
        self._stamp(sheet, 2, left)
        sheet.set_row(3, 38)
        sheet.merge_range(3, 0, 3, last, title, self.title)
        sheet.merge_range(4, 0, 4, last, period, self.centred)
        unit = say(mark("Unit: {unit}")).format(unit=say(UNITS[self.release.plan.unit]))
        sheet.merge_range(5, 0, 5, last, unit, self.centred)
        return 5

    def few(self) -> None:
        """Draw all that may be said of fewer than ten people."""
        sheet = self.book.add_worksheet(self.release.plan.shown[0].id)
        plan, say = self.release.plan, self.say
        title = plan.said(say)
        row = self._heading(sheet, 7, plan.name, title, self.release.line.days.label(say))
        sheet.merge_range(row + 2, 0, row + 2, 7, few_sentence(say), self.centred)
        sheet.set_column(0, 7, 14)
        self._page(sheet)

    def headline(self) -> None:
        """Draw the few exact figures, apart from the rounded ones: they do not add up with them."""
        say, release = self.say, self.release
        title = say(mark("Exact figures of the whole province"))
        sheet = self.book.add_worksheet("Số chính")
        row = self._heading(sheet, 4, release.plan.name, title, release.line.days.label(say))
        lines = headline_lines(release, say)
        figures = sorted(release.line.headline.items())
        for (words, _), (_, figure) in zip(lines, figures, strict=True):
            row += 1
            sheet.merge_range(row, 0, row, 3, harmless(words), self.side)
            sheet.write_number(row, 4, figure.value, self.exact)
        sheet.set_column(0, 4, 14)
        self._page(sheet)

    def charts(self) -> None:
        """Draw bars for each table, from the figures that stand beside them and nothing else."""
        grids = release_tables(self.release)
        if not grids:
            return
        name, say = "Biểu đồ", self.say
        sheet = self.book.add_worksheet(name)
        sheet.set_column(0, 0, 34)
        self._stamp(sheet, 0, 0)
        row = int(bool(self.stamp))
        for grid in grids:
            bars = [bar for bar in grid.bars(say) if not bar.hidden]
            if not bars:
                continue
            title = f"{grid.id}. {grid.said(say)}"
            sheet.write_string(row, 0, harmless(title), self.bold)
            for below, bar in enumerate(bars, row + 1):
                sheet.write_string(below, 0, harmless(bar.label), self.side)
                sheet.write_number(below, 1, bar.value, self.number)
            chart = self.book.add_chart({"type": "bar"})
            chart.add_series(
                {
                    "name": title,
                    "categories": [name, row + 1, 0, row + len(bars), 0],
                    "values": [name, row + 1, 1, row + len(bars), 1],
                    "fill": {"color": BAR_COLOUR},
                    "gap": 60,
                    "data_labels": {"value": True, "num_format": self._number_format},
                }
            )
            chart.set_title({"name": title, "name_font": {"size": 12}})
            chart.set_legend({"none": True})
            chart.set_y_axis({"reverse": True})  # the first row on top, as in the table
            chart.set_x_axis({"min": 0, "major_gridlines": {"visible": False}, "visible": False})
            chart.set_size({"width": 620, "height": 90 + 26 * len(bars)})
            sheet.insert_chart(row, 3, chart)
            row += max(len(bars), (90 + 26 * len(bars)) // 20) + 3
        self._page(sheet)

    def notes(self) -> None:
        """Draw how the figures were made and who was left out."""
        sheet = self.book.add_worksheet("Ghi chú")
        sheet.set_column(0, 0, 100)
        self._stamp(sheet, 0, 0)
        rounded = footnote(self.release, self.say) if self.is_exact else ""
        texts = [text for text in notes(self.release, self.say) if text != rounded]
        for row, text in enumerate(texts, bool(self.stamp)):
            sheet.write_string(row, 0, harmless(text), self.plain)
        self._page(sheet)

    def data(self) -> None:
        """Draw the rows of the CSV."""
        sheet = self.book.add_worksheet("Dữ liệu")
        header = (*FIXED_COLUMNS, *dimensions_of(self.release), *VALUE_COLUMNS)
        for column, text in enumerate(header):
            sheet.write_string(0, column, text, self.bold)
        for row, values in enumerate(tidy(self.release), 1):
            for column, value in enumerate(values):
                if isinstance(value, int):
                    sheet.write_number(row, column, value)
                elif value:
                    sheet.write_string(row, column, harmless(value))
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(header), 14)
        self._stamp(sheet, 0, len(header) + 1)

    def _stamp(self, sheet: Any, row: int, column: int) -> None:
        """Write the stamp where it is seen and no figure stands; at the head of prints too."""
        if self.stamp:
            sheet.write_string(row, column, harmless(self.stamp), self._format(bold=True))
            sheet.set_header("&C&B" + self.stamp.replace("&", "&&")[:MOST_HEADER])
            sheet.set_tab_color(STAMP_COLOUR)

    @staticmethod
    def _page(sheet: Any) -> None:
        """Make it print on A4, lying, as wide as the page."""
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=1.18, right=0.6, top=0.8, bottom=0.8)
        sheet.hide_gridlines(2)
