"""Arabic clauses: finite verbs in running words, where clauses begin, and the roles of the parties in them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from rasad.clauses.arabic import verb_at
from rasad.clauses.clause import Clause, clauses_of
from rasad.clauses.verb import Verb
from rasad.entities.entity import Reference, Resolution
from rasad.text.article import Article
from rasad.text.folding import fold
from rasad.text.span import Span
from rasad.text.words import Word, words_between


def _words(sentence: str) -> tuple[Word, ...]:
    folded = fold(sentence)
    return words_between(folded, 0, len(folded.text), "ar")


def _verbs(sentence: str) -> list[Verb]:
    words = _words(sentence)
    return [verb for i in range(len(words)) if (verb := verb_at(words, i)) is not None]


def _clauses(sentence: str, parties: Mapping[str, str]) -> list[Clause]:
    """The clauses of *sentence*; *parties* maps wordings in it to ids, people with a + and their party."""
    references = []
    for wording, id_ in parties.items():
        start = sentence.index(wording)
        entity, _, party = id_.partition("+")
        form = "person" if party else ("adjective" if wording.rstrip("ةا").endswith(("ي", "يين")) else "name")
        references.append(Reference(Span(start, start + len(wording)), entity, party or entity, form))
    references.sort(key=lambda r: r.span.start)
    article = Article("a", sentence, fold(sentence), language="ar", sentences=(Span(0, len(sentence)),))
    return list(clauses_of(article, Resolution((), tuple(references))))


def _roles(sentence: str, parties: Mapping[str, str]) -> dict[str, str]:
    """The role of each party, as "role" where it stands itself, "role-" where it only qualifies a thing."""
    return {
        a.entity: a.role + ("" if a.direct else "-")
        for clause in _clauses(sentence, parties)
        for a in clause.arguments
        if a.entity
    }


# ---------------------------------------------------------------- verbs


@pytest.mark.parametrize(
    ("form", "lemma", "tense", "number"),
    [
        ("وقّعت", "وقع", "past", "singular"),
        ("ووقعا", "وقع", "past", "dual"),
        ("وقعوا", "وقع", "past", "plural"),
        ("يوقعان", "وقع", "present", "dual"),
        ("ستوقع", "وقع", "future", "singular"),
        ("التقت", "التقى", "past", "singular"),
        ("التقيا", "التقى", "past", "dual"),
        ("التقوا", "التقى", "past", "plural"),
        ("يلتقون", "التقى", "present", "plural"),
        ("سيلتقي", "التقى", "future", "singular"),
        ("دعت", "دعا", "past", "singular"),
        ("يدعون", "دعا", "present", "plural"),
        ("زارت", "زار", "past", "singular"),
        ("يزور", "زار", "present", "singular"),
        ("هنأت", "هنأ", "past", "singular"),
        ("شنت", "شن", "past", "singular"),
        ("جاءت", "جاء", "past", "singular"),
        ("سيتم", "تم", "future", "singular"),
        ("أبلغه", "أبلغ", "past", "singular"),
        ("التقاها", "التقى", "past", "singular"),
        ("وصفوه", "وصف", "past", "plural"),
    ],
)
def test_forms_of_strong_weak_and_bound_verbs(form: str, lemma: str, tense: str, number: str) -> None:
    """Weak letters change, duals and plurals have endings, object pronouns are written on."""
    [verb] = _verbs(f"الذي {form} في موسكو")

    assert (verb.lemma, verb.tense, verb.number) == (lemma, tense, number)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("أقيمت", "أقام"),
        ("تقام", "أقام"),
        ("أعيد", "أعاد"),
        ("أصيب", "أصاب"),
        ("استضيفت", "استضاف"),
        ("هوجمت", "هاجم"),
        ("عوقب", "عاقب"),
        ("أجريت", "أجرى"),
        ("ألغيت", "ألغى"),
        ("أنشئت", "أنشأ"),
        ("قيل", "قال"),
        ("استؤنفت", "استأنف"),
    ],
)
def test_passives_that_letters_show(form: str, lemma: str) -> None:
    """Hollow and weak verbs, and those with a long first vowel, show the passive without harakat."""
    [verb] = _verbs(f"التي {form} في موسكو")

    assert (verb.lemma, verb.passive) == (lemma, True)


@pytest.mark.parametrize(
    ("sentence", "tense", "negated"),
    [
        ("لم يلتق الرئيس بالوزير", "past", True),
        ("لم تزر الوزيرة موسكو", "past", True),
        ("لن يوقع الرئيس الاتفاق", "future", True),
        ("سوف يزور الرئيس موسكو", "future", False),
        ("وقد وصل الرئيس إلى موسكو", "past", False),
        ("قد يصل الرئيس إلى موسكو", "subjunctive", False),
        ("طلب أن ينسحب الجيش", "subjunctive", False),
        ("بعد أن وقع الرئيس الاتفاق", "past", False),
        ("قبل أن يتوجه الرئيس إلى باكو", "present", False),
        ("من المقرر أن يزور الرئيس موسكو", "future", False),
        ("لتعزز الحكومة الأمن", "subjunctive", False),
    ],
)
def test_particles_set_tense_and_polarity(sentence: str, tense: str, negated: bool) -> None:
    """What stands before a verb says when, and whether at all."""
    verb = _verbs(sentence)[-1]

    assert (verb.tense, verb.negated) == (tense, negated)


@pytest.mark.parametrize(
    "sentence",
    [
        "في بحث التعاون",
        "دعم روسي لأفغانستان",
        "رفع العقوبات عن روسيا",
        "تعزيز الأمن ودعم الاستقرار",
        "إحراز تقدم كبير",
        "وزارة الخارجية",
        "حركة التجارة",
        "زيارتها الأولى",
        "إصابة عشرة",
        "هناك تعاون",
        "مثل كازاخستان",
        "لقاء الرئيسين",
        "هدنة مدتها يومان",
        "مصادر مطلعة",
    ],
)
def test_nouns_that_look_like_verbs_are_none(sentence: str) -> None:
    """Where no verb is due, a form that may be a noun is one."""
    assert _verbs(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("وبحث الجانبان التعاون", "بحث"),
        ("رفض الرئيس المقترح", "رفض"),
        ("الذي دعم القرار", "دعم"),
        ("بينما طلب الوزير المساعدة", "طلب"),
        ("وتعاون البلدان", "تعاون"),
        ("وعبر الرئيس عن شكره", "عبر"),
        ("حكم على المعارض بالسجن", "حكم"),
        ("أنه فتح الحدود", "فتح"),
    ],
)
def test_the_same_words_are_verbs_where_one_is_due(sentence: str, lemma: str) -> None:
    """At the head of a clause, before who acts, after a relative or a linker."""
    assert [verb.lemma for verb in _verbs(sentence)] == [lemma]


def test_a_name_may_be_the_subject_that_shows_a_verb() -> None:
    """ "طلب رحمون" is a verb if رحمون is known for a name."""
    words = _words("، وطلب رحمون معاملة أفضل")

    assert verb_at(words, 1) is None
    assert (verb := verb_at(words, 1, frozenset({2}))) is not None and verb.lemma == "طلب"


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("تقدم روسيا مساعدات", "قدم"),
        ("تقدم الرئيس بالشكر", "تقدم"),
        ("التي تقدم المساعدات", "قدم"),
        ("يعد البلد الأكبر", "عد"),
    ],
)
def test_of_two_verbs_with_one_form_the_likelier_is_read(sentence: str, lemma: str) -> None:
    """By the gender of what follows, and by what the press mostly means."""
    assert [verb.lemma for verb in _verbs(sentence)] == [lemma]


@pytest.mark.parametrize(
    ("sentence", "act", "passive"),
    [
        ("تم توقيع الاتفاق", "وقع", True),
        ("جرى التوقيع على الاتفاق", "وقع", True),
        ("سيتم إغلاق المعبر", "أغلق", True),
        ("قام الرئيس التركي بزيارة موسكو", "زار", False),
        ("بدأت روسيا سحب قواتها", "سحب", False),
        ("تمكنت القوات من تحرير الرهائن", "حرر", False),
        ("أعلن الوزير زيارة موسكو", None, False),
    ],
)
def test_verbs_that_carry_a_noun_name_its_act(sentence: str, act: str | None, passive: bool) -> None:
    """ "تم توقيع" is a signing that somebody undergoes, "قام بزيارة" a visit that the subject makes."""
    [verb] = _verbs(sentence)

    assert (verb.act, verb.passive) == (act, passive)


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("قتل خمسة أشخاص", True),
        ("اعتقل 14 شخصا", True),
        ("قتل مسلحون جنديا", False),
        ("قالت إنها قتلت 58 جنديا", False),
    ],
)
def test_those_who_undergo_an_act_follow_its_passive_at_once(sentence: str, passive: bool) -> None:
    """Killed or arrested are those whom the verb counts next, unless its subject is said before."""
    assert _verbs(sentence)[-1].passive is passive


def test_accusative_participles_go_on_telling() -> None:
    """ "مشيرا", "مؤكدة" tell further acts of the same subject."""
    assert [(v.lemma, v.tense) for v in _verbs("قال الوزير ذلك، مشيرا إلى الاتفاق، ومؤكدا دعم بلاده")] == [
        ("قال", "past"),
        ("أشار", "participle"),
        ("أكد", "participle"),
    ]


# ---------------------------------------------------------------- clauses


def _cut(sentence: str) -> list[str]:
    return [clause.span.of(sentence) for clause in _clauses(sentence, {})]


def test_clauses_begin_at_marks_and_opening_words() -> None:
    """At a comma, at "أن", at a relative; a subject before its verb stays with it."""
    assert _cut("أكد الرئيس أن بلاده تدعم الاتفاق الذي وقعه الوزير، ودعا إلى الحوار") == [
        "أكد الرئيس",
        "أن بلاده تدعم الاتفاق",
        "الذي وقعه الوزير",
        "ودعا إلى الحوار",
    ]


def test_an_auxiliary_is_one_clause_with_its_verb() -> None:
    """ "كان … قد قدم" is one act, and what "ما زالت" denies goes on."""
    [clause] = _clauses("وكان الصندوق قد قدم قرضا", {})
    assert clause.verb is not None and (clause.verb.lemma, clause.first) == ("قدم", 0)

    [clause] = _clauses("ما زالت الحكومة ترفض المقترح", {})
    assert clause.verb is not None and not clause.verb.negated


def test_a_plan_governs_what_is_joined_to_it() -> None:
    """ "من المقرر أن تعقد … وأن يزور …": both lie ahead."""
    clauses = _clauses("ومن المقرر أن تعقد القمة في موسكو، وأن يزور الوزير باكو", {})

    assert [c.verb.tense for c in clauses if c.verb is not None] == ["future", "future"]


# ---------------------------------------------------------------- roles


def test_subject_and_object_are_told_apart_without_case() -> None:
    """Of phrases without a preposition the first acts, the next undergoes; parties and definiteness part them."""
    assert _roles(
        "واتهم رئيس الوزراء الباكستاني الهند بتحريض كابل", {"الباكستاني": "PAK", "الهند": "IND", "كابل": "AFG"}
    ) == {
        "PAK": "subject",
        "IND": "object",
        "AFG": "with-",
    }
    assert _roles("دعت الصين وروسيا باكستان إلى الحوار", {"الصين": "CHN", "روسيا": "RUS", "باكستان": "PAK"}) == {
        "CHN": "subject",
        "RUS": "subject",
        "PAK": "object",
    }
    assert _roles("هاجمت القوات الأفغانية مواقع باكستانية", {"الأفغانية": "AFG", "باكستانية": "PAK"}) == {
        "AFG": "subject",
        "PAK": "object-",
    }


def test_an_apposition_is_no_object() -> None:
    """A title after its holder's name goes on with the subject."""
    roles = _roles(
        "التقى محمد بن سلمان ولي العهد السعودي الرئيس الروسي",
        {"محمد بن سلمان": "person:mbs+SAU", "السعودي": "SAU", "الروسي": "RUS"},
    )
    assert roles == {"person:mbs": "subject", "SAU": "subject", "RUS": "object"}


