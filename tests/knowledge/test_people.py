"""People of the knowledge base: who held which office when, and the wordings that mean them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from rasad.knowledge.base import load_base
from rasad.knowledge.entry import Entry, Tenure
from rasad.lexicons import load
from rasad.text.folding import fold_word

#: Offices that many hold at once: ambassadors, deputies, spokespersons, envoys.
SEVERAL = {office for office, line in load("roles/offices")["offices"].items() if line.get("several")}

SCRIPTS = {
    "fa": re.compile(r"[\u0600-\u06ff\u200c .\-]+"),
    "fa-AF": re.compile(r"[\u0600-\u06ff\u200c .\-]+"),
    "ps": re.compile(r"[\u0600-\u06ff\u200c .\-]+"),
    "ar": re.compile(r"[\u0600-\u06ff .\-]+"),
    "en": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff .,'’\-]+"),
    "ru": re.compile(r"[\u0400-\u04ff .'’IVX\-]+"),
}

#: Surnames that are ordinary words: they mean a person only with the given name before them.
EVERYDAY = """
    نوری میرزا والی مرز رادیو باروت مالک قاضی شریف برادر کبیر حنفی ثانی صدر حق امین نور راه ماه کار عمر صادق شاهین
    دلاور فطرت خطیب دهقان سلامی قانونی عثمانی اولی دوران الوان موش بحر مدنی طه شهید گل خار می اسد حسن علی محمد احمد
"""

PEOPLE = [entry for entry in load_base().entries() if entry.type == "person"]


def test_each_person_stands_once_and_is_named_by_the_ascii_spelling() -> None:
    """An id is person: and the usual English spelling, so that annotations and data meet."""
    ids = [person.id for person in PEOPLE]

    assert len(ids) == len(set(ids))
    assert [i for i in ids if not re.fullmatch(r"person:[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_the_people_are_many() -> None:
    """Those whom the press of the region names most are known, not the heads of state alone."""
    assert len(PEOPLE) > 1500


def test_offices_are_worded_in_the_lexicons_of_roles() -> None:
    """A tenure's office is a key that some wording in Persian or Arabic gives, else no text could word it."""
    known: set[str] = set()
    for language in ("fa", "ar"):
        roles = load(f"roles/{language}")
        known |= roles["offices"].keys()
        known |= {field.get("office", f"{key}-minister") for key, field in roles["fields"].items()}

    assert sorted({t.office for person in PEOPLE for t in person.tenures} - known) == []


def test_offices_are_held_of_parties_that_the_base_knows() -> None:
    """An office is of a state, an organisation or a forum that has an entry of its own."""
    base = load_base()

    assert sorted({t.of for person in PEOPLE for t in person.tenures if base.entry(t.of) is None}) == []
    assert sorted({p.id for p in PEOPLE if p.state is None or base.entry(p.state) is None}) == []


def test_no_office_ends_before_it_begins() -> None:
    """Dates are in order; an open end is None."""
    odd = [
        (p.id, t) for p in PEOPLE for t in p.tenures if t.first is not None and t.last is not None and t.first > t.last
    ]

    assert odd == []


def test_names_are_long_enough_to_be_found_safely() -> None:
    """Every wording folds to three letters or more."""
    short = [(p.id, n.text) for p in PEOPLE for n in p.names if sum(c.isalpha() for c in fold_word(n.text)) < 3]

    assert short == []


def test_names_are_written_in_the_script_of_their_language() -> None:
    """A Latin letter in a Persian name, or a Persian one in a Russian name, is a slip."""
    odd = [(p.id, n.language, n.text) for p in PEOPLE for n in p.names if not SCRIPTS[n.language].fullmatch(n.text)]

    assert odd == []


def test_everybody_has_a_name_in_each_language() -> None:
    """A person who can be found in Persian can be found in Arabic, and shown in English and Russian."""
    lacking = [
        (p.id, language)
        for p in PEOPLE
        for language in ("fa", "ar", "en", "ru")
        if not any(n.language == language and n.form == "name" for n in p.names)
    ]

    assert lacking == []


def test_no_wording_of_a_person_stands_twice() -> None:
    """Spellings that fold to the same letters are one spelling; a surname alone is not a whole name too."""
    twice = []
    for person in PEOPLE:
        for language in ("fa", "ar"):
            keys = [fold_word(n.text) for n in person.names if n.language == language]
            twice += [(person.id, k) for k in set(keys) if keys.count(k) > 1]

    assert twice == []


