"""The few words that splitting a page looks at: closed classes only, each weak evidence that needs shape beside it.

They are what any reader of several languages knows before seeing a page: prepositions before an author's name, words
for "and", labels over lists of further reading, formulas of copyright, names of networks on share buttons. No agency,
place, person or subject is among them. All are compared after `text.words.fold` (no capitals, no accents).
"""

from __future__ import annotations

from newsreader.text.words import fold

__all__ = [
    "ADVERTS", "AND", "ARTICLES", "AUTHOR_NOUNS", "BY", "CALLS", "EDITING", "ENDS", "MAKING", "NETWORKS", "NOT_PLACES",
    "PAGE_STEMS", "PARTICLES", "PHOTO_STEMS", "READER", "READER_OR_OTHERS", "REPORTS", "RIGHTS", "ROLES",
    "SUBJECTS", "phrases", "words",
]  # fmt: skip


def words(text: str) -> frozenset[str]:
    """The words of *text*, folded."""
    return frozenset(fold(word) for word in text.split())


def phrases(text: str) -> tuple[str, ...]:
    """What the commas of *text* part, folded; the longest first."""
    found = {fold(" ".join(phrase.split())) for phrase in text.split(",")}
    return tuple(sorted(found - {""}, key=len, reverse=True))


BY = words(
    "by von par por di da door av af de do od przez oleh gan от від από του της بقلم كتب كتبت إعداد"
    " מאת napsal napsala írta yazan oprac. opr."
)
"""Prepositions, and a few verbs, that stand before an author's name."""

AUTHOR_NOUNS = words(
    "author authors reporter reporters writer autor autora autorin autores autorka auteur auteurs"
    " autore автор автори авторы журналист корреспондент кореспондент text texte texto testo tekst"
    " текст teksti penulis pewarta muhabir haber szerző írta forfatter skribent journalist"
    " journaliste periodista jornalista giornalista words 文 文字 記者 记者 作者 撰文 本报记者 本報記者 기자"
    " 글 الكاتب interview entrevista intervista entretien reporte reportaje reportage reportagem"
    " مراسل συντάκτης κείμενο लेखक रिपोर्ट redactor"
)
"""Nouns that stand before an author's name, with a colon."""

EDITING = words(
    "editing edited editor editors edición editado editada editor: edição édité édition redaktor"
    " redaktör redaktion redaktør redactie редактор редактура éditeur bearbeitung bearbeitet"
    " düzenleme editör szerkesztő redigerat redigering montaje photo photos foto fotos translated"
    " translation traducción traduction übersetzung illustration video camera 编辑 編輯 編集 责任编辑 責任編輯 责编"
    " 責編 校对 校對 摄影 تحرير تصوير עריכה צילום penyunting uredil"
)
"""Work on a text that is not writing it."""

AND = words(
    "and & und et y e i ed en och og ja ve и та й і و και và dan és și si a eta agus an 和 與 与 及 e"
)
"""What joins two names."""

ARTICLES = words("the le la les el los las il lo gli i o os as der die das de het den det")
"""Before the names of papers."""

PARTICLES = words(
    "de da do dos das del della dello di du van von der den dem des ten ter te la le lo los las el al"
    " bin ibn bint abu abd af av zu zur y 't d' o' ap ab"
)
"""Words in small letters inside names of persons and places."""

ROLES = words(
    "writers staff correspondent correspondents writer reporter editor chief bureau agency agencies press"
    " news service wire times post daily our redaktion korrespondent korrespondentin reporterin"
    " korrespondenten correspondant correspondante envoyé envoyée corresponsal enviado enviada"
    " correspondente inviato corrispondente correspondent verslaggever redactie journalist agenturen"
    " agences agencias agenzie редакция корреспондент"
)
"""What a person is for, or whom for: words that are no part of a name."""

RIGHTS = phrases(
    "views expressed, opinions expressed, opiniones expresadas, opinions exprimées, opinioni espresse,"
    " opiniões expressas,"
    " all rights reserved, alle rechte vorbehalten, tous droits réservés, todos los derechos"
    " reservados, todos os direitos reservados, tutti i diritti riservati, riproduzione riservata,"
    " reproducción prohibida, reproduction interdite, proibida a reprodução, alle rechten"
    " voorbehouden, alla rättigheter förbehålls, alle rettigheter forbeholdt, alle rettigheder"
    " forbeholdes, kaikki oikeudet pidätetään, wszelkie prawa zastrzeżone, wszystkie prawa"
    " zastrzeżone, všechna práva vyhrazena, všetky práva vyhradené, minden jog fenntartva, toate"
    " drepturile rezervate, sva prava pridržana, все права защищены, всички права запазени, усі права"
    " захищені, всі права захищені, με επιφύλαξη παντός δικαιώματος, tüm hakları saklıdır, her hakkı"
    " saklıdır, جميع الحقوق محفوظة, כל הזכויות שמורות, सर्वाधिकार सुरक्षित, hak cipta dilindungi, bản"
    " quyền, 版权所有, 版權所有, 未经授权, 不得转载, 不得轉載, 非經授權, 未經授權, 禁止转载, 禁止轉載, 無断転載,"
    " 無断複製, 무단 전재, 무단전재, 저작권자, dilarang mengutip, haki"
    " zote zimehifadhiwa, tots els drets reservats, may not be published, must not be republished"
)
"""Formulas of copyright."""

