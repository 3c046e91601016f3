"""Days as people write them at the head of news: in words of many languages, in figures, in Chinese characters.

Names of months and weekdays are a closed class that readers of a language share; they are kept here and nowhere else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from newsreader.text.dates import parse_date
from newsreader.text.words import fold

__all__ = ["Day", "find_day", "moment", "names_time", "without_time"]


@dataclass(frozen=True, slots=True)
class Day:
    """A day somewhere in a text; what was not said is None.

    Attributes:
        start: where it begins in the text.
        end: where it ends.
        year: four figures.
        month: 1 to 12.
        day: 1 to 31.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None


# One line a month. Nominative and the case that stands after a day, long and short, accents dropped by `fold`.
_MONTH_LINES = (
    "jan january januar jänner janvier janv enero ene gennaio gen janeiro januari tammikuuta tammikuu"
    " stycznia sty styczeń ledna leden január januára jan január januarie ianuarie ian января янв"
    " січня студзеня януари ιανουαρίου ιαν ocak oca يناير كانون ינואר בינואר जनवरी জানুয়ারি januari"
    " jaanuar jaanuari sausio janvāris janvārī siječnja januarja gener xaneiro janar มกราคม ม.ค"
    " іanuarie januarja 1월",
    "feb february februar febr februari février fevrier fév févr febrero febbraio fevereiro fev"
    " helmikuuta helmikuu lutego lut luty února únor február februára februarie февраля фев февр"
    " лютого лютаго февруари φεβρουαρίου φεβ şubat şub فبراير شباط פברואר בפברואר फरवरी फ़रवरी"
    " ফেব্রুয়ারি veebruar vasario februāris februārī veljače februarja febrer กุมภาพันธ์ ก.พ 2월",
    "mar march mars märz maerz mrz marzo març março maart mrt maaliskuuta maaliskuu marca marzec"
    " března březen március márc marec martie mart marts марта мар березня сакавіка март μαρτίου μαρ"
    " مارس آذار מרץ במרץ मार्च মার্চ mac maret märts kovo martā ožujka มีนาคม มี.ค 3월 machi",
    "apr april avril avr abril abr aprile huhtikuuta huhtikuu kwietnia kwi kwiecień dubna duben"
    " április ápr apríla aprilie апреля апр квітня красавіка април απριλίου απρ nisan nis أبريل ابريل"
    " نيسان אפריל באפריל अप्रैल এপ্রিল aprill balandžio aprīlī travnja aprila เมษายน เม.ย 4월 aprili"
    " prill",
    "may mai mayo maggio mag maio mei maj toukokuuta toukokuu maja května květen május máj mája мая"
    " май травня мая μαΐου μάι mayıs مايو أيار איار מאי במאי मई মে gegužės maijā svibnja maig พฤษภาคม"
    " พ.ค 5월",
    "jun june juni juin junio giugno giu junho kesäkuuta kesäkuu czerwca cze czerwiec června červen"
    " június jún júna iunie iun июня июн червня чэрвеня юни ιουνίου ιουν haziran haz يونيو حزيران"
    " יוני ביוני जून জুন juuni birželio jūnijā lipnja junija juny juny มิถุนายน มิ.ย 6월 qershor",
    "jul july juli juil juillet julio luglio lug julho heinäkuuta heinäkuu lipca lip lipiec července"
    " červenec július júl júla iulie iul июля июл липня ліпеня юли ιουλίου ιουλ temmuz tem يوليو تموز"
    " יולי ביולי जुलाई জুলাই julai juuli liepos jūlijā srpnja julija juliol กรกฎาคม ก.ค 7월 korrik",
    "aug august août aout agosto ago augustus augusti elokuuta elokuu sierpnia sie sierpień srpna"
    " srpen augusztus augusta августа авг серпня жніўня август αυγούστου αυγ ağustos ağu أغسطس آب"
    " אוגוסט באוגוסט अगस्त আগস্ট ogos agustus rugpjūčio augustā kolovoza avgusta agost สิงหาคม ส.ค 8월"
    " gusht",
    "sep sept september septembre septiembre setiembre settembre set setembro syyskuuta syyskuu"
    " września wrz wrzesień září szeptember szept septembra septembrie сентября сен сент вересня"
    " верасня септември σεπτεμβρίου σεπ eylül eyl سبتمبر أيلول ספטמבר בספטמבר सितंबर सितम्बर"
    " সেপ্টেম্বর rugsėjo septembrī rujna septembra setembre กันยายน ก.ย 9월 shtator",
    "oct october oktober okt octobre octubre ottobre ott outubro out lokakuuta lokakuu października"
    " paź październik října říjen október októbra octombrie октября окт жовтня кастрычніка октомври"
    " οκτωβρίου οκτ ekim eki أكتوبر اكتوبر תשרין אוקטובר באוקטובר अक्टूबर अक्तूबर অক্টোবর oktober"
    " oktoober spalio oktobrī listopada oktobra ตุลาคม ต.ค 10월 tetor",
    "nov november novembre noviembre novembro marraskuuta marraskuu listopad lis listopadu novembra"
    " noiembrie noi ноября ноя листопада лістапада ноември νοεμβρίου νοε kasım kas نوفمبر נובמבר"
    " בנובמבר नवंबर नवम्बर নভেম্বর lapkričio novembrī studenoga studenog พฤศจิกายน พ.ย 11월 nëntor",
    "dec december dezember dez décembre decembre déc diciembre dic dicembre dezembro desember des"
    " joulukuuta joulukuu grudnia gru grudzień prosince prosinec decembra decembrie декабря дек"
    " грудня снежня декември δεκεμβρίου δεκ aralık ara ديسمبر דצמבר בדצמבר दिसंबर दिसम्बर ডিসেম্বর"
    " detsember gruodžio decembrī prosinca desembre ธันวาคม ธ.ค 12월 dhjetor",
)
# The same in more languages of South Asia, the Caucasus, East Africa and the Philippines.
_MORE_MONTH_LINES = (
    "ஜனவரி జనవరి ജനുവരി ಜನವರಿ જાન્યુઆરી जानेवारी იანვარი հունվարի januari enero јануара",
    "பிப்ரவரி ఫిబ్రవరి ഫെബ്രുവരി ಫೆಬ್ರವರಿ ફેબ્રુઆરી फेब्रुवारी თებერვალი փետրվարի pebrero фебруара",
    "மார்ச் మార్చి മാർച്ച് ಮಾರ್ಚ್ માર્ચ मार्च მარტი մարտի marso machi марта",
    "ஏப்ரல் ఏప్రిల్ ഏപ്രിൽ ಏಪ್ರಿಲ್ એપ્રિલ एप्रिल აპრილი ապրիլի aprili априла",
    "மே మే മേയ് ಮೇ મે मे მაისი մայիսի mayo маја",
    "ஜூன் జూన్ ജൂൺ ಜೂನ್ જૂન जून ივნისი հունիսի hunyo јуна",
    "ஜூலை జూలై ജൂലൈ ಜುಲೈ જુલાઈ जुलै ივლისი հուլիսի hulyo јула",
    "ஆகஸ்ட் ఆగస్టు ഓഗസ്റ്റ് ಆಗಸ್ಟ್ ઓગસ્ટ ऑगस्ट აგვისტო օգոստոսի agosti августа",
    "செப்டம்பர் సెప్టెంబర్ സെപ്റ്റംബർ ಸೆಪ್ಟೆಂಬರ್ સપ્ટેમ્બર सप्टेंबर სექტემბერი սեպտեմբերի setyembre septemba септембра",
    "அக்டோபர் అక్టోబర్ ഒക്ടോബർ ಅಕ್ಟೋಬರ್ ઓક્ટોબર ऑक्टोबर ოქტომბერი հոկտեմբերի oktubre oktoba октобра",
    "நவம்பர் నవంబర్ നവംബർ ನವೆಂಬರ್ નવેમ્બર नोव्हेंबर ნოემბერი նոյեմբերի nobyembre novemba новембра",
    "டிசம்பர் డిసెంబర్ ഡിസംബർ ಡಿಸೆಂಬರ್ ડિસેમ્બર डिसेंबर დეკემბერი դեկտեմբերի disyembre desemba децембра",
)
_MONTHS = {
    fold(name): number
    for lines in (_MONTH_LINES, _MORE_MONTH_LINES)
    for number, line in enumerate(lines, start=1)
    for name in line.split()
}
# The Iranian calendar's months begin on other days: they show that something is a date, not which.
_OTHER_MONTHS = frozenset(
    map(fold, "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split())
)
_WEEKDAYS = frozenset(
    fold(name)
    for name in (
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri"
        " sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do"
        " fr sa so lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves"
        " viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica"
        " segunda-feira terça-feira quarta-feira quinta-feira sexta-feira maandag dinsdag woensdag"
        " donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag"
        " tirsdag lørdag søndag maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai"
        " maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina"
        " poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek"
        " pátek neděle hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți miercuri joi"
        " vineri sâmbătă duminică понедельник вторник среда четверг пятница суббота воскресенье"
        " понеділок вівторок середа четвер п'ятниця субота неділя δευτέρα τρίτη τετάρτη πέμπτη"
        " παρασκευή σάββατο κυριακή pazartesi salı çarşamba perşembe cuma cumartesi pazar الاثنين"
        " الثلاثاء الأربعاء الخميس الجمعة السبت الأحد שני שלישי רביעי חמישי שישי שבת ראשון सोमवार"
        " मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार senin selasa rabu kamis jumat sabtu minggu"
        " ahad isnin"
    ).split()
)
_JOINTS = frozenset(
    "of de del do da the den der am le la el em on az a d г г. года року roku ngay thang nam tanggal"
    " tgl dne في".split()
)
_ISO = re.compile(r"(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d\d)(?!\d)")
_SHORT_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(?!\d)")
_EAST = re.compile(r"(?:(\d{4})\s?[年년]\s?)?(?:(\d{1,2})\s?[月월]\s?)?(\d{1,2})\s?[日일]")
_TOKEN = re.compile(r"[^\s,;()\[\]/|（）،、]+")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|re|º|ª|°|e|\.|-?[a-zа-я]{1,2})?\.?\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|2[01])\d\d[.,]?\Z")
_TIME = re.compile(
    r"(?<![\d.,])\d{1,2}(?:[:.]\d{2}(?::\d{2})?|\s?[hH]\s?\d{2})(?!\d)\s*(?:[APap]\.?[Mm]\b\.?)?\s*(?:\(?[A-Z]{2,4}\)?(?![\w.]))?"
    r"|(?<!\d)\d{1,2}\s?[時时시]\s?\d{1,2}\s?[分분]"
    r"|(?<!\d)\d{1,2}\s?[AaPp]\.?[Mm]\b\.?"
)
_HALF = re.compile(r"\b[AaPp]\.?[Mm]\b|\b[ECMP][SD]?T\b")
# `4.mar.2024`, `03-Mar-2024`: the same with blanks.
_JOINED_DAY = re.compile(r"(?<=\d)[.\-/](?=[^\W\d_]{3,}[.\-/]\d)|(?<=[^\W\d_]{3})[.\-/](?=\d{4}(?!\d))")
_LIMIT = 200


