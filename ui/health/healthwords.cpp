// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health/healthwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct ToneWords
{
    HealthTone tone;
    const char *text; ///< Context "HealthBar".
};

constexpr std::array toneTable{
    ToneWords{HealthTone::Bad, QT_TRANSLATE_NOOP("HealthBar", "%1 failing or never")},
    ToneWords{HealthTone::Warn, QT_TRANSLATE_NOOP("HealthBar", "%1 late or stale")},
    ToneWords{HealthTone::Idle, QT_TRANSLATE_NOOP("HealthBar", "%1 offline or unknown")},
    ToneWords{HealthTone::Run, QT_TRANSLATE_NOOP("HealthBar", "%1 running")},
    ToneWords{HealthTone::Ok, QT_TRANSLATE_NOOP("HealthBar", "%1 protected")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("HealthBar", text);
}

} // namespace

QString toneText(const HealthCounts &counts, HealthTone tone)
{
    const qsizetype count = counts.of(tone);
    for (const ToneWords &words : toneTable) {
        if (words.tone == tone && count > 0)
            return translated(words.text).arg(QLocale().toString(count));
    }
    return {};
}

QString healthBarText(const HealthCounts &counts)
{
    QStringList parts;
    for (const ToneWords &words : toneTable) {
        if (const QString text = toneText(counts, words.tone); !text.isEmpty())
            parts << text;
    }
    const QLocale locale;
    QString text;
    if (!parts.isEmpty())
        //: %1 is a list: "3 failing or never, 390 protected"
        text = translated(QT_TRANSLATE_NOOP("HealthBar", "%1 of %2"))
                   .arg(parts.join(u", "_s), locale.toString(counts.counted()));
    if (const qsizetype unmanaged = counts.of(HealthTone::None); unmanaged > 0) {
        text += text.isEmpty() ? u""_s : u"; "_s;
        text += translated(QT_TRANSLATE_NOOP("HealthBar", "%1 not managed")).arg(locale.toString(unmanaged));
    }
    return text;
}
