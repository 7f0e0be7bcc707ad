from sayso.export.clause import LONGEST, clause_of
from sayso.model import Basis, Claim, Event, Factuality, Slot, SlotName, Span


def at(words, text):
    return Span(text.index(words), text.index(words) + len(words), words)


def claim(words, text):
    return Claim("c1", ("report",), Factuality.CT_PLUS, Basis.CANNOT_BE_JUDGED, "e1", spans=(at(words, text),))


def test_clause_is_the_shortest_span_of_the_claims_that_holds_the_trigger():
    text = "Ferries sank, and the crew swam ashore."
    claims = [claim("Ferries sank, and the crew swam ashore", text), claim("the crew swam ashore", text)]
    assert clause_of(Event("e1", at("swam", text)), claims, text) == ("the crew ", "swam", " ashore")


def test_without_claims_it_goes_from_the_first_slot_to_the_last():
    text = "At noon the crew swam ashore."
    event = Event("e1", at("swam", text), slots=(Slot(SlotName.ACTOR, at("the crew", text)),))
    assert clause_of(event, [], text) == ("the crew ", "swam", "")


def test_without_slots_it_is_the_words_around_the_trigger():
    text = "Before.\nThe crew swam\tashore.\nAfter."
    assert clause_of(Event("e1", at("swam", text)), [], text) == ("The crew ", "swam", " ashore.")


def test_long_clause_is_cut_at_words_on_both_sides():
    text = f"{'one two ' * 40}swam{' three four' * 40}"
    event = Event("e1", at("swam", text))
    shown = clause_of(event, [claim(text, text)], text)
    assert shown == (f"…{'one two ' * 8}", "swam", f"{' three four' * 5} three…")
    assert len("".join(shown)) < LONGEST


def test_slots_of_another_paragraph_do_not_stretch_it():
    text = "The crew waited.\n\nThey swam ashore."
    event = Event("e1", at("swam", text), slots=(Slot(SlotName.ACTOR, at("The crew", text)),))
    assert clause_of(event, [], text) == ("They ", "swam", " ashore.")


def test_trigger_inside_a_word_joined_by_a_hyphen_gets_no_blank():
    text = "a swim-out of crews"
    assert clause_of(Event("e1", at("out", text)), [], text) == ("a swim-", "out", " of crews")
