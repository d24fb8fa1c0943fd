// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcNet, "steward.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcFleet, "steward.fleet", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSandbox, "steward.sandbox", QtInfoMsg)

namespace {

QtMessageHandler previousHandler =
    nullptr; // qInstallMessageHandler takes a plain function: there is no object to keep it in

void logRedacted(QtMsgType type, const QMessageLogContext &context, const QString &line)
{
    const QString safe = redacted(line);
    if (previousHandler)
        previousHandler(type, context, safe);
}

} // namespace

void installRedactingLog()
{
    const QtMessageHandler previous = qInstallMessageHandler(logRedacted);
    if (previous != logRedacted)
        previousHandler = previous;
}

QString redacted(QString line)
{
    struct Shape
    {
        QRegularExpression pattern;
        QString replacement;
    };
    static const std::array shapes{
        Shape{QRegularExpression(uR"((bearer\s+)[^\s"',;]+)"_s, QRegularExpression::CaseInsensitiveOption),
              u"\\1***"_s},
        Shape{QRegularExpression(uR"((authorization"?\s*[:=]\s*"?)(?!bearer)[^\s",;]+)"_s,
                                 QRegularExpression::CaseInsensitiveOption),
              u"\\1***"_s},
        Shape{QRegularExpression(uR"(eyJ[A-Za-z0-9+/_=-]{16,})"_s), u"***"_s},
        Shape{QRegularExpression(uR"((/download/setup/[a-z]+/)[^\s"'?#]+)"_s,
                                 QRegularExpression::CaseInsensitiveOption),
              u"\\1***"_s},
    };
    for (const Shape &shape : shapes)
        line.replace(shape.pattern, shape.replacement);
    return line;
}
