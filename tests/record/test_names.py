import pytest

from sayso.record.names import fold


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The United Nations", "united nations"),
        ("U.N.", "un"),
        ("the U.S.’s", "us"),
        ("Gülen's", "gulen"),
        ("the clerics’", "clerics"),
        ("al-Assad", "al assad"),
        ("Wałęsa", "walesa"),
        ("Gen. John F. Kelly", "gen john f kelly"),
        ("O'Brien", "o brien"),
        ("  An  officer ", "officer"),
        ("A", "a"),
        ("ИВАНОВ", "иванов"),
        ("—", ""),
    ],
)
def test_fold(name, folded):
    assert fold(name) == folded
