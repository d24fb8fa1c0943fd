// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/samples.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <cstdio>

void Samples::add(const QJsonObject &written)
{
    for (auto each = written.begin(); each != written.end(); ++each) {
        const QJsonArray values = each.value().toArray();
        for (const auto &value : values)
            add(each.key(), value.toDouble());
    }
}

QJsonObject Samples::toJson() const
{
    QJsonObject object;
    for (auto each = m_values.begin(); each != m_values.end(); ++each) {
        QJsonArray values;
        for (const double value : each.value())
            values.append(value);
        object.insert(each.key(), values);
    }
    return object;
}

bool Samples::write(const QString &file) const
{
    const QByteArray json = QJsonDocument(toJson()).toJson(QJsonDocument::Compact) + '\n';
    QFile out(file);
    const bool isOpen =
        file.isEmpty() ? out.open(stdout, QIODevice::WriteOnly) : out.open(QIODevice::WriteOnly);
    return isOpen && out.write(json) == json.size() && out.flush();
}

double quantile(QList<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::ranges::sort(values);
    const double place = std::ceil(share * static_cast<double>(values.size())) - 1;
    return values[std::clamp<qsizetype>(static_cast<qsizetype>(place), 0, values.size() - 1)];
}
