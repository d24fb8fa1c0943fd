// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/querylist.h"

#include "app/base/visibletext.h"
#include "ui/query/countdelegate.h"

#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

static constexpr int mostSeen = 12;

QueryList::QueryList(const Theme &theme, QWidget *parent)
    : QListView(parent), m_model(new QStandardItemModel(this))
{
    setObjectName(u"queryList"_s);
    setAccessibleName(tr("Completions of the query"));
    setFocusPolicy(Qt::NoFocus);
    setModel(m_model);
    setItemDelegate(new CountDelegate(theme, this));
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setAutoFillBackground(true);
    setStyleSheet(u"QListView { border: 1px solid palette(dark); }"_s);
    hide();
}

void QueryList::setLines(std::vector<QueryCompletion> lines)
{
    m_lines = std::move(lines);
    m_model->clear();
    for (const QueryCompletion &line : m_lines) {
        auto *item = new QStandardItem(visibleText(line.label));
        if (line.rows) {
            item->setData(*line.rows, CountDelegate::CountRole);
            item->setData(tr("%1, %Ln devices", nullptr, static_cast<int>(*line.rows)).arg(item->text()),
                          Qt::AccessibleTextRole);
        } else if (line.kind == QueryCompletion::Kind::Earlier) {
            item->setData(tr("earlier"), CountDelegate::NoteRole);
        }
        m_model->appendRow(item);
    }
}

void QueryList::step(int by)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int from = chosen() < 0 && by < 0 ? 0 : chosen();
    setCurrentIndex(m_model->index((from + by + count) % count, 0));
}

int QueryList::heightOfLines() const
{
    return std::min(m_model->rowCount(), mostSeen) * CountDelegate::rowHeight + 2;
}
