#!/bin/sh
# Stops the system of a folder and waits until it has ended; its data stay. Usage: stop.sh <folder>
set -eu
folder=$(cd "$1" && pwd)
name=$(basename "$folder")
. "$(dirname "$0")/server.sh"

running || { say "does not run"; exit 0; }
kill -TERM "-$pid"
for _ in $(seq 1 100); do
    running || { say "stopped"; exit 0; }
    sleep 0.1
done
kill -KILL "-$pid"
say "did not stop within ten seconds, and was killed"
