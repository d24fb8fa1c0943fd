// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include <optional>

/// A line below a field that says what is wrong there. Hidden while nothing is.
class FieldFault : public QLabel
{
    Q_OBJECT

public:
    FieldFault(const QString &name, QWidget *parent);

    /// Says \a fault, plain text, of \a field, which is marked and described by it; empty: nothing is wrong. nullptr: of no field alone.
    void say(QWidget *field, const QString &fault);

private:
    std::optional<QString> m_usual; // how the field is described while nothing is wrong
};
