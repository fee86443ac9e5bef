"""Journeys of a family by screen reader: actions of the accessible tree and real keys only.

    journeys.py j1|j2|j3|j4|j6|long-lines

Each prints a line for what it checked and stops at the first surprise.
"""

import datetime
import sys

from desk import PASSPHRASE, Desk, Atspi, describe, everything, has, press, role, words_in, write

THERAPY = "Children and Young People’s Therapy Service"


def checked(what):
    print(f"  {what}", flush=True)


def day(days):
    when = datetime.date.today() + datetime.timedelta(days=days)
    return f"{when.day} {when:%B %Y}"


def keep(desk):
    """What is asked before the first thing is kept: a passphrase, and three words of the sheet."""
    desk.is_on("heading", "Keep this private")
    everybody_has_a_name(desk)
    desk.act("button", "Choose my own")
    desk.fill("Your passphrase", PASSPHRASE)
    desk.act("button", "Use this passphrase")
    desk.is_on("heading", "Your recovery sheet")
    sheet = words_of_sheet(desk)
    assert len(sheet) == 12, sheet
    desk.act("button", "I have written it down")
    for number in (3, 7, 11):
        desk.fill(f"Word {number}", sheet[number - 1])
    desk.hush()
    desk.act("button", "Check the three words")
    assert desk.said("Your record is kept on this computer.") == 1, "said more than once"
    checked("asked for a passphrase, read 12 words, asked 3 back, and said once that it is kept")


def words_of_sheet(desk):
    """The words in the list, in the order they are read."""
    words = desk.find("list box", "The 12 words")
    names = [node.get_name() for node in everything(words) if role(node) == "list item"]
    return [name.split(". ")[1] for name in names]


def everybody_has_a_name(desk):
    """No control on this page is called nothing."""
    for node in everything(desk.root):
        if has(node, "FOCUSABLE") and role(node) not in ("frame", "panel"):
            assert node.get_name().strip(), f"a {role(node)} has no name\n{desk.outline()}"


def landmarks(desk):
    return [node.get_name() for node in everything(desk.root) if role(node) == "landmark"]


def j1(desk):
    """From a worry to a saved first step, by keys."""
    desk.is_on("heading", "Welcome. What would help first?")
    checked("the first page takes the focus on its heading")
    everybody_has_a_name(desk)
    desk.tab_to("button", "I’m worried about my child")
    press("Return")
    desk.is_on("heading", "How old is your child?")
    desk.reads("Call 999 if life is in danger")
    desk.tab_to("button", "Under 5")
    press("space")
    desk.is_on("heading", "What worries you most?")
    desk.tab_to("button", "Talking and understanding")
    press("space")
    desk.is_on("heading", "Talking and understanding")
    everybody_has_a_name(desk)
    desk.tab_to("button", "Open the service: " + THERAPY)
    press("Return")
    desk.is_on("heading", THERAPY)
    checked("the service takes the focus on its heading")
    for words in (
        "Integrated Therapy Service",
        "You can ask for it yourself",
        "01749 836 691",
        "We read these pages on 23 November 2026.",
    ):
        desk.reads(words)
    assert landmarks(desk) == ["Places", "", "What just happened"], landmarks(desk)
    everybody_has_a_name(desk)
    press("F6")
    desk.until("F6 left the heading", lambda: role(desk.focused()) == "button")
    if desk.focused().get_name() != "Today":
        press("F6")
    desk.is_on("button", "Today")
    checked("F6 goes round the parts of the window")
    desk.act("button", "Save this service")
    keep(desk)
    desk.is_on("button", "Add an appointment")
    checked("the focus is on what can be done next")
    state = desk.find("radio button", "To contact")
    assert has(state, "CHECKED"), describe(state)
    desk.closes()
    saved = desk.ask("select name, status from saved_service where deleted_at is null")
    assert len(saved) == 1 and saved[0][0].startswith(THERAPY), saved
    steps = desk.ask("select text from step where deleted_at is null")
    assert len(steps) == 1, steps
    checked(f"the record holds {saved} and the step {steps}")


def j2(desk):
    """A misspelt word finds the right service, and what was found is said once, after the typing."""
    press("ctrl+f")
    desk.is_on("entry", "What do you need help with?")
    desk.hush()
    write("wheelchiar")
    desk.until("every letter is echoed", lambda: desk.typed() == "wheelchiar")
    assert desk.said("services found") == 1, "said more than once"
    checked("what was found is said once, after the typing")
    desk.reads("Showing results for “wheelchair”.")
    desk.act("button", "NHS wheelchairs and buggies")
    desk.reads("We read these pages on 23 November 2026.")
    desk.closes()


