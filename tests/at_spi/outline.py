"""Prints the tree that a screen reader gets, after acting on each argument "role:name", "key:ctrl+n" or
"write:words"."""

import sys

from desk import Desk, press, write

desk = Desk()
for wanted in sys.argv[1:]:
    if wanted.startswith("key:"):
        press(wanted[4:])
        desk.pump(0.5)
        continue
    if wanted.startswith("write:"):
        write(wanted[6:])
        desk.pump(0.5)
        continue
    role, name = wanted.split(":", 1)
    desk.act(role, name)
    desk.pump(0.5)
print(desk.outline())
desk.closes()
