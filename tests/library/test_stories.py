"""Stories: found as articles come, folded, told, and corrected by hand for good."""

from dataclasses import replace

import pytest

from newsreader.errors import UnknownArticleError
from newsreader.model.query import ListQuery
from support.seeing import ids, titles
from support.stories import (
    ELSEWHERE,
    ELSEWHERE_AGAIN,
    QUAKE,
    QUAKE_AGAIN,
    STRIKE,
    STRIKE_AGAIN,
    STRIKE_THIRD,
    others,
    write,
)


@pytest.fixture
def told(empty, tmp_path, clock):
    """A strike that three sources tell, an hour one after another, a quake that two tell, and more."""
    sources = {
        "coast": [*others(6), STRIKE, QUAKE],
        "dune": [*others(12)[6:], STRIKE_AGAIN],
        "ember": [STRIKE_THIRD, QUAKE_AGAIN],
    }
    for path in write(tmp_path, **sources).values():
        clock.move(hours=1)
        empty.add(str(path))
    empty.relate()
    return empty


def groups(library):
    return {
        frozenset(row.title for row in library.rows(list(story.keys))): story.id
        for story in library.stories()
    }


def nearest(library):
    """What is related to each article, how much and why; a remade index may have another key for its row."""
    found = {id_: library.related(id_) for id_ in ids(library).values()}
    return {id_: [(each.row.id, round(each.score, 6), each.why) for each in found[id_]] for id_ in found}


# Nothing but the small words of the language that they are written in is in more than one of them.
FRENCH = [
    (f"{what} {how}".capitalize(), f"Dans la ville, le {what} est {how} et il a ses {kept} pour {who}.")
    for what, how, kept, who in (
        ("phare", "repeint", "escaliers", "pêcheurs"),
        ("marché", "plein", "oignons", "cuisiniers"),
        ("tramway", "bruyant", "rails", "voyageurs"),
        ("moulin", "fermé", "meules", "boulangers"),
        ("clocher", "penché", "cloches", "curieux"),
        ("verger", "gelé", "pommiers", "cidriers"),
        ("théâtre", "ouvert", "coulisses", "danseurs"),
        ("barrage", "fissuré", "vannes", "ingénieurs"),
    )
]


STRIKES = frozenset(title for title, _ in (STRIKE, STRIKE_AGAIN, STRIKE_THIRD))
QUAKES = frozenset(title for title, _ in (QUAKE, QUAKE_AGAIN))


def test_articles_of_one_event_are_one_story(told):
    assert groups(told).keys() == {STRIKES, QUAKES}
    assert {frozenset(row.title for row in told.rows(list(s.keys))) for s in told.stories(any_time=True)} == {
        STRIKES,
        QUAKES,
    }


@pytest.mark.parametrize("first", ["arlen", "borgen"])
def test_what_came_before_its_like_leaves_for_it_and_no_id_goes_with_it(empty, tmp_path, clock, first):
    arlen, borgen = [STRIKE, STRIKE_AGAIN, STRIKE_THIRD], [ELSEWHERE]
    came = [others(12), *((arlen, borgen) if first == "arlen" else (borgen, arlen)), ELSEWHERE_AGAIN]
    seen = []
    for path in write(tmp_path, **{f"feed{n}": items for n, items in enumerate(came)}).values():
        clock.move(hours=1)
        empty.add(str(path))
        empty.relate()
        seen.append(groups(empty))
    assert seen[-2].keys() == {STRIKES | {ELSEWHERE[0]}}
    elsewhere = frozenset(title for title, _ in (ELSEWHERE, *ELSEWHERE_AGAIN))
    assert seen[-1].keys() == {STRIKES, elsewhere}
    assert seen[-1][STRIKES] == seen[-2][STRIKES | {ELSEWHERE[0]}]


def test_a_row_says_of_which_story_it_is_and_how_many_tell_it(told):
    rows = {row.title: row for row in told.window(ListQuery(), 100)}
    assert {rows[title].tellings for title in STRIKES} == {3}
    assert {rows[title].story for title in STRIKES} == {groups(told)[STRIKES]}
    assert (rows["Bakery number 0"].story, rows["Bakery number 0"].tellings) == (None, 1)


