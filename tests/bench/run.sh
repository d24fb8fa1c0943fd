#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Measures speed and memory of the console in a Release build:  bash tests/bench/run.sh [options; --help lists them]
#
#   bash tests/bench/run.sh --devices 1000000 --runs 5 --json figures.json
#
# The real window is driven, on a display of its own unless there is one. Two sizes, three runs: about five minutes.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
# shellcheck source=packaging/needs.sh
. "$source/packaging/needs.sh"
# shellcheck source=packaging/build.sh
. "$source/packaging/build.sh"

install_needs "${needs_to_test[@]}"
folder=$(build_folder "$source" bench)
echo "Building in $folder"
build "$source" "$folder" bench -DCMAKE_BUILD_TYPE=Release -DSTEWARD_TESTS=ON -DSTEWARD_QUICK=ON

# High enough that 40 rows stand between the bars.
export LC_ALL=C.UTF-8 TZ=UTC
if [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} && -z ${QT_QPA_PLATFORM:-} ]]; then
    exec xvfb-run --auto-servernum --server-args="-screen 0 1920x1280x24 -nolisten tcp" "$folder/bin/bench_report" "$@"
fi
exec "$folder/bin/bench_report" "$@"
