"""HTML from anywhere: what the allow-list lets through, and what it keeps of what it does not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.text.allowed import clean_html
from newsreader.text.blocks import plain_text
from newsreader.text.embedded import with_links

BASE = "https://lakes.example/a/"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("Ice <object data='x'><p>holds</p></object> well", "Ice\n\nholds\n\nwell"),
        ("Ice <object classid='clsid:1'> holds", "Ice holds"),
        ("Ice <iframe src='https://a.example'/> holds", "Ice holds"),
        ("Ice <iframe src='https://a.example'> holds", "Ice holds"),
        ("Ice <iframe src='https://a.example'>no <b>frames</b></iframe> holds", "Ice no frames holds"),
        ("Ice <script src='x.js'/> holds", "Ice holds"),
        ("Ice <title/> holds <textarea/> well", "Ice holds well"),
        ("Ice <script>holds()</script> well", "Ice well"),
        ("Ice <script>holds()", "Ice"),
        ("Ice <svg><title>holds</title></svg> well", "Ice well"),
        ("<![CDATA[Ice <b>holds</b>]]> well", "Ice holds well"),
        ("<![CDATA[Ice holds]]&gt; well", "Ice holds well"),
        ("<code>ice[lake[0]]&gt;5</code>", "ice[lake[0]]>5"),
        ("<math><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></math> holds", "a+b holds"),
        ("<m:math xmlns:m='x'><m:mi>a</m:mi></m:math> <mark>holds</mark>", "a holds"),
        (
            "<p>A vector<int> of ice <path> and <b>more</b></p><p>holds</p>",
            "A vector<int> of ice <path> and more\n\nholds",
        ),
        ("Ice: memcpy(a, b, <len>); <b>well</b>", "Ice: memcpy(a, b, <len>); well"),
        ("By <ola@ice.example> of <Ice@home> <b>well</b>", "By <ola@ice.example> of <Ice@home> well"),
        ("If $a<b$ then $b>a$ holds", "If $a<b$ then $b>a$ holds"),
        ("Ice<br\\>holds <spacer height=2> <o:p>well</o:p> <x-y>now", "Iceholds well now"),
        ("<a" * 50_000, ""),
        ("Ice <text x=1>holds</text> <G>well</G>", "Ice holds well"),
        ("Ice <svg><text>holds</text></svg> well", "Ice well"),
        ("Ice x <y and holds well", "Ice x <y and holds well"),
        ("Ice holds <a href='https://a.exam", "Ice holds"),
        ("Ice holds <a", "Ice holds"),
        ("<math><semantics><mi>a</mi><annotation>\\a</annotation></semantics></math>", "a"),
    ],
)
def test_what_cannot_be_shown_takes_nothing_with_it(html: str, words: str):
    assert plain_text(clean_html(html)) == words


@pytest.mark.parametrize(
    ("html", "link"),
    [
        ('<iframe src="https://video.example/e/1" title="Ice &amp; boats">x</iframe>',
         '<a href="https://video.example/e/1">▶ Ice &amp; boats</a>'),
        ("<iframe src=//www.video.example/e/1></iframe>",
         '<a href="https://www.video.example/e/1">▶ video.example</a>'),
        ('<video controls><source src="ice.mp4" type="video/mp4"></video>',
         '<a href="https://lakes.example/a/ice.mp4">▶ lakes.example</a>'),
        ('<audio src="ice.mp3"></audio>', '<a href="https://lakes.example/a/ice.mp3">▶ lakes.example</a>'),
        ('<embed src="https://video.example/1"/>', '<a href="https://video.example/1">▶ video.example</a>'),
    ],
)  # fmt: skip
def test_players_and_frames_are_links_to_what_they_play(html: str, link: str):
    assert link in clean_html(with_links(html, BASE), BASE)


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="https://count.example/" width="1" height="1"></iframe>',
        '<iframe src="javascript:x()" title="me"></iframe>',
        "<iframe srcdoc='<script>x()</script>'></iframe>",
        "<video></video>",
        '<iframe title="nowhere"></iframe>',
    ],
)
def test_what_plays_nothing_is_no_link(html: str):
    assert "<a" not in clean_html(with_links(html, BASE), BASE)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("Ice <noscript><a href='https://poll.example/7'>Vote</a></noscript> holds", "Ice Vote holds"),
        ("Ice <NoScript>Vote <script>x()</script></NOSCRIPT> holds", "Ice Vote holds"),
        ("Ice <noscript/> holds", "Ice holds"),
        ("Ice <noscript>Vote", "Ice Vote"),
    ],
)
def test_what_stands_in_for_a_script_is_kept(html: str, words: str):
    assert plain_text(clean_html(with_links(html, BASE), BASE)) == words


PIECES = st.sampled_from(
    "<p>|</p>|<b>|</b>|<a href='https://a.example' onclick=x>|<a href='javascript:x()'>|</a>|<iframe src='https://a.example'/>"
    "|<iframe>|<object>|</object>|<script>|</script>|<svg>|<math><mi>|<!--|-->|<![CDATA[|]]>|<|>|&lt;|&amp;|<table><td>"
    "|<img src=x onerror=y alt=z>|<title>|<style>|<select><option>|<template>|ice|holds|\x1b[2J|\u202e".split(
        "|"
    )
)
ACTS = re.compile(
    r"<(?:script|iframe|svg|math|object|style)|<[^>]* on\w+=|<[^>]*javascript:|\x1b|\u202e", re.IGNORECASE
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=30))
def test_nothing_that_acts_gets_through(pieces: list[str]):
    found = clean_html(with_links(" ".join(pieces), BASE), BASE)
    assert not ACTS.search(found)
    assert not ACTS.search(clean_html(found, BASE))
