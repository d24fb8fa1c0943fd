// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wrongvalues.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

struct WrongValue
{
    QByteArray name;
    std::optional<QJsonValue> value; // nullopt: absent
};

QList<WrongValue> wrongValues(qsizetype hugeText)
{
    return {{"absent", std::nullopt},
            {"null", QJsonValue(QJsonValue::Null)},
            {"\"\"", QJsonValue(QString(""_L1))},
            {"0", QJsonValue(0)},
            {"[]", QJsonValue(QJsonArray())},
            {"{}", QJsonValue(QJsonObject())},
            {"true", QJsonValue(true)},
            {"1e308", QJsonValue(1e308)},
            {"huge", QJsonValue(QString(hugeText, u'x'))}};
}

using PutBack = std::function<QJsonValue(const QJsonValue &)>; // a changed part -> the whole answer
using Visit = std::function<void(const QString &path, const QJsonObject &object, const PutBack &putBack)>;

// Calls \a visit for each object at every depth.
void forEachObject(const QString &path, const QJsonValue &value, const PutBack &putBack, const Visit &visit)
{
    const QString prefix = path.isEmpty() ? path : path + u'.';
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const PutBack putEntry = [array, i, putBack](const QJsonValue &entry) {
                QJsonArray changed = array;
                changed[i] = entry;
                return putBack(changed);
            };
            forEachObject(prefix + QString::number(i), array[i], putEntry, visit);
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        visit(path, object, putBack);
        for (const QString &name : object.keys()) {
            const PutBack putField = [object, name, putBack](const QJsonValue &field) {
                QJsonObject changed = object;
                changed[name] = field;
                return putBack(changed);
            };
            forEachObject(prefix + name, object[name], putField, visit);
        }
    }
}

QString below(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : path + u'.' + name;
}

QJsonValue itself(const QJsonValue &value)
{
    return value;
}

} // namespace

QList<ChangedAnswer> withWrongValues(const QJsonValue &answer, qsizetype hugeText)
{
    QList<ChangedAnswer> answers;
    const QList<WrongValue> values = wrongValues(hugeText);
    forEachObject({}, answer, itself,
                  [&](const QString &path, const QJsonObject &object, const PutBack &putBack) {
                      for (const QString &name : object.keys()) {
                          for (const WrongValue &wrong : values) {
                              QJsonObject changed = object;
                              if (wrong.value)
                                  changed[name] = *wrong.value;
                              else
                                  changed.remove(name);
                              answers.append({below(path, name), wrong.name, putBack(changed)});
                          }
                      }
                  });
    return answers;
}

QList<ChangedAnswer> withUnknownFields(const QJsonValue &answer)
{
    QList<ChangedAnswer> answers;
    const QList<WrongValue> values = wrongValues(100);
    forEachObject({}, answer, itself,
                  [&](const QString &path, const QJsonObject &object, const PutBack &putBack) {
                      for (const WrongValue &value : values) {
                          if (!value.value)
                              continue;
                          QJsonObject changed = object;
                          changed[unknownFieldName()] = *value.value;
                          answers.append({below(path, unknownFieldName()), value.name, putBack(changed)});
                      }
                  });
    return answers;
}

qsizetype fieldCount(const QJsonValue &answer)
{
    qsizetype count = 0;
    forEachObject({}, answer, itself, [&count](const QString &, const QJsonObject &object, const PutBack &) {
        count += object.size();
    });
    return count;
}

QString unknownFieldName()
{
    return u"zz_unheard_of"_s;
}
