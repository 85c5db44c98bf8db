"""The Persian and Dari words that clauses and events are read by: what they say, and that they hang together."""

from __future__ import annotations

from collections import Counter

import pytest

from rasad.clauses import persian
from rasad.clauses.grammar import grammar
from rasad.clauses.triggers import find_nominal, find_verbal
from rasad.clauses.verb import Verb
from rasad.events.status import cues_in
from rasad.events.topics import topics_of
from rasad.lexicons import load
from rasad.text.folding import fold, fold_word
from rasad.text.words import Word, words_between

_ROLES = {
    "subject",
    "object",
    "with",
    "to",
    "from",
    "against",
    "on",
    "about",
    "between",
    "in",
    "for",
    "by",
    "of",
    "other",
}
_TOPICS = {
    "military", "diplomacy", "economy", "energy", "transport", "security", "terrorism", "narcotics", "crime",
    "education", "science", "culture", "water", "climate", "nuclear", "sanctions", "humanitarian", "migration",
    "elections", "law",
}  # fmt: skip
_MODES = {
    "AGREE": set(),
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "SUPPORT": set(),
    "CONCEDE": set(),
    "COOPERATE": set(),
    "AID": set(),
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        "misinformation", "cyber",
    },
    "ASSAULT": {
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    },
}  # fmt: skip
_FIELDS = {
    "type", "mode", "verbs", "nouns", "also", "unless", "actor", "recipient", "nominal", "meeting", "mutual", "passive",
    "domestic", "speech", "status", "negated", "topics", "weight", "near", "ahead", "anywhere",
}  # fmt: skip


def _words(sentence: str) -> tuple[Word, ...]:
    folded = fold(sentence)
    return words_between(folded, 0, len(folded.text), "fa")


def _verbs(words: tuple[Word, ...]) -> list[Verb]:
    """The finite verbs of *words*, each by the end of its group."""
    found: list[Verb] = []
    index = 0
    while index < len(words):
        verb = persian.verb_at(words, index)
        if verb is not None and (verb.last == len(words) or words[verb.last].is_mark):
            found.append(verb)
            index = verb.last
        else:
            index += 1
    return found


