#!/bin/sh
# Kills the system of a folder at once, whatever it is doing (kill -9). Usage: kill.sh <folder>
set -eu
folder=$(cd "$1" && pwd)
name=$(basename "$folder")
. "$(dirname "$0")/server.sh"

running || { say "does not run"; exit 0; }
kill -KILL "-$pid"
say "killed"
