import pytest

from sayso.read.syntax import parse
from sayso.read.toponym.links import links
from sayso.read.toponym.metonymy import is_government
from sayso.read.toponym.proposals import proposals
from sayso.read.toponym.senses import Name, lies_in, resolve
from sayso.vocab.gazetteer import candidates


def proposed(text):
    return [toponym.name for toponym in proposals(parse(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They fled from Deir ez-Zor to the north.", "Deir ez-Zor"),
        ("They fled from al-Qamishli to the north.", "al-Qamishli"),
        ("They met in Bosnia and Herzegovina.", "Bosnia and Herzegovina"),
        ("The boat sank in Lake Chad.", "Lake Chad"),
        ("He lives in Port-au-Prince.", "Port-au-Prince"),
        ("He left Abidjan in Cote d'Ivoire.", "Cote d'Ivoire"),
        ("The bridge spans the Zzyzx River.", "Zzyzx River"),
    ],
)
def test_longest_name_is_proposed(text, name):
    assert name in proposed(text)


def test_abbreviated_state_is_proposed_after_a_town_only():
    assert proposed("They met in Newark, N.J., and Salem, Ore. on Monday.") == ["Newark", "N.J.", "Salem", "Ore."]
    assert "R" not in "".join(proposed("Sen. Smith, R-S.C., said no."))


def test_article_at_the_start_of_a_sentence_is_not_part_of_the_name():
    assert proposed("The Moscow-backed militia withdrew.") == ["Moscow"]


def acting(text, name):
    syntax = parse(text)
    return next(is_government(syntax, toponym) for toponym in proposals(syntax) if toponym.name == name)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Tehran denied the charge.", "Tehran", True),
        ("The rebels are backed by Tehran.", "Tehran", True),
        ("Relations with Tehran soured.", "Tehran", True),
        ("Pro-Moscow forces left.", "Moscow", True),
        ("Tehran is confident of victory.", "Tehran", True),
        ("Kabul fell to the Taliban.", "Kabul", False),
        ("He lives in Tehran.", "Tehran", False),
        ("Aleppo denied nothing.", "Aleppo", False),
    ],
)
def test_capital_that_acts_is_a_government(text, name, expected):
    assert acting(text, name) is expected


def linked(text):
    syntax = parse(text)
    found = list(proposals(syntax))
    return [(one.key, link.container, link.beside) for one, link in zip(found, links(syntax, found), strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He fled Paris, Texas, by car.", [("paris", "texas", None), ("texas", None, None)]),
        ("He fled Homs, Aleppo and Idlib.", [("homs", None, None), ("aleppo", None, None), ("idlib", None, None)]),
        ("He fled Falluja in western Iraq.", [("falluja", "iraq", None), ("iraq", None, None)]),
        ("He fled Karama, near Raqqa.", [("karama", None, "raqqa"), ("raqqa", None, None)]),
        ("He fled the Turkish city of Batman.", [("batman", "turkey", None)]),
        ("He fled Syria’s Idlib province.", [("syria", None, None), ("idlib", "syria", None)]),
    ],
)
def test_text_tells_where_a_toponym_lies(text, expected):
    assert [one for one in linked(text) if one[0] != "turkish"] == expected


def name_of(word, container=None, kind=None):
    return Name(word.lower(), container, None, kind, candidates(word))


def test_kind_named_beside_a_name_decides():
    province, city = name_of("Aleppo", kind="province"), name_of("Homs", kind="city")
    found = resolve([province, city], {}, [])
    assert (found[province].feature_code, found[city].feature_code) == ("ADM1", "PPL")


def test_container_decides_against_renown():
    name = name_of("London", container="ontario")
    assert resolve([name], {"ontario": candidates("Ontario")}, [])[name].admin1 == "CA-ON"


def test_company_decides_between_homonyms():
    names = [name_of(each) for each in ("Tripoli", "Beirut", "Sidon")]
    assert {entry.country for entry in resolve(names, {}, []).values()} == {"LBN"}


def test_town_lies_in_its_division_and_country():
    (austin, *_), (texas, *_), (syria, *_) = candidates("Austin"), candidates("Texas"), candidates("Syria")
    assert (lies_in(austin, texas), lies_in(austin, syria), lies_in(texas, texas)) == (True, False, False)
