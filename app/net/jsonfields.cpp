// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/jsonfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

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

// A document of its own holds arrays and objects only.
QString compactJson(const QJsonValue &value)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.sliced(1, json.size() - 2));
}

} // namespace

QList<OtherField> JsonFields::others(const QString &place) const
{
    QList<OtherField> others;
    for (auto field = m_object.begin(); field != m_object.end(); ++field) {
        if (!m_asked.contains(field.key()))
            others.append({place + field.key(), compactJson(field.value())});
    }
    for (const OtherField &other : m_othersOfParts)
        others.append({place + other.path, other.json});
    return others;
}

void JsonFields::takeOver(const JsonFields &part, const QString &place)
{
    m_unreadable += part.unreadable();
    m_othersOfParts += part.others(place);
}

QJsonValue JsonFields::value(std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names)
        m_asked.append(name);
    for (const QLatin1StringView name : names) {
        const QJsonValue found = m_object.value(name);
        if (!isNone(found))
            return found;
    }
    return QJsonValue::Null;
}

QJsonValue JsonFields::blank(std::initializer_list<QLatin1StringView> names) const
{
    const bool isSaid = std::ranges::any_of(names, [this](QLatin1StringView name) {
        const QJsonValue value = m_object.value(name);
        return value.isString() && value.toString().trimmed().isEmpty();
    });
    return isSaid ? QJsonValue(QString(""_L1)) : QJsonValue::Null;
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
    const QJsonArray entries = value.toArray();
    for (const auto &entry : entries) {
        if (entry.isObject())
            objects.append(entry.toObject());
        else
            ++m_unreadable;
    }
    return objects;
}

std::optional<QJsonObject> JsonFields::asObject(const QJsonValue &value)
{
    if (isNone(value))
        return std::nullopt;
    if (value.isObject())
        return value.toObject();
    const QJsonArray array = value.toArray();
    if (array.size() == 1 && array.first().isObject())
        return array.first().toObject();
    ++m_unreadable;
    return std::nullopt;
}

std::optional<bool> JsonFields::asFlag(const QJsonValue &value)
{
    if (isNone(value))
        return std::nullopt;
    if (value.isBool())
        return value.toBool();
    const QString word = value.isString() ? value.toString().trimmed() : QString();
    const std::optional<qint64> number = wholeNumber(value);
    if (word.compare("true"_L1, Qt::CaseInsensitive) == 0 || word == "1"_L1 || number == 1)
        return true;
    if (word.compare("false"_L1, Qt::CaseInsensitive) == 0 || word == "0"_L1 || number == 0)
        return false;
    ++m_unreadable;
    return std::nullopt;
}

std::optional<QStringList> JsonFields::asTexts(const QJsonValue &value)
{
    if (value.isNull())
        return std::nullopt;
    const bool isOne = value.isString() || wholeNumber(value);
    if (!isOne && !value.isArray()) {
        ++m_unreadable;
        return std::nullopt;
    }
    QStringList texts;
    const QJsonArray entries = isOne ? QJsonArray{value} : value.toArray();
    for (const auto &entry : entries) {
        const QString text = entry.isString() ? entry.toString() : asId(entry);
        if (!text.trimmed().isEmpty())
            texts.append(text);
    }
    return texts;
}

std::optional<QStringList> JsonFields::asWords(const QJsonValue &value)
{
    const std::optional<QStringList> texts = asTexts(value);
    if (!texts)
        return std::nullopt;
    QStringList words;
    for (const QString &text : *texts) {
        for (const QString &word : text.split(u',')) {
            if (!word.trimmed().isEmpty())
                words.append(word.trimmed());
        }
    }
    return words;
}
