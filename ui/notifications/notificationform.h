// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notifications/notificationwish.h"
#include "app/notifications/typedaddresses.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QRadioButton;
class Theme;

/// What is to be set: the backup sets, how often, the addresses. Nothing is preset that would look as if it held at present.
class NotificationForm : public QWidget
{
    Q_OBJECT

public:
    /// \a offered: the sets, in the order in which they stand. \a theme outlives the form.
    NotificationForm(const QList<OpenWord<BackupSet>> &offered, bool areSetsKnown, const Theme &theme,
                     QWidget *parent = nullptr);

    NotificationWish wish() const;
    /// Why this cannot be sent: one sentence for each thing that is missing or wrong. Empty: nothing.
    QStringList faults() const;

signals:
    void changed();

private:
    struct SetBox
    {
        OpenWord<BackupSet> set;
        QCheckBox *box;
    };

    QWidget *makeSets(const QList<OpenWord<BackupSet>> &offered);
    QWidget *makeFrequencies();
    QLabel *makeTitle(const QString &text, const Theme &theme);
    void showAddresses();

    std::vector<SetBox> m_sets;
    QLineEdit *m_otherSet;
    QCheckBox *m_leaveOut;
    std::vector<std::pair<MailFrequency, QRadioButton *>> m_frequencies;
    QPlainTextEdit *m_emails;
    QLabel *m_emailsSaid;
    TypedAddresses m_typed;
};
