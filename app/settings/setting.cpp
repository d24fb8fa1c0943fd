// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/setting.h"

#include <algorithm>

std::optional<int> SettingRow::valueOf(const QJsonValue &stored) const
{
    switch (kind) {
    case SettingKind::Word: {
        const auto found = std::ranges::find_if(words, [text = stored.toString()](const SettingWord &word) {
            return text == QLatin1StringView(word.word);
        });
        return found == words.end() ? std::nullopt : std::optional(found->value);
    }
    case SettingKind::Number: {
        // two different fallbacks: a value that is no whole number gives both
        const int number = stored.toInt(least);
        const bool isNumber = stored.isDouble() && number == stored.toInt(most);
        return isNumber && allows(number) ? std::optional(number) : std::nullopt;
    }
    case SettingKind::Switch:
        return stored.isBool() ? std::optional(stored.toBool() ? 1 : 0) : std::nullopt;
    case SettingKind::Json:
        break;
    }
    return std::nullopt;
}

QJsonValue SettingRow::stored(int value) const
{
    switch (kind) {
    case SettingKind::Word:
        return QLatin1StringView(std::ranges::find(words, value, &SettingWord::value)->word);
    case SettingKind::Number:
        return value;
    case SettingKind::Switch:
        return value != 0;
    case SettingKind::Json:
        break;
    }
    return {};
}

bool SettingRow::allows(int value) const
{
    switch (kind) {
    case SettingKind::Word:
        return std::ranges::find(words, value, &SettingWord::value) != words.end();
    case SettingKind::Number:
        return value >= least && value <= most;
    case SettingKind::Switch:
        return value == 0 || value == 1;
    case SettingKind::Json:
        break;
    }
    return false;
}
