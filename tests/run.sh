#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds everything with sanitizers and runs the tests:  bash tests/run.sh [options of ctest]
#
#   bash tests/run.sh -R fleet --repeat until-fail:3
#   bash tests/run.sh -L long                            the long ones, which are left out without -L or -LE
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=packaging/needs.sh
. "$source/packaging/needs.sh"
# shellcheck source=packaging/build.sh
. "$source/packaging/build.sh"

labels=(-LE '^long$')
for option in "$@"; do
    case $option in
        -L* | --label-*) labels=() ;;
    esac
done

install_needs "${needs_to_test[@]}"
folder=$(build_folder "$source" tests)
echo "Building in $folder"
build_for_tests "$source" "$folder" all

export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1}
export LSAN_OPTIONS=${LSAN_OPTIONS:-suppressions=$source/tests/support/lsan.supp:print_suppressions=0}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}

# The sanitizers of g++ 12 and 13 cannot place their shadow where the system scatters addresses over more bits.
steady=()
if (($(cat /proc/sys/vm/mmap_rnd_bits 2>/dev/null || echo 0) > 28)) && setarch -R true 2>/dev/null; then
    steady=(setarch -R)
fi

exec "${steady[@]}" ctest --test-dir "$folder" --parallel "$(nproc)" --output-on-failure --no-tests=error \
    "${labels[@]}" "$@"
