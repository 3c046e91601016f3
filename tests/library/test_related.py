"""What belongs beside an article: found by its words, by those of its nearest, and by theirs."""

from newsreader.index.postings import fresh
from support.seeing import ids
from support.stories import others, write

# Each has words of the one before and of the one after alone, but for the first and the last.
CHAIN = [
    ("Kestrel seen above Marlow", "Kestrel wings hovered above Marlow harbour"),
    ("Harbour pilot of Marlow resigns", "Marlow harbour pilot resigns over tugboat rota"),
    ("Tugboat rota angers pilots", "Tugboat rota angers pilot union Brevik"),
    ("Brevik union elects treasurer", "Union Brevik elects treasurer Solano"),
]


def related_titles(library, title, **asked):
    return [each.row.title for each in library.related(ids(library)[title], min_score=0, **asked)]


def test_what_is_near_to_the_near_is_found_without_a_word_in_common(empty, tmp_path):
    empty.add(str(write(tmp_path, coast=[*CHAIN, *others()])["coast"]))
    empty.relate()
    found = related_titles(empty, CHAIN[0][0], limit=20)
    assert [title for title in found if title in dict(CHAIN)] == [title for title, _ in CHAIN[1:]]


def test_a_pane_shows_none_of_which_it_can_give_no_reason(empty, tmp_path):
    empty.add(str(write(tmp_path, coast=[*CHAIN, *others()])["coast"]))
    empty.relate()
    found = empty.related(ids(empty)[CHAIN[0][0]], min_score=0, limit=20)
    reasonless = {each.row.title for each in found if not each.why and not each.same_story}
    assert CHAIN[3][0] in reasonless
    shown = related_titles(empty, CHAIN[0][0], limit=20, varied=True)
    assert CHAIN[1][0] in shown
    assert not reasonless & {*shown}


def test_a_word_is_as_rare_as_in_the_language_of_the_article(empty, tmp_path):
    french = [
        (
            f"Le phare numéro {n}",
            f"Dans la ville, le phare est {n} fois plus haut et il a ses gardiens pour vous.",
        )
        for n in range(8)
    ]
    english = [
        ("Dans of Marlow resigns", "The pilot Dans has resigned, and it is not known who will follow.")
    ]
    empty.add(str(write(tmp_path, coast=[*french, *english, *others(12)])["coast"]))
    empty.relate()
    table = empty._context.index.features
    dans, known = table.numbers(["dans"])["dans"], table.frequencies()
    in_english, in_french = known.own[table.language("en")], known.own[table.language("fr")]
    assert in_english[dans] > 2 * known.rarity[dans]
    assert in_french[dans] == known.rarity[dans]
    assert table.language("sv") is None


def test_small_words_weigh_little_where_few_articles_could_show_that_they_are_common(empty, tmp_path):
    trams = ("Trams came late", "Because of waves the trams came over two weeks late, under sails.")
    votes = ("Mayor wins", "The votes were found late, under lamps, because nobody came to swear.")
    empty.add(str(write(tmp_path, coast=[trams, votes, *others(12)])["coast"]))
    empty.relate()
    table = empty._context.index.features
    rarity, numbers = table.frequencies().rarity, table.numbers(["under", "becau", "sails"])
    assert rarity[numbers["under"]] * 10 < rarity[numbers["sails"]]
    assert rarity[numbers["becau"]] * 10 < rarity[numbers["sails"]]
    known = ids(empty)
    assert [found.score for found in empty.related(known[trams[0]]) if found.row.title == votes[0]] < [0.1]


def test_what_many_articles_are_found_by_is_put_in_place_and_found_as_before(empty, tmp_path, monkeypatch):
    empty.add(str(write(tmp_path, coast=[*CHAIN, *others()])["coast"]))
    empty.relate()
    before = related_titles(empty, CHAIN[0][0])
    monkeypatch.setattr("newsreader.index.vectors._SETTLED_AT_ONCE", 0)
    empty._context.index.vectors.settle()
    with empty._context.index.vectors._database.reading() as sqlite:
        assert fresh(sqlite) == 0
    assert related_titles(empty, CHAIN[0][0]) == before


def test_an_article_whose_turn_has_not_come_is_placed_alone_when_it_is_asked_for(
    empty, tmp_path, monkeypatch
):
    monkeypatch.setattr("newsreader.library.placing._FEW", 0)
    empty.add(str(write(tmp_path, coast=[*CHAIN[:3], *others()])["coast"]))
    empty.relate()
    empty.add(
        str(write(tmp_path, hill=[CHAIN[3], ("Brevik fair opens", "The fair of Brevik opens")])["hill"])
    )
    assert related_titles(empty, CHAIN[3][0])[0] == CHAIN[2][0]
    assert empty.unrelated() == 2
