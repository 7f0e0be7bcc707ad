"""The record: captures, reports and findings in one file, with history, search and verification."""

from sayso.record.store import Record
from sayso.record.views import Added, Change, Dated, Fault, Hit, Hits, Listed, Said, Verification

__all__ = ["Added", "Change", "Dated", "Fault", "Hit", "Hits", "Listed", "Record", "Said", "Verification"]