def _told(sentence: str) -> list[str]:
    """The types and modes that the triggers of a one-clause sentence tell, its verb's first."""
    words = _words(sentence)
    keys = tuple(w.key for w in words)
    told: list[str] = []
    for verb in _verbs(words):
        found = find_verbal(keys, 0, len(keys), verb, "fa")
        if found is not None:
            type_, mode = found.trigger.type, found.trigger.mode
            if verb.negated:
                assert found.trigger.negated is not None
                type_, mode = found.trigger.negated
            told.append(f"{type_}/{mode}" if mode else type_)
    for found in find_nominal(keys, 0, len(keys), "fa"):
        told.append(f"{found.trigger.type}/{found.trigger.mode}" if found.trigger.mode else found.trigger.type)
    return told


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("اوزبیکستان صدور برق را از ۴۰۰ به ۱۶۰ میگاوات پایین آورده است", "SANCTION/discontinue"),
        ("پاکستان گذرگاه را بسته نگه داشته است", "SANCTION/discontinue"),
        ("محکمه او را مجرم شناخت", "SANCTION/convict"),
        ("کارمندان زن را به دفترها راه نمی‌دهند", "COERCE/restrict"),
        ("با فیر هوایی مردم را پراگنده ساختند", "ASSAULT/crowd-control"),
        ("هند ۷۳ تن واکسین به شفاخانه سپرد", "AID"),
        ("عشق‌آباد از نشستن بر این میز معذرت خواست", "REJECT/meet"),
        ("دو طرف یک کمیته مشترک ساختند", "COOPERATE"),
        ("مردم خشمگین با سنگ و چوب بر نیروها حمله کردند", "PROTEST/riot"),
        ("رئیس جمهور مغولستان روز سه‌شنبه به بیشکیک سفر کرد.", "CONSULT/visit"),
        ("سرپرست وزارت خارجه به بیجینگ مواصلت کرد.", "CONSULT/visit"),
        ("هیئت تجارتی ازبکستان از بندر حیرتان دیدن کرد.", "CONSULT/visit"),
        ("وزیر دفاع ارمنستان با همتای یونانی خود گفت‌وگو کرد.", "CONSULT"),
        ("معین سیاسی وزارت خارجه با سفیر چین ملاقات نمود.", "CONSULT"),
        ("نمایندگان دو کشور روی ترانزیت اموال تبادل نظر کردند.", "CONSULT"),
        ("وزیر خارجه عربستان با همتای پاکستانی خود تیلفونی صحبت کرد.", "CONSULT/phone"),
        ("اجلاس سران سازمان همکاری اقتصادی در خانکندی برگزار شد.", "CONSULT/multilateral"),
        ("وزیران معادن دو کشور قرارداد اکتشاف نفت را به امضا رساندند.", "SUPPORT"),
        ("موافقتنامه ترانزیتی میان ازبکستان و افغانستان به امضا رسید.", "SUPPORT"),
        ("بلاروس به سازمان همکاری شانگهای پیوست.", "SUPPORT"),
        ("سرکنسولگری ترکیه در مزار شریف گشایش یافت.", "SUPPORT"),
        ("روسیه حکومت افغانستان را به رسمیت شناخت.", "SUPPORT"),
        ("مسکو از ابتکار تاشکند استقبال نمود.", "SUPPORT"),
        ("طرفین در مورد احداث خط آهن به توافق رسیدند.", "AGREE"),
        ("چین برای آموزش پولیس افغانستان ابراز آمادگی نمود.", "AGREE"),
        ("وزیر زراعت ازبکستان وعده سپرد.", "AGREE"),
        ("رئیس جمهور قزاقستان از پاپ برای شرکت در کنگره ادیان دعوت کرد.", "AGREE"),
        ("تاجیکستان با فروش برق به پاکستان موافقت کرد.", "AGREE"),
        ("چین روادید شهروندان ازبکستان را لغو کرد.", "CONCEDE"),
        ("طالبان آتش‌بس سه روزه اعلان کردند.", "CONCEDE"),
        ("رئیس جمهور روسیه از آذربایجان پوزش خواست.", "CONCEDE"),
        ("قزاقستان نام این گروه را از فهرست سیاه بیرون کرد.", "CONCEDE"),
        ("حکومت افغانستان یک شهروند امریکایی را رها کرد.", "RETREAT/release"),
        ("قرقیزستان از ارتفاعات مرزی عقب‌نشینی کرد.", "RETREAT/withdraw"),
        ("نخست‌وزیر گرجستان استعفا داد.", "RETREAT/resign"),
        ("پاکستان گذرگاه تورخم را بازگشایی کرد.", "RETREAT"),
        ("ترکمنستان به ترکیه گاز صادر می‌کند.", "COOPERATE"),
        ("روسیه و چین مانور دریایی مشترک انجام دادند.", "COOPERATE"),
        ("ازبیکستان به افغانستان برق می‌فروشد.", "COOPERATE"),
        ("هند پنجاه هزار تن گندم به افغانستان کمک کرد.", "AID"),
        ("ازبکستان کمک‌های بشردوستانه به کابل ارسال نمود.", "AID"),
        ("تاجیکستان از بانک جهانی تقاضای کمک کرد.", "REQUEST/assist"),
        ("ایران خواستار توقف حملات اسرائیل شد.", "REQUEST/yield"),
        ("روسیه خواستار برگزاری نشست اضطراری شورای امنیت شد.", "REQUEST/meet"),
        ("سوریه درخواست عضویت در این سازمان را ارائه کرد.", "REQUEST/assist"),
        ("عمان حمله به دوحه را محکوم کرد.", "ACCUSE/disapprove"),
        ("سفیر سویدن به وزارت خارجه ترکیه احضار شد.", "ACCUSE/disapprove"),
        ("آذربایجان فرانسه را به دامن زدن تنش متهم ساخت.", "ACCUSE/allege"),
        ("ارمنستان از شرکت در نشست پیمان سر باز زد.", "REJECT/meet"),
        ("رئیس جمهور صربستان سفر خود به مسکو را لغو کرد.", "REJECT/meet"),
        ("ازبکستان این پیشنهاد را نپذیرفت.", "REJECT/assist"),
        ("ترامپ ایران را به حمله نظامی تهدید کرد.", "THREATEN/violence"),
        ("دیوان لاهه برای دو رهبر حکم بازداشت صادر کرد.", "THREATEN/arrest"),
        ("صدها نفر در ایروان علیه نخست‌وزیر تظاهرات کردند.", "PROTEST/demo"),
        ("کارگران نفت دست به اعتصاب زدند.", "PROTEST/strike"),
        ("رانندگان معترض جاده ترانزیتی را بستند.", "PROTEST/obstruct"),
        ("اتحادیه اروپا دو بانک قرقیزستان را تحریم کرد.", "SANCTION/discontinue"),
        ("پاکستان مرز خود با افغانستان را بست.", "SANCTION/discontinue"),
        ("ازبکستان صدور برق به افغانستان را قطع کرد.", "SANCTION/discontinue"),
        ("دو دیپلمات ایرانی از باکو اخراج شدند.", "SANCTION/expel"),
        ("ارمنستان از پیمان امنیت جمعی خارج شد.", "SANCTION/withdraw"),
        ("یک شهروند تاجیک در مسکو به حبس ابد محکوم شد.", "SANCTION/convict"),
        ("تاجیکستان سربازان تازه به سرحد فرستاد.", "MOBILIZE/troops"),
        ("ارتش ایران در شمال غرب رزمایش برگزار کرد.", "MOBILIZE/troops"),
        ("کوریای شمالی یک موشک بالستیک آزمایش کرد.", "MOBILIZE/weapons"),
        ("سه خبرنگار در باکو دستگیر شدند.", "COERCE/arrest"),
        ("پاکستان هزار مهاجر افغان را اخراج کرد.", "COERCE/deport"),
        ("رئیس جمهور مغولستان حالت اضطرار اعلام کرد.", "COERCE/martial-law"),
        ("داعش بر یک مسجد در قندوز حمله کرد.", "ASSAULT"),
        ("جنگنده‌های پاکستانی خوست را بمباران کردند.", "ASSAULT/aerial"),
        ("پهپادهای اوکراین پالایشگاه روسیه را هدف قرار دادند.", "ASSAULT/drone"),
        ("سربازان دو کشور در مرز با هم درگیر شدند.", "ASSAULT"),
    ],
)
def test_the_verb_of_a_sentence_tells_its_event(sentence: str, event: str) -> None:
    """The trigger that a clause's verb carries gives the type and mode that PLOVER has for the act."""
    assert _told(sentence)[0] == event


