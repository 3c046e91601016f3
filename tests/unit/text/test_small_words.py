"""Small words of languages."""

import pytest

from newsreader.text.language_words import WORDS
from newsreader.text.small_words import SMALL_WORDS, small_words


def test_those_of_a_language_are_many_and_of_others_a_few_or_none():
    assert {"under", "because", "the", "yesterday"} <= small_words("en")
    assert small_words("fi") == set(WORDS["fi"].split())
    assert small_words("xx") == set()


@pytest.mark.parametrize("language", SMALL_WORDS)
def test_each_is_written_once_and_without_capitals(language):
    words = SMALL_WORDS[language].split()
    assert sorted(words) == sorted(set(words))
    assert [word for word in words if word != word.lower()] == []