# A line is asked for its day as a dateline, as a byline and as a stamp, some three times over.
@lru_cache(maxsize=256)
def find_day(text: str) -> Day | None:
    """The first day that *text* (200 characters of it at most) names; a weekday alone has nothing but its place."""
    text = _JOINED_DAY.sub(" ", text[:_LIMIT])
    return _figures(text) or _words(text)


def names_time(word: str) -> bool:
    """Whether *word* names a month or a weekday, or joins a day's parts."""
    name = _name(word)
    return name in _MONTHS or name in _OTHER_MONTHS or name in _WEEKDAYS or name in _JOINTS


def without_time(text: str) -> str:
    """*text* without times of day and the zones that follow them."""
    return _TIME.sub(" ", text)


def moment(day: Day, text: str) -> datetime | None:
    """The moment of *day*, at the time that *text* names if any; None where year, month or day was not said."""
    if day.year is None or not day.month or day.day is None:
        return None
    date = f"{day.year:04d}-{day.month:02d}-{day.day:02d}"
    rest = text[: day.start] + " " + text[day.end :]
    clock = _TIME.search(rest)
    if clock:
        spoken = re.sub(r"\s?[hH]\s?(?=\d\d)|(?<=\d)\.(?=\d)", ":", clock[0])
        return parse_date(f"{date} {spoken.replace('(', '').replace(')', '')}") or parse_date(date)
    return parse_date(date)