def test_a_row_says_how_many_of_the_others_are_unread(told):
    assert told.row(ids(told)[STRIKE[0]]).others_unread == 2
    told.mark_read([ids(told)[STRIKE[0]], ids(told)[STRIKE_AGAIN[0]]])
    unread = {title: told.row(ids(told)[title]).others_unread for title in (*STRIKES, "Bakery number 0")}
    assert unread == {STRIKE[0]: 1, STRIKE_AGAIN[0]: 1, STRIKE_THIRD[0]: 0, "Bakery number 0": 0}


def test_what_is_told_with_an_article(told):
    keys = {row.title: row.key for row in told.window(ListQuery(), 100)}
    assert set(told.told_with([keys[QUAKE[0]]])) == {keys[title] for title in QUAKES}
    assert told.told_with([keys["Bakery number 0"]]) == []


def test_a_folded_list_has_the_newest_telling_of_each_story(told):
    folded = titles(told, folded=True)
    assert len(folded) == 14
    assert STRIKES & set(folded) == {STRIKE_THIRD[0]}
    assert folded == [row.title for row in told.rows(told.view(ListQuery(folded=True)))]
    rows = told.window(ListQuery(folded=True), 3, 2)
    assert [row.title for row in rows] == folded[2:5]


def test_a_folded_list_folds_what_its_conditions_leave(told):
    names = ids(told)
    told.mark_read([names[STRIKE_THIRD[0]]])
    assert STRIKES & set(titles(told, folded=True, unread=True)) == {STRIKE_AGAIN[0]}
    coast = next(row.source.id for row in told.sources() if row.source.title == "Coast")
    assert STRIKES & set(titles(told, folded=True, source_id=coast)) == {STRIKE[0]}
    assert titles(told, folded=True, text="harbour master gives") == [STRIKE_AGAIN[0]]


def test_queries_know_stories(told):
    assert set(titles(told, text="is:story")) == STRIKES | QUAKES
    assert set(titles(told, text="story:>2")) == STRIKES
    assert set(titles(told, text="story:2")) == QUAKES
    assert set(titles(told, text=f"story:{groups(told)[QUAKES]}")) == QUAKES
    assert set(titles(told, text="-is:story")).isdisjoint(STRIKES | QUAKES)
    assert len(titles(told, text="-is:story")) == 12


def test_tellings_come_in_order_of_time_and_say_who_was_first(told):
    found = told.tellings(groups(told)[STRIKES])
    assert [telling.teller for telling in found] == ["Coast", "Dune", "Ember"]
    assert [telling.hours for telling in found] == [0, 1, 2]
    assert found[0].adds == ()
    assert found[1].adds
    assert all(word in " ".join(STRIKE_AGAIN) and word not in " ".join(STRIKE) for word in found[1].adds)
    assert not set(found[1].adds) & set(found[2].adds)
    assert told.tellings("f" * 16) == []


def test_related_articles_say_whether_they_are_of_the_story(told):
    names = ids(told)
    found = told.related(names[STRIKE[0]], min_score=0)
    assert {one.row.title for one in found if one.same_story} == STRIKES - {STRIKE[0]}
    assert [one.row.title for one in found[:2]] != []


def test_hot_is_what_most_tell_now(told, clock):
    found = told.hot()
    assert [(story.tellers, story.tellings) for story in found] == [(3, 3), (2, 2)]
    assert found[0].row.title == STRIKE_THIRD[0]
    assert found[0].names == ("Coast", "Dune", "Ember")
    assert told.hot(limit=1) == found[:1]
    clock.move(hours=25)
    assert told.hot() == []


def test_an_article_is_taken_out_of_its_story_for_good(told, again):
    names = ids(told)
    told.not_this_story(names[STRIKE_AGAIN[0]])
    assert groups(told).keys() == {STRIKES - {STRIKE_AGAIN[0]}, QUAKES}
    assert told.not_this_story(names[STRIKE_AGAIN[0]]) is None
    told.close()
    (told._context.layout.index).unlink()
    other = again()
    other.relate()
    assert groups(other).keys() == {STRIKES - {STRIKE_AGAIN[0]}, QUAKES}


