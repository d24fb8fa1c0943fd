// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/goals.h"

#include <array>

namespace {

constexpr double median = 0.5;
constexpr double p95 = 0.95;
constexpr double longest = 1;

// Goals are for 1,000,000 devices on two cores.
constexpr std::array goals{
    Goal{"fetch to all rows in the grid", "load.rows", median, "ms", 900, "reader.table", 1.5,
         "plainqt.load"},
    Goal{"fetch to all rows in their order", "load.ordered", median, "ms"},
    Goal{"first byte to first row seen", "load.first", median, "ms", 50},
    Goal{"refresh, 1 % changed", "refresh", median, "ms"},
    Goal{"key in the query box, a word", "query.key", median, "ms", 20, nullptr, 0, "plainqt.query"},
    Goal{"key in the query box, one letter", "query.letter", median, "ms", 20, nullptr, 0, "plainqt.query"},
    Goal{"key in the query box, longest", "query.letter", longest, "ms"},
    Goal{"query cleared", "query.clear", median, "ms", 20},
    Goal{"sort by name, ranks known", "sort.name.known", median, "ms", 15, nullptr, 0, "plainqt.sort.name"},
    Goal{"sort by name, ranks not known", "sort.name.unknown", median, "ms", 250, nullptr, 0,
         "plainqt.sort.name"},
    Goal{"sort by a time", "sort.time", median, "ms", 30, nullptr, 0, "plainqt.sort.time"},
    Goal{"sort by a word", "sort.word", median, "ms", 15, nullptr, 0, "plainqt.sort.word"},
    Goal{"frame, jump, p95", "frame.jump", p95, "ms", 8, "limit.glyphs", 3, "plainqt.frame", true},
    Goal{"frame, three rows, p95", "frame.step", p95, "ms", 8, "limit.glyphs", 3, "plainqt.frame", true},
    Goal{"select all", "select.all", median, "ms"},
    Goal{"100,000 selected: frame, jump, p95", "frame.selected.jump", p95, "ms", 8, "limit.glyphs", 3,
         nullptr, true},
    Goal{"100,000 selected: frame, three rows, p95", "frame.selected.step", p95, "ms", 8, "limit.glyphs", 3,
         nullptr, true},
    Goal{"100,000 selected: sort by name", "sort.selected.name", median, "ms", 15},
    Goal{"100,000 selected: sort by a time", "sort.selected.time", median, "ms", 30},
    Goal{"100,000 selected: sort by a word", "sort.selected.word", median, "ms", 15},
    Goal{"100,000 selected: key in the query box", "query.selected.key", median, "ms", 20},
    Goal{"longest pause: load", "pause.load", longest, "ms", 33},
    Goal{"longest pause: scroll, query, sort, select", "pause.actions", longest, "ms", 33},
    Goal{"longest pause: refresh", "pause.refresh", longest, "ms", 33},
    Goal{"memory over the empty window, loaded", "over.loaded", median, "MB", 170},
    Goal{"memory over the empty window, peak", "over.loaded.peak", median, "MB", 210, nullptr, 0,
         "plainqt.memory.peak"},
    Goal{"the same after a refresh, loaded", "over.refreshed", median, "MB", 170},
    Goal{"the same after a refresh, peak", "over.refreshed.peak", median, "MB", 210},
    Goal{"table, bytes a row", "reader.row", median, "B", 207},
    Goal{"list reader beside the download", "reader.stream", median, "ms", 0, "reader.download", 1.5},
    Goal{"list reader and table beside the download", "reader.table", median, "ms", 0, "reader.download"},
    Goal{"limit: download alone", "reader.download", median, "ms"},
    Goal{"limit: copy of the bytes", "reader.copy", median, "ms"},
    Goal{"limit: simdjson, every token", "reader.walk", median, "ms", 0, nullptr, 0, "reader.qjson"},
    Goal{"limit: QJsonDocument", "reader.qjson", median, "ms"},
    Goal{"limit: one screen of glyph runs", "limit.glyphs", median, "ms"},
    Goal{"empty window, resident", "memory.empty", median, "MB"},
    Goal{"rows on the screen", "grid.rows", median, ""},
    Goal{"columns on the screen", "grid.columns", median, ""},
};

} // namespace

std::span<const Goal> benchGoals()
{
    return goals;
}
