#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the console and starts it:  bash packaging/run.sh [options of the program; --help lists them]
#
# What is missing on the system is installed first. Without an option that names an account, the console starts on its
# own sandbox. Without a display, its screens are drawn as pictures.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=packaging/needs.sh
. "$source/packaging/needs.sh"
# shellcheck source=packaging/build.sh
. "$source/packaging/build.sh"

# True when a window can be opened. A Qt platform that was asked for by name brings its own display, if it has one.
has_display() {
    case ${QT_QPA_PLATFORM:-} in
        '' | xcb* | wayland* | offscreen* | minimal*) [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]] ;;
    esac
}

account= # an option of the caller's that says which account to show
no_window= # an option of the caller's that ends without a window
for option in "$@"; do
    case $option in
        --endpoint | --endpoint=* | --api-key-file | --api-key-file=*) account=$option ;;
        --help* | -h | --version | -v | --screenshots | --screenshots=*) no_window=$option ;;
    esac
done

install_needs "${needs_to_run[@]}"
folder=$(build_folder "$source" release)
echo "Building in $folder"
build "$source" "$folder" all -DCMAKE_BUILD_TYPE=Release -DSTEWARD_TESTS=OFF -DSTEWARD_QUICK=ON

program=$folder/bin/steward
if has_display || [[ -n $no_window ]]; then
    has_display || export QT_QPA_PLATFORM=offscreen
    if [[ -n $account || -n $no_window || " $* " == *" --sandbox "* ]]; then
        exec "$program" "$@"
    fi
    exec "$program" --sandbox "$@"
fi

if [[ -n $account ]]; then
    echo "There is no display here, so no window can open on that account." >&2
    echo "Without $account the screens of the sandbox are drawn as pictures." >&2
    exit 1
fi
pictures=$folder/screens
echo "There is no display here: the screens are drawn as pictures instead."
rm -rf "$pictures"
QT_QPA_PLATFORM=offscreen "$program" --screenshots "$pictures" "$@"
echo "The pictures are in $pictures"
