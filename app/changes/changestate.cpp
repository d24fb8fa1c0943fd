// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/changestate.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

template <typename Enum>
struct Word
{
    Enum value;
    QLatin1StringView word;
    const char *label;
};

constexpr std::array states{
    Word<ChangeState>{ChangeState::Waiting, "waiting"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Waiting")},
    Word<ChangeState>{ChangeState::Running, "running"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Running")},
    Word<ChangeState>{ChangeState::Done, "done"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Done")},
    Word<ChangeState>{ChangeState::DoneInPart, "done in part"_L1,
                      QT_TRANSLATE_NOOP("ChangeWords", "Done in part")},
    Word<ChangeState>{ChangeState::Refused, "refused"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Refused")},
    Word<ChangeState>{ChangeState::NotSent, "not sent"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Not sent")},
    Word<ChangeState>{ChangeState::Unknown, "unknown"_L1, QT_TRANSLATE_NOOP("ChangeWords", "Unknown")},
};

constexpr std::array lookUps{
    Word<LookUpState>{LookUpState::None, "none"_L1, ""},
    Word<LookUpState>{LookUpState::StillChecking, "still checking"_L1,
                      QT_TRANSLATE_NOOP("ChangeWords", "still being checked")},
    Word<LookUpState>{LookUpState::Found, "found"_L1, QT_TRANSLATE_NOOP("ChangeWords", "found")},
    Word<LookUpState>{LookUpState::NotFound, "not found"_L1, QT_TRANSLATE_NOOP("ChangeWords", "not found")},
    Word<LookUpState>{LookUpState::NotPossible, "not possible"_L1,
                      QT_TRANSLATE_NOOP("ChangeWords", "cannot be looked up")},
};

constexpr std::array ends{
    Word<WriteEnd>{WriteEnd::Done, "done"_L1, ""},
    Word<WriteEnd>{WriteEnd::Refused, "refused"_L1, ""},
    Word<WriteEnd>{WriteEnd::NotSent, "not sent"_L1, ""},
    Word<WriteEnd>{WriteEnd::Unknown, "unknown"_L1, ""},
};

template <typename Table, typename Enum>
const auto &rowOf(const Table &table, Enum value)
{
    return *std::ranges::find(table, value, &Word<Enum>::value);
}

template <typename Enum, typename Table>
std::optional<Enum> valueOf(const Table &table, const QString &word)
{
    const auto found = std::ranges::find_if(table, [&](const Word<Enum> &row) { return row.word == word; });
    return found == table.end() ? std::nullopt : std::optional(found->value);
}

} // namespace

QString label(ChangeState state)
{
    return QCoreApplication::translate("ChangeWords", rowOf(states, state).label);
}

QString label(LookUpState state)
{
    return QCoreApplication::translate("ChangeWords", rowOf(lookUps, state).label);
}

QString journalWord(ChangeState state)
{
    return rowOf(states, state).word;
}

QString journalWord(LookUpState state)
{
    return rowOf(lookUps, state).word;
}

QString journalWord(WriteEnd end)
{
    return rowOf(ends, end).word;
}

ChangeState changeStateOf(const QString &word)
{
    return valueOf<ChangeState>(states, word).value_or(ChangeState::Unknown);
}

LookUpState lookUpStateOf(const QString &word)
{
    return valueOf<LookUpState>(lookUps, word).value_or(LookUpState::None);
}

std::optional<WriteEnd> writeEndOf(const QString &word)
{
    return valueOf<WriteEnd>(ends, word);
}
