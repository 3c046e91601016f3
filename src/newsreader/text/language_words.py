"""What tells languages that share a script from one another: their commonest small words, and letters of their own."""

from __future__ import annotations

__all__ = ["LETTERS", "WORDS"]

WORDS = {
    # Latin
    "en": "the of and to in is that for was with as it on are by be this have from at not but which has they"
    " were their been will would there what about who more you said",
    "de": "der die und das in den von zu mit ist des nicht ein eine auch sich auf für dem als im an es werden"
    " aus wird bei sind einen einer hat nach um noch über wie zum zur dass sie",
    "fr": "le la les de des et du en un une est que dans qui pour pas sur au plus par avec ce il sont ne se"
    " aux cette mais ont été comme ou leur ses elle nous son",
    "es": "el la los de y que en un una las del se por con para no su al es lo más como pero sus fue ha este"
    " también son entre está sobre ya desde han muy",
    "pt": "o a os de e que do da em um uma para não com no na se por dos das ao mais como mas foi são pelo"
    " pela seu sua também já está às até isso",
    "gl": "o a os de e que do da en un unha para non con no na se por dos das ao máis como pero foi son polo"
    " pola seu súa tamén xa está esta ás ata",
    "ca": "el la els de i que en un una les del es per amb no al dels més com però ha aquest també són entre"
    " està des han molt als aquesta seva",
    "it": "il la di e che in un una i per del della non con le è si da al dei sono gli nel alla più delle"
    " anche come ha ma lo dal questo sua stato nella",
    "ro": "și de în la a cu care pe din nu un o că mai este sunt pentru au fost sau prin după dar ca al ale"
    " sa lui va fi această acest între",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er door die om ook als maar naar bij uit"
    " nog over wordt heeft hun dan worden of deze meer",
    "af": "die het van en in is dat op te nie met vir ’n aan sy deur wat om ook as maar na by uit nog oor"
    " word hulle was hierdie sal kan ons",
    "sv": "och att det i som en på är av för med den till inte har om ett de var från vid men kan så också vi"
    " efter eller när där skulle blir under mellan",
    "da": "og at det i som en på er af for med den til ikke har om et de var fra ved men kan så også vi efter"
    " eller når hvor skulle bliver blev mellem noget sig skal må kunne ingen både meget enten ligger"
    " hvis",
    "nb": "og at det i som en på er av for med den til ikke har om et de var fra ved men kan så også vi etter"
    " eller når hvor skulle blir ble mellom noe seg skal må kunne ingen både mye enten ligger hvis ikkje",
    "is": "og að í sem er á það um til ekki var við af með en hann fyrir þessi þetta eru hefur frá verið"
    " eftir þar eða hafa vera voru",
    "fi": "ja on ei se että oli ovat hän mutta myös kun joka niin kuin ole sen tai jo nyt vain mukaan olla"
    " sekä jos voi vielä ne noin jälkeen",
    "et": "ja on ei et see oli ta ka kui mis aga oma või kes siis ning selle kuid seda juba ole nad pärast"
    " nagu veel kõik poolt",
    "lv": "un ir ka no ar par uz tas bet kas nav vai pēc arī kā lai tika viņš būs to tā jau ļoti pie līdz"
    " tikai",
    "lt": "ir kad yra į su iš tai bet buvo kaip o dėl apie jau ar po ne už nuo taip tik gali pat jis šis arba"
    " savo",
    "pl": "i w na z się nie do to że jest o jak po od za przez dla ale są tym który jego oraz był może tylko"
    " czy już co jej także być",
    "cs": "a v na se je že s z do o i to ve pro by k jsou ale jako po za byl podle které který jeho nebo také"
    " při však už jen ještě bude",
    "sk": "a v na sa je že s z do o aj to vo pre by k sú ale ako po za bol podľa ktoré ktorý jeho alebo tiež"
    " pri však už len ešte bude",
    "sl": "in v je na da se za so z ki pa s po bi tudi kot ne ali še iz bil od ni bo pri ker kako več lahko"
    " med ter",
    "hr": "i u je na da se za su s koji od ne o kao iz će bi ili ali te to nije što samo više bio prema još"
    " nakon sve također tko tijekom",
    "hu": "a az és hogy nem is egy meg volt csak ez el már mint azt még ki kell de vagy után lesz által"
    " szerint minden pedig lehet között",
    "sq": "dhe të në e i me për që nga një është më do ka si nuk u se janë por ose kjo ky këtë edhe ishte"
    " kishte",
    "tr": "ve bir bu için da de ile olarak olan çok daha gibi en ne var ama sonra kadar göre her değil ki o"
    " olduğu ya veya ancak oldu etti",
    "az": "və bir bu üçün da də ilə olan çox daha kimi ən nə var amma sonra qədər görə hər deyil ki o olduğu"
    " ya isə edir etdi olub",
    "eu": "eta da ez bat du dira izan ere baina egin dute zen zuen duen den dela hau horrek edo beste egiten"
    " gabe baino oso",
    "cy": "y a i yn o ar mae ac er yr am bod wedi ei gan hefyd oedd fel ond ni eu sydd gyda hyn cael roedd",
    "ga": "an na agus ar i go a is le sa do bhí tá atá sé ag ach nach seo don gur ó ní iad siad leis",
    "id": "yang dan di untuk dengan dari pada ini itu dalam tidak akan adalah oleh ke juga karena bisa telah"
    " lebih atau sudah ada mereka saat kata bahwa",
    "vi": "và của là có trong không được cho với các một những này đã người để khi từ về đến ở ra như cũng sẽ"
    " tại",
    "tl": "ang ng sa na mga ay at ni para si ito hindi may kay nang pa ko rin mula kung din siya isang"
    " kanyang",
    "sw": "ya na wa kwa ni katika za la kuwa hiyo cha kama hii huo lakini watu baada yake alisema pia huku"
    " hilo bila",
    "eo": "la de kaj en al estas ne por ke kiu kun sed pri ĝi oni el ĉi kiel tiu ili aŭ per post tio estis"
    " ankaŭ",
    # Cyrillic
    "ru": "и в не на что с по как это из за к от для его он но о до у так же был все было при только может"
    " быть или также которые были её их",
    "uk": "і в не на що з у та як це за до від для його він але про також так був було при тільки може бути"
    " або які були її їх є й",
    "be": "і ў не на што з у як гэта за да ад для яго ён але пра таксама так быў было пры толькі можа быць"
    " або якія былі яе іх",
    "bg": "и в не на че с за от да се как това към до по той но са при ще е бе което също или които му във"
    " като със този",
    "mk": "и во не на дека со за од да се како ова кон до по тој но при ќе е беше што исто или кои му го ги"
    " ја бил",
    "sr": "и у не на да са за од се је као ово до по он али су при ће био што такође или који му из би те"
    " није само",
    # Arabic
    "ar": "في من على أن إلى التي عن الذي مع هذا هذه كان ما لا أو بعد قد بين كما قال ذلك لم كانت ولا وقد خلال"
    " حيث",
    "fa": "و در به از که این را با است برای آن یک خود تا بر هم نیز شد کرد بود می شود های ها باید ما اما کند"
    " شده",
    "ur": "کے کی میں سے کا اور ہے کو پر نے کہ یہ ہیں بھی تھا اس گئی جو ایک کر نہیں تھے ہو رہے وہ لیے گیا دیا",
    "ps": "په د او چې له کې ته سره دی دا یې هم به نه کړي شي وي ده یو کړ دې څخه هغه",
    # Devanagari
    "hi": "के में की है से का और को पर ने कि यह हैं भी था इस जो एक कर नहीं थे हो रहे वह लिए गया दिया",
    "mr": "आहे आणि च्या या ते हे की नाही केली करण्यात होता असे तर मध्ये यांनी होती त्या मात्र आहेत झाला",
    "ne": "छ र को मा ले का पनि हो छन् गर्न गरेको भएको तथा एक यो थियो लाई हुने गर्ने बाट",
}
"""Some thirty words by language, parted by blanks."""

LETTERS = {
    "de": "ß", "fr": "œ", "es": "ñ¿¡", "pt": "ãõ", "ca": "ŀ", "ro": "ășțţş", "da": "æø", "nb": "æø",
    "is": "þð", "et": "õ", "lv": "āēīūģķļņ", "lt": "ėįųū", "pl": "łżąęśź", "cs": "řěů", "sk": "ľĺŕô",
    "hr": "đć", "hu": "őű", "sq": "ë", "tr": "ğış", "az": "əğış", "cy": "ŵŷ",
    "vi": "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư", "eo": "ĉĝĥĵŝŭ", "ru": "ыэъё", "uk": "їєґі",
    "be": "ўі", "bg": "ъ", "mk": "ѓќѕ", "sr": "ђћ", "fa": "پچژگکی", "ur": "ٹڈڑںےہھ", "ps": "ټډړږښګڼېۍ",
    "ar": "ةىأإك",
}  # fmt: skip
"""Letters that hardly another language of the same script has."""
