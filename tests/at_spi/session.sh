#!/usr/bin/env bash
# Runs a script beside the real window, on a screen and a message bus of their own:
#   session.sh PROGRAM WORK SCRIPT [ARGUMENT...]
# WORK is an empty folder: the record, what the program complained of and pictures go there.
set -uo pipefail
program=$1 work=$2
shift 2
export PROGRAM="$program" WORK="$work" NO_AT_BRIDGE=1
unset WAYLAND_DISPLAY DISPLAY
export LC_ALL=C.UTF-8
mkdir -p "$work/home" "$work/run" "$work/data"
chmod 700 "$work/run"
export HOME="$work/home" XDG_RUNTIME_DIR="$work/run"

# Nothing that is pressed opens another program.
mkdir -p "$work/bin"
for other in xdg-open speech-dispatcher; do
    printf '#!/bin/sh\nexit 0\n' >"$work/bin/$other"
    chmod +x "$work/bin/$other"
done
export PATH="$work/bin:$PATH"

# The server chooses a free screen and tells which.
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$work/screen" >"$work/xvfb.log" 2>&1 &
server=$!
for _ in $(seq 200); do
    [ -s "$work/screen" ] && break
    sleep 0.1
done
DISPLAY=":$(tr -d '[:space:]' <"$work/screen")"
export DISPLAY
# Without a window manager no window ever gets the keyboard.
openbox >"$work/openbox.log" 2>&1 &
manager=$!
for _ in $(seq 100); do
    xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id' && break
    sleep 0.1
done

dbus-run-session -- bash -c '
    /usr/libexec/at-spi-bus-launcher --launch-immediately >"$WORK/at-spi.log" 2>&1 &
    launcher=$!
    for _ in $(seq 100); do
        dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus \
            org.freedesktop.DBus.Properties.Set string:org.a11y.Status string:IsEnabled \
            "variant:boolean:${SCREEN_READER:-true}" >/dev/null 2>&1 && break
        sleep 0.1
    done
    "$@"
    result=$?
    kill "$launcher" 2>/dev/null
    exit "$result"
' session "$@"
result=$?
kill "$manager" "$server" 2>/dev/null
wait "$manager" "$server" 2>/dev/null
exit "$result"
