"""The language of an entry: declared, else told by its script and its small words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.parse.document import parse
from newsreader.parse.language import detected_language, language_tag

NEWS = {
    "en": "The lake froze early this year, and the boats have been on the shore since Monday.",
    "de": "Der See ist in diesem Jahr früh gefroren, und die Boote liegen seit Montag am Ufer.",
    "fr": "Le lac a gelé tôt cette année, et les bateaux sont sur la rive depuis lundi.",
    "es": "El lago se heló pronto este año, y los barcos están en la orilla desde el lunes.",
    "pt": "O lago gelou cedo este ano, e os barcos estão na margem desde segunda-feira, mas não há perigo.",
    "it": "Il lago è gelato presto quest'anno, e le barche sono sulla riva da lunedì, ma non è un pericolo.",
    "nl": "Het meer is dit jaar vroeg bevroren, en de boten liggen sinds maandag op de oever.",
    "sv": "Sjön frös tidigt i år, och båtarna har legat på stranden sedan i måndags, men det är inte farligt.",
    "fi": "Järvi jäätyi tänä vuonna aikaisin, ja veneet ovat olleet rannalla, mutta se ei ole vaarallista.",
    "pl": "Jezioro zamarzło w tym roku wcześnie, a łodzie są od poniedziałku na brzegu, ale to nie jest groźne.",
    "cs": "Jezero letos zamrzlo brzy a lodě jsou od pondělí na břehu, ale není to nebezpečné, řekl starosta.",
    "hu": "A tó idén korán befagyott, és a csónakok hétfő óta a parton vannak, de ez nem veszélyes.",
    "tr": "Göl bu yıl erken dondu ve tekneler pazartesiden beri kıyıda, ama bu çok tehlikeli değil.",
    "ru": "Озеро в этом году замёрзло рано, и лодки лежат на берегу с понедельника, но это не опасно.",
    "uk": "Озеро цього року замерзло рано, і човни лежать на березі з понеділка, але це не небезпечно.",
    "bg": "Езерото замръзна рано тази година и лодките са на брега от понеделник, но това не е опасно.",
    "ar": "تجمدت البحيرة في وقت مبكر من هذا العام وبقيت القوارب على الشاطئ منذ يوم الاثنين.",
    "fa": "دریاچه امسال زود یخ زد و قایق‌ها از دوشنبه در ساحل هستند، اما این خطرناک نیست.",
    "hi": "इस साल झील जल्दी जम गई और नावें सोमवार से किनारे पर हैं।",
    "he": "האגם קפא השנה מוקדם, והסירות על החוף מיום שני.",
    "el": "Η λίμνη πάγωσε νωρίς φέτος και οι βάρκες είναι στην όχθη.",
    "th": "ทะเลสาบกลายเป็นน้ำแข็งเร็วในปีนี้",
    "ko": "호수가 올해는 일찍 얼어 배들이 월요일부터 물가에 있다.",
    "ja": "湖は今年早く凍り、船は月曜日から岸にある。",
    "zh": "今年湖面結冰早，船從星期一起就停在岸邊。",
}


@pytest.mark.parametrize("language", NEWS)
def test_a_sentence_of_news_tells_its_language(language: str):
    assert detected_language(NEWS[language]) == language


@pytest.mark.parametrize("text", ["", "1:0", "Ostby 3", "📷 🚢", "Nokia N95 8GB", "Quit tuba"])
def test_what_could_be_any_language_is_none(text: str):
    assert detected_language(text) == ""


@pytest.mark.parametrize(
    ("declared", "tag"),
    [
        ("en", "en"),
        (" EN-us ", "en-US"),
        ("pt_br", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("English", ""),
        ("en; de", ""),
        ("", ""),
        ("x" * 99, ""),
    ],
)
def test_tags_are_written_one_way(declared: str, tag: str):
    assert language_tag(declared) == tag


def _document(declared: str, item: str) -> bytes:
    space = "xmlns:dc='http://purl.org/dc/elements/1.1/'"
    return (
        f"<rss {space}><channel><language>{declared}</language><item>{item}</item></channel></rss>".encode()
    )


@pytest.mark.parametrize(
    ("document", "language"),
    [
        (_document("en-us", f"<title>{NEWS['de']}</title>"), "en-US"),
        (_document("", f"<title>{NEWS['de']}</title>"), "de"),
        (_document("none given", f"<description>&lt;p>{NEWS['fr']}&lt;/p></description>"), "fr"),
        (_document("en", f"<dc:language>ru</dc:language><title>{NEWS['uk']}</title>"), "ru"),
        (_document("", "<title>Ostby 3</title>"), ""),
        (NEWS["pl"].encode(), "pl"),
        (f"<html><title>x</title><p>{NEWS['nl']}</p>".encode(), "nl"),
        (f'{{"items": [{{"id": "1", "content_text": "{NEWS["ja"]}"}}]}}'.encode(), "ja"),
    ],
)
def test_entries_of_every_kind_have_one(document: bytes, language: str):
    assert parse(document).entries[0].language == language


@given(st.text())
def test_no_text_is_too_odd(text: str):
    assert language_tag(detected_language(text)) == detected_language(text)
    assert language_tag(text) == language_tag(language_tag(text))
