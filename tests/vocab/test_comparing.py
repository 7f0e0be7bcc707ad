from sayso.vocab.comparing import comparing_words


def test_lists_are_in_lower_case_and_none_is_empty():
    words = comparing_words()
    lists = {name: getattr(words, name) for name in words.__slots__ if name != "opposites"}
    assert [name for name, kept in lists.items() if not kept] == []
    assert [word for kept in lists.values() for word in kept if word != word.lower()] == []


def test_no_word_is_its_own_opposite():
    assert [one & other for one, other in comparing_words().opposites if one & other] == []