@pytest.mark.parametrize(
    ("headline", "event"),
    [
        ("سفر دو روزه وزیر خارجه جاپان به عشق‌آباد", "CONSULT/visit"),
        ("امضای قرارداد گاز میان ترکمنستان و ایران", "SUPPORT"),
        ("حمله مسلحانه به سفارت ترکیه در خارطوم", "ASSAULT/firearms"),
        ("درخواست ارمنستان از هند برای فروش توپ", "REQUEST/assist"),
        ("بازداشت شهروندان بلاروس در لهستان", "COERCE/arrest"),
        ("خروج نیروهای فرانسه از چاد", "RETREAT/withdraw"),
        ("نشست آتی وزیران خارجه در تاشکند", "AGREE"),
    ],
)
def test_a_noun_tells_an_event_by_itself(headline: str, event: str) -> None:
    """A headline without a verb tells its event by a noun, and «آتی» moves it to what lies ahead."""
    assert event in _told(headline)


@pytest.mark.parametrize(
    "sentence",
    [
        "تیم ملی فوتبال ازبکستان ایران را شکست داد.",
        "دیدار تیم‌های ایران و قطر با نتیجه مساوی پایان یافت.",
        "قیمت طلا در بازار تهران کاهش یافت.",
        "روابط دو کشور دوستانه است.",
        "شمار گردشگران خارجی در سمرقند به دو میلیون نفر رسید.",
        "این فیلم داستان سفر یک دختر به تاشکند را روایت می‌کند.",
        "قزاقستان با روسیه هفت هزار کیلومتر مرز دارد.",
        "باران شدید راه سالنگ را مسدود کرد.",
        "طالبان در منطقه حضور دارند.",
    ],
)
def test_what_only_looks_like_an_event_tells_none(sentence: str) -> None:
    """Sport, weather, markets, stories and remarks on relations fire no trigger."""
    assert _told(sentence) == []


@pytest.mark.parametrize(
    ("words", "lemma", "tense", "negated", "passive"),
    [
        ("بازمی‌گردد", "بازگشتن", "present", False, False),
        ("فرا می‌خواند", "فراخواندن", "present", False, False),
        ("برنگشت", "برگشتن", "past", True, False),
        ("نپذیرفته است", "پذیرفتن", "perfect", True, False),
        ("خواهند ساخت", "ساختن", "future", False, False),
        ("کشته شدند", "کشتن", "past", False, True),
        ("ندارد", "داشتن", "present", True, False),
        ("نیست", "بودن", "present", True, False),
        ("بیفتد", "افتادن", "subjunctive", False, False),
    ],
)
def test_forms_are_made_from_stems_prefixes_and_exceptions(
    words: str, lemma: str, tense: str, negated: bool, passive: bool
) -> None:
    """Prefixes stand before می and ن, joined or apart; forms that no rule makes are listed."""
    verb = persian.verb_at(_words(words), 0)

    assert verb is not None
    assert (verb.lemma, verb.tense, verb.negated, verb.passive) == (lemma, tense, negated, passive)


