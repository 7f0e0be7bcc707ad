"""The exceptions of sayso.

::

    SaysoError
    ├── IntakeError            a report could not be taken in
    │   ├── EmptyReport            there is no text
    │   ├── NotText                the bytes are not text of a known kind
    │   ├── NoArticle              a page without an article
    │   ├── TooLarge               larger than the limit
    │   ├── BadLine                a line of a JSON-lines file that cannot be used
    │   ├── BadDate                a date that is no date, in the future, or out of order
    │   ├── Unreachable            a file or URL that cannot be read
    │   └── Refused                an address that is not fetched unless it is allowed
    ├── ReadError              reading is set up wrongly
    │   ├── NoWorker               no process to read in: none can be started, or less than one was asked for
    │   └── NoWeights              the weights of the encoder cannot be read
    └── RecordError            the record cannot be used
        ├── NotARecord             the file is no record
        ├── NewerRecord            made by a newer version of sayso
        ├── RecordBusy             another writer did not finish in time
        ├── RecordNotWritable      read-only, or the disk is full
        ├── NoSuchReport           no report with that id
        └── NoSuchParty            no party of that name

Each message says what happened with the value, what was expected, and what to do.
"""

from __future__ import annotations


class SaysoError(Exception):
    """What sayso raises; the message is one that a person can act on."""


class IntakeError(SaysoError):
    """A report could not be taken in."""


class EmptyReport(IntakeError):
    """There is no text."""


class NotText(IntakeError):
    """The bytes are not text of a kind that sayso reads."""


class NoArticle(IntakeError):
    """A page without an article."""


class TooLarge(IntakeError):
    """Larger than the limit."""


class BadLine(IntakeError):
    """A line of a JSON-lines file that cannot be used."""


class BadDate(IntakeError):
    """A date that is no date, lies in the future, or is out of order."""


class Unreachable(IntakeError):
    """A file or URL that cannot be read."""


class Refused(IntakeError):
    """An address that is not fetched unless it is allowed."""


class ReadError(SaysoError):
    """Reading is set up wrongly."""


class NoWeights(ReadError):
    """The weights of the encoder are missing or cannot be read."""


class NoWorker(ReadError):
    """No process to read in: none can be started, or less than one was asked for."""


class RecordError(SaysoError):
    """The record cannot be used."""


class NotARecord(RecordError):
    """The file is no record."""


class NewerRecord(RecordError):
    """The record was made by a newer version of sayso."""


class RecordBusy(RecordError):
    """Another writer did not finish in time."""


class RecordNotWritable(RecordError):
    """The record is read-only, or the disk is full."""


class NoSuchReport(RecordError):
    """No report with that id."""


class NoSuchParty(RecordError):
    """No party of that name."""
