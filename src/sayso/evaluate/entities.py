"""The entities of a marked report, and whether a party or a place that was found is one of them."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.evaluate.names import alike, content_words, names
from sayso.evaluate.statements import Entity


class Entities:
    """What the entities of a report are called."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Take the marked entities."""
        self.called = {entity.id: names([entity.name, *entity.also]) for entity in entities}

    def same(self, marked: str, found: frozenset[str]) -> bool:
        """Whether what is called so is the marked entity, or shares a word with words that name no entity by its id.

        It is an entity with which it shares a name, and no more names with another one; or, where it shares a name with
        none, one with a name of which half of the words are the same.
        """
        if marked not in self.called:
            return not content_words(marked).isdisjoint(word for name in found for word in content_words(name))
        most = max(len(found & one) for one in self.called.values())
        mine = self.called[marked]
        return len(found & mine) == most if most else alike(found, mine)
