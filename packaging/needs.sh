# SPDX-License-Identifier: GPL-3.0-or-later
# What Steward needs from the system, and how it gets there. Read by the commands with `source`; does nothing by itself.
# The names are the same on Debian 12 and 13 and on Ubuntu 24.04.
# shellcheck shell=bash

# The console and its sandbox. qt6-base-dev brings the platform plugins for X11 and for no display at all.
needs_to_run=(
    g++ cmake ninja-build pkgconf
    qt6-base-dev qt6-base-dev-tools qt6-svg-dev libgl-dev
    libqt6sql6-sqlite # the journal of changes
    libsimdjson-dev libexpected-dev libcpp-httplib-dev
    qtkeychain-qt6-dev libsecret-1-0 # the desktop's keyring; the second one is loaded when it is used
    libqrencode-dev   # setup links as QR codes
    ca-certificates   # the API is reached over TLS
    tzdata            # the runs of a plan, on the clocks of a zone
    fonts-noto-core   # the typeface that the screens are drawn for
)
# A desktop that has Wayland alone needs Qt's plugin for it.
if [[ -n ${WAYLAND_DISPLAY:-} && -z ${DISPLAY:-} ]]; then
    needs_to_run+=(qt6-wayland)
fi

# The tests' servers make their own certificates and packed answers. The accessibility test runs on a private X server and a
# private D-Bus session, the keyring's tests on a keyring of their own.
# shellcheck disable=SC2034 # used by those who read this file
needs_to_test=("${needs_to_run[@]}" mold libssl-dev zlib1g-dev xvfb xauth dbus-daemon at-spi2-core gnome-keyring)

# shellcheck disable=SC2034
needs_to_lint=("${needs_to_run[@]}" libssl-dev zlib1g-dev clang-format-19 clang-tidy-19 clazy)

# Prints what $1 says and ends the command with the status that means "the system lacks something".
end_for_needs() {
    printf '%s\n' "$@" >&2
    exit 3
}

# True on the systems whose package names stand above.
is_known_system() (
    command -v apt-get >/dev/null && [[ -r /etc/os-release ]] || exit 1
    # shellcheck source=/dev/null
    . /etc/os-release
    case ${ID:-} in
        debian) dpkg --compare-versions "${VERSION_ID:-99}" ge 12 ;; # testing has no version
        ubuntu) dpkg --compare-versions "${VERSION_ID:-0}" ge 24.04 ;;
        *) exit 1 ;;
    esac
)

# Those of the packages $@ that are not installed, one to a line.
missing_packages() {
    local -A installed=()
    local package
    while read -r package; do
        installed[$package]=yes
    # A name that dpkg has never heard of makes it fail, after it has printed the others.
    done < <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p')
    for package in "$@"; do
        [[ -n ${installed[$package]:-} ]] || printf '%s\n' "$package"
    done
}

# Installs those of the packages $@ that are missing; without any, no package tool is started.
install_needs() {
    is_known_system || end_for_needs \
        "Steward installs what it needs on Debian 12, Ubuntu 24.04 and later ones. This system is another; it needs:" \
        "  g++ 12 or clang 16 (C++20), CMake 3.25, Ninja, pkgconf, Qt 6.4 (Widgets, Network, Sql with SQLite, Svg, Test)," \
        "  simdjson, tl-expected, QtKeychain, libqrencode, cpp-httplib with its pkg-config file; for the tests OpenSSL 3, zlib," \
        "  Xvfb, D-Bus, AT-SPI, GNOME Keyring." \
        "With these installed:  cmake -S . -B ../steward-build -G Ninja && cmake --build ../steward-build"

    local -a missing as_root=()
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    if ((EUID != 0)); then
        command -v sudo >/dev/null || end_for_needs "Please have these packages installed first:  ${missing[*]}"
        as_root=(sudo)
    fi

    echo "Installing what is missing (once, a minute or two): ${missing[*]}"
    local log
    log=$(mktemp)
    as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
    # A package source that does not answer need not be one of those that count: the installation tells.
    "${as_root[@]}" update </dev/null >"$log" 2>&1 || true
    if ! "${as_root[@]}" install --no-install-recommends "${missing[@]}" </dev/null >>"$log" 2>&1; then
        tail -n 20 "$log" >&2
        end_for_needs "The installation failed; all of its output is in $log" "Still needed:  ${missing[*]}"
    fi
    rm -f "$log"
}