def _figures(text: str) -> Day | None:
    if match := _ISO.search(text):
        return _day(match.span(), int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.search(text):
        one, separator, two, year = match.groups()
        # Months come first in the United States alone, which also halve the day.
        halved = separator == "/" and int(one) <= 12 and _HALF.search(text) is not None
        month_first = int(two) > 12 or halved
        month, day = (int(one), int(two)) if month_first else (int(two), int(one))
        return _day(match.span(), int(year) + (2000 if len(year) == 2 else 0), month, day)
    if match := _SHORT_NUMERIC.search(text):
        return _day(match.span(), None, int(match[2]), int(match[1]))
    if match := _EAST.search(text):
        said = [int(part) if part else None for part in match.groups()[:2]]
        return _day(match.span(), said[0], said[1], int(match[3]))
    return None


def _day(span: tuple[int, int], year: int | None, month: int | None, day: int) -> Day | None:
    if not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    return Day(*span, year, month, day)


@dataclass(slots=True)
class _Spoken:
    """What the words around a month say so far."""

    start: int
    end: int
    year: int | None = None
    day: int | None = None
    numbers: int = 0

    def take(self, token: re.Match[str]) -> bool:
        """Whether *token* belongs to the day; what it says is kept."""
        word = token[0]
        if _YEAR.match(word) and self.year is None:
            self.year = int(word[:4])
        elif (match := _DAY.match(word)) and self.day is None:
            if not 1 <= int(match[1]) <= 31:
                return False
            self.day = int(match[1])
        elif not (_is_joint(word) or _is_weekday(word)):
            return False
        self.start, self.end = min(self.start, token.start()), max(self.end, token.end())
        return True


def _words(text: str) -> Day | None:
    tokens = list(_TOKEN.finditer(text))
    for at, token in enumerate(tokens):
        name = _name(token[0])
        if (month := _MONTHS.get(name, 0)) or name in _OTHER_MONTHS:
            found = _Spoken(token.start(), token.end())
            _take_both_ways(found, tokens, at)
            if found.day is not None or found.year is not None:
                return Day(found.start, found.end, found.year, month or None, found.day)
            if at and _is_short(tokens, at):
                return Day(tokens[at - 1].start(), token.end(), None, month or None, None)
    return next(
        (Day(token.start(), token.end()) for token in tokens if _is_weekday(token[0]) and len(token[0]) > 3),
        None,
    )


def _take_both_ways(found: _Spoken, tokens: list[re.Match[str]], at: int) -> None:
    for step in (-1, 1):
        place = at + step
        while 0 <= place < len(tokens) and abs(place - at) <= 4 and found.take(tokens[place]):
            place += step


def _is_short(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether the word before the month may be a day in words ("tre marzo"): it is short and not the first."""
    return at >= 1 and len(tokens[at - 1][0]) <= 6 and len(tokens) > 2 and not tokens[at - 1][0][:1].isupper()


def _name(token: str) -> str:
    return fold(token.rstrip(".:-–—'’"))


def _is_joint(word: str) -> bool:
    return fold(word.rstrip(".")) in _JOINTS or fold(word) in _JOINTS


def _is_weekday(word: str) -> bool:
    return _name(word) in _WEEKDAYS