NETWORKS = words(
    "facebook twitter x whatsapp telegram instagram linkedin reddit pinterest email e-mail mail print"
    " messenger weibo wechat vk viber line youtube tiktok threads bluesky mastodon rss flipboard copy"
    " xing tumblr snapchat kakaotalk twitter/x sms link facebook-messenger фейсбук твиттер телеграм"
    " вконтакте одноклассники واتساب فيسبوك تويتر تلغرام تليغرام תגובות 微博 微信 페이스북 트위터 카카오톡"
    " drucken imprimer"
    " imprimir"
)
"""What share buttons are named after."""

PAGE_STEMS = words(
    "articles artículos artigos articoli artikels newsletter cookie javascript browser spambot e-mail email app"
    " website webseite homepage abonn"
    " subscri suscri suscríb inscri iscriv abboniert prenumer abonner abonneer tilaa boletín boletim"
    " nieuwsbrief nyhetsbrev nyhedsbrev uutiskirje bülten biuletyn hírlevél buletin куки подпис"
    " підпис рассылк розсилк newslettr sitio account konto login paywall whatsapp telegram facebook"
    " instagram twitter youtube podcast tweet hashtag notifications sign-up signup النشرة اشترك"
    " تابعونا تابعنا הירשמו עקבו הניוזלטר सब्सक्राइब फॉलो 구독"
    " 뉴스레터 订阅 訂閱 关注 關注 クッキー メルマガ 登録 フォロー"
    " abone ikuti berlangganan langganan scroll advertis anzeige publicit newsfeed εγγραφ"
    " συνδρομ ακολουθ 쿠키"
)
"""Beginnings of words by which a page speaks of itself."""

READER = words(
    "receba recibe reciba recevez ricevi ontvang otrzymuj получайте soyez you your our us we sign click tap here"
    " download please follow unser unsere unserem unseren"
    " unserer ihr ihre ihren sie hier jetzt notre nos nous vous votre vos ici cliquez suivez nuestro"
    " nuestra nuestros nuestras usted te tu tus su sus aquí síguenos suscríbase suscríbete nosso"
    " nossa nossos você seu sua aqui siga assine subscreva nostra nostro nostri ti tua tuo qui"
    " iscriviti seguici segui ons onze je jouw uw hier volg meld vår vårt våra oss du din dig här"
    " följ vores dig vår følg meille tilaa seuraa nasz nasza naszego ciebie zapisz śledź náš naše nás"
    " vás sledujte odebírejte kövess kövessen iratkozzon iratkozz urmărește abonați-vă наш наша наши"
    " нас вас вам нашу нашей наших нашем нашим подписывайтесь подписывайся подпишись"
    " підписуйтесь підпишіться мы ви ми μας σας"
    " εγγραφείτε ακολουθήστε bizi abone olun takip edin lütfen kami anda ikuti"
    " 请 請 您 点击 點擊 扫码 掃碼 ください お読みいただけ 会員になると"
    " 하세요 주세요 바랍니다 اضغط تابعونا تابعنا اشترك اشتركوا انضم"
    " עקבו הירשמו לחצו הצטרפו हमें हमारे हमारी क्लिक"
)
"""Words by which a page speaks to its reader; prose of news seldom does outside quotations."""

CALLS = words(
    "share get send listen watch read try join rate report lyssna titta veja assista conozca conoce découvrez écoutez"
    " scopri ascolta segnala entdecken partagez comparte comparta compartilhe condividi deel delen heb dela bagikan"
)
"""Verbs that call a reader to something, before a word to her or him."""

READER_OR_OTHERS = words(
    "sie ihr ihre ihren su sus seu sua tilaa seuraa siga segui suivez volg følg följ meld sign click tap here"
    " download"
    " follow hier jetzt ici aquí aqui qui här her anda ti te oss ons"
)
"""Those of them that as well speak of others, or stand in any sentence."""

