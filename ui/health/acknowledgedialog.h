// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QDialog>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;

/// Asks for a note and an end: "known, ticket 4711, until Monday". Deletes itself when it is closed.
class AcknowledgeDialog : public QDialog
{
    Q_OBJECT

public:
    /// Longer notes are cut by the field.
    static constexpr int longestNote = 200;

    /// \a title: what is acknowledged, plain text. \a note: the present one.
    AcknowledgeDialog(const QString &title, const QString &note, QWidget *parent);

signals:
    /// \a until: milliseconds since 1970-01-01T00:00 UTC.
    void acknowledged(const QString &note, qint64 until);

private:
    void fillEnds();
    void layOut(const QString &title);
    QDateTime until() const;
    void check();
    void acknowledge();

    QLineEdit *m_note;
    QComboBox *m_ends;
    QDateTimeEdit *m_other;
    QLabel *m_says;
    QPushButton *m_acknowledge;
};
