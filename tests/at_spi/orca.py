"""Prints what Orca says for each key of journey J1, from a window that has just opened.

Run by hand inside session.sh, where Orca 48 is installed (Debian 13). Speech is read from Orca's own
debug file; no sound is needed.
"""

import datetime
import os
import subprocess
import time

from desk import PASSPHRASE, Desk, press, role, write
from journeys import words_of_sheet

THERAPY = "Children and Young People’s Therapy Service"
LOG = os.path.join(os.environ["WORK"], "orca.out")


def spoken():
    """(moment, words) for each thing said."""
    today = datetime.date.today()
    said = []
    with open(LOG, encoding="utf-8", errors="replace") as log:
        for line in log:
            if "SPEECH OUTPUT" not in line:
                continue
            moment = datetime.time.fromisoformat(line.split(" - ")[0])
            words = line.split("OUTPUT: ")[-1].split("{'")[0].rstrip("[ \n").strip(" '")
            said.append((datetime.datetime.combine(today, moment).timestamp(), words or "(empty)"))
    return said


def main():
    orca = subprocess.Popen(
        ["orca", "--debug-file", LOG, "-e", "speech", "-d", "braille"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(240):
        time.sleep(0.5)
        if os.path.exists(LOG) and any("Screen reader on" in words for _, words in spoken()):
            break
    time.sleep(3)
    marks = [(time.time(), "(the window opens)")]
    desk = Desk()
    # On a busy machine the voice comes later than the window.
    for _ in range(120):
        time.sleep(0.5)
        if any("Welcome" in words for _, words in spoken()):
            break
    time.sleep(3)

    def key(name):
        marks.append((time.time(), name))
        press(name)
        time.sleep(2)

    def tab_to(role_, name):
        for _ in range(60):
            node = desk.focused()
            if node and role(node) == role_ and node.get_name().startswith(name):
                return
            key("Tab")
        raise AssertionError(f"Tab never reaches the {role_} {name!r}\n{desk.outline()}")

    def types(words, as_heard=None):
        marks.append((time.time(), as_heard or words))
        write(words)
        time.sleep(2)

    tab_to("button", "I’m worried about my child")
    key("Return")
    tab_to("button", "Under 5")
    key("Return")
    tab_to("button", "Talking and understanding")
    key("Return")
    tab_to("button", "Open the service: " + THERAPY)
    key("Return")
    tab_to("button", "Save this service")
    key("Return")
    tab_to("button", "Choose my own")
    key("Return")
    tab_to("entry", "Your passphrase")
    types(PASSPHRASE, "(a passphrase is typed)")
    tab_to("button", "Use this passphrase")
    key("Return")
    desk.is_on("heading", "Your recovery sheet")
    time.sleep(4)
    sheet = words_of_sheet(desk)
    tab_to("list item", "1. ")
    key("Right")
    key("Right")
    tab_to("button", "I have written it down")
    key("Return")
    for number in (3, 7, 11):
        tab_to("entry", f"Word {number}")
        types(sheet[number - 1], "(the word is typed)")
    tab_to("button", "Check the three words")
    key("Return")
    time.sleep(4)
    key("F6")
    key("F6")
    key("Escape")
    time.sleep(2)
    desk.closes()
    orca.terminate()
    orca.wait(timeout=10)
    said = spoken()
    for place, (moment, what) in enumerate(marks):
        end = marks[place + 1][0] if place + 1 < len(marks) else float("inf")
        words = [words for when, words in said if moment <= when < end]
        print(f"{what:20} -> {' | '.join(words)}", flush=True)


if __name__ == "__main__":
    main()
