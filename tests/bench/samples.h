// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

/// What a benchmark measured, by key: all values of all runs. Programs write them as JSON ({"key": [values]}); the report joins those of
/// several programs and runs.
class Samples
{
public:
    void add(const QString &key, double value) { m_values[key].append(value); }
    void add(const QJsonObject &written);

    QList<double> values(const QString &key) const { return m_values.value(key); }
    QJsonObject toJson() const;
    /// False when \a file cannot be written. An empty name is standard output.
    bool write(const QString &file) const;

private:
    QMap<QString, QList<double>> m_values;
};

/// The value below which \a share (0 to 1) of \a values lie; 0.5 is the median. 0 without any.
double quantile(QList<double> values, double share);