def test_taking_out_is_undone_and_redone(told):
    names, before = ids(told), groups(told)
    told.not_this_story(names[STRIKE[0]])
    after = groups(told)
    assert STRIKES not in after
    told.undo()
    assert groups(told) == before
    told.redo()
    assert groups(told).keys() == after.keys()


def test_who_began_a_story_and_left_it_begins_another(told):
    names, before = ids(told), groups(told)
    began = next(title for title in STRIKES if names[title] == before[STRIKES])
    told.not_this_story(names[began])
    told.same_story([names[began], names["Bakery number 0"]])
    after = groups(told)
    assert after.keys() == {STRIKES - {began}, frozenset((began, "Bakery number 0")), QUAKES}
    assert after[STRIKES - {began}] == before[STRIKES]


def test_articles_are_made_one_story_by_hand_and_back(told, again):
    names, before = ids(told), groups(told)
    lone = "Bakery number 0"
    told.same_story([names[lone], names[QUAKE[0]]])
    assert groups(again()).keys() == {STRIKES, QUAKES | {lone}}
    assert told.same_story([names[QUAKE[0]], names[lone]]) is None
    told.same_story([names[lone], names[STRIKE[0]]])
    assert groups(told).keys() == {STRIKES | QUAKES | {lone}}
    told.undo()
    told.undo()
    assert groups(told) == before


def test_the_last_word_counts(told):
    names = ids(told)
    told.not_this_story(names[STRIKE[0]])
    told.same_story([names[STRIKE[0]], names[STRIKE_AGAIN[0]]])
    assert groups(told).keys() == {STRIKES, QUAKES}
    told.not_this_story(names[STRIKE[0]])
    assert groups(told).keys() == {STRIKES - {STRIKE[0]}, QUAKES}


def test_what_is_said_of_an_article_that_is_not_there(told):
    with pytest.raises(UnknownArticleError):
        told.not_this_story("f" * 16)
    with pytest.raises(UnknownArticleError):
        told.same_story(["f" * 16, next(iter(ids(told).values()))])


def test_stories_are_the_same_after_the_index_was_deleted(told, again):
    before = groups(told)
    told.close()
    told._context.layout.index.unlink()
    other = again()
    other.relate()
    assert groups(other) == before


def test_a_story_goes_on_under_its_id(told, tmp_path, clock):
    before = groups(told)[STRIKES]
    clock.move(hours=1)
    fourth = (
        "Night shifts shorter in Arlen",
        "Jonas Veld, harbour master of Arlen, wrote shorter night shifts into the contract of the dock workers; their "
        "strike at the northern terminal ended on Monday.",
    )
    told.add(str(write(tmp_path, fresh=[fourth])["fresh"]))
    told.relate()
    assert groups(told) == {**groups(told), STRIKES | {fourth[0]}: before}


def test_a_removed_source_leaves_its_stories_and_comes_back_to_them(told):
    before = groups(told)
    ember = next(row.source.id for row in told.sources() if row.source.title == "Ember")
    told.remove([ember])
    assert groups(told).keys() == {STRIKES - {STRIKE_THIRD[0]}}
    assert told.window(ListQuery(text=f"title:{QUAKE[0].split()[0]}"), 1)[0].story is None
    told.undo()
    assert groups(told) == before


def test_a_copy_is_told_from_a_telling(empty, tmp_path, clock):
    long = (STRIKE[0], STRIKE[1] + " The ferries sail again from Tuesday, and the fish market opens at six.")
    for name, items in (("wire", [*others(), long]), ("paper", [("Strike over", long[1]), STRIKE_THIRD])):
        clock.move(hours=1)
        empty.add(str(write(tmp_path, **{name: items})[name]))
    empty.relate()
    (story,) = empty.stories()
    found = {telling.row.title: telling for telling in empty.tellings(story.id)}
    assert found["Strike over"].copy_of == found[STRIKE[0]].row.id
    assert found[STRIKE[0]].copy_of is found[STRIKE_THIRD[0]].copy_of is None
    same = [found[STRIKE[0]].row.id, found["Strike over"].row.id]
    assert empty.copies(same[0]) == empty.copies(same[1]) == same
    assert empty.copies(found[STRIKE_THIRD[0]].row.id) == [found[STRIKE_THIRD[0]].row.id]
    lone = ids(empty)["Bakery number 0"]
    assert empty.copies(lone) == [lone]


