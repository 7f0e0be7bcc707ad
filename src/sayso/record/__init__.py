"""The record: captures, reports and findings in one file, with history, search and verification."""

from sayso.record.event_filter import EventFilter
from sayso.record.store import Record
from sayso.record.views import Added, Change, Dated, Fault, Happenings, Hit, Hits, Listed, Said, Verification

__all__ = [
    "Added", "Change", "Dated", "EventFilter", "Fault", "Happenings", "Hit", "Hits", "Listed", "Record", "Said",
    "Verification",
]  # fmt: skip
