"""Feeds with a few things in them that are other than usual."""

import re

from hypothesis import strategies as st

__all__ = ["ADDRESSES", "altered"]

_TOKEN = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<[^>]+>|[^<]+", re.DOTALL)
_PREFIX = re.compile(r"xmlns:(\w+)=")
_DECLARED = re.compile(r"(xmlns(?::\w+)?=)[\"'][^\"']*[\"']")
ADDRESSES = (
    "http://www.w3.org/2005/Atom http://purl.org/atom/ns# http://purl.org/rss/1.0/ http://backend.userland.com/rss2"
    " http://my.netscape.com/rdf/simple/0.9/ http://purl.org/rss/1.0/modules/content/ http://purl.org/dc/terms/"
    " http://purl.org/dc/elements/1.1/ http://www.itunes.com/DTDs/Podcast-1.0.dtd http://search.yahoo.com/mrss"
    " http://purl.org/rss/1.0/modules/syndication/ http://purl.org/rss/1.0/modules/slash/ http://www.georss.org/georss"
    " http://www.w3.org/1999/xhtml http://www.w3.org/1999/02/22-rdf-syntax-ns# http://wellformedweb.org/CommentAPI/"
    " http://rssnamespace.org/feedburner/ext/1.0 http://xmlns.com/foaf/0.1/ https://modules.example.org/x"
).split()
"""Of modules, most of them known to readers of feeds."""

_NAMES = (
    "title link description guid id pubDate published updated modified created issued author name email uri url"
    " category keywords comments source summary content content:encoded dc:creator dc:date dc:subject dc:title"
    " dc:description dc:identifier dc:contributor language itunes:duration itunes:summary itunes:keywords itunes:author"
    " itunes:image itunes:title media:title media:thumbnail media:content media:description media:keywords media:group"
    " media:text enclosure slash:comments atom:link atom:updated atom:author atom:content atom:id rights image logo"
    " textInput generator managingEditor contributor lastBuildDate tagline info body div p a img item entry channel"
    " feed rss abstract fullitem product headline tags expired TITLE Item"
).split()
_KEYS = (
    "href rel type url term label scheme domain isPermaLink text length xml:lang xml:base medium width isDefault mode"
    " src duration title hreflang value lang base uri version"
).split()
_VALUES = (
    "alternate|self|enclosure|related|replies|via|html|text|xhtml|TEXT|text/html|application/xhtml+xml|application/xml"
    "|base64|image/png|true|false|en|de_AT|https://b.example/c/|/rel|a?b=1&amp;c=2|&#233;&amp;amp;|http:///x//y|x&#10;y|"
    "|0.91|1.0"
).split("|")
_WORDS = (
    "| |Plain|&lt;p&gt;Marked &lt;b&gt;up&lt;/b&gt;&lt;/p&gt;|<![CDATA[<p>Some <i>x</i> &amp; y</p>]]>"
    "|a <![CDATA[b]]> c|AT&amp;T|&amp;lt;b&amp;gt;|x<!-- c -->y|x<?a b?>z|https://b.example/x|/rel/x"
    "|Fri, 20 Nov 26 07:30 EST|2026-11-20"
    "|2026-11-20T08:00:00.25-03:30|20.11.2026 8:00|ida@low.ex (Ida)|Ida <![CDATA[<ida@low.ex>]]>|one, two"
    "|&#8230;|&nbsp;|1 &lt; 2|&#x92;|\u00c3\u00a5|tag:x,1:2|12:30|<p>raw</p>"
    "|<div xmlns='http://www.w3.org/1999/xhtml'>x</div>|<b/>"
    "|&#55357;&#56832;|\u00a0wide\u00a0|data:x,y|http://b.example/?a=1&amp;amp;b=2|&copy; x|PHA+aGk8L3A+"
).split("|")


def _elements(tokens):
    """Where elements begin, and where they end, the whole document last."""
    found, begun = [], []
    for at, token in enumerate(tokens):
        if token.startswith("</"):
            if begun:  # what was altered before may have ends alone
                found.append((begun.pop(), at))
        elif token.startswith("<") and token[1] not in "!?":
            if token.endswith("/>"):
                found.append((at, at))
            else:
                begun.append(at)
    return found


