// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notificationform.h"

#include "app/base/visibletext.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype manyAddresses = 50;
constexpr qsizetype faultsShown = 3;

QLabel *makeHint(const QString &name, Ink ink, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setInk(label, ink);
    return label;
}

} // namespace

NotificationForm::NotificationForm(const QList<OpenWord<BackupSet>> &offered, bool areSetsKnown,
                                   const Theme &theme, QWidget *parent)
    : QWidget(parent), m_otherSet(new QLineEdit(this)),
      m_leaveOut(new QCheckBox(tr("Leave out devices without the set"), this)),
      m_emails(new QPlainTextEdit(this)),
      m_emailsSaid(makeHint(u"notificationEmailsSaid"_s, Ink::Text2, this))
{
    setObjectName(u"notificationForm"_s);
    m_leaveOut->setObjectName(u"leaveOutLacking"_s);
    m_leaveOut->setAccessibleName(m_leaveOut->text());
    m_leaveOut->setChecked(true);
    m_leaveOut->setVisible(areSetsKnown);
    m_emails->setObjectName(u"notificationEmails"_s);
    m_emails->setAccessibleName(tr("Addresses"));
    m_emails->setPlaceholderText(tr("One address in a line, or parted by commas"));
    m_emails->setTabChangesFocus(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeTitle(tr("Backup sets"), theme));
    column->addWidget(makeSets(offered));
    column->addWidget(m_leaveOut);
    column->addWidget(makeTitle(tr("Send a mail"), theme));
    column->addWidget(makeFrequencies());
    column->addWidget(makeTitle(tr("To"), theme));
    column->addWidget(m_emails, 1);
    column->addWidget(m_emailsSaid);
    connect(m_emails, &QPlainTextEdit::textChanged, this, [this] {
        m_typed = typedAddresses(m_emails->toPlainText());
        showAddresses();
        emit changed();
    });
    connect(m_otherSet, &QLineEdit::textChanged, this, &NotificationForm::changed);
    connect(m_leaveOut, &QCheckBox::toggled, this, &NotificationForm::changed);
    showAddresses();
}

QLabel *NotificationForm::makeTitle(const QString &text, const Theme &theme)
{
    auto *title = new QLabel(text, this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(theme.font(TextStyle::Strong));
    return title;
}

QWidget *NotificationForm::makeSets(const QList<OpenWord<BackupSet>> &offered)
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const OpenWord<BackupSet> &set : offered) {
        auto *box = new QCheckBox(visibleText(label(set)).replace(u'&', u"&&"_s), part);
        box->setObjectName(u"backupSet"_s + set.word());
        box->setAccessibleName(tr("Backup set %1").arg(visibleText(label(set))));
        connect(box, &QCheckBox::toggled, this, &NotificationForm::changed);
        m_sets.push_back({set, box});
        column->addWidget(box);
    }
    m_otherSet->setObjectName(u"otherBackupSet"_s);
    m_otherSet->setAccessibleName(tr("Another backup set, in IDrive’s word"));
    m_otherSet->setPlaceholderText(tr("Another set, in IDrive’s word"));
    column->addWidget(m_otherSet);
    return part;
}

QWidget *NotificationForm::makeFrequencies()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const MailFrequency frequency : allMailFrequencies) {
        auto *button = new QRadioButton(label(frequency), part);
        button->setObjectName(u"mail"_s + wireWord(frequency));
        button->setAccessibleName(tr("Send a mail: %1").arg(label(frequency)));
        connect(button, &QRadioButton::toggled, this, [this](bool isChosen) {
            if (!isChosen)
                return;
            showAddresses();
            emit changed();
        });
        m_frequencies.emplace_back(frequency, button);
        column->addWidget(button);
    }
    return part;
}

NotificationWish NotificationForm::wish() const
{
    NotificationWish wish{.emails = m_typed.addresses, .leavesOutLacking = m_leaveOut->isChecked()};
    for (const SetBox &set : m_sets) {
        if (set.box->isChecked())
            wish.sets << set.set;
    }
    if (const QString other = m_otherSet->text().trimmed(); !other.isEmpty())
        wish.sets << backupSet(other);
    for (const auto &[frequency, button] : m_frequencies) {
        if (button->isChecked())
            wish.frequency = frequency;
    }
    return wish;
}

QStringList NotificationForm::faults() const
{
    QStringList faults;
    const NotificationWish present = wish();
    if (present.sets.isEmpty())
        faults << tr("Choose a backup set.");
    const bool isChosen =
        std::ranges::any_of(m_frequencies, [](const auto &row) { return row.second->isChecked(); });
    if (!isChosen)
        faults << tr("Choose when a mail is sent.");
    if (present.frequency == MailFrequency::Never && isChosen)
        return faults;
    if (m_typed.addresses.isEmpty())
        faults << tr("Name at least one address, or choose Never.");
    faults += m_typed.faults;
    return faults;
}

void NotificationForm::showAddresses()
{
    const NotificationWish present = wish();
    const bool isNever = present.frequency == MailFrequency::Never;
    m_emails->setEnabled(!isNever);
    setWrong(m_emails, !isNever && !m_typed.faults.isEmpty());
    setInk(m_emailsSaid, !isNever && !m_typed.faults.isEmpty() ? Ink::Bad : Ink::Text2);
    QStringList sentences;
    if (isNever) {
        sentences << tr("Never needs no address: an empty list is sent.");
    } else if (!m_typed.faults.isEmpty()) {
        sentences += m_typed.faults.first(std::min(faultsShown, m_typed.faults.size()));
        if (m_typed.faults.size() > faultsShown)
            sentences << tr("And %1 more.").arg(QLocale().toString(m_typed.faults.size() - faultsShown));
    } else if (!m_typed.addresses.isEmpty()) {
        sentences << (m_typed.addresses.size() == 1
                          ? tr("1 address.")
                          : tr("%1 addresses.").arg(QLocale().toString(m_typed.addresses.size())));
        if (m_typed.namesDropped > 0)
            sentences << tr("Names around addresses are left out.");
        if (m_typed.addresses.size() > manyAddresses)
            sentences << tr("IDrive does not state how many addresses it takes.");
    }
    m_emailsSaid->setText(visibleText(sentences.join(u' ')));
}