ADVERTS = phrases(
    "версия для печати, druckversion, version imprimable, versión para imprimir, versione stampabile, print version,"
    " versão para impressão, printversie, utskriftsversion, комментировать, kommentieren, commenter, comentar,"
    " commenta, kommentera, kommenter, skomentuj, reageer,"
    " artikkelen fortsetter under annonsen, artikeln fortsätter under annonsen, artiklen fortsætter efter annoncen,"
    " der artikel wird nach der anzeige fortgesetzt, artikel wird nach der anzeige fortgesetzt, lees verder onder de"
    " advertentie, tekst gaat verder onder de foto, la suite après la publicité, sigue leyendo, continua dopo la"
    " pubblicità, continua após a publicidade, artykuł kontynuowany pod reklamą, jatkuu mainoksen jälkeen,"
    " podziel się, del artiklen, dela artikeln, jaa artikkeli, artikel teilen, deel dit artikel, partager cet article,"
    " compartir en, condividi su, compartilhe, sdílejte, oszd meg, поделиться ссылкой, поделиться новостью, bagikan"
    " artikel, chia sẻ bài viết, 分享到, シェア, ツイート, 기사 공유, κοινοποίηση, شارك الخبر, إرسال, طباعة,"
    " הדפסה, share,"
    " share this article, share this story, share this, save, print, print this, email, skip to"
    " main content, skip to content, skip advertisement, menu, search, subscribe, sign in, log in,"
    " login, comments, leave a comment, view image in fullscreen, reuse this content, order reprints,"
    " image source, image caption, published, teilen, drucken, kommentare, partager, imprimer,"
    " commentaires, compartir, comentarios, compartilhar, partilhar, condividi, commenti, stampa,"
    " delen, reacties, dela, tipsa, del, jaa, udostępnij, komentarze, sdílet, megosztás, distribuie,"
    " поделиться, комментарии, поширити, μοιραστείτε, paylaş, شارك, שתף, 分享, 共有, 공유, แชร์, chia sẻ,"
    " bagikan, komentar, advertisement, advertisements, advertising, ad, ads, sponsored, sponsored"
    " content, promoted, story continues below, story continues below advertisement, article"
    " continues below, continue reading below, scroll to continue, anzeige, werbung, publicité,"
    " publicidad, publicidade, pubblicità, advertentie, reclame, annons, annonse, annonce, mainos,"
    " reklama, reklam, reklama:, hirdetés, publicitate, oglas, реклама, διαφήμιση, إعلان, פרסומת,"
    " विज्ञापन, iklan, quảng cáo, 広告, 广告, 廣告, 광고, スポンサーリンク"
)
"""Lines that mark an advertisement's place, and what buttons say."""

PHOTO_STEMS = words(
    "photo photograph picture pic image foto fotografía fotografia bild bilder photographie imagen"
    " imagem immagine kuva zdjęcie fot snímek kép fénykép фото снимка φωτογραφία fotoğraf görsel صورة"
    " תמונה צילום फोटो चित्र gambar ảnh hình 写真 图 圖 图片 圖片 사진 illustration caption file handout"
)
"""Words for a picture."""

ENDS = phrases(
    "end, ends, the end, -30-, ###, (end), (ends), fin, ende, fim, fine, конец, кінець, 完, （完）, (完),"
    " 끝, (끝), item ends, enditem, end item, more, (more), schluss, النهاية, انتهى, انتهای پیام, پایان"
    " پیام, סוף, 終, 終わり,"
    " fin de la nota, fim da notícia, koniec, konec, vége, sfârșit, slut, slutt, loppu, τέλος"
)
"""What typists put under a text."""

SUBJECTS = words(
    "subject betreff objet asunto assunto oggetto onderwerp ämne emne aihe temat předmět tárgy"
    " subiect тема θέμα konu الموضوع נושא 件名 主题 主題 제목"
)
"""Names of the line in a letter that says what it is about."""

NOT_PLACES = words(
    "file note notes warning update updates caution danger important attention error info debug trace"
    " fatal fixme hint tip example question answer q a part chapter section table figure appendix"
    " summary abstract introduction conclusion today yesterday tomorrow yes no ok hinweis achtung"
    " warnung wichtig kapitel teil attention chapitre partie nota aviso capítulo capitolo parte let"
    " op hoofdstuk kapittel luku rozdział uwaga внимание глава часть примечание faq todo ps nb re fw"
    " from to subject date cc breaking exclusive analysis opinion video watch live photo usage"
    " install options see source sources"
)
"""Words that stand before a colon or a dash at the start of a paragraph and name no place."""

REPORTS = phrases(
    "this report, this story, this article, this dispatch, diesem bericht, dieser bericht, ce reportage, cet article,"
    " este informe, este reportaje, esta nota, este artículo, esta reportagem, este artigo, questo articolo,"
    " diese meldung, dieser beitrag, this programme, this entry, dit artikel,"
    " den här artikeln, denne artikel, tego artykułu, bu haber, этого материала, laporan ini"
)
"""How a text names itself."""

MAKING = phrases(
    "contribut, first published, appears in print, originally published, information for, information from,"
    " reported from,"
    " reporting for,"
    " beigetragen, mitgewirkt, mitgearbeitet, contribué, contribuy, contribuí, colabor, hanno contribuito,"
    " bijgedragen,"
    " im programm, gesendet, posted in, aired on, broadcast on, bidrog, bidrag, participat, katkıda, участвовал,"
    " berkontribusi"
)
"""Who helped to make a text, and when."""
