"""A person at the real window who sees nothing: what AT-SPI says, and real keys.

Everything here goes through the accessible tree, its actions and the keyboard of the X server. No
coordinates, no pictures, no knowledge of what the window draws.
"""

import json
import os
import subprocess
import threading
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.init()

PATIENCE = 20.0

# What every record here is locked with.
PASSPHRASE = "marsh lantern teapot ladder"
HEARD = [
    "object:state-changed:focused",
    "object:announcement",
    "object:text-changed",
    "object:text-caret-moved",
    "object:property-change:accessible-name",
]


def press(*keys):
    """Presses keys as a keyboard would: "Tab", "ctrl+n", "shift+Home"."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)


def write(words):
    """Types words, one key at a time."""
    subprocess.run(["xdotool", "type", "--delay", "25", words], check=True)


def has(node, state):
    return node.get_state_set().contains(getattr(Atspi.StateType, state))


def role(node):
    """What it is; a push button lost its "push" in AT-SPI 2.54."""
    name = node.get_role_name()
    return "button" if name == "push button" else name


def children(node):
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield child


def everything(node):
    """The node and all below it, in reading order."""
    yield node
    for child in children(node):
        yield from everything(child)


def describe(node):
    """One line for people."""
    states = [
        state.lower()
        for state in ("FOCUSED", "CHECKED", "SELECTED", "EXPANDED", "INVALID_ENTRY", "REQUIRED")
        if has(node, state)
    ]
    said = node.get_description()
    tail = f" ({said})" if said else ""
    return f"{role(node)} {node.get_name()!r}{tail} {' '.join(states)}".rstrip()


def words_in(node):
    """The text of an entry."""
    return Atspi.Text.get_text(node, 0, -1)


class Desk:
    """The running program and what it says."""

    def __init__(self, data=None):
        self.data = data or os.path.join(os.environ["WORK"], "data")
        self.events = []
        self.lock = threading.Lock()
        listener = Atspi.EventListener.new(self._hear)
        for kind in HEARD:
            listener.register(kind)
        self.listener = listener
        self.complaints = open(os.path.join(os.environ["WORK"], "program.log"), "ab")
        self.program = subprocess.Popen(
            [os.environ["PROGRAM"], "--data-dir", self.data],
            stdout=self.complaints,
            stderr=self.complaints,
        )
        self.root = self.until("the program is on the bus", self._find_program)
        self.until("the window has the keyboard", self._take_keyboard)
        self.hush()

    def _hear(self, event):
        try:
            name = event.source.get_name()
            kind = role(event.source)
        except GLib.Error:
            return
        said = event.any_data if isinstance(event.any_data, str) else ""
        with self.lock:
            self.events.append((event.type, event.detail1, kind, name, said))

    def _find_program(self):
        for program in children(Atspi.get_desktop(0)):
            if program.get_process_id() == self.program.pid and program.get_child_count():
                return program
        return None

    def _take_keyboard(self):
        seen = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "Withy"],
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        if not seen:
            return False
        subprocess.run(["xdotool", "windowfocus", seen[-1]], check=False, capture_output=True)
        window = next(children(self.root), None)
        return window is not None and has(window, "ACTIVE")

    def pump(self, seconds=0.05):
        """Lets the bus deliver."""
        loop = GLib.MainLoop()
        GLib.timeout_add(int(seconds * 1000), loop.quit)
        loop.run()

    def until(self, what, ready):
        """Waits for something to be so; a person would wait too, but not for ever."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.program.poll() is not None:
                raise AssertionError(f"the program ended ({self.program.returncode}) before {what}")
            try:
                found = ready()
            except GLib.Error:
                found = None  # What was asked has just gone away.
            if found:
                return found
            self.pump()
        raise AssertionError(f"in {PATIENCE:.0f} s it never came that {what}\n{self.outline()}")

    def outline(self):
        lines = []

        def walk(node, depth):
            lines.append("  " * depth + describe(node))
            for child in children(node):
                walk(child, depth + 1)

        try:
            walk(self.root, 0)
        except (GLib.Error, AttributeError) as problem:
            lines.append(f"... {problem}")
        return "\n".join(lines)

    def look_for(self, kind, name):
        """The node of this role whose name is `name`, or begins with it."""
        near = None
        for node in everything(self.root):
            if role(node) == kind:
                if node.get_name() == name:
                    return node
                if near is None and node.get_name().startswith(name):
                    near = node
        return near

    def find(self, kind, name):
        return self.until(f"there is a {kind} {name!r}", lambda: self.look_for(kind, name))

    def gone(self, kind, name):
        self.until(f"no {kind} is {name!r}", lambda: self.look_for(kind, name) is None)

    def reads(self, words):
        """Something that can be read holds these words."""

        def there():
            return any(
                words in node.get_name() or words in node.get_description()
                for node in everything(self.root)
            )

        self.until(f"something says {words!r}", there)

    def act(self, kind, name):
        """Presses a control as a screen reader does: by its own action."""
        node = self.find(kind, name)
        assert has(node, "FOCUSABLE"), f"{describe(node)} cannot be focused"
        assert Atspi.Action.get_n_actions(node) > 0, f"{describe(node)} has no action"
        assert Atspi.Action.do_action(node, 0), f"{describe(node)} refused"
        self.pump(0.1)
        return node

    def focused(self):
        """What has the focus: the heading, where it is the words inside one."""
        for node in everything(self.root):
            if has(node, "FOCUSED"):
                around = node.get_parent()
                return around if around is not None and role(around) == "heading" else node
        return None

    def is_on(self, kind, name):
        """The focus is on, or comes to, this control."""

        def there():
            node = self.focused()
            return (
                node is not None
                and role(node) == kind
                and node.get_name().startswith(name)
            )

        self.until(f"the focus is on the {kind} {name!r}", there)

    def tab_to(self, kind, name, most=80):
        """Reaches a control by Tab alone."""
        for _ in range(most):
            node = self.focused()
            if node and role(node) == kind and node.get_name().startswith(name):
                return node
            before = node and (role(node), node.get_name())
            press("Tab")
            self.until(
                "Tab moved the focus",
                lambda: (now := self.focused())
                and (role(now), now.get_name()) != before,
            )
        raise AssertionError(f"Tab never reaches the {kind} {name!r}\n{self.outline()}")

    def hush(self):
        """Forgets what was said so far."""
        self.pump(0.3)
        with self.lock:
            self.events.clear()

    def said(self, words):
        """An announcement holds these words. Returns how often it was made."""

        def heard():
            with self.lock:
                return [
                    event
                    for event in self.events
                    if event[0].startswith("object:announcement")
                    and words in (event[4] or event[3])
                ]

        self.until(f"{words!r} is announced", heard)
        self.pump(0.3)
        return len(heard())

    def typed(self):
        """The letters that were echoed as they were typed."""
        with self.lock:
            return "".join(
                event[4] for event in self.events if event[0].startswith("object:text-changed:insert")
            )

    def deleted(self):
        """The letters that were told as they were deleted."""
        with self.lock:
            return "".join(
                event[4] for event in self.events if event[0].startswith("object:text-changed:delete")
            )

    def fill(self, name, words):
        """Puts the focus into an entry and types."""
        node = self.find("entry", name)
        assert Atspi.Component.grab_focus(node), f"{describe(node)} took no focus"
        self.is_on("entry", name)
        self.hush()
        write(words)
        self.until(
            f"the entry {name!r} holds {words!r}",
            lambda: words_in(self.look_for("entry", name)).endswith(words),
        )
        return node

    def closes(self):
        """Closes the window as a person would, and waits for the program to end well."""
        press("alt+F4")
        try:
            self.program.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired as late:
            self.program.kill()
            raise AssertionError("the window did not close") from late
        assert self.program.returncode == 0, f"it ended with {self.program.returncode}"

    def ask(self, question):
        """What landed in the record, read from its file after the window has closed."""
        asked = subprocess.run(
            [os.environ["ASK"], "--exact", "rows_of_a_locked_record", "--nocapture"],
            env={
                **os.environ,
                "WITHY_ASK_FOLDER": self.data,
                "WITHY_ASK_PASSPHRASE": PASSPHRASE,
                "WITHY_ASK": question,
            },
            capture_output=True,
            text=True,
            check=True,
        )
        rows = next(line for line in asked.stdout.splitlines() if line.startswith("rows "))
        return [tuple(row) for row in json.loads(rows.removeprefix("rows "))]
