#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads our sources with clang-format, clang-tidy and clazy:  bash tests/lint.sh [files or folders; all without any]
#
# Ends with 1 when one of them has found something. Works in the tests' build folder, so nothing is built twice.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=packaging/needs.sh
. "$source/packaging/needs.sh"
# shellcheck source=packaging/build.sh
. "$source/packaging/build.sh"

# Those of the paths on standard input, one to a line, that the caller asked for.
asked_for() {
    local path asked
    while read -r path; do
        for asked in "${places[@]}"; do
            if [[ $path == "$asked" || $path == "$asked"/* ]]; then
                printf '%s\n' "$path"
                break
            fi
        done
    done
}

# Runs the linter $1 as the command $2... over each of the files on standard input, as many at a time as there are
# processors. Prints each finding once: one in a header comes with every file that includes it. What a linter cannot
# read in the system's headers is shown and does not count.
lint() {
    local name=$1 log=$folder/$1.log started=$SECONDS found=0 line
    local -a files
    mapfile -t files
    ((${#files[@]})) || return 0
    # The inner shell hands over all that was said about a file in one piece. A status above 1 is no finding but a crash.
    # shellcheck disable=SC2016
    if ! printf '%s\0' "${files[@]}" |
        xargs -0 -n 1 -P "$(nproc)" bash -c 'said=$("$@" 2>&1); ended=$?; echo "$said"; exit $((ended > 1))' \
            "$name" "${@:2}" >"$log"; then
        tail -n 20 "$log"
        echo "$name did not run to its end."
        status=1
    fi
    while read -r line; do
        echo "${line#"$source/"}"
        [[ $line != "$source"/* ]] || found=$((found + 1))
    done < <(grep -E '^/.+: (warning|error|fatal error): ' "$log" | sort -u)
    echo "$name: $found findings in ${#files[@]} files, $((SECONDS - started)) s (all it said: $log)"
    ((found == 0)) || status=1
}

install_needs "${needs_to_lint[@]}"
folder=$(build_folder "$source" tests)
places=("$source")
(($# == 0)) || mapfile -t places < <(realpath -- "$@")
status=0

lint clang-format clang-format-19 --dry-run --Werror --ferror-limit=1 \
    < <(find "$source"/{app,ui,tests} -name '*.h' -o -name '*.cpp' | sort | asked_for)

# What moc generates is included by the sources, so it has to be there.
build_for_tests "$source" "$folder" autogen
compiled() {
    sed -n 's/^ *"file": "\(.*\)",\?$/\1/p' "$folder/compile_commands.json" |
        grep -F -e "$source/app/" -e "$source/ui/" -e "$source/tests/" | sort -u | asked_for
}
# Without the precompiled headers: they are g++'s, and would hide a forgotten include.
mkdir -p "$folder/lint"
sed 's/ -Winvalid-pch -include .*cmake_pch\.hxx\(\\"\)\?//' "$folder/compile_commands.json" \
    >"$folder/lint/compile_commands.json"
lint clang-tidy clang-tidy-19 --quiet -p "$folder/lint" < <(compiled)
# unused-non-trivial-variable takes members in a constructor's list for variables.
lint clazy clazy-standalone -p "$folder/lint" --checks=level0,level1,no-unused-non-trivial-variable < <(compiled)
exit "$status"