def test_a_plural_or_a_participle_has_its_subject_already() -> None:
    """Before its subject an Arabic verb is singular: what follows a plural undergoes."""
    assert _roles("وانتقدوا روسيا", {"روسيا": "RUS"}) == {"RUS": "object"}
    assert _roles("قال الوزير ذلك، متهما باكستان", {"باكستان": "PAK"}) == {"PAK": "object"}


@pytest.mark.parametrize(
    ("sentence", "wording", "role"),
    [
        ("تعاون مع كازاخستان", "كازاخستان", "with"),
        ("رحبت الأمم المتحدة بكازاخستان", "كازاخستان", "with"),
        ("قدمت الدولة قرضا لكازاخستان", "كازاخستان", "to"),
        ("وجه الرئيس رسالة للكازاخستانيين", "للكازاخستانيين", "to"),
        ("اتفاق بين كازاخستان", "كازاخستان", "between"),
        ("فرض عقوبات على كازاخستان", "كازاخستان", "on"),
        ("تم ذلك من قبل كازاخستان", "كازاخستان", "by"),
        ("تصريحات ضد كازاخستان", "كازاخستان", "against"),
        ("أشاد الوزير بدور كازاخستان", "كازاخستان", "with-"),
        ("بحث الملفات المتعلقة بكازاخستان", "كازاخستان", "about"),
        ("انتقد الأمين العام لبنان", "لبنان", "object"),
        ("رحب الأمين العام ببلغاريا", "بلغاريا", "with"),
    ],
)
def test_prepositions_and_letters_give_roles(sentence: str, wording: str, role: str) -> None:
    """Words before a name, letters written onto it or its head; a name that begins with ب or ل wears none."""
    assert _roles(sentence, {wording: "XXX"}) == {"XXX": role}


