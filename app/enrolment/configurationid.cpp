// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/configurationid.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestId = 4 << 10;

// The digits without white space and padding, in the standard alphabet; empty when some are of neither, or of both.
QByteArray digitsOf(const QString &text)
{
    QByteArray digits;
    for (const QChar c : text) {
        if (c.isSpace())
            continue;
        if (c.unicode() > 0x7F)
            return {};
        digits.append(c.toLatin1());
    }
    for (int padding = 0; padding < 2 && digits.endsWith('='); ++padding)
        digits.chop(1);
    const bool isStandard = digits.contains('+') || digits.contains('/');
    const bool isForUrls = digits.contains('-') || digits.contains('_');
    if ((isStandard && isForUrls) || digits.size() % 4 == 1)
        return {};
    return digits.replace('-', '+').replace('_', '/');
}

} // namespace

std::optional<ConfigurationId> decodedConfigurationId(const QString &text)
{
    if (text.size() > longestId)
        return std::nullopt;
    const auto decoded =
        QByteArray::fromBase64Encoding(digitsOf(text), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*decoded);
    if (!document.isObject())
        return std::nullopt;
    JsonFields fields(document.object());
    ConfigurationId id{.token = fields.text("token"_L1),
                       .encryptionRequired = fields.flag("encryptionRequired"_L1),
                       .desktopAppStatus = fields.flag("desktopAppStatus"_L1)};
    id.otherFields = fields.others();
    return id;
}