def _with(tag, written):
    return re.sub(r"(\s*/?>)\Z", lambda end: written + end[1], tag)


@st.composite
def _leaf(draw):
    keys = draw(st.lists(st.sampled_from(_KEYS), unique=True, max_size=2))
    name = draw(st.sampled_from(_NAMES))
    attributes = "".join(f' {key}="{draw(st.sampled_from(_VALUES))}"' for key in keys)
    return f"<{name}{attributes}>{draw(st.sampled_from(_WORDS))}</{name}>"


def _moved(draw, tokens, elements):
    (begin, end), (other, _) = (draw(st.sampled_from(elements[:-1] or elements)) for _ in range(2))
    piece = "".join(tokens[begin : end + 1])
    if draw(st.booleans()):
        tokens[begin : end + 1] = [""] * (end + 1 - begin)
    if draw(st.booleans()):
        tokens.insert(other, piece)


def _added(draw, tokens, elements):
    begin, _ = draw(st.sampled_from(elements[:-1] or elements))
    tokens.insert(begin, draw(_leaf() | st.sampled_from(_WORDS)))


def _attributed(draw, tokens, elements):
    begin, _ = draw(st.sampled_from(elements))
    key = draw(st.sampled_from(_KEYS))
    if f" {key}=" not in tokens[begin]:
        tokens[begin] = _with(tokens[begin], f' {key}="{draw(st.sampled_from(_VALUES))}"')


def _renamed(draw, tokens, elements):
    begin, end = draw(st.sampled_from(elements))
    name = draw(st.sampled_from(_NAMES))
    tokens[begin] = re.sub(r"<[\w:]+", f"<{name}", tokens[begin], count=1)
    tokens[end] = tokens[end] if begin == end else f"</{name}>"


def _retold(draw, tokens, elements):
    begin, end = draw(st.sampled_from(elements[:-1] or elements))
    if draw(st.booleans()):
        tokens[begin + 1 : end] = [draw(st.sampled_from(_WORDS))] if end > begin else []
    elif end == begin + 2:
        cut = draw(st.integers(0, len(tokens[begin + 1])))
        tokens[begin + 1] = tokens[begin + 1][:cut] + "<!-- c -->" + tokens[begin + 1][cut:]


def _declared(draw, tokens, elements):
    at = draw(st.sampled_from([elements[-1][0], draw(st.sampled_from(elements))[0]]))
    address = draw(st.sampled_from(ADDRESSES))
    declared = draw(st.sampled_from(" xmlns=| xmlns:x=| xmlns:atom=| xmlns:dc=| xmlns:media=".split("|")))
    if draw(st.booleans()):
        tokens[at] = _DECLARED.sub(rf'\1"{address}"', tokens[at], count=draw(st.integers(1, 4)))
    elif declared not in tokens[at]:
        tokens[at] = _with(tokens[at], f'{declared}"{address}"')


def _prefixed(draw, tokens, _):
    prefixes = _PREFIX.findall("".join(tokens))
    old = draw(st.sampled_from(prefixes or ["x"]))
    new = draw(st.sampled_from("a x dc media Media itms foo".split()))
    tokens[:] = [re.sub(rf"(xmlns:|</?){old}(?=[:=])", rf"\g<1>{new}", token) for token in tokens]


_CHANGES = [_moved, _added, _attributed, _renamed, _retold, _declared, _prefixed]


@st.composite
def _changed(draw, document):
    tokens = _TOKEN.findall(document)
    draw(st.sampled_from(_CHANGES))(draw, tokens, _elements(tokens))
    return "".join(tokens)


def altered(documents):
    """One of *documents*, texts of XML, with up to three changes, most of which leave it well-formed."""
    changed = st.sampled_from(documents).flatmap(_changed)
    return changed | changed.flatmap(_changed) | changed.flatmap(_changed).flatmap(_changed)