def test_members_of_a_list_share_a_role() -> None:
    """و is written onto the next name; a comma may stand for it."""
    sentence = "بحضور رؤساء كازاخستان وأوزبكستان، قرغيزستان وطاجيكستان"
    parties = {"كازاخستان": "KAZ", "أوزبكستان": "UZB", "قرغيزستان": "KGZ", "طاجيكستان": "TJK"}

    assert _roles(sentence, parties) == dict.fromkeys(("KAZ", "UZB", "KGZ", "TJK"), "with")


def test_those_counted_are_then_named() -> None:
    """ "ثماني دول، بينها …" names its subject late."""
    assert _roles("واتفقت ثماني دول، بينها السعودية وروسيا، على ذلك", {"السعودية": "SAU", "روسيا": "RUS"}) == {
        "SAU": "subject",
        "RUS": "subject",
    }


def test_a_relative_clause_means_its_antecedent() -> None:
    """As its subject, as the object that a pronoun resumes, or in the role of a pronoun after a preposition."""

    def role(sentence: str, parties: Mapping[str, str], party: str) -> str:
        last = [c for c in _clauses(sentence, parties) if c.verb is not None][-1]
        return next(a.role for a in last.arguments if a.party == party)

    assert role("أدان القوات الروسية التي دخلت أوكرانيا", {"الروسية": "RUS", "أوكرانيا": "UKR"}, "RUS") == "subject"
    assert role("أدان القوات الروسية التي دخلت أوكرانيا", {"الروسية": "RUS", "أوكرانيا": "UKR"}, "UKR") == "object"
    assert role("أفرجت عن صيادين إيرانيين كانت قد احتجزتهم", {"إيرانيين": "IRN"}, "IRN") == "object"
    assert role("شكر إيران التي تعاونت معها روسيا", {"إيران": "IRN", "روسيا": "RUS"}, "IRN") == "with"


def test_what_a_verb_carries_has_its_own_object() -> None:
    """ "بدأت روسيا زيارة": whom the noun governs, its act is done to."""
    roles = _roles("قام الرئيس التركي بزيارة كازاخستان", {"التركي": "TUR", "كازاخستان": "KAZ"})
    assert roles["TUR"] == "subject" and roles["KAZ"].startswith("object")


def test_a_stranger_acts_himself() -> None:
    """Where crowds or shells act, the clause says so, though they are no party."""
    [clause] = _clauses("تظاهر مئات التجار في سبين بولدك", {})

    assert [(a.role, a.entity) for a in clause.arguments] == [("subject", "")]
