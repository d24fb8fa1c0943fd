// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/slowrowreader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

namespace {

// UTF-8 of \a text, with U+FFFD for each half of a character.
QByteArray wholeUtf8(QString text, bool &isRepaired)
{
    if (!text.isValidUtf16()) {
        isRepaired = true;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
                ++i;
            else if (text[i].isSurrogate())
                text[i] = QChar::ReplacementCharacter;
        }
    }
    return text.toUtf8();
}

// The digits of a whole number; empty for others, and for those beyond what JSON readers agree on.
QByteArray digitsOf(const QJsonValue &value)
{
    constexpr qint64 largest = Q_INT64_C(1) << 53;
    const qint64 number = value.toInteger(largest + 1);
    return number >= -largest && number <= largest ? QByteArray::number(number) : QByteArray();
}

} // namespace

bool SlowRowReader::read(QByteArrayView row)
{
    const QByteArray bytes = QByteArray::fromRawData(row.data(), row.size());
    QByteArray whole = QString::fromUtf8(bytes).toUtf8();
    m_isRepaired = whole != bytes;
    const QJsonDocument document = QJsonDocument::fromJson(whole);
    if (!document.isObject())
        return false;

    const QJsonObject object = document.object();
    for (size_t i = 0; i < deviceFieldCount; ++i) {
        const std::string_view name = deviceFieldNames[i];
        const QJsonValue value =
            object.value(QLatin1StringView(name.data(), static_cast<qsizetype>(name.size())));
        m_texts[i] = value.isString() ? wholeUtf8(value.toString(), m_isRepaired) : QByteArray();
        const bool isNone = value.isUndefined() || value.isNull();
        DeviceValue::Kind kind = isNone ? DeviceValue::Kind::None : DeviceValue::Kind::Odd;
        if (value.isDouble() && takesNumbers(static_cast<DeviceField>(i)))
            m_texts[i] = digitsOf(value);
        if (value.isString() || !m_texts[i].isEmpty())
            kind = DeviceValue::Kind::Text;
        m_values[i] = {.text = {m_texts[i].constData(), static_cast<size_t>(m_texts[i].size())},
                       .kind = kind};
    }
    return true;
}
