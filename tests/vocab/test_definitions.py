from enum import StrEnum
from importlib.resources import files

import pytest

from sayso.model import values
from sayso.vocab.definitions import ORDER, Definition, plover, vocabulary

LIST_OF = {
    values.PartyType: "party_types",
    values.TieKind: "ties",
    values.TimexType: "timex_types",
    values.TimexMod: "timex_mods",
    values.TimePrecision: "time_precisions",
    values.PlacePrecision: "place_precisions",
    values.QuoteType: "quote_types",
    values.SpeechAct: "speech_acts",
    values.Channel: "channels",
    values.Factuality: "factuality",
    values.Basis: "basis",
    values.SlotName: "slots",
    values.FigureKind: "figures",
    values.Status: "statuses",
    values.MatterKind: "matter_kinds",
    values.Outcome: "outcomes",
}


def enums():
    things = vars(values).values()
    return {thing for thing in things if isinstance(thing, type) and issubclass(thing, StrEnum)} - {StrEnum}


def all_definitions():
    for name in ORDER:
        yield from vocabulary(name).values
    lists = plover()
    for event_type in lists.types:
        yield Definition(event_type.name, event_type.means)
        yield from event_type.modes
    yield from (*lists.contexts, *lists.auxiliaries, *lists.sectors, *lists.nonstates)


def test_every_enum_has_a_list_of_definitions():
    assert enums() == set(LIST_OF)


@pytest.mark.parametrize(("enum", "name"), LIST_OF.items(), ids=LIST_OF.values())
def test_list_has_the_values_of_its_enum_in_order(enum, name):
    assert vocabulary(name).names == tuple(enum)


def test_every_file_is_in_the_order_of_lists():
    there = {path.name.removesuffix(".toml") for path in (files("sayso.vocab") / "values").iterdir()}
    assert there == {*ORDER, "plover"}


@pytest.mark.parametrize("definition", list(all_definitions()), ids=lambda definition: definition.name)
def test_meaning_is_one_sentence(definition):
    assert definition.means.endswith(".")
    assert len(definition.means) < 120
    assert "\n" not in definition.means


@pytest.mark.parametrize("name", ORDER)
def test_no_value_is_listed_twice(name):
    names = vocabulary(name).names
    assert len(set(names)) == len(names)


def test_plover_has_16_types_and_37_contexts():
    lists = plover()
    assert (len(lists.types), len(lists.contexts)) == (16, 37)
    assert len({event_type.name for event_type in lists.types}) == 16


@pytest.mark.parametrize("definition", vocabulary("speech_acts").values, ids=lambda definition: definition.name)
def test_counterpart_of_a_speech_act_is_a_type_and_mode_of_plover(definition):
    event_type = plover().type(definition.plover) if definition.plover else None
    assert bool(event_type) == bool(definition.plover)
    assert definition.mode is None or definition.mode in event_type.mode_names


def test_faulty_score_of_accuse_is_left_out():
    assert [event_type.name for event_type in plover().types if event_type.score is None] == ["ACCUSE"]


def test_scores_of_conflict_are_not_above_those_of_cooperation():
    scored = [event_type for event_type in plover().types if event_type.score is not None]
    cooperation = [event_type.score for event_type in scored if event_type.quad <= 2]
    conflict = [event_type.score for event_type in scored if event_type.quad > 2]
    assert max(conflict) < min(cooperation)


def test_unknown_value_has_no_definition():
    assert vocabulary("channels").definition("pigeon") is None
