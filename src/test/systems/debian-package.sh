#!/bin/sh
# Installs the package that the build made on this very machine, upgrades it from a version before with data, removes and purges it.
# Usage: debian-package.sh <package.deb> [port]      as root, on Debian 12 or later on which Redress is not installed
#
# systemd need not run: the service's own command is started as its user. Says "ok" and the rule for each that holds.
set -eu

new=$(readlink -f "$1")
port=${2:-18080}
work=$(mktemp -d)
hub=
policy=/usr/sbin/policy-rc.d

fail() {
    echo "FAILED: $*" >&2
    [ ! -s "$work/hub.log" ] || tail -20 "$work/hub.log" >&2
    exit 1
}
ok() {
    echo "ok $*"
}
if getent passwd redress >/dev/null || [ -e /etc/redress ] || [ -e /var/lib/redress ]; then
    echo "Redress has been on this machine: this test would purge it" >&2
    exit 1
fi

clean_up() {
    [ -z "$hub" ] || kill "$hub" 2>/dev/null || true
    dpkg --purge --force-depends redress >/dev/null 2>&1 || true
    deluser --quiet redress >/dev/null 2>&1 || true
    [ ! -e "$work/policy" ] || rm -f "$policy"
    rm -rf "$work"
}
trap clean_up EXIT

if [ ! -e "$policy" ]; then # the service stays off where there is a systemd
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    touch "$work/policy"
fi

# The version before: the same with another number and another rule.
dpkg-deb -R "$new" "$work/before"
sed -i 's/^Version: .*/Version: 0.1.9/' "$work/before/DEBIAN/control"
echo "# of the version before" >>"$work/before/etc/redress/config/alerts.yaml"
dpkg-deb -Znone -b "$work/before" "$work/before.deb" >/dev/null
rm -rf "$work/before"

install_package() {
    DEBIAN_FRONTEND=noninteractive dpkg --install --force-confold "$1" >"$work/dpkg.log" 2>&1 || fail "$(cat "$work/dpkg.log")"
}

# The unit's command, as its user, in its folder, with its variables.
unit=/usr/lib/systemd/system/redress.service
of_unit() {
    sed -n "s/^$1=//p" "$unit"
}
start() {
    cat >"$work/service" <<SERVICE
set -a
. $(of_unit EnvironmentFile)
$(of_unit Environment | tr ' ' '\n')
umask $(of_unit UMask)
cd $(of_unit WorkingDirectory)
exec $(of_unit ExecStart)
SERVICE
    chmod 755 "$work"
    setpriv --reuid "$(of_unit User)" --regid "$(of_unit Group)" --init-groups --no-new-privs --inh-caps=-all \
        env -i PATH="$PATH" sh "$work/service" >>"$work/hub.log" 2>&1 &
    hub=$!
    limit=$(($(date +%s) + 600))
    while [ "$(date +%s)" -lt $limit ]; do
        if curl -sf -o /dev/null "$url/actuator/health/readiness"; then return; fi
        kill -0 $hub 2>/dev/null || fail "the hub ended"
        sleep 0.3
    done
    fail "the hub is not ready"
}
stop() {
    kill "$hub"
    wait "$hub" || [ $? = 143 ] || fail "the hub ended with $?"
    hub=
}
api() {
    curl -sf -H "Authorization: Bearer $key" "$url/api$1"
}
rights() {
    stat -c '%U:%G %a' "$1"
}
expect() {
    [ "$2" = "$3" ] || fail "$1: $2, not $3"
}

install_package "$work/before.deb"
expect "data" "$(rights /var/lib/redress)" "redress:redress 700"
expect "settings" "$(rights /etc/redress/config/application.yaml)" "root:redress 640"
expect "variables" "$(rights /etc/redress/secrets)" "root:redress 640"
expect "rules" "$(rights /etc/redress/config/categories.yaml)" "root:root 644"
[ "$(getent passwd redress | cut -d: -f7)" = /usr/sbin/nologin ] || fail "somebody can log in as redress"
ok "the data is the hub's user's alone, and its settings are for its group to read"

