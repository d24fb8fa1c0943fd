#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads our sources with clang-format, clang-tidy and clazy:  bash tests/lint.sh [--alone] [files or folders; all without any]
#
# --alone: each source by itself, as it is compiled without STEWARD_QUICK. That takes four times as long, and shows an include that
# was forgotten where a neighbour has it.
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

# Runs the linter $1 as the command $2... over each of the sources on standard input, as many at a time as there are
# processors. Prints each finding once: one in a header comes with every file that includes it. What a linter cannot
# read in the system's headers is shown and does not count; a batch that cannot be read does.
lint() {
    local name=$1 log=$folder/$1.log started=$SECONDS found=0 line
    local -a sources
    mapfile -t sources
    ((${#sources[@]})) || return 0
    # shellcheck disable=SC2016
    if ! printf '%s\0' "${sources[@]}" |
        xargs -0 -n 1 -P "$(nproc)" bash -c 'lint_source "$@"' "$name" "${@:2}" >"$log"; then
        tail -n 20 "$log"
        echo "$name did not run to its end."
        status=1
    fi
    while read -r line; do
        echo "${line#"$source/"}"
        [[ $line != "$source"/* && $line != "$folder"/lint/batch/* ]] || found=$((found + 1))
    done < <(grep -aE '^/.+: (warning|error|fatal error): ' "$log" | sort -u)
    echo "$name: $found findings, $((SECONDS - started)) s (all it said: $log)"
    ((found == 0)) || status=1
}

# Lints one source with the command "$@", whose last word it is, and hands over what was said of it in one piece. A batch in
# which something was found is taken apart: files that are read as one can be in each other's way, so what counts is what
# is said of a file alone. A status above 1 is no finding but a crash.
lint_source() {
    local part said ended=0 source=${!#}
    said=$("$@" 2>&1) || ended=$?
    if [[ ! -f $source.parts ]] || ! grep -aqE "$ours" <<<"$said"; then
        echo "$said"
        return $((ended > 1))
    fi
    ended=0
    while read -r part; do
        lint_source "${@:1:$#-1}" "$part" || ended=1
    done <"$source.parts"
    return "$ended"
}
# A finding in one of our files, not in the system's headers.
export ours='^/.+/(app|ui|tests)/.+: (warning|error|fatal error): '
export -f lint_source

# Reads the compiler's commands on standard input; writes them to $1/compile_commands.json, with batches beside the single
# files: a source that includes up to eight of one folder, because reading Qt's headers takes a linter far longer than
# reading our files. Batches of four and of two are what such a one is taken apart into. Without -Wshadow: in a batch, a
# file's own names would shadow another's. Prints what is to be linted.
#
# A test is a program, and many have a class or a constant of one name: in a batch, each stands in a namespace of its own, behind
# what it includes. What must stand in no namespace, or has a main of its own, is read alone; tests/support is read as app/ is.
batches() {
    mkdir -p "$1/batch"
    rm -f "$1"/batch/*
    # In each entry of CMake's, "file" follows "directory" and "command".
    awk -v folder="$1" -v source="$source/" '
        function value(line) {
            sub(/^ *"[a-z]+": "/, "", line)
            sub(/",?$/, "", line)
            return line
        }
        function entry(file, command) {
            printf "%s{\"directory\": \"%s\", \"command\": \"%s\", \"file\": \"%s\"}\n", comma, directory, command, file > commands
            comma = ","
        }
        function batch_of(size) {
            return folder "/batch/" room "_" size "_" int(number / size) ".cpp"
        }
        function append(text, name) {
            print text >> name
            close(name)
        }
        # The paths and definitions of a file of the batch that the ones before it did without.
        function add_options(batch, command,    words, count, i, option) {
            count = split(command, words, " ")
            for (i = 2; i <= count; ++i) {
                option = words[i] == "-isystem" ? words[i] " " words[i + 1] : words[i]
                if (option ~ /^-(I|D|isystem )/ && index(command_of[batch] " ", " " option " ") == 0)
                    command_of[batch] = command_of[batch] " " option
            }
        }
        function is_test(file) {
            return file ~ /\/tests\/.*\/tst_[a-z0-9]*\.cpp$/
        }
        # What the test includes, one to a line; nothing where it cannot stand in a namespace.
        function includes_of(file,    line, includes) {
            while ((getline line < file) > 0) {
                if (line ~ /^(Q_DECLARE_METATYPE|namespace QTest|template <>|int main)/)
                    includes = "none"
                else if (line ~ /^#include / && line !~ /\.moc"/ && includes != "none")
                    includes = includes line "\n"
            }
            close(file)
            return includes == "none" ? "" : includes
        }
        function section_of(file) {
            if (!is_test(file))
                return "#include \"" file "\""
            return includes "#undef QTEST_MAIN\n#undef QTEST_GUILESS_MAIN\n" \
                "#define QTEST_MAIN(Test)\n#define QTEST_GUILESS_MAIN(Test)\n" \
                "namespace test" number " {\n#include \"" file "\"\n}"
        }
        BEGIN {
            commands = folder "/compile_commands.json"
            print "[" > commands
            while ((getline file < (folder "/asked")) > 0)
                asked[file] = 1
        }
        /^ *"directory": / { directory = value($0) }
        /^ *"command": / { command = value($0) }
        /^ *"file": / {
            file = value($0)
            if (!(file in asked))
                next
            delete asked[file]
            entry(file, command)
            sub(/ -Wshadow /, " ", command)
            room = substr(file, length(source) + 1)
            includes = is_test(file) ? includes_of(file) : ""
            if (includes == "" && room ~ /^tests\// && (is_test(file) || room !~ /^tests\/support\//)) {
                print file
                next
            }
            sub(/\/[^\/]*$/, "", room)
            gsub(/\//, "_", room)
            number = count[room]++
            at = index(command, file)
            for (size = 8; size > 1; size /= 2) {
                batch = batch_of(size)
                if (!(batch in command_of)) {
                    command_of[batch] = substr(command, 1, at - 1) batch substr(command, at + length(file))
                    batches[++batch_count] = batch
                    if (is_test(file))
                        append("#include <QtCore/qmetatype.h>", batch)
                    if (size == 8)
                        print batch
                    else
                        append(batch, batch_of(size * 2) ".parts")
                }
                add_options(batch, command)
                append(section_of(file), batch)
            }
            append(file, batch_of(2) ".parts")
        }
        END {
            for (i = 1; i <= batch_count; ++i)
                entry(batches[i], command_of[batches[i]])
            print "]" > commands
        }'
}

install_needs "${needs_to_lint[@]}"
folder=$(build_folder "$source" tests)
alone=
if [[ ${1:-} == --alone ]]; then
    alone=yes
    shift
fi
places=("$source")
(($# == 0)) || mapfile -t places < <(realpath -- "$@")
status=0

lint clang-format clang-format-19 --dry-run --Werror --ferror-limit=1 \
    < <(find "$source"/{app,ui,tests} -name '*.h' -o -name '*.cpp' | sort | asked_for)

# What moc generates is included by the sources, so it has to be there; and how each of them is compiled alone.
build_for_tests "$source" "$folder" autogen
mkdir -p "$folder/lint/alone"
configure "$source" "$folder/lint/alone" -DCMAKE_BUILD_TYPE=Debug -DSTEWARD_TESTS=ON >/dev/null
ninja -C "$folder/lint/alone" build.ninja >/dev/null # where a source has come or gone since
sed "s#$folder/lint/alone#$folder#g" "$folder/lint/alone/compile_commands.json" >"$folder/lint/cmake.json"
sed -n 's/^ *"file": "\(.*\)",\?$/\1/p' "$folder/lint/cmake.json" |
    grep -F -e "$source/app/" -e "$source/ui/" -e "$source/tests/" | sort -u | asked_for >"$folder/lint/asked"
batches "$folder/lint" <"$folder/lint/cmake.json" >"$folder/lint/batched"
read=$folder/lint/batched
[[ -z $alone ]] || read=$folder/lint/asked
lint clang-tidy clang-tidy-19 --quiet --config-file="$source/.clang-tidy" --checks=-bugprone-suspicious-include \
    -p "$folder/lint" <"$read"
# unused-non-trivial-variable takes members in a constructor's list for variables. Of the sign no more is said than to clang-tidy
# (.clang-tidy). In tests, two checks have nothing to save: non-pod-global-static, because a test is a program that needs its
# constants from the start; lambda-in-connect, because tests gather what signals say in local values, and who sends them is
# deleted before events are handled again.
clazy=(clazy-standalone -p "$folder/lint" --extra-arg=-Wno-sign-conversion)
checks=level0,level1,no-unused-non-trivial-variable
tests="^$source/tests/|/batch/tests_"
lint clazy "${clazy[@]}" --checks=$checks < <(grep -vE "$tests" "$read")
lint clazy-of-tests "${clazy[@]}" --checks=$checks,no-non-pod-global-static,no-lambda-in-connect \
    < <(grep -E "$tests" "$read")
exit "$status"