def j3(desk):
    """Questions go to an appointment and come back answered."""
    questions = ["Will she grow out of it?", "Who writes to school?", "When do we come back?"]
    desk.act("button", "Appointments")
    desk.is_on("heading", "Appointments")
    desk.act("button", "Add an appointment")
    desk.is_on("entry", "Who or what is it with?")
    desk.hush()
    write("Paediatrician")
    desk.until("every letter is echoed", lambda: desk.typed() == "Paediatrician")
    checked("every letter is echoed as it is typed")
    date = desk.find("entry", "Date")
    assert date.get_description().startswith("For example, "), describe(date)
    desk.fill("Date", day(-1))
    desk.fill("Time", "2:30pm")
    desk.until(
        "the date is read back in words",
        lambda: day(-1) in desk.look_for("entry", "Date").get_description(),
    )
    checked(f"the date says {desk.find('entry', 'Date').get_description()!r}")
    for question in questions:
        desk.fill("Question to ask", question)
        press("Return")
        desk.find("button", f"Move up: {question}")
        desk.is_on("entry", "Question to ask")
    checked("three questions added with Enter, and the focus stays for the next")
    desk.act("button", "Move up: When do we come back?")
    desk.act("button", "Save appointment")
    keep(desk)
    desk.is_on("heading", "Paediatrician")
    for question, answer in (
        ("Will she grow out of it?", "Most children do."),
        ("When do we come back?", "In six months."),
    ):
        desk.act("toggle button", f"Answered: {question}")
        entry = desk.until("there is room for the answer", lambda: entry_in_focus(desk))
        write(answer)
        desk.until(f"the answer {answer!r} is there", lambda: words_in(entry) == answer)
    desk.hush()
    desk.act("button", "Save what was said")
    desk.said("Saved")
    checked("two answers written; saving them is announced")
    desk.act("button", "Appointments")
    desk.act("button", "Add an appointment")
    desk.is_on("entry", "Who or what is it with?")
    write("Follow-up")
    desk.fill("Date", day(120))
    desk.fill("Time", "11am")
    desk.act("button", "Save appointment")
    desk.is_on("heading", "Follow-up")
    desk.act("button", "Take a question to this appointment")
    desk.act("button", "Take: Who writes to school?")
    desk.find("button", "Take off: Who writes to school?")
    desk.closes()
    kept = desk.ask(
        "select question.text, answer, answered_by, answered_on is not null, with_whom from question "
        "left join appointment on appointment.id = question.appointment "
        "where question.deleted_at is null order by question.seq"
    )
    by_text = {row[0]: row[1:] for row in kept}
    assert set(by_text) == set(questions), kept
    assert by_text["Will she grow out of it?"][:3] == ("Most children do.", "Paediatrician", 1), kept
    assert by_text["When do we come back?"][:3] == ("In six months.", "Paediatrician", 1), kept
    assert by_text["Who writes to school?"] == ("", "", 0, "Follow-up"), kept
    order = desk.ask(
        "select text from question where text like '%back?' or text like '%school?' order by position"
    )
    checked(f"the record holds {kept}; order {[row[0] for row in order]}")


def entry_in_focus(desk):
    node = desk.focused()
    return node if node is not None and role(node) == "entry" else None


def j4(desk):
    """A phone call is noted in three fields."""
    said = "Mrs Hill rang. They will send the form."
    press("ctrl+n")
    desk.is_on("entry", "What happened?")
    checked("Ctrl+N opens a note with the focus in its text")
    desk.hush()
    write(said)
    entry = desk.until("the words are there", lambda: (e := entry_in_focus(desk)) and words_in(e) == said and e)
    assert desk.typed() == said, desk.typed()
    press("BackSpace")
    desk.until("the deleted letter is told", lambda: desk.deleted() == ".")
    write(".")
    press("ctrl+BackSpace")
    desk.until("the deleted word is told", lambda: desk.deleted() == ".form.")
    write("form.")
    desk.until("the words are there again", lambda: words_in(entry) == said)
    checked("what is deleted is told, a letter and a word")
    press("Home")
    desk.until("the caret is at the start", lambda: Atspi.Text.get_caret_offset(entry) == 0)
    press("ctrl+Right")
    desk.until("the caret is after a word", lambda: Atspi.Text.get_caret_offset(entry) in (3, 4))
    press("shift+End")
    desk.until("a selection is told", lambda: Atspi.Text.get_n_selections(entry) == 1)
    line = Atspi.Text.get_string_at_offset(entry, 5, Atspi.TextGranularity.LINE)
    assert line.content == said, line.content
    word = Atspi.Text.get_string_at_offset(entry, 5, Atspi.TextGranularity.WORD)
    assert word.content.strip() == "Hill", word.content
    checked("caret, selection, word and line can be read")
    press("Tab")
    desk.is_on("entry", "Who with?")
    write("Mrs Hill, SENCO")
    press("Tab")
    kind = desk.until("the kinds of note", lambda: role(desk.focused()) == "radio button" and desk.focused())
    assert has(kind, "CHECKED"), describe(kind)
    press("Home")
    desk.is_on("radio button", "Phone call")
    desk.until(
        "Home chose the first kind", lambda: has(desk.look_for("radio button", "Phone call"), "CHECKED")
    )
    checked("one Tab stop for the kinds; the arrows and Home choose")
    desk.tab_to("button", "Save note")
    press("Return")
    keep(desk)
    desk.hush()
    press("ctrl+z")
    desk.said("Undone: Note added.")
    desk.hush()
    press("ctrl+y")
    desk.said("Done again: Note added.")
    checked("undo and redo are announced")
    desk.closes()
    notes = desk.ask("select text, people, kind from note where deleted_at is null")
    assert len(notes) == 1 and notes[0][:2] == (said, "Mrs Hill, SENCO"), notes
    checked(f"the record holds {notes}")


