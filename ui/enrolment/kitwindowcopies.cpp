// SPDX-License-Identifier: GPL-3.0-or-later
// The kit window's part that hands links, IDs and texts on: to the clipboard, a file, the browser.
#include "app/base/visibletext.h"
#include "ui/enrolment/kitdetails.h"
#include "ui/enrolment/kitmodel.h"
#include "ui/enrolment/kittexts.h"
#include "ui/enrolment/kitview.h"
#include "ui/enrolment/kitwindow.h"
#include "ui/enrolment/linkopener.h"
#include "ui/sheets/exportdialog.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

QString forClipboard(KitSheet &sheet)
{
    const SheetLayout layout{
        .format = SheetFormat::Csv,
        .csv = {.separator = CsvSeparator::Tab, .endsLinesWithCrLf = false, .hasByteOrderMark = false}};
    return QString::fromUtf8(wholeSheet(sheet, layout));
}

} // namespace

SetupSystem KitWindow::currentSystem() const
{
    return KitModel::systemOf(m_view->currentIndex().column()).value_or(SetupSystem::Win);
}

void KitWindow::showCell()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid()) {
        m_details->setCell({}, SetupSystem::Win, options(), {});
        m_texts->setFacts({});
        return;
    }
    const SetupSystem system = currentSystem();
    m_details->setCell(visibleText(m_matrix->company(current.row()).title), system, options(),
                       m_matrix->cell({current.row(), system, options()}));
    m_texts->setFacts(factsOf(current.row(), system));
}

std::optional<KitFacts> KitWindow::factsOf(int row, SetupSystem system) const
{
    const KitCompany &company = m_matrix->company(row);
    KitFacts facts{
        .company = company.title, .companyId = company.key.company, .system = system, .options = options()};
    for (const SetupSystem each : allSetupSystems) {
        if (const KitCell &cell = m_matrix->cell({row, each, options()}); cell.kit)
            facts.kits.emplace(each, *cell.kit);
    }
    return facts;
}

// What enrols devices is made to be copied, and is not said again in the message.
void KitWindow::copyCell(const QModelIndex &cell)
{
    const QString text = cell.data(KitModel::ValueRole).toString();
    if (!cell.isValid() || text.isEmpty())
        return;
    const QString company = visibleText(m_matrix->company(cell.row()).title);
    const std::optional<SetupSystem> system = KitModel::systemOf(cell.column());
    if (system)
        copy(text, tr("Setup link of %1 for %2 copied").arg(company, label(*system)));
    else if (cell.column() == KitModel::IdColumn)
        copy(text, tr("Configuration ID of %1 copied").arg(company));
    else
        copy(text, tr("Name of %1 copied").arg(company));
}

void KitWindow::copyColumn(int column)
{
    const std::optional<SetupSystem> system = KitModel::systemOf(column);
    const KitSheetRange range{.options = {options()}, .systems = {system.value_or(SetupSystem::Win)}};
    const KitColumn what = system      ? KitColumn::Link
        : column == KitModel::IdColumn ? KitColumn::Id
                                       : KitColumn::IdOfCompany;
    KitSheet sheet(*m_matrix, range, {KitColumn::Company, what});
    const qsizetype rows = sheet.expectedRows();
    if (rows == 0) {
        say(tr("Nothing copied: this column was not read yet."));
        return;
    }
    const QString header = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    copy(forClipboard(sheet), tr("Column %1 copied, %2 companies").arg(header, QLocale().toString(rows)));
}

void KitWindow::copyAll()
{
    KitSheet sheet(*m_matrix, {.options = {options()}},
                   {KitColumn::Company, KitColumn::IdOfCompany, KitColumn::System, KitColumn::Link,
                    KitColumn::Id, KitColumn::Check});
    const qsizetype rows = sheet.expectedRows();
    copy(forClipboard(sheet),
         tr("%1 links with their configuration IDs copied").arg(QLocale().toString(rows)));
}

void KitWindow::copyTextForAll()
{
    const KitTemplate one = m_texts->current();
    QStringList texts;
    qsizetype lacking = 0;
    QString doubts;
    for (qsizetype row = 0; row < m_matrix->companyCount(); ++row) {
        const std::optional<KitFacts> facts = factsOf(static_cast<int>(row), currentSystem());
        const FilledTemplate filled = filledTemplate(one.text, *facts);
        lacking += !filled.missing.isEmpty();
        if (filled.missing.isEmpty())
            texts << filled.text;
        if (one.isScript)
            doubts += shellDoubt(one.text, *facts);
    }
    QString said = tr("“%1” copied for %2 companies").arg(one.name, QLocale().toString(texts.size()));
    if (lacking > 0)
        said += tr(", %1 left out: not everything was read").arg(QLocale().toString(lacking));
    if (!doubts.isEmpty())
        said +=
            u". "_s + tr("Names hold characters that a shell may take for its own: look at the script first");
    if (texts.isEmpty())
        say(tr("Nothing copied: get the links first."));
    else
        copy(texts.join(u"\n"_s), said);
}

void KitWindow::copy(const QString &text, const QString &what)
{
    QGuiApplication::clipboard()->setText(text);
    say(what);
}

void KitWindow::openCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return;
    const ApiClient *client = m_asker(m_matrix->company(current.row()).key.account);
    const KitCell &cell = m_matrix->cell({current.row(), currentSystem(), options()});
    if (cell.kit && client)
        m_opener->open(cell.kit->setupLink, client->endpoint());
}

void KitWindow::exportKits()
{
    if (m_dialog && m_dialog->isVisible()) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    QSet<CompanyKey> selected;
    const QList<int> rows = m_view->selectedRows();
    for (const int row : rows)
        selected.insert(m_matrix->company(row).key);
    m_dialog = new ExportDialog(std::make_unique<KitExport>(*m_matrix, options(), selected, m_choice),
                                m_habits, m_theme, this);
    connect(m_dialog, &ExportDialog::started, this,
            [this](const ExportHabits &habits) { m_habits = habits; });
    m_dialog->show();
}

void KitWindow::say(const QString &text)
{
    m_said->setText(text);
    QAccessibleEvent announcement(m_said, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}
