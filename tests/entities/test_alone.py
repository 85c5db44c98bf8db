"""Wordings asked about on their own: what is meant, and what is refused although it looks like a name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from rasad.entities.who import who


def _id(wording: str, language: str, on: str = "", near: Sequence[str] = ()) -> str | None:
    return who(wording, on=date.fromisoformat(on) if on else None, language=language, near=near).id


@pytest.mark.parametrize(
    ("wording", "language", "on", "near", "id_"),
    [
        ("شریف", "fa-IR", "2022-06-10", "PAK", "person:shehbaz-sharif"),
        ("شریف", "fa-IR", "1998-06-10", "PAK", "person:nawaz-sharif"),
        ("بوش", "fa-IR", "1990-06-10", "USA", "person:george-h-w-bush"),
        ("الأسد", "ar", "1995-06-10", "SYR", "person:hafez-al-assad"),
        ("کیم", "fa-IR", "2018-06-10", "PRK", "person:kim-jong-un"),
        ("Лавровым", "ru", "2018-06-10", "RUS", "person:sergey-lavrov"),
        ("پوتین", "fa-IR", "2022-06-10", "", "person:vladimir-putin"),
        ("حقانی", "fa-AF", "2023-06-10", "AFG", None),
        ("لاریجانی", "fa-IR", "2013-06-10", "IRN", None),
        ("غنی", "fa-IR", "2019-06-10", "", None),
        ("جباروف", "fa-IR", "2023-06-10", "", None),
        ("عباس", "fa-IR", "2025-02-10", "IRN", None),
        ("محمدی", "fa-IR", "", "IRN", None),
        ("صلح", "fa-AF", "", "AFG", None),
    ],
)
def test_a_surname_is_whoever_stands_out_by_the_day_and_the_neighbours(
    wording: str, language: str, on: str, near: str, id_: str | None
) -> None:
    assert _id(wording, language, on, [near] if near else []) == id_


@pytest.mark.parametrize(
    ("wording", "language", "near", "id_"),
    [
        ("جلال‌آباد", "fa-IR", "KGZ", "place:jalal-abad"),
        ("جلال‌آباد", "fa-IR", "AFG", "place:jalalabad"),
        ("جلال‌آباد", "fa-IR", "", None),
        ("کردستان", "fa-IR", "IRN", "place:kordestan"),
        ("پنجاب", "fa-IR", "IND", "place:indian-punjab"),
        ("طرابلس", "ar", "LBN", "place:tripoli-lebanon"),
        ("گرجستان", "fa-IR", "", "GEO"),
    ],
)
def test_namesakes_are_told_apart_by_who_is_near(wording: str, language: str, near: str, id_: str | None) -> None:
    assert _id(wording, language, near=[near] if near else []) == id_


@pytest.mark.parametrize(
    ("wording", "language", "on", "near", "id_"),
    [
        ("президент", "ru", "2024-06-10", "KAZ", "person:kassym-jomart-tokayev"),
        ("foreign minister", "en", "2024-05-10", "PAK", "person:ishaq-dar"),
        ("foreign minister", "en", "2024-05-10", "", None),
        ("president of Kazakhstan", "en", "2017-05-10", "", "person:nursultan-nazarbayev"),
        ("генсек ОДКБ", "ru", "2024-06-10", "", "person:imangali-tasmagambetov"),
        ("посол Ирана в Кабуле", "ru", "2024-06-10", "", "IRN"),
        ("посольство Казахстана в Иране", "ru", "", "", "org:embassy-of-kazakhstan-in-iran"),
        ("МИД Казахстана", "ru", "", "", "org:ministry-of-foreign-affairs-of-kazakhstan"),
        ("МИД", "ru", "", "", None),
        ("министру иностранных дел Узбекистана", "ru", "2024-05-10", "", "person:bakhtiyor-saidov"),
        ("the Tajik side", "en", "", "", "TJK"),
        ("казахстанской", "ru", "", "", "KAZ"),
        ("Нур-Султан", "ru", "2021-03-01", "RUS", "KAZ"),
    ],
)
def test_english_and_russian_titles_are_read_in_any_case(
    wording: str, language: str, on: str, near: str, id_: str | None
) -> None:
    assert _id(wording, language, on, [near] if near else []) == id_


@pytest.mark.parametrize(
    ("wording", "on", "id_"),
    [
        ("سرپرست وزارت داخله افغانستان", "2023-06-10", "person:sirajuddin-haqqani"),
        ("وزارت داخله افغانستان", "2023-06-10", "org:ministry-of-interior-of-afghanistan"),
        ("رئیس یوناما", "2023-06-10", "person:roza-otunbayeva"),
        ("رئیس کمیسیون اروپا", "2022-06-10", "person:ursula-von-der-leyen"),
        ("رهبر طالبان", "2015-12-10", "person:akhtar-mansour"),
        ("رئیسه سنای ازبکستان", "2023-03-10", "person:tanzila-narbayeva"),
        ("رئیس‌جمهور پیشین قزاقستان", "2023-03-10", "person:nursultan-nazarbayev"),
        ("رئیس‌جمهور پیشین امریکا", "2019-03-10", None),
        ("رئیس‌جمهور قزاقستان", "2095-03-10", None),
        ("معاون رئیس‌جمهور ترکیه", "2010-05-10", None),
        ("سخنگوی وزارت خارجه چین", "2024-06-10", None),
    ],
)
def test_an_office_is_held_by_whoever_held_it_and_by_nobody_where_that_is_open(
    wording: str, on: str, id_: str | None
) -> None:
    assert _id(wording, "fa-AF", on) == id_


@pytest.mark.parametrize(
    ("wording", "near"),
    [
        ("ازبک‌ها", ["AFG"]),
        ("در آستانه", ["KAZ"]),
        ("ایران خانم", []),
        ("قالین ترکمنی", ["AFG"]),
        ("حسن روحانی، فوتبالیست", []),
        ("مالی", []),
        ("این کشور", ["KAZ", "UZB"]),
        ("وزیر", ["KAZ"]),
        ("رودخانه مرزی", ["IRN", "AFG"]),
    ],
)
def test_what_only_looks_like_a_name_is_refused_with_the_reason(wording: str, near: list[str]) -> None:
    answer = who(wording, language="fa-AF", near=near)

    assert answer.id is None
    assert answer.why
