"""In which single-byte encodings languages are written, and their letters beyond ASCII."""

from __future__ import annotations

__all__ = ["COMMON", "LANGUAGES", "LETTERS"]

_WESTERN = "en de fr es pt it sv nb da nl fi is ca gl"
_CENTRAL = "pl cs sk hu ro hr sl sq"
_CYRILLIC = "ru uk bg be sr mk"
LANGUAGES = {
    "windows-1254": "tr",
    "windows-1252": _WESTERN,
    "windows-1250": _CENTRAL,
    "iso-8859-2": _CENTRAL,
    "windows-1257": "lt lv et",
    "windows-1258": "vi",
    "iso-8859-15": _WESTERN,
    "mac-roman": _WESTERN,
    "cp850": _WESTERN,
    "cp852": _CENTRAL,
    "windows-1251": _CYRILLIC,
    "koi8-u": _CYRILLIC,
    "iso-8859-5": _CYRILLIC,
    "cp866": "ru bg",
    "mac-cyrillic": _CYRILLIC,
    "windows-1253": "el",
    "iso-8859-7": "el",
    "windows-1255": "he",
    "windows-1256": "ar fa",
    "iso-8859-6": "ar",
    "cp874": "th",
}
"""Languages by encoding, the likelier encoding first where bytes make as much sense in several."""

LETTERS = {
    "en": "éèêëïöôçñü", "de": "äöüß", "fr": "àâçéèêëîïôœùûü", "es": "áéíñóúü", "pt": "áâãàçéêíóôõúü",
    "it": "àèéìòóù", "sv": "åäöé", "nb": "æøåéòô", "da": "æøåé", "nl": "ëïéèöüê", "fi": "äöå", "is": "áéíóúýðþæö",
    "ca": "àçèéíïòóúü", "gl": "áéíñóúü",
    "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "ro": "ăâîșțşţ",
    "hr": "čćđšž", "sl": "čšž", "sq": "çë", "tr": "çğıiöşüâîû", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "et": "äõöüšž",
    "vi": "ăâđêôơưàáãèéìíòóõùúý\u0300\u0301\u0303\u0309\u0323",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюяё", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя", "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш", "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
    "he": "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْ",
    "fa": "آأئابپتثجچحخدذرزژسشصضطظعغفقکگلمنهویكيء",
    "th": "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮฯะัาำิีึืฺุูเแโใไๅๆ็่้๊๋์ํ",
}  # fmt: skip
"""Small letters by language."""

COMMON = {
    **dict.fromkeys(_CYRILLIC.split(), "оеаинтсрвлкмі"),
    "el": "αοιετσνηυρπκς",
    "he": "יוהלאתרבמשנם",
    "ar": "اليموننترسعب",
    "fa": "ايیرنودهمتبش",
    "th": "านรกอเงมยลวทดคสตบพหข่้ัีิืุำไใโแ",
}
"""The dozen that make three quarters of the texts of a language that is written in letters beyond ASCII alone."""
