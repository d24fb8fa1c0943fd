// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicewords.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace {

enum class Fits { Whole, Begin };

template <typename Enum>
struct KnownWord
{
    QStringView folded; // see foldedWord()
    Fits fits;
    Enum value;
    const char *label;
};

// clang before 17 needs to be told.
template <typename Enum>
KnownWord(QStringView, Fits, Enum, const char *) -> KnownWord<Enum>;

constexpr std::array statusWords{
    KnownWord{u"online", Fits::Whole, DeviceStatus::Online, QT_TRANSLATE_NOOP("DeviceWords", "Online")},
    KnownWord{u"offline", Fits::Whole, DeviceStatus::Offline, QT_TRANSLATE_NOOP("DeviceWords", "Offline")},
    KnownWord{u"blocked", Fits::Whole, DeviceStatus::Blocked, QT_TRANSLATE_NOOP("DeviceWords", "Blocked")},
    KnownWord{u"archived", Fits::Whole, DeviceStatus::Archived, QT_TRANSLATE_NOOP("DeviceWords", "Archived")},
    KnownWord{u"cancel", Fits::Begin, DeviceStatus::Cancelled, QT_TRANSLATE_NOOP("DeviceWords", "Cancelled")},
    KnownWord{u"notactive", Fits::Whole, DeviceStatus::NotActive,
              QT_TRANSLATE_NOOP("DeviceWords", "Not active")},
    KnownWord{u"notconfigured", Fits::Whole, DeviceStatus::NotConfigured,
              QT_TRANSLATE_NOOP("DeviceWords", "Not configured")},
};

constexpr std::array resultWords{
    KnownWord{u"success", Fits::Whole, LastResult::Success, QT_TRANSLATE_NOOP("DeviceWords", "Success")},
    KnownWord{u"fail", Fits::Begin, LastResult::Failed, QT_TRANSLATE_NOOP("DeviceWords", "Failed")},
    KnownWord{u"inprogress", Fits::Whole, LastResult::InProgress,
              QT_TRANSLATE_NOOP("DeviceWords", "In progress")},
    KnownWord{u"cancel", Fits::Begin, LastResult::Cancelled, QT_TRANSLATE_NOOP("DeviceWords", "Cancelled")},
};

constexpr std::array osWords{
    KnownWord{u"win", Fits::Begin, DeviceOs::Windows, QT_TRANSLATE_NOOP("DeviceWords", "Windows")},
    KnownWord{u"mac", Fits::Begin, DeviceOs::Mac, QT_TRANSLATE_NOOP("DeviceWords", "macOS")},
    KnownWord{u"darwin", Fits::Begin, DeviceOs::Mac, QT_TRANSLATE_NOOP("DeviceWords", "macOS")},
    KnownWord{u"linux", Fits::Begin, DeviceOs::Linux, QT_TRANSLATE_NOOP("DeviceWords", "Linux")},
};

template <typename Table>
auto understood(const QString &word, const Table &table)
{
    using Enum = decltype(table.front().value);
    const QString folded = foldedWord(word);
    const auto found = std::ranges::find_if(table, [&folded](const KnownWord<Enum> &known) {
        return known.fits == Fits::Whole ? folded == known.folded : folded.startsWith(known.folded);
    });
    return OpenWord<Enum>(word, found == table.end() ? std::nullopt : std::optional(found->value));
}

template <typename Enum, typename Table>
QString labelFrom(const OpenWord<Enum> &word, const Table &table)
{
    if (!word.known())
        return word.word();
    return QCoreApplication::translate(
        "DeviceWords", std::ranges::find(table, *word.known(), &KnownWord<Enum>::value)->label);
}

} // namespace

OpenWord<DeviceStatus> deviceStatus(const QString &word)
{
    return understood(word, statusWords);
}

OpenWord<LastResult> lastResult(const QString &word)
{
    return understood(word, resultWords);
}

OpenWord<DeviceOs> deviceOs(const QString &word)
{
    return understood(word, osWords);
}

QString label(const OpenWord<DeviceStatus> &status)
{
    return labelFrom(status, statusWords);
}

QString label(const OpenWord<LastResult> &result)
{
    return labelFrom(result, resultWords);
}

QString label(const OpenWord<DeviceOs> &os)
{
    return labelFrom(os, osWords);
}
