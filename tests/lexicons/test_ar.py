"""The Arabic words that clauses and events are read by: what they say of a sentence, and that they hang together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from rasad.clauses.clause import clauses_of
from rasad.clauses.grammar import grammar
from rasad.clauses.triggers import find_nominal, find_verbal
from rasad.entities.entity import Resolution
from rasad.events.event import STATUSES, TYPES
from rasad.events.status import cues_in
from rasad.events.topics import topics_of
from rasad.lexicons import load
from rasad.text.article import Article
from rasad.text.folding import fold, fold_word
from rasad.text.phrases import wears
from rasad.text.span import Span

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
    "military",
    "diplomacy",
    "economy",
    "energy",
    "transport",
    "security",
    "terrorism",
    "narcotics",
    "crime",
    "education",
    "science",
    "culture",
    "water",
    "climate",
    "nuclear",
    "sanctions",
    "humanitarian",
    "migration",
    "elections",
    "law",
}
_MODES = {
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        "seize",
        "restrict",
        "censor",
        "curfew",
        "martial-law",
        "arrest",
        "deport",
        "withhold",
        "misinformation",
        "cyber",
    },
    "ASSAULT": {
        "abduct",
        "beat",
        "torture",
        "sexual",
        "targeted",
        "destroy",
        "primitive",
        "firearms",
        "explosives",
        "suicide-attack",
        "aerial",
        "drone",
        "heavy-weapons",
        "crowd-control",
        "unconventional",
    },
}
_FIELDS = {
    "type",
    "mode",
    "verbs",
    "nouns",
    "also",
    "unless",
    "actor",
    "recipient",
    "nominal",
    "meeting",
    "mutual",
    "passive",
    "domestic",
    "speech",
    "status",
    "negated",
    "topics",
    "weight",
    "near",
    "ahead",
    "anywhere",
    "sentence",
}

_EVENTS = [
    ("CONSULT", "visit", "زار وفد برلماني ياباني العاصمة دوشنبه الأسبوع الماضي."),
    ("CONSULT", "visit", "من المقرر أن يصل الرئيس الفرنسي إلى أستانا غدا في زيارة رسمية."),
    ("CONSULT", "visit", "وصل إلى العاصمة طشقند صباح اليوم رئيس وزراء باكستان."),
    ("CONSULT", "phone", "تلقى الرئيس الكازاخستاني اتصالا هاتفيا من المستشار الألماني."),
    ("CONSULT", "phone", "بحث الرئيسان في مكالمة هاتفية تطورات الأوضاع في أفغانستان."),
    ("CONSULT", "", "تناولت المباحثات سبل تعزيز التبادل التجاري بين البلدين."),
    ("CONSULT", "", "ترأس الوزيران الاجتماع الخامس للجنة الحكومية المشتركة."),
    ("CONSULT", "", "جمع لقاء في باكو بين رئيسي أذربيجان وأرمينيا."),
    ("CONSULT", "multilateral", "عقدت الدول الأعضاء في رابطة الدول المستقلة اجتماعا وزاريا في مينسك."),
    ("CONSULT", "multilateral", "شارك رئيس قرغيزستان في قمة منظمة شنغهاي للتعاون."),
    ("CONSULT", "multilateral", "حضر القمة رؤساء كازاخستان وأوزبكستان وطاجيكستان."),
    ("CONSULT", "third-party", "توسطت قطر بين كابل وإسلام آباد."),
    ("CONSULT", "third-party", "رعت الصين محادثات بين أفغانستان وباكستان في أورومتشي."),
    ("SUPPORT", "", "انضمت إيران إلى منظمة شنغهاي للتعاون."),
    ("SUPPORT", "", "افتتحت أذربيجان سفارتها في عشق آباد."),
    ("SUPPORT", "", "قدم السفير الجديد أوراق اعتماده إلى الرئيس الطاجيكي."),
    ("AGREE", "", "استجابت أوزبكستان لطلب كابل زيادة إمدادات الكهرباء."),
    ("AGREE", "", "قبل الرئيس الكوري الدعوة لزيارة عشق آباد."),
    ("AGREE", "", "تعهد البنك الدولي بتمويل مشروع خط كهرباء كاسا ألف."),
    ("CONCEDE", "", "قررت واشنطن تخفيف القيود على صادرات الرقائق."),
    ("CONCEDE", "", "أعلنت موسكو سحب قواتها من خيرسون."),
    ("CONCEDE", "", "أصدر الرئيس التركماني عفوا عن مئات السجناء."),
    ("COOPERATE", "", "تبني شركة صينية محطة كهرباء في قرغيزستان."),
    ("COOPERATE", "", "نفذت القوات الخاصة من البلدين تدريبا مشتركا."),
    ("COOPERATE", "", "اشترت أوزبكستان الغاز الروسي عبر كازاخستان."),
    ("AID", "", "وصلت إلى كابل طائرة إغاثة تحمل أربعين طنا من الأدوية."),
    ("AID", "", "زودت الولايات المتحدة أوكرانيا بمنظومات دفاع جوي."),
    ("AID", "", "قدمت اليابان منحة بقيمة خمسة ملايين دولار لطاجيكستان."),
    ("RETREAT", "release", "أفرجت طالبان عن مواطن أمريكي كان محتجزا لديها."),
    ("RETREAT", "release", "أخلت السلطات سبيل عدد من المعتقلين."),
    ("RETREAT", "withdraw", "سحبت روسيا قوات حفظ السلام من قره باغ."),
    ("RETREAT", "withdraw", "انسحبت القوات الأمريكية من قاعدة باغرام."),
    ("RETREAT", "", "أعادت باكستان فتح معبر تشمن أمام حركة الشاحنات."),
    ("RETREAT", "", "رفعت روسيا الحظر عن استيراد المنتجات القرغيزية."),
    ("RETREAT", "", "استؤنفت الرحلات الجوية بين موسكو وتبليسي."),
    ("RETREAT", "resign", "تنحى رئيس المجلس عن منصبه."),
    ("RETREAT", "resign", "استقال وزير الداخلية بعد الاحتجاجات."),
    ("RETREAT", "ceasefire", "التزم الطرفان بوقف إطلاق النار."),
    ("RETREAT", "ceasefire", "دخل وقف إطلاق النار حيز التنفيذ فجر اليوم."),
    ("RETREAT", "disarm", "دمرت كازاخستان مخزونها من الألغام."),
    ("RETREAT", "disarm", "سلم المسلحون أسلحتهم إلى السلطات."),
    ("RETREAT", "access", "سمحت إيران بدخول مفتشي الوكالة الدولية للطاقة الذرية."),
    ("REQUEST", "", "دعت الصين باكستان وأفغانستان إلى ضبط النفس."),
    ("REQUEST", "", "وجه رئيس الوزراء الأرميني نداء إلى المجتمع الدولي."),
    ("REQUEST", "", "حثت واشنطن أنقرة على ضبط النفس."),
    ("REQUEST", "assist", "حث الرئيس القرغيزي المستثمرين العرب على الاستثمار في بلاده."),
    ("REQUEST", "assist", "اقترح الرئيس الكازاخستاني إنشاء بنك للغذاء."),
    ("REQUEST", "meet", "طلبت فرنسا عقد جلسة طارئة لمجلس الأمن."),
    ("REQUEST", "meet", "اقترحت روسيا عقد قمة ثلاثية في موسكو."),
    ("REQUEST", "yield", "طالب الاتحاد الأوروبي روسيا بسحب قواتها."),
    ("REQUEST", "yield", "دعا الأمين العام إلى وقف فوري لإطلاق النار."),
    ("REQUEST", "change", "دعت المعارضة إلى إجراء انتخابات مبكرة."),
    ("REQUEST", "change", "طالب المحتجون باستقالة الحكومة."),
    ("ACCUSE", "disapprove", "وجهت منظمة العفو الدولية انتقادات حادة إلى السلطات الطاجيكية."),
    ("ACCUSE", "disapprove", "أبلغت الخارجية السفير احتجاجا رسميا."),
    ("ACCUSE", "allege", "رفعت أرمينيا دعوى ضد أذربيجان أمام محكمة العدل الدولية."),
    ("ACCUSE", "allege", "يتهم الغرب كازاخستان بمساعدة روسيا في الالتفاف على العقوبات."),
    ("ACCUSE", "investigate", "شكلت الحكومة لجنة تحقيق في الأحداث."),
    ("ACCUSE", "investigate", "استجوبت السلطات زعيم المعارضة."),
    ("REJECT", "", "رفضت طاجيكستان الاتهامات القرغيزية."),
    ("REJECT", "", "أعربت الصين عن معارضتها للعقوبات الأحادية."),
    ("REJECT", "", "استخدمت روسيا حق النقض ضد مشروع القرار."),
    ("REJECT", "meet", "رفض الرئيس الأذربيجاني لقاء رئيس الوزراء الأرميني."),
    ("REJECT", "meet", "أرجأ الرئيس الفرنسي زيارته إلى الجزائر."),
    ("REJECT", "yield", "رفضت طالبان إعادة فتح مدارس البنات."),
    ("REJECT", "yield", "رفضت موسكو سحب قواتها من المنطقة."),
    ("REJECT", "assist", "رفضت الهند التوقيع على البيان المشترك."),
    ("REJECT", "assist", "امتنعت الهند عن توقيع البيان الختامي."),
    ("REJECT", "change", "رفض الرئيس التنحي عن السلطة."),
    ("THREATEN", "", "هددت إيران بالرد على أي هجوم."),
    ("THREATEN", "", "توعدت إسلام آباد بالرد على الهجوم."),
    ("THREATEN", "", "حذر وزير الدفاع من عواقب وخيمة لأي عدوان."),
    ("THREATEN", "violence", "حذرت طهران من أن أي هجوم سيواجه برد ساحق."),
    ("THREATEN", "violence", "توعد الرئيس الروسي باستخدام القوة."),
    ("THREATEN", "restrict", "لوحت واشنطن بفرض عقوبات جديدة على إيران."),
    ("THREATEN", "restrict", "هددت روسيا بوقف استيراد المنتجات الأرمينية."),
    ("THREATEN", "relations", "هددت باكستان بقطع العلاقات مع الهند."),
    ("THREATEN", "arrest", "أصدرت المحكمة مذكرة توقيف بحق الوزير السابق."),
    ("THREATEN", "arrest", "أصدرت المحكمة الجنائية الدولية مذكرات اعتقال بحق قادة طالبان."),
    ("PROTEST", "demo", "احتشد آلاف المتظاهرين أمام البرلمان في تبليسي."),
    ("PROTEST", "demo", "شهدت يريفان احتجاجات على سياسة الحكومة."),
    ("PROTEST", "strike", "دخل سائقو الشاحنات في إضراب مفتوح."),
    ("PROTEST", "strike", "أضرب عمال النفط في جاناوزين عن العمل."),
    ("PROTEST", "hunger", "بدأ سجناء سياسيون إضرابا عن الطعام."),
    ("PROTEST", "hunger", "أضرب المعتقلون عن الطعام."),
    ("PROTEST", "obstruct", "قطع مزارعون الطريق المؤدي إلى المعبر احتجاجا على إغلاقه."),
    ("PROTEST", "obstruct", "أغلق محتجون الطريق السريع."),
    ("PROTEST", "riot", "اندلعت أعمال شغب في العاصمة."),
    ("PROTEST", "riot", "رشق محتجون قوات الأمن بالحجارة."),
    ("PROTEST", "boycott", "قاطعت المعارضة الانتخابات البرلمانية."),
    ("SANCTION", "discontinue", "أغلقت باكستان معبر تورخم الحدودي."),
    ("SANCTION", "discontinue", "قطعت إيران علاقاتها الدبلوماسية مع أذربيجان."),
    ("SANCTION", "discontinue", "فرضت روسيا قيودا على دخول الشاحنات المولدوفية."),
    ("SANCTION", "expel", "طردت أذربيجان أربعة دبلوماسيين إيرانيين."),
    ("SANCTION", "expel", "طردت مولدوفا ثلاثة دبلوماسيين روس."),
    ("SANCTION", "withdraw", "انسحبت روسيا من معاهدة القوات التقليدية."),
    ("SANCTION", "withdraw", "سحبت أرمينيا سفيرها من مينسك."),
    ("SANCTION", "convict", "أدانت المحكمة العليا رئيس الوزراء السابق بالفساد."),
    ("SANCTION", "convict", "حكم على المعارض بالسجن خمسة عشر عاما."),
    ("MOBILIZE", "troops", "دفعت باكستان بتعزيزات عسكرية إلى خط السيطرة."),
    ("MOBILIZE", "troops", "بدأ الجيش الإيراني مناورات عسكرية قرب الحدود الأذربيجانية."),
    ("MOBILIZE", "weapons", "نشرت روسيا منظومات دفاع جوي في طاجيكستان."),
    ("MOBILIZE", "weapons", "أجرت الهند تجربة صاروخية ناجحة."),
    ("MOBILIZE", "police", "نشرت السلطات قوات مكافحة الشغب في شوارع العاصمة."),
    ("MOBILIZE", "police", "عززت الشرطة إجراءاتها الأمنية في محيط السفارة."),
    ("COERCE", "arrest", "تم توقيف خمسة مهاجرين في موسكو."),
    ("COERCE", "arrest", "وضعت السلطات الرئيس السابق قيد الإقامة الجبرية."),
    ("COERCE", "deport", "رحلت باكستان آلاف اللاجئين الأفغان."),
    ("COERCE", "deport", "أبعدت إيران مئات الآلاف من المهاجرين الأفغان."),
    ("COERCE", "seize", "ضبطت الجمارك الطاجيكية طنا من المخدرات."),
    ("COERCE", "seize", "احتجزت إيران ناقلة نفط في الخليج."),
    ("COERCE", "restrict", "منعت السلطات زعيم المعارضة من السفر."),
    ("COERCE", "restrict", "حظرت طالبان عمل النساء في المنظمات."),
    ("COERCE", "censor", "أغلقت السلطات محطة إذاعية مستقلة."),
    ("COERCE", "censor", "حجبت السلطات مواقع إخبارية مستقلة."),
    ("COERCE", "curfew", "فرضت السلطات حظر التجول في المدينة."),
    ("COERCE", "curfew", "أعلنت السلطات حظر التجول ليلا."),
    ("COERCE", "martial-law", "مددت الحكومة حالة الطوارئ ثلاثة أشهر."),
    ("COERCE", "martial-law", "أعلن الرئيس حالة الطوارئ في البلاد."),
    ("COERCE", "withhold", "قطعت طالبان الإنترنت عن عدة ولايات."),
    ("COERCE", "withhold", "قطعت السلطات خدمة الإنترنت في أنحاء البلاد."),
    ("COERCE", "cyber", "شن قراصنة هجوما سيبرانيا على مواقع حكومية."),
    ("COERCE", "cyber", "تعرضت مواقع وزارة الدفاع لهجوم إلكتروني واسع."),
    ("ASSAULT", "", "تجددت الاشتباكات على الحدود بين كمبوديا وتايلاند."),
    ("ASSAULT", "", "هاجم مسلحون نقطة تفتيش على الحدود."),
    ("ASSAULT", "", "تبادل حرس الحدود إطلاق النار."),
    ("ASSAULT", "aerial", "شنت باكستان غارات جوية على ولاية خوست."),
    ("ASSAULT", "aerial", "قصفت مقاتلات باكستانية مواقع داخل أفغانستان."),
    ("ASSAULT", "drone", "استهدفت طائرات مسيرة مصفاة نفط روسية."),
    ("ASSAULT", "heavy-weapons", "أطلقت إيران عشرات الصواريخ على إسرائيل."),
    ("ASSAULT", "heavy-weapons", "قصفت القوات الروسية مدينة خاركيف بالمدفعية."),
    ("ASSAULT", "suicide-attack", "استهدف هجوم انتحاري مسجدا في بيشاور."),
    ("ASSAULT", "suicide-attack", "فجر انتحاري نفسه أمام السفارة الروسية."),
    ("ASSAULT", "explosives", "انفجرت سيارة مفخخة وسط كابل."),
    ("ASSAULT", "targeted", "اغتال مسلحون مسؤولا أمنيا في إسلام آباد."),
    ("ASSAULT", "targeted", "نجا رئيس الوزراء من محاولة اغتيال."),
    ("ASSAULT", "abduct", "خطف مسلحون ثلاثة مهندسين صينيين."),
    ("ASSAULT", "abduct", "اختطف مجهولون موظفا أمميا."),
    ("ASSAULT", "firearms", "فتح مسلحون النار على دورية للشرطة."),
    ("ASSAULT", "firearms", "أطلق حرس الحدود النار على المهربين."),
    ("ASSAULT", "crowd-control", "فرقت الشرطة المتظاهرين بخراطيم المياه."),
    ("ASSAULT", "crowd-control", "استخدمت الشرطة الغاز المسيل للدموع لتفريق المحتجين."),
    ("ASSAULT", "destroy", "أحرق مسلحون منازل في القرية الحدودية."),
    ("THREATEN", "expel", "هددت باكستان بترحيل اللاجئين الأفغان."),
    ("THREATEN", "territory", "هدد الرئيس بضم المنطقة بالقوة."),
    ("ASSAULT", "torture", "عذبت الشرطة المعتقلين."),
    ("ASSAULT", "beat", "تعرض الصحفي للضرب على أيدي مجهولين."),
]
# Headlines: nouns without a verb, verbs after their subject.
_HEADLINES = [
    ("CONSULT", "visit", "بوتين يصل إلى دوشنبه في زيارة دولة."),
    ("CONSULT", "visit", "وفد تجاري أوزبكي يزور الرياض."),
    ("CONSULT", "visit", "أمير قطر يستقبل رئيس تركمانستان."),
    ("CONSULT", "", "لقاء يجمع وزيري خارجية أرمينيا وأذربيجان في تبليسي."),
    ("CONSULT", "", "جولة جديدة من المشاورات السياسية بين الكويت وقيرغيزستان."),
    ("CONSULT", "multilateral", "قمة ثلاثية بين قادة أوزبكستان وطاجيكستان وقيرغيزستان في خجند."),
    ("CONSULT", "phone", "اتصال هاتفي بين الرئيسين التركي والكازاخستاني."),
    ("SUPPORT", "", "توقيع مذكرة تفاهم بين السعودية وأوزبكستان في مجال المعادن."),
    ("SUPPORT", "", "التوقيع على اتفاق لترسيم الحدود بين قيرغيزستان وطاجيكستان."),
    ("SUPPORT", "", "مجلس الوزراء السعودي يوافق على اتفاقية مع كازاخستان."),
    ("SUPPORT", "", "ترحيب عربي بالاتفاق بين إيران والسعودية."),
    ("SUPPORT", "", "ميرضيائيف يشيد بمستوى العلاقات مع الإمارات."),
    ("AGREE", "", "كازاخستان مستعدة لاستضافة محادثات السلام."),
    ("AGREE", "", "اتفاق بين موسكو وأنقرة على إنشاء مركز للغاز."),
    ("AGREE", "", "طشقند وبكين تتفقان على تسريع بناء سكة الحديد."),
    ("AGREE", "", "الصين تتعهد بدعم أفغانستان."),
    ("CONCEDE", "", "هدنة بين باكستان وأفغانستان لمدة 48 ساعة."),
    ("CONCEDE", "", "عفو رئاسي عن مئات السجناء في أوزبكستان."),
    ("COOPERATE", "", "انطلاق مناورات مشتركة بين الهند وكازاخستان."),
    ("COOPERATE", "", "كازاخستان تستأنف تصدير الفحم إلى بولندا."),
    ("COOPERATE", "", "أول قطار شحن يصل من الصين إلى أفغانستان."),
    ("AID", "", "قطر ترسل طائرة مساعدات إلى أفغانستان."),
    ("AID", "", "مساعدات كازاخستانية لمتضرري الزلزال في تركيا."),
    ("AID", "", "البنك الدولي يمنح طاجيكستان 40 مليون دولار."),
    ("RETREAT", "release", "تبادل أسرى بين روسيا وأوكرانيا بوساطة إماراتية."),
    ("RETREAT", "release", "إطلاق سراح صحفيين في أذربيجان."),
    ("RETREAT", "withdraw", "انسحاب القوات الروسية من قاعدة في أرمينيا."),
    ("RETREAT", "resign", "استقالة رئيس وزراء قيرغيزستان."),
    ("RETREAT", "", "إعادة فتح معبر تورخم بين باكستان وأفغانستان."),
    ("REQUEST", "", "غوتيريش يدعو طالبان إلى احترام حقوق المرأة."),
    ("REQUEST", "yield", "واشنطن تطالب طهران بالإفراج عن مواطنيها."),
    ("REQUEST", "assist", "توكاييف يقترح إنشاء منظمة دولية للمياه."),
    ("ACCUSE", "disapprove", "إدانة إيرانية للهجوم على السفارة."),
    ("ACCUSE", "disapprove", "طهران تستدعي السفير الأذربيجاني."),
    ("ACCUSE", "allege", "كابل تتهم إسلام آباد بانتهاك أجوائها."),
    ("ACCUSE", "investigate", "تحقيق في مقتل معارض طاجيكي في تركيا."),
    ("REJECT", "", "يريفان ترفض مقترحا روسيا."),
    ("REJECT", "meet", "باشينيان يلغي زيارته إلى أستانا."),
    ("PROTEST", "demo", "احتجاجات في تبليسي ضد الحكومة."),
    ("PROTEST", "demo", "آلاف يتظاهرون في يريفان ضد رئيس الوزراء."),
    ("SANCTION", "discontinue", "باكستان تغلق حدودها مع أفغانستان."),
    ("SANCTION", "discontinue", "عقوبات أوروبية جديدة على شركات قرغيزية."),
    ("SANCTION", "discontinue", "تعليق الرحلات الجوية بين باكو وموسكو."),
    ("SANCTION", "expel", "طرد دبلوماسيين روس من مولدوفا."),
    ("SANCTION", "convict", "السجن 18 عاما لرئيس الوزراء السابق."),
    ("MOBILIZE", "troops", "تعزيزات عسكرية طاجيكية على الحدود مع أفغانستان."),
    ("MOBILIZE", "weapons", "كوريا الشمالية تختبر صاروخا باليستيا جديدا."),
    ("COERCE", "arrest", "اعتقال مواطن روسي في كازاخستان."),
    ("COERCE", "arrest", "القبض على شبكة تجسس في باكو."),
    ("COERCE", "deport", "ترحيل مئات المهاجرين القرغيز من روسيا."),
    ("COERCE", "seize", "ضبط شحنة مخدرات على الحدود الطاجيكية."),
    ("COERCE", "censor", "قيرغيزستان تحجب موقع تيك توك."),
    ("ASSAULT", "", "مقتل ثلاثة جنود في اشتباك على الحدود."),
    ("ASSAULT", "", "مقتل وإصابة العشرات في هجوم غرب باكستان."),
    ("ASSAULT", "aerial", "غارات باكستانية على شرق أفغانستان."),
    ("ASSAULT", "explosives", "انفجار عبوة ناسفة في كابل."),
    ("ASSAULT", "targeted", "محاولة اغتيال مسؤول أفغاني."),
    ("ASSAULT", "heavy-weapons", "قصف مدفعي باكستاني على كونر."),
    ("ASSAULT", "drone", "هجوم بطائرات مسيرة على مصفاة روسية."),
]
# Receipts, joint bodies, closures that last, claims, oaths, crowds, courts: what the press tells in many ways.
_PRESS = [
    ("CONSULT", "visit", "حط الرئيس الإيراني رحاله في باكو صباح الاثنين."),
    ("CONSULT", "visit", "بدأ أمير قطر جولة في آسيا الوسطى استهلها بأوزبكستان."),
    ("CONSULT", "visit", "قام وزير التجارة الصيني بجولة شملت كازاخستان وقيرغيزستان."),
    ("CONSULT", "", "عرض وزير الخارجية مع السفير الإيراني العلاقات الثنائية."),
    ("CONSULT", "phone", "أمير الكويت يتلقى اتصالا من الرئيس الإيراني."),
    ("CONSULT", "", "خاض الوفدان الأمريكي والإيراني خمس جولات من التفاوض."),
    ("SUPPORT", "", "وضع وزيرا الخارجية توقيعهما على برنامج التعاون."),
    ("SUPPORT", "", "دخلت اتفاقية التجارة الحرة بين إيران والاتحاد الأوراسي حيز التنفيذ."),
    ("SUPPORT", "", "حظي المقترح الكازاخستاني بدعم الصين."),
    ("SUPPORT", "", "افتتاح قنصلية عامة لأوزبكستان في جدة."),
    ("SUPPORT", "", "تبادل الطرفان وثائق الاتفاق."),
    ("SUPPORT", "", "أبدت موسكو ارتياحها لنتائج الزيارة."),
    ("AGREE", "", "قررت الدولتان فتح خط جوي مباشر."),
    ("AGREE", "", "لم تستبعد طهران العودة إلى طاولة المفاوضات."),
    ("AGREE", "", "أبدى بوتين موافقته على لقاء زيلينسكي."),
    ("AGREE", "", "تستعد قرغيزستان لاستقبال قادة منظمة شنغهاي."),
    ("AGREE", "", "تم الاتفاق على تشكيل مجلس أعمال مشترك."),
    ("AGREE", "", "الاتفاق على فتح معابر جديدة بين أوزبكستان وأفغانستان."),
    ("CONCEDE", "", "وقع الرئيس الكازاخستاني مرسوما بالعفو عن السجناء."),
    ("CONCEDE", "", "خففت السلطات الإيرانية شروط ارتداء الحجاب."),
    ("CONCEDE", "", "شطبت روسيا حركة طالبان من قائمة المنظمات الإرهابية."),
    ("CONCEDE", "", "رفعت الولايات المتحدة اسم الحركة من قائمة الإرهاب."),
    ("CONCEDE", "", "السعودية تسمح للأفغان بأداء العمرة عبر تأشيرات إلكترونية."),
    ("CONCEDE", "", "مددت كييف وموسكو هدنة عيد الفصح."),
    ("CONCEDE", "", "وقف إطلاق نار بين الهند وباكستان."),
    ("CONCEDE", "", "خفف البرلمان عقوبة حيازة المخدرات."),
    ("CONCEDE", "", "العفو عن 51 ألف سجين في إيران."),
    ("COOPERATE", "", "شكل البلدان لجنة مشتركة لمتابعة تنفيذ الاتفاق."),
    ("COOPERATE", "", "تشكيل فريق عمل مشترك بين السعودية وكازاخستان."),
    ("COOPERATE", "", "أنشأت الكويت وطاجيكستان لجنة اقتصادية مشتركة."),
    ("COOPERATE", "", "انطلقت مناورات بحرية بين إيران وروسيا والصين في خليج عمان."),
    ("COOPERATE", "", "تسلمت باكستان من الصين غواصة جديدة."),
    ("COOPERATE", "", "نقلت شركة كازاخستانية 10 ملايين طن من النفط عبر خط باكو."),
    ("COOPERATE", "", "بدأت شركة صينية استخراج النفط من حوض آمو داريا."),
    ("COOPERATE", "", "تدير شركة إماراتية مطارات كابل وقندهار وهرات."),
    ("COOPERATE", "", "شيدت تركيا مدينة صناعية قرب طشقند."),
    ("AID", "", "أرسلت الإمارات طائرة تحمل مواد إغاثية إلى متضرري زلزال كونر."),
    ("AID", "", "حصل المزارعون في أوزبكستان على 20 مليون دولار من البنك الآسيوي للتنمية."),
    ("AID", "", "تلقى المزارعون الأفغان بذورا وأسمدة من منظمة الفاو."),
    ("AID", "", "أفرج صندوق النقد الدولي عن شريحة بمليار دولار لباكستان."),
    ("AID", "", "أسقطت روسيا ديون قيرغيزستان البالغة 240 مليون دولار."),
    ("AID", "", "تدفقت المساعدات التركية على المناطق المنكوبة."),
    ("AID", "", "أسهمت كازاخستان بقوات في بعثة حفظ السلام في الجولان."),
    ("AID", "", "شحنة أدوية هندية تصل إلى كابل."),
    ("AID", "", "مددت السعودية وديعة بثلاثة مليارات دولار لدى باكستان."),
    ("RETREAT", "release", "تبادلت روسيا وأوكرانيا 300 أسير."),
    ("RETREAT", "withdraw", "غادر آخر الجنود الروس قره باغ."),
    ("RETREAT", "disarm", "أعلن حزب العمال الكردستاني إلقاء السلاح."),
    ("RETREAT", "release", "أعادت باكستان إلى الهند جنديا من حرس الحدود."),
    ("RETREAT", "", "عادت الحركة إلى معبر تشمن بعد إغلاق دام شهرا."),
    ("RETREAT", "access", "سمحت طالبان لوفد أممي بزيارة السجون."),
    ("RETREAT", "", "سلمت أرمينيا أذربيجان أربع قرى حدودية."),
    ("RETREAT", "withdraw", "تراجعت القوات الهندية إلى خلف خط السيطرة."),
    ("RETREAT", "", "عودة الرحلات الجوية بين الدوحة وكابل."),
    ("REQUEST", "", "تريد إيران ضمانات خطية بعدم الانسحاب من الاتفاق."),
    ("REQUEST", "", "تسعى باكستان إلى تأجيل سداد ديونها للصين."),
    ("REQUEST", "", "أهابت الخارجية الكويتية بالمجتمع الدولي دعم أفغانستان."),
    ("REQUEST", "", "ألح الرئيس الأوكراني على واشنطن في تسليم الصواريخ."),
    ("REQUEST", "", "دعوة خليجية لإيران إلى إنهاء احتلال الجزر."),
    ("REQUEST", "yield", "أبلغت بغداد أنقرة بضرورة سحب قواتها."),
    ("REQUEST", "assist", "استفسرت موسكو من باكو عن مصير المحتجزين."),
    ("REQUEST", "change", "يصر الرئيس الأذربيجاني على تعديل الدستور الأرميني."),
    ("ACCUSE", "allege", "زعمت روسيا أن أوكرانيا تخطط لاستخدام قنبلة قذرة."),
    ("ACCUSE", "allege", "ادعت الهند أن باكستان تؤوي إرهابيين."),
    ("ACCUSE", "allege", "قالت إسلام آباد إن كابل توفر ملاذا آمنا لمسلحي طالبان باكستان."),
    ("ACCUSE", "allege", "أحالت المحكمة الجنائية الدولية ملف منغوليا إلى جمعية الدول."),
    ("ACCUSE", "allege", "مثل الرئيس السابق أمام المحكمة بتهمة الفساد."),
    ("ACCUSE", "allege", "ألقت باكستان باللوم على الهند في الهجوم."),
    ("ACCUSE", "disapprove", "استهجنت الخارجية الأردنية تصريحات الوزير الإسرائيلي."),
    ("ACCUSE", "disapprove", "تعرضت حكومة طالبان لانتقادات من الأمم المتحدة."),
    ("ACCUSE", "allege", "أنحى الرئيس الإيراني باللائمة على واشنطن."),
    ("REJECT", "meet", "اعتذر الرئيس الأوزبكي عن عدم حضور القمة."),
    ("REJECT", "meet", "اعتذر رئيس أذربيجان عن المشاركة في قمة منظمة معاهدة الأمن الجماعي."),
    ("REJECT", "", "ردت محكمة استئناف طعن المعارض."),
    ("REJECT", "meet", "أجلت واشنطن المحادثات مع طالبان."),
    ("REJECT", "", "عدم موافقة إيران على تمديد القرار."),
    ("REJECT", "assist", "أحجمت أنقرة عن إرسال قوات."),
    ("REJECT", "meet", "انسحب الوفد الإيراني من القاعة أثناء كلمة رئيس الوزراء الإسرائيلي."),
    ("REJECT", "meet", "لم ترد موسكو على الدعوة."),
    ("REJECT", "meet", "أوصدت طهران الباب أمام التفاوض مع واشنطن."),
    ("THREATEN", "violence", "قال وزير الدفاع الباكستاني إن بلاده ستضرب عمق أفغانستان إذا استمرت الهجمات."),
    ("THREATEN", "", "تهديد إيراني باستهداف القواعد الأمريكية."),
    ("THREATEN", "violence", "تعهد الحرس الثوري بالانتقام لمقتل قادته."),
    ("THREATEN", "violence", "أقسم القائد العسكري على الثأر."),
    ("THREATEN", "", "وجه وزير الدفاع الهندي تحذيرا شديدا إلى باكستان."),
    ("THREATEN", "violence", "أكد قائد الحرس الثوري أن أي اعتداء سيلقى ردا حازما."),
    ("PROTEST", "strike", "أغلق التجار الباكستانيون محالهم احتجاجا على الضرائب."),
    ("PROTEST", "demo", "مسيرات في صنعاء تضامنا مع إيران."),
    ("PROTEST", "riot", "اندلعت مواجهات بين الشرطة ومحتجين في تبليسي."),
    ("PROTEST", "riot", "حاول متظاهرون اقتحام القصر الرئاسي في تبليسي."),
    ("PROTEST", "riot", "هاجم محتجون مبنى الحاكم في ألماتي."),
    ("PROTEST", "demo", "شارك الآلاف في مسيرة ضد الحكومة في يريفان."),
    ("PROTEST", "strike", "إضراب شامل يشل الأسواق في كشمير."),
    ("PROTEST", "demo", "تجمع المئات أمام القنصلية الإيرانية للمطالبة بالتأشيرات."),
    ("PROTEST", "hunger", "واصل سجناء في إيران إضرابهم عن الطعام."),
    ("SANCTION", "discontinue", "أبقت باكستان معبر تورخم مغلقا للأسبوع الثالث."),
    ("SANCTION", "discontinue", "لا يزال معبر تورخم مغلقا أمام حركة التجارة."),
    ("SANCTION", "convict", "وجدت المحكمة الوزير السابق مذنبا بالاحتيال."),
    ("SANCTION", "discontinue", "أوقفت بلغراد شحن الذخيرة إلى إسرائيل."),
    ("SANCTION", "discontinue", "رفعت واشنطن الرسوم الجمركية على البضائع الهندية إلى 50 في المئة."),
    ("SANCTION", "expel", "فر آلاف الأرمن من قره باغ."),
    ("SANCTION", "discontinue", "توقفت صادرات الغاز التركمانستاني إلى إيران."),
    ("SANCTION", "expel", "أمهلت أستراليا السفير الإيراني سبعة أيام للمغادرة."),
    ("SANCTION", "discontinue", "أوقفت أوزبكستان إمداد أفغانستان بالكهرباء."),
    ("MOBILIZE", "troops", "نشرت طاجيكستان عشرين ألف جندي على الحدود الأفغانية."),
    ("MOBILIZE", "police", "انتشرت قوات الأمن في شوارع طهران."),
    ("MOBILIZE", "troops", "أعلن بوتين تعبئة جزئية."),
    ("MOBILIZE", "police", "كثفت الشرطة الباكستانية انتشارها حول المنطقة الدبلوماسية."),
    ("MOBILIZE", "weapons", "دفعت إيران بمدرعات إلى حدودها مع أذربيجان."),
    ("MOBILIZE", "troops", "أقامت إيران قاعدة بحرية جديدة في الخليج."),
    ("MOBILIZE", "troops", "عزز الجيش الباكستاني مواقعه على الحدود."),
    ("MOBILIZE", "troops", "وصلت تعزيزات روسية إلى قاعدة حميميم."),
    ("MOBILIZE", "troops", "بدأ الجيش الهندي تمرينا واسعا قرب الحدود الباكستانية."),
    ("COERCE", "restrict", "حظرت طالبان استخدام الهواتف الذكية في المدارس الدينية."),
    ("COERCE", "restrict", "أغلقت طالبان صالونات التجميل."),
    ("COERCE", "restrict", "حظرت السلطات الباكستانية حركة حماية البشتون."),
    ("COERCE", "restrict", "جردت البحرين معارضين من جنسيتهم."),
    ("COERCE", "seize", "ضبطت السلطات السعودية ملايين الحبوب المخدرة."),
    ("COERCE", "arrest", "زج بالمعارض في السجن."),
    ("COERCE", "restrict", "فرضت طالبان على النساء تغطية الوجه."),
    ("COERCE", "arrest", "أوقف الأمن العام اللبناني مهربين."),
    ("COERCE", "restrict", "طوقت قوات الأمن مقر الحزب."),
    ("ASSAULT", "firearms", "فرقت الشرطة الإيرانية المتظاهرين بالرصاص الحي."),
    ("ASSAULT", "heavy-weapons", "سقط صاروخ إيراني على قاعدة العديد في قطر."),
    ("ASSAULT", "", "تعرضت قافلة للجيش الباكستاني لكمين."),
    ("ASSAULT", "", "سيطرت القوات الأذربيجانية على ستيباناكيرت."),
    ("ASSAULT", "drone", "ضرب زورق مسير سفينة روسية في نوفوروسيسك."),
    ("ASSAULT", "primitive", "طعن رجل جنديا في بيشكك."),
    ("ASSAULT", "beat", "ضرب رجال الأمن صحفيا في باكو."),
    ("ASSAULT", "destroy", "نسف مسلحون خط أنابيب في بلوشستان."),
    ("ASSAULT", "", "سقوط قتلى وجرحى بانفجار في كابل."),
    ("CONSULT", "", "ناقش رئيسا أركان الجيشين التركي والأذربيجاني التعاون العسكري."),
    ("SUPPORT", "", "نوهت الأمم المتحدة بدور تركمانستان في السلام."),
    ("AGREE", "", "أبدت بكين انفتاحها على الحوار مع واشنطن."),
    ("CONCEDE", "", "أقر الجيش الأمريكي بأن الضربة في كابل كانت خطأ مأساويا."),
    ("AID", "", "أرسل الهلال الأحمر القطري فريقا طبيا إلى كونر."),
    ("RETREAT", "release", "عاد عشرات الأسرى الأوكرانيين إلى بلادهم في إطار تبادل."),
    ("RETREAT", "", "أسقطت واشنطن العقوبات عن بنك روسي."),
    ("SANCTION", "discontinue", "أوصدت باكستان معبر غلام خان."),
    ("SANCTION", "expel", "استبعد الاتحاد الأوروبي مصارف بيلاروسية من نظام سويفت."),
    ("MOBILIZE", "troops", "رفعت قوات الحشد جاهزيتها القتالية."),
    ("MOBILIZE", "troops", "مناورات روسية في القطب الشمالي."),
    ("PROTEST", "riot", "حشود غاضبة تقتحم القنصلية الأمريكية في كراتشي."),
]
_NO_EVENTS = [
    "ارتفعت أسعار النفط بنسبة ثلاثة في المئة.",
    "فاز المنتخب الأوزبكي على نظيره الإيراني بهدفين.",
    "تصل درجات الحرارة إلى أربعين درجة مئوية.",
    "افتتح المعرض أبوابه أمام الزوار في ألماتي.",
    "شهدت البورصة تراجعا حادا في قيمة الأسهم.",
    "تقع كازاخستان في قلب آسيا الوسطى.",
    "يبلغ عدد سكان أوزبكستان 36 مليون نسمة.",
    "سجل اللاعب هدفا في الدقيقة الأخيرة من المباراة.",
    "توقعت الأرصاد الجوية هطول أمطار غزيرة.",
    "هاجم الفريق مرمى خصمه منذ بداية الشوط الأول.",
    "تعد كازاخستان أكبر دول المنطقة مساحة.",
    "أكد الخبير أن العلاقات بين البلدين جيدة.",
    "قال المحلل إن مستقبل العلاقات مرهون بالإرادة السياسية.",
    "ينتج البلد أربعين بالمئة من اليورانيوم العالمي.",
    "تمتد الحدود بين البلدين على طول ألف كيلومتر.",
    "يعود تاريخ المدينة إلى القرن الثامن الميلادي.",
    "ارتفع سعر صرف التنغي أمام الدولار.",
    "يعيش في البلاد أكثر من مئة قومية.",
    "وأوضح أن حجم التبادل التجاري بلغ ثلاثة مليارات دولار.",
    "تتمتع العلاقات بين البلدين بعمق تاريخي.",
    "عرضت دار السينما فيلما وثائقيا عن بحر آرال.",
    "وقع زلزال بقوة خمس درجات شمال البلاد.",
    "تعادل منتخبا أوزبكستان والأردن سلبيا.",
    "أقيم المهرجان الموسيقي في ساحة المدينة.",
    "تضم المجموعة خمس دول.",
    "بحسب الخبراء فإن المنطقة تواجه تحديات كبيرة.",
    "الذهب يرتفع إلى مستوى قياسي.",
    "أفضل الوجهات السياحية في أوزبكستان.",
    "كازاخستان تفوز على أذربيجان بثلاثية نظيفة في تصفيات كأس العالم.",
    "ما هي منظمة شنغهاي للتعاون؟",
    "ثلوج كثيفة تغطي جبال قيرغيزستان.",
    "سجل مهاجم المنتخب السعودي هدف الفوز في مرمى أستراليا.",
    "انتزع الفريق الكازاخستاني صدارة المجموعة.",
    "هزم المصارع الإيراني منافسه الأمريكي في النهائي.",
    "أحرزت أوزبكستان ثماني ميداليات ذهبية في الألعاب.",
    "تراجعت أسعار الذهب إلى أدنى مستوى في شهرين.",
    "أغلق مؤشر البورصة على انخفاض.",
    "خفض البنك المركزي سعر الفائدة نصف نقطة.",
    "هبطت الليرة أمام الدولار.",
    "تجتاح موجة حر مناطق جنوب إيران.",
    "ضربت عاصفة ترابية العاصمة بغداد.",
    "أغلقت الثلوج الطرق الجبلية في باميان.",
    "تساقطت الأمطار على معظم الولايات.",
    "افتتح معرض الكتاب في أبوظبي بمشاركة ألف دار نشر.",
    "عرض المتحف لوحات لفنانين من بخارى.",
    "قدمت الفرقة عروضا موسيقية في دار الأوبرا.",
    "حصد الفيلم الإيراني جائزة السعفة الذهبية.",
    "قتل ستة أشخاص في حادث سير قرب دوشنبه.",
    "ضرب زلزال بقوة ست درجات شمال أفغانستان.",
    "انهار مبنى سكني في كراتشي.",
    "لقي عشرون شخصا حتفهم في فيضانات باكستان.",
    "يحتفل الأوزبك بعيد النوروز في الربيع.",
    "تبلغ مساحة تركمانستان نحو نصف مليون كيلومتر مربع.",
    "قال خبير إن الاقتصاد ينمو بوتيرة جيدة.",
    "تشتهر سمرقند بمساجدها التاريخية.",
    "تحذر الأرصاد من رياح قوية.",
    "حذر الأطباء من مخاطر التدخين.",
    "ارتفع إنتاج القطن بنسبة عشرة في المئة.",
    "بلغت صادرات البلاد من النفط مليوني برميل.",
    "تعاقد النادي مع مدرب إسباني.",
    "طرد الحكم لاعبين من الفريق.",
    "أوقف الاتحاد اللاعب ثلاث مباريات.",
    "حذر المحللون من تداعيات الأزمة.",
    "وأضاف أن المنطقة تمر بظروف صعبة.",
    "أطلق النادي اسم اللاعب على ملعبه.",
    "سقط المنتخب العراقي أمام كوريا.",
    "اعتذر اللاعب للجماهير بعد المباراة.",
    "تلقى الفريق هدفا في الدقيقة العاشرة.",
    "ضربت موجة برد قارسة شمال البلاد.",
]


def _told(sentence: str) -> Iterator[tuple[str, str]]:
    """The types and modes of the triggers that *sentence* holds: of each clause the verb's first, then its nouns'."""
    article = Article("a", sentence, fold(sentence), language="ar", sentences=(Span(0, len(sentence)),))
    for clause in clauses_of(article, Resolution((), ())):
        keys = tuple(word.key for word in clause.words)
        used = range(0)
        verbal = find_verbal(keys, clause.first, clause.last, clause.verb, "ar") if clause.verb is not None else None
        if verbal is not None:
            used = range(verbal.first, verbal.last)
            yield verbal.trigger.type, verbal.trigger.mode or ""
        for nominal in find_nominal(keys, clause.first, clause.last, "ar"):
            if nominal.first not in used:
                yield nominal.trigger.type, nominal.trigger.mode or ""


@pytest.mark.parametrize(("type_", "mode", "sentence"), [*_EVENTS, *_HEADLINES, *_PRESS])
def test_a_sentence_tells_of_its_event_first(type_: str, mode: str, sentence: str) -> None:
    """The most specific trigger of the first clause has the type and mode that the codebook gives the act."""
    assert next(_told(sentence), None) == (type_, mode)


@pytest.mark.parametrize("sentence", _NO_EVENTS)
def test_facts_sport_weather_and_opinions_are_no_events(sentence: str) -> None:
    """What no party does to another is not told of by any trigger."""
    assert list(_told(sentence)) == []


@pytest.mark.parametrize(
    ("wording", "noun", "worn"),
    [
        ("وبالاتفاقات", "اتفاق", True),
        ("زيارته", "زيارة", True),
        ("زياراتها", "زيارة", True),
        ("لقائهما", "لقاء", True),
        ("بدورها", "دورة", False),
        ("المصادر", "مصادرة", False),
        ("الحربية", "حرب", False),
    ],
)
def test_a_noun_is_known_under_its_clitics_and_endings(wording: str, noun: str, worn: bool) -> None:
    """A ة falls before some endings only: "بدورها" wears دور, not دورة."""
    assert wears(fold_word(wording), fold_word(noun), "ar") is worn


def test_every_type_of_event_has_triggers_for_all_its_modes() -> None:
    """None of the sixteen types, and none of their modes, lacks an Arabic wording."""
    told = {(t["type"], t.get("mode")) for t in load("events/ar")["triggers"]}

    assert {type_ for type_, _ in told} == set(TYPES)
    assert {(type_, mode) for type_, modes in _MODES.items() for mode in modes} <= told


def test_triggers_use_known_types_modes_roles_statuses_and_topics() -> None:
    """A trigger says nothing that code does not know."""
    for trigger in load("events/ar")["triggers"]:
        assert set(trigger) <= _FIELDS, trigger
        assert trigger["type"] in TYPES, trigger
        assert trigger.get("mode") is None or trigger["mode"] in _MODES[trigger["type"]], trigger
        assert {*trigger.get("actor", ()), *trigger.get("recipient", ())} <= _ROLES, trigger
        assert trigger.get("status", "happened") in STATUSES, trigger
        assert set(trigger.get("topics", ())) <= _TOPICS, trigger
        assert str(trigger.get("negated", "REJECT")).partition("/")[0] in TYPES, trigger
        assert trigger.get("verbs") or trigger.get("nouns"), trigger


def test_verbs_of_triggers_and_reports_are_verbs_we_can_conjugate() -> None:
    """A lemma that no form leads to would never be met."""
    known = set(load("verbs/ar")["verbs"])

    assert {verb for t in load("events/ar")["triggers"] for verb in t.get("verbs", ())} <= known


def test_words_of_triggers_fold_to_something_and_stand_once() -> None:
    """A phrase that folds to nothing matches nothing; one that is listed twice is a slip."""
    for trigger in load("events/ar")["triggers"]:
        for name in ("verbs", "nouns", "also", "unless"):
            words = [str(w) for w in trigger.get(name, ())]
            assert all(fold_word(word) for word in words), trigger
            assert [w for w, n in Counter(words).items() if n > 1] == [], trigger


def test_tables_of_verbs_name_verbs_that_exist() -> None:
    """Participles, passives, carriers and choices between two verbs lead to lemmas of the same lexicon."""
    lexicon = load("verbs/ar")
    named = {
        *lexicon["participles"].values(),
        *lexicon["passives"].values(),
        *lexicon["prefer"].values(),
        *lexicon["carriers"],
        *lexicon["spoken"],
        *lexicon["undergone"],
        *lexicon["auxiliaries"],
        *lexicon["lasting"],
    }

    assert named - set(lexicon["verbs"]) == set()


def test_a_preposition_has_one_role() -> None:
    """No phrase gives what follows it two roles, and every role is known."""
    table = load("grammar/ar")["prepositions"]
    phrases = Counter(fold_word(p) for words in table.values() for p in words)

    assert set(table) <= {*_ROLES, "part"}
    assert [phrase for phrase, n in phrases.items() if n > 1] == []
    assert set(load("grammar/ar")["prefixes"].values()) <= _ROLES


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("مع", "with"),
        ("بالتعاون مع", "with"),
        ("إلى جانب", "with"),
        ("إلى", "to"),
        ("تجاه", "to"),
        ("من", "from"),
        ("من قبل", "by"),
        ("من جانب", "by"),
        ("على يد", "by"),
        ("ضد", "against"),
        ("على", "on"),
        ("بشأن", "about"),
        ("بين", "between"),
        ("في إطار", "in"),
        ("على هامش", "in"),
        ("خلال", "in"),
        ("من أجل", "for"),
        ("نيابة عن", "other"),
    ],
)
def test_prepositions_give_roles(phrase: str, role: str) -> None:
    """Of two prepositions that end alike the longer one counts: "من قبل" is not "من"."""
    keys = (*fold_word(phrase).split(), "x")

    assert grammar("ar").preposition_before(keys, len(keys) - 1) == (role, 0)


@pytest.mark.parametrize(
    ("group", "wording"),
    [
        ("both-sides", "الجانبان"),
        ("both-sides", "للبلدين"),
        ("this-country", "هذا البلد"),
        ("own-country", "بلاده"),
        ("own-state", "بلادنا"),
    ],
)
def test_groups_say_whom_a_wording_stands_for(group: str, wording: str) -> None:
    """Words for two sides, for a country named before, for one's own."""
    assert wording in load("grammar/ar")["groups"][group]


