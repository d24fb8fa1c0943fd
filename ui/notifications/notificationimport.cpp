// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notificationimport.h"

#include "ui/sheets/importmodel.h"
#include "ui/window/looks.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

static constexpr QSize firstSize(1040, 700);

NotificationImport::NotificationImport(ImportedNotifications::Lookup lookup, const ImportHabits &habits,
                                       const Theme &theme, QWidget *parent)
    : QDialog(parent, Qt::Window), m_lookup(std::move(lookup)),
      m_pane(new ImportPane(
          {.columns = ImportedNotifications::columns(),
           .makeJudge = [this](const ChosenColumns &columns) { return makeSheet(columns); },
           .pasteHint =
               tr("Cells from a spreadsheet: device ID, device, company, backup sets, ALWAYS, ON_FAILURE "
                  "or NEVER, addresses."),
           .emptyTitle = tr("No notifications yet"),
           .emptySentences =
               tr("Each line names a device by its ID, or by its name and company. It stands here with "
                  "what will be sent, before anything is."),
           .habits = habits},
          theme, this)),
      m_summary(new QLabel(this)), m_close(new QPushButton(tr("Close"), this)),
      m_preview(new QPushButton(this))
{
    setObjectName(u"notificationImport"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("E-mail notification from a sheet"));
    layOut();
    connect(m_pane, &ImportPane::changed, this, &NotificationImport::showAll);
    connect(m_close, &QPushButton::clicked, this, &NotificationImport::reject);
    connect(m_preview, &QPushButton::clicked, this, [this] {
        emit previewRequested();
        reject();
    });
    showAll();
}

void NotificationImport::layOut()
{
    m_summary->setObjectName(u"notificationImportSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    setInk(m_summary, Ink::Text2);
    m_close->setObjectName(u"closeNotificationImport"_s);
    m_preview->setObjectName(u"previewNotifications"_s);
    for (QPushButton *button : {m_close, m_preview})
        button->setAutoDefault(false);
    setKind(m_preview, ButtonKind::Main);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_summary, 1);
    foot->addWidget(m_close);
    foot->addWidget(m_preview);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_pane, 1);
    column->addLayout(foot);
    resize(firstSize);
}

std::shared_ptr<RowJudge> NotificationImport::makeSheet(const ChosenColumns &columns)
{
    m_sheet = std::make_shared<ImportedNotifications>(m_lookup, columns);
    return m_sheet;
}

QString NotificationImport::whyNot() const
{
    if (!m_pane->isReady())
        return m_pane->whyNotReady();
    if (m_sheet->planned().empty())
        return tr("No line can be sent.");
    return m_sheet->planned().size() > most
        ? tr("At most %1 settings at once: part the sheet.").arg(QLocale().toString(qulonglong(most)))
        : QString();
}

void NotificationImport::showAll()
{
    const QLocale locale;
    const QString reason = whyNot();
    const qsizetype leftOut = m_pane->model()->count(RowVerdict::LeftOut);
    const auto count = reason.isEmpty() ? std::ssize(m_sheet->planned()) : qsizetype(0);
    m_preview->setText(count == 0       ? tr("Preview the settings…")
                           : count == 1 ? tr("Preview 1 setting…")
                                        : tr("Preview %1 settings…").arg(locale.toString(count)));
    m_preview->setEnabled(reason.isEmpty());
    m_preview->setToolTip(reason);
    if (!reason.isEmpty())
        m_summary->setText(reason);
    else if (leftOut == 1)
        m_summary->setText(tr("1 line is left out. Nothing is sent yet."));
    else if (leftOut > 1)
        m_summary->setText(tr("%1 lines are left out. Nothing is sent yet.").arg(locale.toString(leftOut)));
    else
        m_summary->setText(tr("Nothing is sent yet."));
}

void NotificationImport::reject()
{
    QDialog::reject();
    deleteLater();
}
