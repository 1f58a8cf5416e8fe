#!/bin/sh
# Installs Debian's chromium without windows, which the tests of the site run in, where it is missing and that can be
# done: on Debian, as root, with a package source. Why it cannot is said; the tests in the browser are skipped then.
[ -z "${CHROMIUM+named}" ] && [ ! -e /usr/bin/chromium-headless-shell ] || exit 0
[ -e /etc/debian_version ] && [ -x /usr/bin/apt-get ] && [ "$(id -u)" = 0 ] || exit 0
echo 'installing chromium without windows, which the tests of the site run in ...'
export DEBIAN_FRONTEND=noninteractive
# A package source that does not answer costs no more than a browser with windows would.
said=$({
  timeout 90 apt-get -qq update
  timeout 90 apt-get -qq --yes --no-install-recommends install chromium-headless-shell
} 2>&1 >/dev/null) || echo "chromium cannot be installed: $(echo "$said" | tail -n 1)"
