"""Pokes at the window at random, by actions and by keys, and asks whether it still answers.

    fuzz.py SECONDS [SEED]
"""

import os
import random
import subprocess
import sys
import threading
import time

from desk import Desk, Atspi, GLib, children, press, words_in

KEYS = """Tab Tab Tab shift+Tab space Return Left Right Up Down Home End Next Prior a s BackSpace
Delete F6 ctrl+a ctrl+z ctrl+y ctrl+n ctrl+f ctrl+k ctrl+1 ctrl+shift+a ctrl+shift+q ctrl+plus
ctrl+minus ctrl+0 F1 F2 Escape""".split()
WORDS = ["", "sleep", "é😀 x", "one\ntwo", "4 June", "2:30pm", "wheelchiar " * 40]


def below(node, most=2000):
    found, waiting = [], [node]
    while waiting and len(found) < most:
        now = waiting.pop()
        found.append(now)
        try:
            waiting.extend(children(now))
        except GLib.Error:
            pass  # It went away while it was read.
    return found


def poke(node, chance):
    can = node.get_interfaces()
    if "Action" in can:
        Atspi.Action.do_action(node, 0)
    if "EditableText" in can:
        Atspi.EditableText.set_text_contents(node, chance.choice(WORDS))
    if "Text" in can:
        Atspi.Text.set_caret_offset(node, chance.randint(0, 60))
        Atspi.Text.add_selection(node, chance.randint(0, 9), chance.randint(0, 90))
    if "Component" in can:
        Atspi.Component.grab_focus(node)
        node.scroll_to(Atspi.ScrollType.ANYWHERE)


def main(seconds, seed):
    chance = random.Random(seed)
    desk = Desk()
    desk.act("button", "Look around with a sample family")
    desk.reads("Sample family. Nobody here is real.")
    end = time.monotonic() + seconds
    keys = [0]

    def type_away():
        own = random.Random(seed + 1)
        while time.monotonic() < end and desk.program.poll() is None:
            key = own.choice(KEYS)
            subprocess.run(["xdotool", "key", key], check=False, capture_output=True)
            keys[0] += 1
            time.sleep(0.03)

    typist = threading.Thread(target=type_away)
    typist.start()
    actions = races = 0
    while time.monotonic() < end:
        assert desk.program.poll() is None, f"it ended with {desk.program.returncode}"
        try:
            nodes = below(desk.root)
            for node in chance.sample(nodes, min(6, len(nodes))):
                poke(node, chance)
                actions += 1
        except GLib.Error:
            races += 1
    typist.join()
    assert desk.program.poll() is None, f"it ended with {desk.program.returncode}"
    log = os.path.join(os.environ["WORK"], "program.log")
    with open(log, encoding="utf-8", errors="replace") as complaints:
        said = complaints.read()
    assert "panicked" not in said, said
    # And a person can still write a note.
    press("ctrl+0")
    press("Escape")
    press("ctrl+1")
    desk.pump(0.5)
    press("ctrl+n")
    desk.is_on("entry", "What happened?")
    entry = desk.focused()
    Atspi.EditableText.set_text_contents(entry, "Still here.")
    desk.until("it holds what was written", lambda: words_in(entry) == "Still here.")
    print(f"{actions} actions, {keys[0]} keys, {races} nodes gone while being read; it still answers")
    desk.closes()


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
