#!/bin/sh
# Kills the system of a folder at once, whatever it is doing (kill -9). Usage: kill.sh <folder>
set -eu
folder=$(cd "$1" && pwd)
name=$(basename "$folder")
. "$(dirname "$0")/server.sh"

running || { say "does not run"; exit 0; }
kill -KILL "-$pid"
for _ in $(seq 1 100); do # it may take a moment to die, and start.sh must not take it for alive
    running || { say "killed"; exit 0; }
    sleep 0.1
done
say "could not be killed" >&2
exit 1