def test_surnames_alone_are_not_everyday_words() -> None:
    """«مرز» is a border before it is a chancellor: such surnames mean nobody without the given name."""
    everyday = {fold_word(w) for w in re.findall(r"\S+", EVERYDAY)}

    assert (
        sorted({(p.id, n.text) for p in PEOPLE for n in p.names if n.form == "short" and fold_word(n.text) in everyday})
        == []
    )


@pytest.mark.parametrize(
    ("office", "of", "day", "holder"),
    [
        pytest.param("president", "KAZ", date(2018, 5, 1), "nursultan-nazarbayev", id="KAZ-2018"),
        pytest.param("president", "KAZ", date(2024, 5, 1), "kassym-jomart-tokayev", id="KAZ-2024"),
        pytest.param("president", "AFG", date(2010, 1, 1), "hamid-karzai", id="AFG-2010"),
        pytest.param("foreign-minister", "AFG", date(2024, 1, 1), "amir-khan-muttaqi", id="AFG-2024"),
        pytest.param("president", "IRN", date(2022, 1, 1), "ebrahim-raisi", id="IRN-2022"),
        pytest.param("foreign-minister", "IRN", date(2025, 1, 1), "abbas-araghchi", id="IRN-2025"),
        pytest.param("foreign-minister", "PAK", date(2021, 1, 1), "shah-mahmood-qureshi", id="PAK-2021"),
        pytest.param("president", "USA", date(2019, 1, 1), "donald-trump", id="USA-2019"),
        pytest.param("president", "USA", date(2022, 1, 1), "joe-biden", id="USA-2022"),
        pytest.param("prime-minister", "ARM", date(2023, 1, 1), "nikol-pashinyan", id="ARM-2023"),
        pytest.param("chancellor", "DEU", date(2010, 1, 1), "angela-merkel", id="DEU-2010"),
        pytest.param("secretary-general", "org:un", date(2012, 1, 1), "ban-ki-moon", id="UN-2012"),
        pytest.param("secretary-general", "org:sco", date(2025, 6, 1), "nurlan-yermekbayev", id="SCO-2025"),
        pytest.param("president", "org:european-council", date(2022, 1, 1), "charles-michel", id="EUCO-2022"),
    ],
)
def test_offices_are_looked_up_as_of_a_day(office: str, of: str, day: date, holder: str) -> None:
    """The same title means other people in other years."""
    assert [p.id for p in load_base().holders(office, of, day)] == [f"person:{holder}"]


@pytest.mark.parametrize(
    ("wording", "language", "holder"),
    [
        pytest.param("ولادمیر پوتین", "fa", "vladimir-putin", id="fa-putin"),
        pytest.param("ڤلاديمير بوتين", "ar", None, id="ar-unknown-spelling"),
        pytest.param("سيرجي لافروف", "ar", "sergey-lavrov", id="ar-lavrov"),
        pytest.param("شی جین پینگ", "fa", "xi-jinping", id="fa-xi"),
        pytest.param("شي جينبينغ", "ar", "xi-jinping", id="ar-xi"),
        pytest.param("رجب طيب إردوغان", "ar", "recep-tayyip-erdogan", id="ar-erdogan"),
        pytest.param("محمدجواد ظریف", "fa", "mohammad-javad-zarif", id="fa-zarif"),
        pytest.param("عبدالغنی برادر", "fa", "abdul-ghani-baradar", id="fa-AF-baradar"),
        pytest.param("دونالد ترمپ", "fa", "donald-trump", id="fa-AF-trump"),
        pytest.param("أمير خان متقي", "ar", "amir-khan-muttaqi", id="ar-muttaqi"),
    ],
)
def test_spellings_of_the_press_mean_one_person(wording: str, language: str, holder: str | None) -> None:
    """Iranian, Afghan and Arabic spellings of one name lead to one id."""
    key = fold_word(wording)
    means = {
        p.id
        for p in PEOPLE
        for n in p.names
        if n.form == "name" and n.language == language and fold_word(n.text) == key
    }

    assert means == ({f"person:{holder}"} if holder else set())


def test_a_day_of_office_counts_its_first_and_last() -> None:
    """A tenure holds on the days it begins and ends."""
    tenure = Tenure("president", "KAZ", date(2019, 3, 20), None)
    person = Entry("person:a-b", "person", "A B", (), tenures=(tenure,))

    assert person.tenures[0].holds(date(2019, 3, 20))
    assert not person.tenures[0].holds(date(2019, 3, 19))
