// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/apilogwindow.h"

#include "ui/widgets/plaintable.h"
#include "ui/window/apilogmodel.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<int, ApiLogModel::columns - 1> widths{104, 120, 480, 72, 64, 88, 80};

} // namespace

ApiLogWindow::ApiLogWindow(const Theme &theme, QWidget *parent)
    : QDialog(parent), m_model(new ApiLogModel(this)), m_table(new QTableView(this)),
      m_count(new QLabel(this))
{
    setObjectName(u"apiLogWindow"_s);
    setWindowTitle(tr("API log"));
    makeTable(theme);
    m_count->setObjectName(u"apiLogCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    setInk(m_count, Ink::Text2);

    auto *copy = new QPushButton(tr("Copy all"), this);
    copy->setObjectName(u"copyApiLog"_s);
    setLeadingIcon(copy, glyphIcon(theme, Glyph::Copy));
    connect(copy, &QPushButton::clicked, this, &ApiLogWindow::copyAll);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeApiLog"_s);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 0, 16, 12);
    foot->setSpacing(8);
    foot->addWidget(m_count, 1);
    foot->addWidget(copy);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
    resize(1120, 480);

    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ApiLogWindow::showCount);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ApiLogWindow::showCount);
    showCount();
}

void ApiLogWindow::makeTable(const Theme &theme)
{
    setUpPlainTable(m_table, u"apiLog"_s, tr("Calls to the API, newest first"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTextElideMode(Qt::ElideMiddle); // queries differ at their ends
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFont(theme.font(TextStyle::Base));
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    for (size_t column = 0; column < widths.size(); ++column)
        header->resizeSection(static_cast<int>(column), widths.at(column));
    m_table->setColumnHidden(static_cast<int>(ApiLogModel::Column::Account), true);
}

void ApiLogWindow::setLogs(const QList<AccountLog> &logs)
{
    m_model->setLogs(logs);
    m_table->setColumnHidden(static_cast<int>(ApiLogModel::Column::Account), !m_model->areSeveral());
}

void ApiLogWindow::showCount()
{
    const int count = m_model->rowCount();
    const QString calls = count == 0 ? tr("Nothing was asked yet.")
        : count == 1                 ? tr("1 call.")
                                     : tr("%1 calls, newest first.").arg(QLocale().toString(count));
    m_count->setText(calls + u' ' + tr("The key, headers and bodies are never kept."));
}

void ApiLogWindow::copyAll()
{
    QGuiApplication::clipboard()->setText(m_model->asText());
}
