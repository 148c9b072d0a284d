#!/bin/sh
# Starts Tryton with complaints (module sale_complaint) on loopback; makes a fresh database when the folder has none (half a minute).
# Usage: start.sh <folder> <port>     JSON-RPC at http://127.0.0.1:<port>/erp/, users redress and clerk, password <user>-sandbox-only
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
port=$2
name=Tryton
. "$here/../server.sh"

command -v trytond >/dev/null || { say "is not installed; run $(dirname "$here")/install.sh" >&2; exit 1; }
if running; then
    say "runs already at http://127.0.0.1:$port/erp/"
    exit 0
fi
free
cat >"$folder/trytond.conf" <<CONF
[database]
uri = sqlite://
path = $folder
[web]
listen = 127.0.0.1:$port
CONF
if [ ! -e "$folder/ready" ]; then
    say "makes a fresh database in $folder …"
    rm -f "$folder/erp.sqlite" "$folder/erp.sqlite-journal"
    : >"$folder/erp.sqlite"
    echo admin-sandbox-only >"$folder/admin"
    export TRYTONPASSFILE="$folder/admin"
    {
        trytond-admin -c "$folder/trytond.conf" -d erp --all --email admin@erp.invalid
        trytond-admin -c "$folder/trytond.conf" -d erp -u sale_complaint --activate-dependencies
        # Debian's Python, for which Tryton is packaged, whichever python3 is first in the path
        /usr/bin/python3 -W ignore "$here/setup.py" "$folder/trytond.conf" erp
    } >>"$folder/log" 2>&1 || { say "has no database; see $folder/log" >&2; exit 1; }
    : >"$folder/ready"
fi
serve "http://127.0.0.1:$port/erp/" trytond -c "$folder/trytond.conf" -d erp
