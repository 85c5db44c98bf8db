"""Well-known names as five presses spell them, written by hand."""

from __future__ import annotations

#: One name a line: fa, fa-AF, ar, en, ru; nothing where the press of Afghanistan writes as that of Iran.
NAMES = """
توکایف | توقایف | توكاييف | Tokayev | Токаев
نظربایف | | نزارباييف | Nazarbayev | Назарбаев
میرضیایف | میرزایف | ميرضيائيف | Mirziyoyev | Мирзиёев
کریم‌اف | کریموف | كريموف | Karimov | Каримов
رحمان | رحمان | رحمن | Rahmon | Рахмон
ژاپاروف | جپاروف | جاباروف | Japarov | Жапаров
بردی‌محمداف | بردی‌محمدوف | بردي محمدوف | Berdimuhamedow | Бердымухамедов
نیازاف | نیازوف | نيازوف | Niyazov | Ниязов
باقی‌اف | باقییف | باكييف | Bakiyev | Бакиев
آتامبایف | اتمبایف | أتامباييف | Atambayev | Атамбаев
جین‌بیک‌اف | جینبیکوف | جينبيكوف | Jeenbekov | Жээнбеков
آقایف | اقایف | أكاييف | Akayev | Акаев
علی‌اف | علییف | علييف | Aliyev | Алиев
پاشینیان | پاشینیان | باشينيان | Pashinyan | Пашинян
ساکاشویلی | ساکاشویلی | ساكاشفيلي | Saakashvili | Саакашвили
پوتین | پوتین | بوتين | Putin | Путин
مدودف | مدویدف | ميدفيديف | Medvedev | Медведев
لاوروف | لاوروف | لافروف | Lavrov | Лавров
شویگو | شایگو | شويغو | Shoigu | Шойгу
میشوستین | میشوستین | ميشوستين | Mishustin | Мишустин
زاخارووا | زاخارووا | زاخاروفا | Zakharova | Захарова
پسکوف | پیسکوف | بيسكوف | Peskov | Песков
لوکاشنکو | لوکاشینکو | لوكاشينكو | Lukashenko | Лукашенко
زلنسکی | زیلنسکی | زيلينسكي | Zelensky | Зеленский
پوروشنکو | پوروشینکو | بوروشينكو | Poroshenko | Порошенко
اردوغان | اردوغان | أردوغان | Erdoğan | Эрдоган
چاووش‌اوغلو | چاووش اوغلو | جاويش أوغلو | Çavuşoğlu | Чавушоглу
داوود اوغلو | داوود اوغلو | داود أوغلو | Davutoğlu | Давутоглу
ییلدیریم | یلدریم | يلدريم | Yıldırım | Йылдырым
روحانی | روحانی | روحاني | Rouhani | Рухани
ظریف | ظریف | ظريف | Zarif | Зариф
خامنه‌ای | خامنه‌یی | خامنئي | Khamenei | Хаменеи
عراقچی | عراقچی | عراقجي | Araghchi | Аракчи
احمدی‌نژاد | احمدی نژاد | أحمدي نجاد | Ahmadinejad | Ахмадинежад
قالیباف | قالیباف | قاليباف | Ghalibaf | Галибаф
پزشکیان | پزشکیان | بزشكيان | Pezeshkian | Пезешкиан
کرزی | کرزی | كرزاي | Karzai | Карзай
غنی | غنی | غني | Ghani | Гани
متقی | متقی | متقي | Muttaqi | Муттаки
حکمتیار | حکمتیار | حكمتيار | Hekmatyar | Хекматияр
دوستم | دوستم | دوستم | Dostum | Дустум
ذبیح‌الله مجاهد | ذبیح الله مجاهد | ذبيح الله مجاهد | Zabihullah Mujahid | Забихулла Муджахид
شریف | شریف | شريف | Sharif | Шариф
بوتو | بوتو | بوتو | Bhutto | Бхутто
زرداری | زرداری | زرداري | Zardari | Зардари
مودی | مودی | مودي | Modi | Моди
جی‌شانکار | جیشنکر | جايشانكار | Jaishankar | Джайшанкар
السیسی | السیسی | السيسي | el-Sisi | ас-Сиси
بن سلمان | بن سلمان | بن سلمان | bin Salman | бин Салман
الصباح | الصباح | الصباح | al-Sabah | ас-Сабах
عبدالرحمن | عبدالرحمن | عبد الرحمن | Abdulrahman | Абдулрахман
نصرالله | نصرالله | نصر الله | Nasrallah | Насралла
گوترش | گوترش | غوتيريش | Guterres | Гутерриш
بایدن | بایدن | بايدن | Biden | Байден
ترامپ | ترمپ | ترامب | Trump | Трамп
مکرون | مکرون | ماكرون | Macron | Макрон
مرکل | مرکل | ميركل | Merkel | Меркель
شی جین‌پینگ | شی جین پینگ | شي جين بينغ | Xi Jinping | Си Цзиньпин
وانگ یی | وانگ یی | وانغ يي | Wang Yi | Ван И
کیم جونگ اون | کیم جونگ اون | كيم جونغ أون | Kim Jong-un | Ким Чен Ын
"""
_ROWS = [[cell.strip() for cell in line.split("|")] for line in NAMES.strip().splitlines()]
SPELLINGS = [tuple(dict.fromkeys(filter(None, row))) for row in _ROWS]
#: For each press English names with the spelling that is usual there.
PRESSES = {press: [(row[3], row[at]) for row in _ROWS] for press, at in (("fa", 0), ("ar", 2), ("ru", 4))}