@pytest.mark.parametrize(
    ("cue", "wording"),
    [
        ("planned", "ومن المقرر أن يلتقي"),
        ("planned", "تعتزم الحكومة"),
        ("ahead", "الأسبوع المقبل"),
        ("proposed", "قيد الدراسة"),
        ("ongoing", "ولا تزال القوات"),
        ("conditional", "إذا انسحبت"),
        ("conditional", "في حال انسحبت"),
        ("wish", "يجب أن تنسحب"),
        ("denied", "نفت الوزارة"),
    ],
)
def test_cues_of_status(cue: str, wording: str) -> None:
    """Words that say how an act stands."""
    assert cue in cues_in(fold_word(wording).split(), "ar")


@pytest.mark.parametrize("wording", ["في حالة تأهب", "لوحات فنية", "وقعت الاتفاقية"])
def test_lookalikes_are_no_cues(wording: str) -> None:
    """ "في حالة" is not "في حال", "لوحات" not "لو"."""
    assert not cues_in(fold_word(wording).split(), "ar")


@pytest.mark.parametrize(
    ("topic", "wording"),
    [
        ("military", "مناورات عسكرية"),
        ("economy", "التبادل التجاري"),
        ("energy", "خط أنابيب الغاز"),
        ("transport", "سكة حديد"),
        ("security", "حرس الحدود"),
        ("terrorism", "مكافحة الإرهاب"),
        ("narcotics", "تهريب المخدرات"),
        ("education", "منح دراسية"),
        ("water", "مياه النهر"),
        ("climate", "تغير المناخ"),
        ("nuclear", "محطة نووية"),
        ("sanctions", "حزمة عقوبات"),
        ("humanitarian", "مساعدات إنسانية"),
        ("migration", "اللاجئين"),
        ("elections", "الانتخابات البرلمانية"),
        ("law", "المحكمة العليا"),
    ],
)
def test_topics(topic: str, wording: str) -> None:
    """Words that say what an act is about."""
    assert topic in topics_of(fold_word(wording).split(), "ar")


def test_topics_and_cues_are_known() -> None:
    """No table says what code does not know."""
    assert set(load("topics/ar")) <= _TOPICS
    assert set(load("status/ar")) == {
        "planned", "ahead", "proposed", "denied", "ongoing", "conditional", "wish",
        "denial", "refusing", "refuted", "reports", "involvement", "must",
    }  # fmt: skip