@pytest.mark.parametrize("word", ["مانند", "نزد", "نبرد", "شدید", "کشتی", "گذشته", "باید", "مردم", "برند"])
def test_everyday_words_are_no_verbs(word: str) -> None:
    """Forms that a rule would make of a verb, but that the press writes for another word, are none."""
    assert persian.verb_at(_words(word), 0) is None


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("علیه", "against"),
        ("به نمایندگی از", "from"),
        ("از سوی", "by"),
        ("در گفت‌وگو با", "with"),
        ("در اعتراض به", "against"),
        ("به ریاست", "subject"),
        ("بر سر", "about"),
        ("به روی", "to"),
        ("به رغم", "other"),
    ],
)
def test_prepositions_give_the_role_of_what_follows(phrase: str, role: str) -> None:
    """The longest preposition before a party decides: «به نمایندگی از ایران» is not «از ایران»."""
    keys = (*fold_word(phrase).split(), "ایران")

    assert grammar("fa").preposition_before(keys, len(keys) - 1) == (role, 0)


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("قرار است به آستانه سفر کند", "planned"),
        ("فردا به مسکو می‌رود", "ahead"),
        ("طرح تعلیق را بررسی می‌کند", "proposed"),
        ("خبر اعزام نیرو را تکذیب کرد", "denied"),
        ("اگر حقابه داده نشود", "conditional"),
        ("باید گفتگو کنند", "wish"),
        ("همکاری ادامه دارد", "ongoing"),
    ],
)
def test_cues_say_how_an_act_stands(words: str, cue: str) -> None:
    """Plans, wishes, conditions and denials are told by words around the verb."""
    assert cue in cues_in(tuple(w.key for w in _words(words)), "fa")


def test_topics_are_told_by_words() -> None:
    """A clause is about every topic whose words it holds."""
    keys = tuple(w.key for w in _words("دو کشور درباره حقابه هیرمند، مواد مخدر و گذرگاه‌های مرزی گفتند"))

    assert {"water", "narcotics", "transport"} <= set(topics_of(keys, "fa"))


def test_every_trigger_is_well_formed() -> None:
    """Types, modes, roles, topics, statuses and fields are known ones, and every word folds to something."""
    for entry in load("events/fa")["triggers"]:
        assert set(entry) <= _FIELDS, entry
        assert entry["type"] in _MODES, entry
        assert entry.get("mode") is None or entry["mode"] in _MODES[entry["type"]], entry
        assert entry.get("status") in {None, "happened", "ongoing", "planned", "proposed", "denied"}, entry
        assert {*entry.get("actor", ()), *entry.get("recipient", ())} <= _ROLES, entry
        assert set(entry.get("topics", ())) <= _TOPICS, entry
        assert entry.get("verbs") or (entry.get("nominal") and entry.get("nouns")), entry
        if "negated" in entry:
            type_, _, mode = entry["negated"].partition("/")
            assert not mode or mode in _MODES[type_], entry
        for field in ("nouns", "also", "unless"):
            assert all(isinstance(w, str) and fold_word(w) for w in entry.get(field, ())), entry


def test_every_verb_that_a_trigger_names_is_known() -> None:
    """Triggers name verbs of lexicons/verbs, or groups of light verbs whose members are such verbs."""
    words = load("verbs/fa")
    known = {*words["verbs"], *words["prefixed"]}

    assert all(lemma in known for group in words["light"].values() for lemma in group)
    assert set(words["near"]) <= set(words["light"])
    for entry in load("events/fa")["triggers"]:
        assert set(entry.get("verbs", ())) <= known | set(words["light"]), entry


def test_no_trigger_is_told_twice() -> None:
    """Two entries of one type and mode differ in their verbs, nouns or what must stand beside them."""
    entries = load("events/fa")["triggers"]
    counts = Counter(
        (e["type"], e.get("mode"), *(tuple(sorted(e.get(f, ()))) for f in ("verbs", "nouns", "also"))) for e in entries
    )

    assert [key for key, count in counts.items() if count > 1] == []


def test_no_small_word_has_two_roles() -> None:
    """A preposition stands under one role, a group word under one key."""
    words = load("grammar/fa")
    for table in (words["prepositions"], words["groups"]):
        counts = Counter(fold_word(w) for wordings in table.values() for w in wordings)
        assert [w for w, count in counts.items() if count > 1] == []
    assert set(words["prepositions"]) <= {*_ROLES, "part"}