#: Pairs of people whose names are near, or begin or end alike, and yet are not one name.
OTHERS = """
توکایف | Nazarbayev
Lavrov | Lvov
Nazarov | Nazarbayev
رحمان | رحیم
رحمانف | رحیمف
Karimov | Rahimov
Karimov | Kerimbekov
Mirziyoyev | Mirzayan
Aliyev | Atayev
Aliyev | Asadov
Berdimuhamedow | Muhammedow
Berdimuhamedow | Berdiyev
Japarov | Zhakypov
Japarov | Saparov
Bakiyev | Akayev
Atambayev | Nazarbayev
Atambayev | Tokayev
Putin | Pushkin
Putin | Petrov
Medvedev | Medvedchuk
Shoigu | Shuvalov
Peskov | Pashkov
Lukashenko | Lutsenko
Lukashenko | Timoshenko
Poroshenko | Doroshenko
Zelensky | Zaleski
Erdoğan | Erbakan
Erdoğan | Arıkan
Rouhani | Rahmani
Zarif | Zamir
Zarif | Sharif
Araghchi | Araghi
Ghani | Ghanem
Karzai | Karimi
Mujahid | Mujaddidi
Hekmatyar | Hekmat
Sharif | Shariati
Macron | Macri
Merkel | Merz
Merkel | Markelov
Trump | Trudeau
Sisi | Siniora
السيسي | السنيورة
نصرالله | نصیری
عبدالرحمن | عبدالرحیم
عبدالله | عبدالهادی
Xi Jinping | Li Keqiang
Wang Yi | Wang Wentao
Li Qiang | Li Peng
Kim Jong-un | Kim Jong-il
Путин | Путилин
Лавров | Лаврентьев
Казаков | Козырев
"""
OTHER_PEOPLE = [tuple(name.strip() for name in line.split("|")) for line in OTHERS.strip().splitlines()]

#: A spelling, whose it is, and whose near name it is not.
NEAR = """
خامنه‌ای | Khamenei | Khomeini
Хаменеи | خامنه‌ای | خمینی
Хомейни | خمینی | خامنه‌ای
روحانی | Rouhani | Reyhani
Рухани | Rouhani | Reyhani
باقی‌اف | Bakiyev | Bakayeva
Муттаки | Muttaqi | Mottaki
بوتو | Bhutto | Bhatti
گوترش | Guterres | Gutierrez
سلمان | Salman | Sulaiman
Салман | سلمان | سلیمان
محمود | Mahmud | Muhammad
Махмуд | محمود | محمد
حسن | Hassan | Hussein
کریم | Karim | Karam
نظیر | Nazir | Nazar
Расулов | Rasulov | Resulov
قربانوف | Kurbanov | Kurmanov
امیروف | Amirov | Umarov
"""
NEAR_NAMES = [tuple(name.strip() for name in line.split("|")) for line in NEAR.strip().splitlines()]
