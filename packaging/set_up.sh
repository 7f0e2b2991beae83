#!/bin/sh
# Makes .venv from the locked list and installs what the system lacks for Qt and for the tests.
# Needs a Python of 3.11 or later, and nothing else. Done once; a changed list does it again.
set -eu
for_what=${1:-demo}
cd "$(dirname "$0")/.."

# What Qt's window and pictures need of the system, then what only the tests use.
for_qt="libglib2.0-0 libcups2 libgssapi-krb5-2 libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0
 libdbus-1-3 libfontconfig1 libfreetype6 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1"
for_tests="poppler-utils qpdf age xvfb strace faketime libreoffice-calc-nogui"

say() { printf '%s\n' "$*" >&2; }

python=""
for name in python3.11 python3.12 python3.13 python3.14 python3 python; do
  if command -v "$name" >/dev/null 2>&1 &&
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$name
    break
  fi
done
if [ -z "$python" ]; then
  say "Python 3.11 or later is needed. On Debian or Ubuntu: sudo apt-get install python3 python3-venv"
  exit 1
fi

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install() {
  if command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    say "Installing system packages:" "$@"
    as_root apt-get update -qq >/dev/null 2>&1 || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
      >/dev/null 2>&1 || return 1
  else
    return 1
  fi
}

missing() {
  found=""
  for package in "$@"; do
    # newer systems call some of them by a longer name
    dpkg-query -W -f='${Status}\n' "$package" "${package}t64" 2>/dev/null |
      grep -q 'install ok installed' || found="$found $package"
  done
  echo "$found"
}

if command -v dpkg-query >/dev/null 2>&1; then
  wanted=$for_qt
  [ "$for_what" = test ] && wanted="$wanted $for_tests"
  lacking=$(missing $wanted)
  if [ -n "$lacking" ] && ! install $lacking; then
    say "Some system packages are missing and could not be installed from here. Please run:"
    say "  sudo apt-get install$lacking"
    exit 1
  fi
fi

if [ ! -x .venv/bin/python ]; then
  if ! "$python" -m venv .venv >/dev/null 2>&1; then
    rm -rf .venv
    install python3-venv "$("$python" -c 'import sys; print(f"python3.{sys.version_info[1]}-venv")')" ||
      { say "Python's venv is missing. Please run: sudo apt-get install python3-venv"; exit 1; }
    "$python" -m venv .venv
  fi
fi

stamp=.venv/installed
# The list is whole: nothing is worked out anew, or a later release of one library would stop it.
if ! cmp -s packaging/lock.txt "$stamp"; then
  say "Installing the program's libraries into .venv (once; a few minutes)..."
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
    --no-deps -r packaging/lock.txt
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
    --no-build-isolation --editable .
  cp packaging/lock.txt "$stamp"
fi
