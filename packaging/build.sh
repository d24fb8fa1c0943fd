# SPDX-License-Identifier: GPL-3.0-or-later
# Build folders outside the source, and building in them. Read by the commands with `source`; does nothing by itself.
# shellcheck shell=bash

# Prints the folder for the build of kind $2 of the source $1: the same one each time, made if it is not there.
build_folder() {
    local key root folder
    key=$(printf '%s' "$1" | sha256sum | cut -c 1-12)
    for root in "${XDG_CACHE_HOME:+$XDG_CACHE_HOME/steward}" "${HOME:+$HOME/.cache/steward}" \
        "${TMPDIR:-/tmp}/steward-$(id -u)"; do
        folder=$root/build-$key-$2
        # Owned by us alone: what somebody else left in a shared folder must not be run as ours.
        if [[ $root == /* ]] && mkdir -p "$folder" 2>/dev/null && [[ -O $root && -O $folder && -w $folder ]]; then
            printf '%s\n' "$folder"
            return
        fi
    done
    echo "There is no place to build in. Set TMPDIR to a folder of yours that can be written." >&2
    return 1
}

# Runs CMake for the source $1 in the folder $2 with the options that follow, unless these are the ones it ran with
# last. (Ninja runs it again when a CMake file has changed.)
configure() {
    local folder=$2 record=$2/configured-with
    local -a command=(cmake -S "$1" -B "$folder" -G Ninja "${@:3}")
    if command -v ccache >/dev/null; then
        command+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    if command -v mold >/dev/null; then # two hundred tests are linked in a fifth of the time
        command+=(-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold)
    fi
    if [[ ! -f $folder/build.ninja || ! -f $record || $(<"$record") != "${command[*]}" ]]; then
        rm -f "$record"
        "${command[@]}" && printf '%s\n' "${command[*]}" >"$record"
    fi
}

# Configures and builds: source $1, folder $2, target $3, options of CMake. One at a time in each folder.
build() {
    (
        flock 9
        configure "$1" "$2" "${@:4}" && ninja -C "$2" "$3"
    ) 9>"$2/lock"
}

# The tests' build of source $1 in folder $2, up to target $3. Debug for its assertions; -O1 and line tables only,
# because with sanitizers that builds and runs faster than -O0 and -g.
build_for_tests() {
    build "$1" "$2" "$3" -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" -DSTEWARD_TESTS=ON \
        -DSTEWARD_STRICT=ON -DSTEWARD_SANITIZE=address -DSTEWARD_QUICK=ON -DCMAKE_GLOBAL_AUTOGEN_TARGET=ON
}