def test_a_changed_text_leaves_a_story_that_it_no_longer_tells(told, tmp_path):
    heron = (
        "Heron at the pond",
        "Children fed a grey heron at the pond behind the mill, and gave the bird a name.",
    )
    write(tmp_path, ember=[heron, QUAKE_AGAIN])
    list(told.refresh(force=True))
    told.relate()
    assert groups(told).keys() == {STRIKES - {STRIKE_THIRD[0]}, QUAKES}


def test_relating_is_taken_up_where_it_was_left(empty, tmp_path):
    empty.add(str(write(tmp_path, coast=[STRIKE, QUAKE, *others()], dune=[STRIKE_AGAIN])["coast"]))
    assert empty.unrelated() == 14

    def stop(left):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        empty.relate(stop)
    empty.add(str(tmp_path / "dune.json"))
    assert empty.relate() == 1
    assert (empty.unrelated(), empty.relate()) == (0, 0)
    assert groups(empty).keys() == {STRIKES - {STRIKE_THIRD[0]}}


@pytest.mark.parametrize(("days", "stories"), [(2, {STRIKES - {STRIKE_THIRD[0]}}), (9, set())])
def test_what_is_told_again_after_a_week_is_another_story(empty, tmp_path, clock, days, stories):
    paths = write(tmp_path, coast=[STRIKE, *others(6)], dune=[STRIKE_AGAIN, *others(12)[6:]])
    empty.add(str(paths["coast"]))
    clock.move(days=days)
    empty.add(str(paths["dune"]))
    empty.relate()
    assert groups(empty).keys() == stories
    assert len(empty.stories(any_time=True)) == 1


def test_nothing_left_to_relate_changes_nothing(told):
    version = told.version()
    told.relate()
    told.related(next(iter(ids(told).values())))
    assert told.version() == version


def test_related_bookmarks_alone(told):
    names = ids(told)
    told.bookmark([names[STRIKE_AGAIN[0]], names["Owl number 7"]])
    found = told.related(names[STRIKE[0]], bookmarked=True)
    assert [one.row.title for one in found] == [STRIKE_AGAIN[0]]
    assert found[0] == replace(found[0], same_story=True)


def test_few_articles_in_one_language_have_not_all_one_story(told, tmp_path, clock):
    (path,) = write(tmp_path, foyer=FRENCH).values()
    clock.move(hours=1)
    told.add(str(path))
    told.relate()
    assert groups(told).keys() == {STRIKES, QUAKES}
    names = ids(told)
    assert not [told.related(names[title]) for title, _ in FRENCH if told.related(names[title])]
    told.remove([told.source("Foyer").source.id])
    told.undo()
    told.relate()
    assert groups(told).keys() == {STRIKES, QUAKES}


def test_who_relates_lets_others_write_after_each_article_and_finds_the_same(told, monkeypatch):
    grown, known = groups(told), nearest(told)
    told._context.index.discard()
    told.catch_up()
    left = told.unrelated()
    monkeypatch.setattr("newsreader.index.database.Database._is_wanted", lambda _: True)
    batches = []
    assert told.relate(batches.append) == left
    assert len(batches) == left
    assert groups(told) == grown
    assert nearest(told) == known


def test_some_are_related_and_the_others_wait(empty, tmp_path, monkeypatch):
    monkeypatch.setattr("newsreader.library.placing._AT_ONCE", 2)
    monkeypatch.setattr("newsreader.library.placing._PLACED_AT_ONCE", 2)
    empty.add(str(write(tmp_path, coast=[STRIKE, QUAKE, *others()])["coast"]))
    assert empty.relate(most=4) == 4
    assert empty.unrelated() == 10
    assert (empty.relate(), empty.unrelated()) == (10, 0)
