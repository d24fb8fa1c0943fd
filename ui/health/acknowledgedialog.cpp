// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health/acknowledgedialog.h"

#include "ui/window/looks.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int dialogWidth = 420;
/// When a day's work begins: an end at this time is there for that day's check.
constexpr int morningHour = 8;

QDateTime morningIn(qint64 days)
{
    return {QDate::currentDate().addDays(days), QTime(morningHour, 0)};
}

/// The days until next Monday, 1 to 7.
qint64 daysToMonday()
{
    return 8 - QDate::currentDate().dayOfWeek();
}

} // namespace

AcknowledgeDialog::AcknowledgeDialog(const QString &title, const QString &note, QWidget *parent)
    : QDialog(parent), m_note(new QLineEdit(note, this)), m_ends(new QComboBox(this)),
      m_other(new QDateTimeEdit(morningIn(1), this)), m_says(new QLabel(this)),
      m_acknowledge(new QPushButton(tr("Acknowledge"), this))
{
    setObjectName(u"acknowledgeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Acknowledge %1").arg(title));
    fillEnds();
    layOut(title);
    connect(m_ends, &QComboBox::currentIndexChanged, this, &AcknowledgeDialog::check);
    connect(m_other, &QDateTimeEdit::dateTimeChanged, this, &AcknowledgeDialog::check);
    connect(m_acknowledge, &QPushButton::clicked, this, &AcknowledgeDialog::acknowledge);
    check();
}

void AcknowledgeDialog::fillEnds()
{
    const auto add = [this](const QString &text, qint64 days) {
        m_ends->addItem(text, morningIn(days));
    };
    add(tr("Until tomorrow morning"), 1);
    add(tr("Until Monday morning"), daysToMonday());
    add(tr("For a week"), 7);
    add(tr("For 30 days"), 30);
    m_ends->addItem(tr("Until another time"));
    m_ends->setCurrentIndex(1);
}

void AcknowledgeDialog::layOut(const QString &title)
{
    auto *what = new QLabel(
        tr("%1 stays out of the morning check until then, or until it gets worse.").arg(title), this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    m_note->setObjectName(u"acknowledgeNote"_s);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("Ticket 4711, new disk ordered"));
    m_note->setMaxLength(longestNote);
    m_ends->setObjectName(u"acknowledgeUntil"_s);
    m_ends->setAccessibleName(tr("Until"));
    m_other->setObjectName(u"acknowledgeUntilOther"_s);
    m_other->setAccessibleName(tr("Until another time"));
    m_other->setCalendarPopup(true);
    m_other->setDisplayFormat(locale().dateTimeFormat(QLocale::ShortFormat));
    m_says->setObjectName(u"acknowledgeSays"_s);
    m_says->setWordWrap(true);
    m_acknowledge->setObjectName(u"acknowledgeNow"_s);
    m_acknowledge->setDefault(true);
    setKind(m_acknowledge, ButtonKind::Main);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancelAcknowledge"_s);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->addRow(tr("Note"), m_note);
    form->addRow(tr("Until"), m_ends);
    form->addRow(QString(), m_other);
    form->addRow(QString(), m_says);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_acknowledge);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(what);
    column->addLayout(form);
    column->addStretch(1);
    column->addLayout(buttons);
    setMinimumWidth(dialogWidth);
    m_note->setFocus();
}

QDateTime AcknowledgeDialog::until() const
{
    const QVariant end = m_ends->currentData();
    return end.isValid() ? end.toDateTime() : m_other->dateTime();
}

void AcknowledgeDialog::check()
{
    m_other->setVisible(!m_ends->currentData().isValid());
    const bool isPast = until() <= QDateTime::currentDateTime();
    m_says->setText(isPast ? tr("This time is past.") : locale().toString(until(), QLocale::LongFormat));
    setInk(m_says, isPast ? Ink::Bad : Ink::Text2);
    setWrong(m_other, isPast);
    m_acknowledge->setEnabled(!isPast);
}

void AcknowledgeDialog::acknowledge()
{
    emit acknowledged(m_note->text().trimmed(), until().toMSecsSinceEpoch());
    accept();
}
