"""Reports in capitals only."""

import msgspec

from sayso.model import Report
from sayso.read.casing import in_print, is_in_capitals
from sayso.read.pipeline import read

WIRE = (
    "REBELS OF THE ORSK LIBERATION FRONT ATTACKED A POLICE STATION IN SAN MIGUEL ON 4 MARCH.\n"
    "THE GOVERNMENT SAID THAT TWO SOLDIERS WERE WOUNDED."
)


def spans_in(part):
    if isinstance(part, msgspec.Struct):
        if hasattr(part, "exact"):
            yield part
        else:
            for name in part.__struct_fields__:
                yield from spans_in(getattr(part, name))
    elif isinstance(part, tuple):
        for one in part:
            yield from spans_in(one)


def test_only_texts_without_small_letters_are_in_capitals():
    assert is_in_capitals(WIRE)
    assert not is_in_capitals(WIRE.capitalize())
    assert not is_in_capitals("UN")


def test_printed_text_has_the_same_length_and_letters():
    printed = in_print(WIRE)
    assert len(printed) == len(WIRE)
    assert printed.upper() == WIRE


def test_names_keep_their_capitals_in_print():
    printed = in_print(WIRE)
    assert "San Miguel" in printed
    assert " attacked a police station in " in printed


def test_letters_that_grow_when_small_are_left():
    assert len(in_print("İSTANBUL " + WIRE)) == len("İSTANBUL " + WIRE)


def test_spans_have_the_words_of_the_text_as_it_came():
    report = Report.of("wire", WIRE, published="1990-03-05", language="en")
    findings = read(report)
    assert findings.report == report
    found = [span for name in findings.__struct_fields__[1:] for span in spans_in(getattr(findings, name))]
    assert found
    assert all(WIRE[span.start : span.end] == span.exact for span in found)


def test_parties_are_named_as_printed():
    findings = read(Report.of("wire", WIRE, published="1990-03-05", language="en"))
    assert {"Rebels", "The government"} <= {party.name for party in findings.parties}