url=http://127.0.0.1:$port
key=$(sed -n 's/^REDRESS_API_KEY=//p' /etc/redress/secrets)
[ ${#key} = 48 ] || fail "no key was made"
sed -i "s/^  port: 8080/  port: $port/" /etc/redress/config/application.yaml
echo "# edited here" >>/etc/redress/config/words.yaml

[ "$(redress --version)" = "$(java -jar /usr/lib/redress/redress.jar --version)" ] || fail "no command"
redress check >"$work/check.log" 2>&1 || fail "$(cat "$work/check.log")"
[ -z "$(ls -A /var/lib/redress)" ] || fail "a command wrote into the data folder"
mkdir "$work/desk" && cp "$(dirname "$0")/complaint.eml" "$work/desk/" && cd "$work/desk"
redress try complaints-mailbox complaint.eml >"$work/try.log" 2>&1 || fail "$(cat "$work/try.log")"
if redress >/dev/null 2>&1; then fail "the command started a second hub"; fi
ok "redress runs the commands on the rules of the package, on files of the caller's folder"

start
number=$(curl -sf "$url/complaints" -H 'Content-Type: application/json' \
    -d '{"text":"The lamp arrived in pieces","email":"ana@example.com"}' | sed 's/.*"ticket":"\([^"]*\)".*/\1/')
for _ in $(seq 1 600); do
    if api "/tickets/$number" >"$work/ticket.json" 2>/dev/null; then break; fi
    sleep 0.2
done
grep -q "The lamp arrived in pieces" "$work/ticket.json" || fail "no ticket $number"
redress explain "$number" --url "$url" >"$work/explain.log" 2>&1 || fail "$(cat "$work/explain.log")"
curl -sf -H "Authorization: Bearer $key" "$url/actuator/health" >"$work/health.json" || fail "no health"
if grep -q "\"openDoors\":{\"status\":\"WARNING\"" "$work/health.json"; then fail "$(cat "$work/health.json")"; fi
stop
ok "the service's command takes a complaint as user redress"

secrets=$(sha256sum /etc/redress/secrets)
install_package "$new"
expect "version" "$(dpkg-query -W -f '${Version}' redress)" "$(dpkg-deb -f "$new" Version)"
expect "variables" "$(sha256sum /etc/redress/secrets)" "$secrets"
grep -q "  port: $port" /etc/redress/config/application.yaml || fail "an edited setting is gone"
grep -q "edited here" /etc/redress/config/words.yaml || fail "an edited rule is gone"
if grep -q "of the version before" /etc/redress/config/alerts.yaml; then fail "a rule that nobody edited stayed old"; fi
expect "settings" "$(rights /etc/redress/config/application.yaml)" "root:redress 640"
expect "data" "$(rights /var/lib/redress)" "redress:redress 700"
ok "an upgrade keeps what was edited, and renews what was not"
start
api "/tickets/$number" | grep -q "The lamp arrived in pieces" || fail "ticket $number is gone"
grep -q "/var/lib/redress/work/classes-.*\.jsa$" "/proc/$hub/maps" || fail "no archive of classes is used"
stop
ok "the second start uses the archive of classes that the first run wrote"
ok "an upgrade keeps the tickets"

dpkg --remove redress >/dev/null 2>&1
[ ! -e /usr/bin/redress ] && [ ! -e "$unit" ] || fail "the program stayed"
grep -q "edited here" /etc/redress/config/words.yaml || fail "removing removed rules"
[ -d /var/lib/redress/postgres ] && [ -s /etc/redress/secrets ] || fail "removing removed data"
ok "removing keeps rules, secrets and data"
install_package "$new"
grep -q "edited here" /etc/redress/config/words.yaml || fail "installing again removed rules"
dpkg --purge redress >/dev/null 2>&1
[ ! -e /var/lib/redress ] && [ ! -e /etc/redress ] || fail "purging left something"
ok "purging removes everything"
