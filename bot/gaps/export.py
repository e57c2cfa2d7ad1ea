"""Groups of gaps -> a file for spreadsheets. Pure."""

from __future__ import annotations

import codecs
import csv
import datetime
import io
import itertools
import re
from typing import TYPE_CHECKING

from bot.gaps.groups import REASONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.gaps.groups import Group
    from bot.i18n.words import Words

_MARK = codecs.BOM_UTF8
# A spreadsheet runs a cell that begins so as a formula. Where lists are separated by semicolons, it takes one
# inside a text for the end of a cell, so that what follows begins one, too.
_FORMULA = re.compile(r"(?:^|(?<=[;\t\r\n]))(?=[\s\"]*[=+\-@＝＋－＠])|^(?=[\t\r\n])")


def csv_of(groups: Sequence[Group], words: Words, *, limit: int) -> bytes:
    """Make a file for spreadsheets, of at most `limit` bytes: one row for each variant, group by group.

    A row has the group's number, the question, how often it was asked so, why it is a gap, and when it was
    asked last (ISO 8601, UTC). The mark at the start has spreadsheets read UTF-8; none runs a cell as a
    formula. Rows that the limit has no room for are left out, the least frequent groups first.
    """
    heads = [
        words.say("gaps-csv-group"),
        words.say("gaps-csv-question"),
        words.say("gaps-csv-count"),
        words.say("gaps-csv-reason"),
        words.say("gaps-csv-last-asked"),
    ]
    rows = [_MARK + _row(heads)]
    for number, group in enumerate(groups, start=1):
        for variant in group.variants:
            reasons = "; ".join(words.say(REASONS[reason]) for reason in variant.reasons)
            asked = variant.last_asked.astimezone(datetime.UTC).isoformat(timespec="seconds")
            rows.append(_row([str(number), harmless(variant.text), str(variant.count), reasons, asked]))
    ends = itertools.accumulate(map(len, rows))
    return b"".join(row for row, end in zip(rows, ends, strict=True) if end <= limit)


def harmless(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula."""
    return _FORMULA.sub("'", cell)


def _row(cells: Sequence[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode("utf-8", "replace")
