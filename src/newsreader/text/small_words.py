"""Words that are in most texts of a language and say nothing of what one is about."""

from __future__ import annotations

from functools import cache

from newsreader.text.language_words import WORDS

__all__ = ["DAYS", "SMALL_WORDS", "said_in_passing", "small_words"]

SMALL_WORDS = {
    "en": "a about above across after again against ago all almost alone along already also although always am among an"
    " and another any anyone anything are around as ask asked at away back be became because become been before"
    " began begin behind being below beside besides between both but by came can cannot come comes could did do"
    " does doing done down during each either else enough even ever every everyone everything few first for from"
    " further gave get gets getting give given gives go goes going gone got had has have having he her here hers"
    " herself him himself his how however i if in indeed instead into is it its itself just keep kept knew know"
    " known knows last late later least less let like little long made make makes making many may me might mine"
    " more most much must my myself near nearly neither never next no nobody none nor not nothing now of off often"
    " on once one only onto or other others our ours out over own part past perhaps put quite rather really said"
    " same saw say saying says see seem seemed seems seen several shall she should since so some someone something"
    " sometimes soon still such take taken takes taking tell tells than that the their theirs them themselves then"
    " there therefore these they thing things think this those though thought three through thus time to today"
    " together told too took toward towards two under until up upon us use used using very want wanted wants was"
    " way we well went were what whatever when where whether which while who whole whom whose why will with within"
    " without would yesterday yet you your yours",
    "de": "aber alle allein allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus"
    " außer außerdem bald bei beide beiden beim bereits besonders bevor bin bis bisher bist da dabei dadurch dafür"
    " dagegen daher damals damit danach daneben dann daran darauf darin darüber darum darunter das dass davon"
    " davor dazu dein dem demnach den denen denn dennoch der deren derzeit des deshalb dessen die dies diese"
    " dieselbe diesem diesen dieser dieses doch dort drei du durch dürfen eben ebenso eigentlich ein eine einem"
    " einen einer eines einige einigen einiger einiges einmal er erst erste ersten es etwa etwas euch euer für"
    " ganz ganze ganzen gar gab geben gegen gegenüber gehen geht gemacht genau genug gerade gewesen gibt ging habe"
    " haben hat hatte hatten hätte hätten her heute hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer"
    " ihres im immer in indem ins insgesamt ist ja jede jedem jeden jeder jedes jedoch jene jetzt kam kann kaum"
    " kein keine keinem keinen keiner kommen kommt konnte konnten können könnte könnten lange lassen letzte"
    " letzten machen macht man manche mehr mehrere mehreren mein meist meisten mich mir mit mittlerweile muss"
    " musste mussten müssen nach nachdem neben nicht nichts nie niemand noch nun nur ob oben oder oft ohne rund"
    " sagen sagt sagte schon sehen sehr sei seien sein seine seinem seinen seiner seines seit seitdem selbst sich"
    " sie sind so sobald sogar solche solchen soll sollen sollte sollten sondern sonst sowie statt steht teil"
    " trotz trotzdem über um und uns unser unsere unseren unter viel viele vielen vielleicht vom von vor während"
    " wann war waren warum was weder weg wegen weil weiter weitere weiteren weiterhin welche welchem welchen"
    " welcher wenig wenige weniger wenigen wenn wer werde werden wie wieder will wir wird wo wobei wohl wollen"
    " wollte wollten worden wurde wurden würde würden zeit zu zudem zuletzt zum zunächst zur zurück zusammen zwar"
    " zwei zwischen",
    "fr": "à afin ai ainsi alors après as assez au aucun aucune aujourd aujourd'hui auparavant aura aurait aussi autant"
    " autour autre autres aux avaient avait avant avec avoir ayant beaucoup bien bientôt car ce ceci cela celle"
    " celles celui cent cependant ces cet cette ceux chacun chaque chez chose ci comme comment contre d dans de"
    " deçà dedans dehors déjà depuis derrière des dès deux devant devrait dire dit doit doivent donc dont du"
    " durant elle elles en encore enfin entre est et étaient était étant été être eu eux faire fait faut fois font"
    " grâce hors hui ici il ils j jamais je jusqu jusque l la laquelle le lequel les lesquels leur leurs lors"
    " lorsque lui m ma mais mal malgré même mêmes mes mettre mieux mis moi moins mon n ne ni nos notamment notre"
    " nous nouveau on ont ou où outre par parce parfois parmi part partout pas passé pendant personne peu peut"
    " peuvent plus plusieurs plutôt pour pourquoi pourrait pouvait pouvoir premier première près presque prendre"
    " pris puis puisque qu quand quant que quel quelle quelles quelque quelques quels qui quoi quoique rien s sa"
    " sans se selon sera serait seront ses seul seule seulement si sien soit son sont sous souvent suite sur"
    " surtout t ta tandis tant tel telle tels tes toi ton toujours tous tout toute toutefois toutes très trois"
    " trop tu un une va vers veut voici voilà voir vos votre vous y",
    "es": "a acá además adonde ahí ahora al algo alguien algún alguna algunas alguno algunos allá allí ambos ante antes"
    " años aparte apenas aquel aquella aquellos aquí así aun aún aunque ayer bajo bastante bien cada casi cerca"
    " como cómo con conmigo contra cosa cosas creo cual cuál cuales cualquier cuando cuándo cuanto cuatro cuya"
    " cuyo dar de debe deben debido decir dejar del demás dentro desde después dice dicen dicho dijo donde dónde"
    " dos durante e el él ella ellas ello ellos en encima entonces entre era eran eres es esa esas ese eso esos"
    " está esta estaba estaban están estar estas este esto estos estuvo fin forma fue fuera fueron gran ha había"
    " habían haber habrá hace hacen hacer hacia han hasta hay he hecho hizo hoy incluso ir jamás junto la las le"
    " lejos les llegar llegó lo los luego me mediante mejor menos mi mientras mis misma mismas mismo mismos mucha"
    " muchas mucho muchos muy nada nadie ni ningún ninguna ninguno no nos nosotros nuestra nuestro nueva nuevo"
    " nunca o os otra otras otro otros para parece parte pero poca poco pocos podía podría poder por porque primer"
    " primera primero pudo pueda puede pueden pues que qué quien quién quienes quiere se sea sean según ser será"
    " serán si sí sido siempre sin sino sobre solo sólo somos son soy su sus tal también tampoco tan tanto te"
    " tendrá tener tenía ti tiempo tiene tienen toda todas todavía todo todos tras tres tu un una unas uno unos va"
    " van varias varios veces ver vez y ya yo",
    "it": "a abbia adesso ad agli ai al alcuna alcune alcuni alcuno all alla alle allo allora almeno altra altre altri"
    " altro ancora anche anni appena assai attraverso avanti avendo avere aveva avevano avrebbe avuto bene c che"
    " chi ci ciascuno ciò cioè circa col come con contro cosa così cui da dagli dai dal dall dalla dalle dallo"
    " davanti degli dei del dell della delle dello dentro deve devono di dietro dire dobbiamo dopo dove due"
    " durante e è ecco ed egli ella entrambi era erano essa esse essere essi fa facendo fare fatto fin fino fra fu"
    " fuori furono già giù gli grande grazie ha hanno ho i ieri il in infatti insieme intanto intorno invece io l"
    " la là le lei li lì lo loro lui lungo ma mai meglio meno mentre mi mia mio mila modo molta molte molti molto"
    " ne né neanche negli nei nel nell nella nelle nello nemmeno nessun nessuna nessuno niente no noi non nostra"
    " nostro nulla nuova nuovo o od oggi ogni oltre oppure ora parte per perché perciò però più poca pochi poco"
    " poi possono potrebbe prima primo proprio può pur purtroppo qual quale quali qualche qualcosa qualcuno quando"
    " quanta quanto quasi quella quelle quelli quello questa queste questi questo qui quindi sarà saranno sarebbe"
    " se sé secondo sei sembra sempre senza si sia siamo siano solo soltanto sono sopra soprattutto sotto sta"
    " stata state stati stato stesso su sua subito sue sugli sui sul sulla sulle suo suoi tale tali tanto te tempo"
    " tra tranne tre tu tua tutta tuttavia tutte tutti tutto un un' una uno va verso vi via viene vengono voi"
    " volta volte vostro",
    "pt": "a à acima agora ainda além algo alguém algum alguma algumas alguns ali ambos anos antes ao aos apenas apesar"
    " após aquela aquelas aquele aqueles aqui aquilo as às assim até através bastante bem cada caso cerca com como"
    " contra contudo cuja cujo da dá dar das de debaixo dela dele deles demais dentro depois desde dessa desse"
    " desta deste deve devem dia diante disse diz do dois dos durante e é ela elas ele eles em embora enquanto"
    " entanto entre era eram essa essas esse esses esta está estamos estão estar estas estava estavam este esteve"
    " estes eu fará faz fazer fazia feito ficar ficou foi fora foram forma fosse grande há hoje ir isso isto já"
    " jamais junto la lá lhe lhes lo logo longe mais mal mas me meio melhor menos mesma mesmo mesmos meu minha"
    " muita muitas muito muitos na nada não nas nem nenhum nenhuma nessa nesse nesta neste ninguém no nos nós"
    " nossa nosso nova novo num numa nunca o onde ontem os ou outra outras outro outros para parece parte pela"
    " pelas pelo pelos perto pode podem poder poderá pois por porque porém pouca pouco poucos primeira primeiro"
    " própria próprio qual quais qualquer quando quanto quase que quem quer são se seja sem sempre sendo ser será"
    " serão seu seus si sido sim só sob sobre sua suas tal também tanta tanto tão te tem têm tempo tendo ter terá"
    " teve tinha tinham toda todas todavia todo todos três tu tudo um uma umas uns vai vão várias vários vem ver"
    " vez vezes você",
    "nl": "aan achter af al alle alleen alles als altijd ander andere anderen anders ben beide beter bij bijna binnen"
    " blijft boven buiten daar daarbij daardoor daarin daarmee daarna daarnaast daarom daarvan dan dat de deden"
    " deed deel der des deze dezelfde die dit doen doet door drie dus echter een eens eer eerder eerst eerste"
    " eigen elk elkaar elke en enige enkel enkele er erg ergens even gaan gaat gedaan geen gehad gekomen gemaakt"
    " geven geweest ging haar had hadden heb hebben heeft heel heen hele hem hen het hier hij hoe hoewel hun ieder"
    " iedere iedereen iemand iets ik in inmiddels is ja je jij jou jouw jullie kan keer kon konden krijgt kunnen"
    " kwam kwamen laat laatste lang langs later laten liet maar maken maakt maakte mag me mee meer meest meestal"
    " men met mij mijn minder misschien moest moeten moet mogen na naar naast nadat nam namelijk niemand niet"
    " niets nieuwe nog nooit nu of om omdat onder ondanks ons onze ook op opnieuw over pas rond samen sinds"
    " slechts soms steeds straks te tegen ten ter terug terwijl tijd tijdens toch toe toen tot totdat tussen twee"
    " uit u uw vaak van vanaf vandaag vanuit vanwege veel verder via volgens voor vooral voordat vorig waar"
    " waarbij waardoor waarin waarom waarop waarvan wanneer want waren was wat we weer weet weg weinig wel welk"
    " welke werd werden wie wij wil wilde willen worden wordt wou ze zeer zegt zei zich zij zijn zo zoals zodat"
    " zonder zou zouden zowel zullen zult zal",
    "sv": "aldrig all alla allt alltid allting andra annan annat att av bakom bara behöver bland blev bli blir bort"
    " borde både bör där därför de dem den denna deras dess dessa det detta dig din dit dock du då efter eftersom"
    " egen ej eller en endast enligt er ett fanns fick finns fler flera fram framför från få får för före förra"
    " första ge genom ger gick gjorde gör göra ha hade han hans har helt hela hellre henne hennes hit hon honom"
    " hos hur här i ibland icke igen igår in inför ingen inget inga innan inne inom inte ja jag just kan kanske"
    " kom komma kommer kring kunde kunna lite långt man med medan mellan men mer mera mest min mindre minst mitt"
    " mot mycket måste många möjligt ned nej nere ni nog nu ny nya nytt någon någonting något några när nära nästa"
    " nästan och också ofta om omkring oss per på redan runt rätt samma samt samtidigt se sedan sen senare senast"
    " ser sig sin sina sitt själv själva ska skall skulle snart som stor större säga säger så sådan såg ta tar tid"
    " tidigare till tills tillsammans trots två under upp ur ut utan utanför vad var vara varför varit varje vem"
    " vid vidare vilka vilken vilket vill ville visst väl över även",
    "ru": "без более больше будет будто буду будут бы был была были было быть в вам вас ваш вдруг ведь вместе вниз во"
    " вообще вот впрочем все всегда всего всей всем всех всё вы где да даже два две для до другая другие других"
    " другой его ее ей ему если есть еще ещё её же за зачем здесь и из или им именно иногда их к кажется как какая"
    " какие какой когда конечно которая которого которой которые который которых кроме кто куда ли лишь лучше"
    " между меня мне много может можно мой мы на над надо наконец нас наш не него нее ней нельзя несколько нет ни"
    " нибудь никогда ним них ничего но ну о об один одна однако одной около он она они оно опять от перед по под"
    " пока после потом потому почему почти при про просто против раз разве с сам сама само самой самый свое своего"
    " своей свои своих свой свою себе себя сегодня сейчас сказал сказала со совсем среди сразу стал стала стали"
    " так также такая такие такой там твой те тебя тем теперь то тогда того тоже той только том тот три тут ты у"
    " уж уже хорошо хоть хотя чего чем через что чтоб чтобы чуть эта эти этих это этого этой этом этот эту я",
}
"""Function words, and the verbs and adverbs that are as common, by language; parted by blanks."""


DAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday year years",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag jahr jahre jahren",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche an ans année années",
    "es": "lunes martes miércoles jueves viernes sábado domingo año",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica anno",
    "pt": "segunda terça quarta quinta sexta feira sábado domingo ano",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag jaar jaren",
    "sv": "måndag måndagen tisdag tisdagen onsdag onsdagen torsdag torsdagen fredag fredagen lördag lördagen söndag"
    " söndagen år året",
    "ru": "понедельник понедельника вторник вторника среда среду среды четверг четверга пятница пятницу пятницы суббота"
    " субботу субботы воскресенье воскресенья год года году лет",
}
"""Days of the week and years, by language: two articles may well tell the same because of a day, which says nothing."""


@cache
def small_words(language: str) -> frozenset[str]:
    """Those of a language by its two letters; none of one that nobody wrote down."""
    return frozenset(f"{SMALL_WORDS.get(language, '')} {WORDS.get(language, '')}".split())


@cache
def said_in_passing(language: str) -> frozenset[str]:
    """Words that tell no reader why two articles are related: small words, days and years."""
    return small_words(language).union(DAYS.get(language, "").split())
