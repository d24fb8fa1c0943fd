// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/mailfrequency.h"

#include "app/base/wordtable.h"

using namespace Qt::StringLiterals;

namespace {

constexpr std::array frequencies{
    WireWord{"ALWAYS"_L1, MailFrequency::Always, QT_TRANSLATE_NOOP("WireWords", "After every backup")},
    WireWord{"ON_FAILURE"_L1, MailFrequency::OnFailure,
             QT_TRANSLATE_NOOP("WireWords", "When a backup fails")},
    WireWord{"NEVER"_L1, MailFrequency::Never, QT_TRANSLATE_NOOP("WireWords", "Never")},
};
static_assert(frequencies.size() == allMailFrequencies.size());

} // namespace

OpenWord<MailFrequency> mailFrequency(const QString &word)
{
    return openWordBy(frequencies, word);
}

QString wireWord(MailFrequency frequency)
{
    return wireWordBy(frequencies, frequency);
}

QString label(MailFrequency frequency)
{
    return labelBy(frequencies, frequency);
}
