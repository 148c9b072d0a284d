# What start.sh, stop.sh and kill.sh of both systems share. A system lives in a folder: its database, its log, its process.

say() {
    echo "$name: $*"
}

# The process of the folder, if it runs. Its environment names the folder, so a process id that was given again is no other's.
running() {
    [ -s "$folder/pid" ] || return 1
    pid=$(cat "$folder/pid")
    grep -zqxF "REDRESS_SYSTEM=$folder" "/proc/$pid/environ" 2>/dev/null
}

# Starts a command as a process group of its own and waits until the URL answers anything.
serve() {
    url=$1
    shift
    REDRESS_SYSTEM=$folder setsid "$@" </dev/null >>"$folder/log" 2>&1 &
    echo $! >"$folder/pid"
    for _ in $(seq 1 300); do
        if curl -s -o "$folder/first-answer" --max-time 5 "$url"; then
            say "runs at $url"
            exit 0
        fi
        running || break
        sleep 0.2
    done
    say "did not start; the last of $folder/log:" >&2
    tail -5 "$folder/log" >&2
    exit 1
}

free() {
    if curl -s -o /dev/null --max-time 2 "http://127.0.0.1:$port/"; then
        say "port $port is taken by something else" >&2
        exit 1
    fi
}
