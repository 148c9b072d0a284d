#!/bin/sh
# Starts Request Tracker 5 on loopback; makes a fresh database when the folder has none (a few seconds).
# Usage: start.sh <folder> <port>     REST 2 at http://127.0.0.1:<port>/REST/2.0/, tokens in <folder>/redress.token and clerk.token
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
port=$2
name="Request Tracker"
. "$here/../server.sh"

server=/usr/share/request-tracker5/libexec/rt-server
[ -x "$server" ] || { say "is not installed; run $(dirname "$here")/install.sh" >&2; exit 1; }
if running; then
    say "runs already at http://127.0.0.1:$port/"
    exit 0
fi
free
mkdir -p "$folder/site.d" "$folder/mason" "$folder/session"
cat >"$folder/RT_SiteConfig.pm" <<CONF
Set(\$rtname, 'redress.test');
Set(\$Organization, 'redress.test');
Set(\$DatabaseType, 'SQLite');
Set(\$DatabaseName, '$folder/rt.sqlite');
Set(\$WebDomain, '127.0.0.1');
Set(\$WebPort, $port);
Set(\$WebPath, '');
Set(\$MailCommand, 'testfile');
Set(\$LogToSyslog, undef);
Set(\$LogToSTDERR, 'warning');
Set(\$Timezone, 'UTC');
Set(\$MasonDataDir, '$folder/mason');
Set(\$MasonSessionDir, '$folder/session');
1;
CONF
export RT_SITE_CONFIG="$folder/RT_SiteConfig.pm" RT_SITE_CONFIG_DIR="$folder/site.d"
if [ ! -e "$folder/ready" ]; then
    say "makes a fresh database in $folder …"
    rm -f "$folder/rt.sqlite"
    export REDRESS_TOKEN_FOLDER="$folder"
    {
        rt-setup-database-5 --action init --skip-create
        rt-setup-database-5 --action insert --datafile "$here/initialdata"
    } >>"$folder/log" 2>&1 || { say "has no database; see $folder/log" >&2; exit 1; }
    : >"$folder/ready"
fi
serve "http://127.0.0.1:$port/REST/2.0/rt" "$server" --host 127.0.0.1 --port "$port" --max-workers 3