def long_lines(desk):
    """A line that is longer than a screen reader's unit is reviewed, walked and mended as one."""
    line = "Mrs Hill rang about the form for Maya 👩‍👩‍👧 שלום and will send it. " * 12
    text = f"First.\n{line.strip()}\nLast."
    press("ctrl+n")
    desk.is_on("entry", "What happened?")
    entry = desk.focused()
    assert Atspi.EditableText.set_text_contents(entry, text)
    desk.until("the words are there", lambda: words_in(entry) == text)
    start, end = len("First.\n"), len("First.\n" + line.strip())
    # AT-SPI counts characters of Unicode; the run ends somewhere inside these.
    for offset in (start, start + 200, start + 260, start + 400, end - 1):
        said = Atspi.Text.get_string_at_offset(entry, offset, Atspi.TextGranularity.LINE)
        assert said.content.rstrip("\n") == line.strip(), (offset, said.content)
        assert said.start_offset == start, (offset, said.start_offset)
    checked(f"a line of {len(line.strip())} characters is one line wherever it is asked for")
    words, at = [], start
    while at < end:
        said = Atspi.Text.get_string_at_offset(entry, at, Atspi.TextGranularity.WORD)
        assert said.end_offset > at, (at, said.content)
        words.append(said.content.strip())
        at = said.end_offset
    assert words == line.split(), words
    checked(f"its {len(words)} words are read whole, one after the other")
    assert Atspi.Text.set_caret_offset(entry, start + 300)
    desk.until("the caret is where it was put", lambda: Atspi.Text.get_caret_offset(entry) == start + 300)
    press("End")
    caret = desk.until(
        "End goes on in the line", lambda: (at := Atspi.Text.get_caret_offset(entry)) != start + 300 and at
    )
    assert start + 300 < caret <= end, caret
    assert Atspi.Text.set_caret_offset(entry, end)
    desk.until("the caret is at the end of the line", lambda: Atspi.Text.get_caret_offset(entry) == end)
    desk.hush()
    press("ctrl+BackSpace")
    desk.until("the deleted word is told", lambda: desk.deleted() == "it.")
    press("ctrl+BackSpace")
    desk.until("and the one before it", lambda: desk.deleted().endswith("send "))
    desk.hush()
    write("post it!")
    desk.until("every letter is echoed", lambda: desk.typed() == "post it!")
    wanted = text.replace("send it.\nLast.", "post it!\nLast.")
    desk.until("the text is mended", lambda: words_in(entry) == wanted)
    checked("caret, deletion and typing at the end of it are told")
    desk.tab_to("button", "Save note")
    press("Return")
    keep(desk)
    desk.closes()
    notes = desk.ask("select text from note where deleted_at is null")
    assert notes == [(wanted,)], notes
    checked("the record holds it letter for letter")


def j6(desk):
    """A budget question goes from the guide to the list, to the appointment, to an answer."""
    desk.act("button", "Appointments")
    desk.act("button", "Add an appointment")
    desk.is_on("entry", "Who or what is it with?")
    write("Key worker")
    desk.fill("Date", day(3))
    desk.fill("Time", "10am")
    desk.act("button", "Save appointment")
    keep(desk)
    desk.act("button", "Questions")
    desk.is_on("heading", "Questions")
    budget = desk.find("page tab", "Personal Health Budget")
    desk.tab_to("page tab", "Waiting")
    press("End")
    desk.is_on("page tab", "Personal Health Budget")
    desk.until("End opened the last tab", lambda: has(budget, "SELECTED"))
    checked("the tabs are walked by keys, and what gets the focus opens")
    desk.act("button", "Ask this: Is my child in a group")
    desk.act("radio button", "Key worker")
    desk.until(
        "it goes to the key worker", lambda: has(desk.look_for("radio button", "Key worker"), "CHECKED")
    )
    desk.act("button", "Open: Is my child in a group")
    desk.fill("What was the answer?", "Yes, she has a right to one.")
    desk.fill("Who answered?", "Ruth Hill")
    desk.hush()
    desk.act("button", "Keep the answer")
    desk.said("nswer")
    desk.closes()
    kept = desk.ask(
        "select starter, answer, answered_by, answered_on, with_whom from question "
        "join appointment on appointment.id = question.appointment"
    )
    today = datetime.date.today().isoformat()
    assert kept == [("q01", "Yes, she has a right to one.", "Ruth Hill", today, "Key worker")], kept
    checked(f"the record holds {kept}")


JOURNEYS = {"j1": j1, "j2": j2, "j3": j3, "j4": j4, "j6": j6, "long-lines": long_lines}

if __name__ == "__main__":
    journey = JOURNEYS[sys.argv[1]]
    print(f"{sys.argv[1]}: {journey.__doc__}", flush=True)
    journey(Desk())
    print(f"{sys.argv[1]}: done", flush=True)
