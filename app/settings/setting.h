// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>
#include <span>

enum class SettingKind {
    Word, ///< One of SettingRow::words.
    Number, ///< A whole number from SettingRow::least to SettingRow::most.
    Switch, ///< On (1) or off (0).
    Json, ///< Anything; its meaning is another room's. By default nothing (null).
};

/// One word of a setting: as the file has it, its value, and what the person reads.
struct SettingWord
{
    const char *word;
    int value;
    const char *label; ///< Context "Settings".
};

/// One row of the table of settings.
struct SettingRow
{
    const char *key; ///< As the file has it.
    const char *title =
        nullptr; ///< What the window of settings calls it, context "Settings"; nullptr: it is not there.
    SettingKind kind;
    const char *meaning; ///< A sentence for the person; context "Settings".
    int fallback = 0; ///< What holds where the file says nothing, or nothing that has a meaning.
    std::span<const SettingWord> words{};
    int least = 0;
    int most = 0;

    /// What \a stored means; nothing where it has no meaning here.
    std::optional<int> valueOf(const QJsonValue &stored) const;
    /// How \a value is stored. \a value has a meaning.
    QJsonValue stored(int value) const;
    bool allows(int value) const;
};

/// A row together with the type of its values: an enumeration, int, bool, or QJsonValue.
template <typename T>
struct Setting : SettingRow
{
    using Value = T;
};
