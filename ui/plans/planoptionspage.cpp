// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planoptionspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QStringList linesOf(const QPlainTextEdit *edit)
{
    return edit->toPlainText().split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

PlanOptionsPage::PlanOptionsPage(PlanDraft &draft, QWidget *parent)
    : PlanWizardPage(draft, PlanStep::Options, u"planOptionsPage"_s, parent), m_reason(makeHint({})),
      m_hidden(new QCheckBox(tr("Leave out hidden files"), this)),
      m_system(new QCheckBox(tr("Leave out system files"), this)),
      m_cdp(new QCheckBox(tr("Continuous data protection"), this)), m_cdpFrequency(new QComboBox(this)),
      m_exclusions(new QPlainTextEdit(this)), m_mail(new QComboBox(this)), m_emails(new QPlainTextEdit(this))
{
    m_reason->setObjectName(u"planOptionsReason"_s);
    m_hidden->setObjectName(u"planHidden"_s);
    m_system->setObjectName(u"planSystem"_s);
    m_cdp->setObjectName(u"planCdp"_s);
    m_cdpFrequency->setObjectName(u"planCdpFrequency"_s);
    m_cdpFrequency->setAccessibleName(tr("How often changes are backed up"));
    m_exclusions->setObjectName(u"planExclusions"_s);
    m_mail->setObjectName(u"planMail"_s);
    m_emails->setObjectName(u"planEmails"_s);
    for (QPlainTextEdit *edit : {m_exclusions, m_emails}) {
        edit->setTabChangesFocus(true);
        edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    }
    column()->addWidget(m_reason);
    column()->addWidget(m_hidden);
    column()->addWidget(m_system);
    column()->addWidget(m_cdp);
    for (const CdpFrequency frequency : allCdpFrequencies)
        m_cdpFrequency->addItem(label(frequency), static_cast<int>(frequency));
    column()->addWidget(m_cdpFrequency);
    addField(column(), PlanField::Exclusions, tr("Leave out files by these patterns, one a line"),
             m_exclusions);
    auto *usual = new QPushButton(tr("Take the usual list"), this);
    usual->setObjectName(u"planUsualList"_s);
    m_usual = usual;
    column()->addWidget(usual, 0, Qt::AlignLeft);
    for (const MailFrequency frequency : allMailFrequencies)
        m_mail->addItem(label(frequency), static_cast<int>(frequency));
    column()->addSpacing(12);
    QLabel *mail = makeHeading(tr("E-mail about backups"));
    mail->setBuddy(m_mail);
    m_mail->setAccessibleName(mail->text());
    column()->addWidget(mail);
    column()->addWidget(m_mail);
    addField(column(), PlanField::Emails, tr("Addresses, one a line"), m_emails);
    connect(usual, &QPushButton::clicked, this, [this] {
        QStringList lines = linesOf(m_exclusions) + usualExclusions();
        lines.removeDuplicates();
        m_exclusions->setPlainText(lines.join(u'\n'));
    });
    connectFields();
}

void PlanOptionsPage::connectFields()
{
    for (const QCheckBox *box : {m_hidden, m_system, m_cdp})
        connect(box, &QCheckBox::toggled, this, &PlanOptionsPage::take);
    for (const QComboBox *box : {m_cdpFrequency, m_mail})
        connect(box, &QComboBox::currentIndexChanged, this, &PlanOptionsPage::take);
    for (const QPlainTextEdit *edit : {m_exclusions, m_emails})
        connect(edit, &QPlainTextEdit::textChanged, this, &PlanOptionsPage::take);
}

void PlanOptionsPage::load()
{
    m_isLoading = true;
    m_hidden->setChecked(draft().excludeHidden);
    m_system->setChecked(draft().excludeSystem);
    m_cdp->setChecked(draft().enableCdp);
    m_cdpFrequency->setCurrentIndex(m_cdpFrequency->findData(static_cast<int>(draft().cdpFrequency)));
    if (linesOf(m_exclusions) != draft().excludePartial)
        m_exclusions->setPlainText(draft().excludePartial.join(u'\n'));
    m_mail->setCurrentIndex(m_mail->findData(static_cast<int>(draft().schedule.mailFrequency)));
    if (linesOf(m_emails) != draft().schedule.emails)
        m_emails->setPlainText(draft().schedule.emails.join(u'\n'));
    m_isLoading = false;
    showUsable();
}

void PlanOptionsPage::take()
{
    if (m_isLoading)
        return;
    draft().excludeHidden = m_hidden->isChecked();
    draft().excludeSystem = m_system->isChecked();
    draft().enableCdp = m_cdp->isChecked();
    draft().cdpFrequency = static_cast<CdpFrequency>(m_cdpFrequency->currentData().toInt());
    draft().excludePartial = linesOf(m_exclusions);
    draft().schedule.mailFrequency = static_cast<MailFrequency>(m_mail->currentData().toInt());
    draft().schedule.emails = linesOf(m_emails);
    showUsable();
    emit edited();
}

void PlanOptionsPage::showUsable()
{
    const bool isFiles = draft().what == WhatToBackup::FileFolder;
    m_reason->setText(tr("IDrive ignores these for an entire machine, so they are not sent."));
    m_reason->setVisible(!isFiles);
    for (QWidget *field : std::initializer_list<QWidget *>{m_hidden, m_system, m_cdp, m_exclusions, m_usual})
        field->setEnabled(isFiles);
    m_cdpFrequency->setEnabled(isFiles && draft().enableCdp);
    m_emails->setEnabled(draft().schedule.mailFrequency != MailFrequency::Never);
}
