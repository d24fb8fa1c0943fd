// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/jsonfields.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

// QJsonValue::toInt() gives 0 for a text and for a number that does not fit, and toString() gives nothing for a number:
// the type is looked at first. A number that is whole and fits is a LongLong, every other one a Double.
std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const QVariant number = value.toVariant();
    if (value.isDouble() && number.typeId() == QMetaType::LongLong)
        return number.toLongLong();
    return std::nullopt;
}

QString textOrNone(const QJsonValue &value)
{
    const QString text = value.toString().trimmed();
    return text == "NA"_L1 || text == "N/A"_L1 ? QString() : text;
}

bool isNone(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && textOrNone(value).isEmpty());
}

} // namespace

QJsonValue JsonFields::value(std::initializer_list<QLatin1StringView> names) const
{
    for (const QLatin1StringView name : names) {
        const QJsonValue found = m_object.value(name);
        if (!isNone(found))
            return found;
    }
    return QJsonValue::Null;
}

QString JsonFields::asText(const QJsonValue &value)
{
    if (value.isDouble() && !wholeNumber(value))
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return asId(value);
}

QString JsonFields::asId(const QJsonValue &value)
{
    if (isNone(value))
        return {};
    if (value.isString())
        return textOrNone(value);
    if (const std::optional<qint64> number = wholeNumber(value))
        return QString::number(*number);
    ++m_unreadable;
    return {};
}

std::optional<qint64> JsonFields::asInteger(const QJsonValue &value)
{
    if (isNone(value))
        return std::nullopt;
    if (const std::optional<qint64> number = wholeNumber(value))
        return number;
    bool isNumber = false;
    const qint64 number = textOrNone(value).toLongLong(&isNumber);
    if (isNumber)
        return number;
    ++m_unreadable;
    return std::nullopt;
}

std::optional<QList<QJsonObject>> JsonFields::asObjects(const QJsonValue &value)
{
    if (isNone(value))
        return std::nullopt;
    if (value.isObject())
        return QList<QJsonObject>{value.toObject()};
    if (!value.isArray()) {
        ++m_unreadable;
        return std::nullopt;
    }
    QList<QJsonObject> objects;
    for (const QJsonValue entry : value.toArray()) {
        if (entry.isObject())
            objects.append(entry.toObject());
        else
            ++m_unreadable;
    }
    return objects;
}
