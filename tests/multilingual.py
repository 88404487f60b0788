"""A small site in English, Spanish, Arabic and Hebrew, for tests of languages."""

from __future__ import annotations

from pathlib import Path

CONFIG = """
site_name: A small guide
site_url: https://example.org/guide/
docs_dir: content
theme: {name: material, font: false}
extra:
  generator: false
  workleaf: {site_id: test-site}
plugins: [search, workleaf]
nav:
  - Home: index.md
  - Trust: trust.md
  - Worksheets: worksheets/index.md
"""
SHEET = """
title: Talk in ten minutes
summary: A short plan for one calm talk.
minutes: 10
who: [together, alone]
intro: Take **one** subject only. You can stop at any time.
guide: trust
steps:
  - title: Before the talk
    id: before
    fields:
      - text: Who do you want to talk with?
        id: person
        hint: A first name or initials are enough, for example Noor or M. K.
      - scale: How calm are you now?
        id: calm
        range: 0 to 10
        low: Not at all
        high: Very calm
        not_sure: yes
      - choose_many: What do you hope for?
        id: hopes
        choices: {listen: To be listened to, plan: A small plan, rest: 'Some rest, 2 or 3 days'}
        other: Something else
      - grid: How true is each sentence?
        id: true_now
        range: 0 to 4
        low: Not true
        high: True
        rows: {safe: I feel safe, time: I have time}
        safety: no
      - table: Small steps
        id: steps_to_take
        rows: 2 to 4
        columns:
          - text: What
            id: what
          - date: By when
            id: due
      - ranking: What comes first?
        id: first
        choices: {me: My wish, you: Your wish}
        show_if: hopes includes "plan" and calm >= 3
      - plan: If it gets loud
        id: loud
        if: When I notice …
        then: I will …
  - title: After
    id: after
    fields:
      - score: How true, in all
        id: total
        sum: true_now
        bands:
          - up_to: 4
            label: Go slowly
            advice: Choose one thing.
          - up_to: 8
            label: Good ground
      - generated_text: Your words
        id: words
        editable: yes
        template: Dear ${first(person, "you")}, I hope for ${hopes}. Can we talk for 10 minutes?
results:
  - id: low
    when: calm < 3
    show: Rest first. See [Trust](trust).
"""
SPANISH = """
translation: draft
title: Hablar diez minutos
summary: Un plan corto para una charla tranquila.
intro: Elige **un** solo tema. Puedes parar cuando quieras.
steps: {before: Antes de hablar, after: Después}
items:
  person:
    label: ¿Con quién quieres hablar?
    hint: Basta un nombre o iniciales, por ejemplo Noor o M. K.
  calm: {label: ¿Qué tan en calma estás ahora?, low: Nada, high: Mucho}
  hopes:
    label: ¿Qué esperas?
    choices: {listen: Que me escuchen, plan: Un plan pequeño, rest: 'Descanso, 2 o 3 días'}
    other: Otra cosa
  true_now:
    label: ¿Qué tan cierta es cada frase?
    low: Falsa
    high: Cierta
    rows: {safe: Me siento a salvo, time: Tengo tiempo}
  steps_to_take: {label: Pasos pequeños, columns: {what: Qué, due: Para cuándo}}
  first: {label: ¿Qué va primero?, choices: {me: Mi deseo, you: Tu deseo}}
  loud: {label: Si sube el tono, if: Cuando note …, then: yo voy a …}
  total:
    label: Cuánto es cierto
    bands: {4: {label: Ve despacio, advice: Elige una cosa.}, 8: Buen suelo}
  words:
    label: Tus palabras
    template: Hola, ${first(person, "tú")}. Espero ${hopes}. ¿Hablamos 10 minutos?
results: {low: 'Descansa primero. Mira [Confianza](trust).'}
"""
ARABIC = """
translation: reviewed
title: حديث لعشر دقائق
summary: خطة قصيرة لحديث هادئ واحد.
intro: اختر موضوعًا **واحدًا** فقط. يمكنك التوقف في أي وقت.
steps: {before: قبل الحديث, after: بعده}
items:
  person:
    label: مع من تريد أن تتحدث؟
    hint: يكفي الاسم الأول أو الأحرف الأولى، مثل نور أو M. K.
  calm: {label: ما مدى هدوئك الآن؟, low: لا هدوء, high: هدوء كبير}
  hopes:
    label: ماذا تأمل؟
    choices: {listen: أن يُسمع كلامي, plan: خطة صغيرة, rest: 'بعض الراحة، 2 أو 3 أيام'}
    other: شيء آخر
  true_now:
    label: ما مدى صحة كل جملة؟
    low: غير صحيحة
    high: صحيحة
    rows: {safe: أشعر بالأمان, time: عندي وقت}
  steps_to_take: {label: خطوات صغيرة, columns: {what: ماذا, due: حتى متى}}
  first: {label: ما الذي يأتي أولًا؟, choices: {me: رغبتي, you: رغبتك}}
  loud: {label: إذا ارتفع الصوت, if: عندما ألاحظ …, then: سوف …}
  total:
    label: مجموع الصحة
    bands: {4: {label: على مهل, advice: اختر شيئًا واحدًا.}, 8: أرض طيبة}
  words:
    label: كلماتك
    template: مرحبًا ${first(person, "صديقي")}، آمل ${hopes}. هل نتحدث 10 دقائق؟
results: {low: 'استرح أولًا. انظر [الثقة](trust).'}
"""
HEBREW = """
translation: reviewed
title: שיחה של עשר דקות
summary: תכנית קצרה לשיחה רגועה אחת.
intro: לבחור נושא **אחד** בלבד. אפשר לעצור בכל רגע.
steps: {before: לפני השיחה, after: אחריה}
items:
  person: {label: עם מי לדבר?, hint: 'שם פרטי מספיק, למשל נועה או M. K.'}
  calm: {label: כמה רוגע יש עכשיו?, low: בכלל לא, high: הרבה}
  hopes:
    label: למה לקוות?
    choices: {listen: שיקשיבו לי, plan: תכנית קטנה, rest: 'מנוחה, 2 או 3 ימים'}
"""
PAGES = {
    "index.md": "# Home\n\n```worksheet\nuse: talk\n```\n",
    "trust.md": "---\nsafety: yes\n---\n# Trust\n\nSmall steps.\n\n```worksheets\n```\n",
    "worksheets/index.md": "# Worksheets\n\n```worksheets\nall: yes\n```\n",
    "es/index.md": "# Inicio\n\nPoco a poco.\n\n```worksheet\nuse: talk\n```\n",
    "es/trust.md": "---\ntranslation: reviewed\n---\n# Confianza\n\n```worksheets\n```\n",
}
SIDECARS = {"es": SPANISH, "ar": ARABIC, "he": HEBREW}


def write(folder: Path) -> Path:
    """The site's sources, in a folder."""
    files = {"mkdocs.yml": CONFIG, "worksheets/talk.yml": SHEET}
    files |= {f"content/{name}": text for name, text in PAGES.items()}
    files |= {f"worksheets/talk.{code}.yml": text for code, text in SIDECARS.items()}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")
    return folder
