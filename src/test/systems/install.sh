#!/bin/sh
# Finds Tryton 6.0 and Request Tracker 5 as Debian 12 packages them, or installs them. Starts nothing, asks nothing.
# Usage: install.sh [package...]      those two, or these packages; needs root only when something is missing
set -eu

missing=""
[ $# -gt 0 ] || set -- tryton-server tryton-modules-sale-complaint request-tracker5 rt5-db-sqlite rt5-standalone
for package in "$@"; do
    if ! dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed; then
        missing="$missing $package"
    fi
done
if [ -z "$missing" ]; then
    echo "Installed: $*"
    exit 0
fi
if ! command -v apt-get >/dev/null; then
    echo "Not installed:$missing. This is not Debian: install Tryton 6.0 with sale_complaint, Request Tracker 5 and ClamAV by hand." >&2
    exit 1
fi
if [ "$(id -u)" != 0 ]; then
    echo "Not installed:$missing. Run as root: $0" >&2
    exit 1
fi

export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then # the packages' own services stay off; start.sh runs them from a folder
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    trap 'rm -f "$policy"' EXIT
fi
# No system-wide database: start.sh makes a fresh one in its folder.
echo "request-tracker5 request-tracker5/dbconfig-install boolean false" | debconf-set-selections
echo "Installing$missing …"
apt-get update -qq
# msmtp-mta: Request Tracker wants some mail program; this one has no service.
apt-get install -qq -y --no-install-recommends msmtp-mta $missing >/dev/null
for package in "$@"; do
    dpkg-query -W -f 'Installed ${Package} ${Version}\n' "$package"
done
