// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/filterstrip.h"

#include "app/base/visibletext.h"
#include "app/query/queryedit.h"
#include "ui/devices/devicequery.h"
#include "ui/devices/filterrail.h"
#include "ui/query/countdelegate.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/window/icons.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QListView>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int stripWidth = 184;
/// Of a field with more values these stand first, until one asks for all; and no more than one can read.
constexpr size_t fewValues = 8;
constexpr size_t mostValues = 500;
constexpr std::array sections{DeviceFact::Health,     DeviceFact::Account, DeviceFact::Status,
                              DeviceFact::LastResult, DeviceFact::Os,      DeviceFact::Version,
                              DeviceFact::Group,      DeviceFact::Tag};

} // namespace

FilterStrip::FilterStrip(DeviceQuery &query, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_query(query), m_model(new QStandardItemModel(this)), m_list(new QListView(this)),
      m_open(new QWidget(this)), m_rail(new FilterRail(theme, this)), m_close(new QToolButton(m_open))
{
    setObjectName(u"filterStrip"_s);
    setUpList(theme);
    layOut(theme);
    follow();
    setReading(false);
    setOpen(false);
    showActive();
}

void FilterStrip::setUpList(const Theme &theme)
{
    m_list->setObjectName(u"filterList"_s);
    m_list->setAccessibleName(tr("Filters"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CountDelegate(theme, this));
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->viewport()->setBackgroundRole(QPalette::AlternateBase);
}

void FilterStrip::layOut(const Theme &theme)
{
    m_close->setObjectName(u"closeFilters"_s);
    m_close->setIcon(glyphIcon(theme, Glyph::Filter));
    m_close->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_close->setAccessibleName(tr("Close the filters"));
    m_close->setToolTip(tr("Close the filters; they stay active"));
    m_open->setFixedWidth(stripWidth);
    auto *column = new QVBoxLayout(m_open);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_close);
    column->addWidget(m_list, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_open);
}

void FilterStrip::follow()
{
    connect(m_rail, &QAbstractButton::clicked, this, [this] {
        setOpen(true);
        m_list->setFocus();
    });
    connect(m_close, &QAbstractButton::clicked, this, [this] {
        setOpen(false);
        m_rail->setFocus();
    });
    connect(&m_query, &DeviceQuery::counted, this, &FilterStrip::showCounts);
    connect(&m_query, &DeviceQuery::queryChanged, this, &FilterStrip::showActive);
    connect(m_model, &QStandardItemModel::itemChanged, this, [this](const QStandardItem *item) {
        if (m_isFilling)
            return;
        const FilterLine line = m_lines[static_cast<size_t>(item->row())]; // the list is made anew by this
        m_query.toggle(line.field, line.value.value);
    });
    connect(m_list, &QAbstractItemView::clicked, this, &FilterStrip::openSection);
    connect(m_list, &QAbstractItemView::activated, this, &FilterStrip::openSection);
}

void FilterStrip::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
    m_open->setVisible(isOpen);
    m_rail->setVisible(!isOpen);
    showCounts();
}

void FilterStrip::setReading(bool isReading)
{
    m_close->setText(isReading ? tr("Filters, counted so far") : tr("Filters"));
}

/// The values of one field; what is asked for is always among them.
void FilterStrip::addLines(const QueryFieldCounts &counts, std::vector<FilterLine> &lines) const
{
    lines.push_back({.kind = FilterLine::Kind::Section, .field = counts.field});
    const size_t most = m_whole.contains(counts.field) ? mostValues : fewValues;
    size_t shown = 0;
    for (const QueryValueCount &value : counts.values) {
        const bool isAsked = asksFor(m_query.query(), counts.field, value.value);
        if (shown >= most && !isAsked)
            continue;
        ++shown;
        lines.push_back(
            {.kind = FilterLine::Kind::Value, .field = counts.field, .value = value, .isAsked = isAsked});
    }
    if (const size_t hidden = counts.values.size() - shown; hidden > 0)
        lines.push_back({.kind = FilterLine::Kind::Rest,
                         .field = counts.field,
                         .value = {.value = {}, .label = {}, .rows = static_cast<qsizetype>(hidden)}});
}

std::vector<FilterLine> FilterStrip::lines() const
{
    std::vector<FilterLine> lines;
    for (const DeviceFact fact : sections) {
        const int field = m_query.fields().fieldOf(fact);
        const auto found = std::ranges::find(m_query.counts(), field, &QueryFieldCounts::field);
        const size_t least = fact == DeviceFact::Account ? 2 : 1; // that all are of one account says nothing
        if (field != anyField && found != m_query.counts().end() && found->values.size() >= least)
            addLines(*found, lines);
    }
    return lines;
}

void FilterStrip::show(const FilterLine &line, QStandardItem &item) const
{
    switch (line.kind) {
    case FilterLine::Kind::Section:
        item.setFlags(Qt::ItemIsEnabled);
        item.setText(m_query.fields().fields().at(line.field).label);
        item.setData(true, CountDelegate::HeaderRole);
        break;
    case FilterLine::Kind::Value:
        item.setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item.setText(visibleText(line.value.label));
        item.setToolTip(plainToolTip(item.text()));
        item.setCheckState(line.isAsked ? Qt::Checked : Qt::Unchecked);
        item.setData(line.value.rows, CountDelegate::CountRole);
        item.setData(tr("%1, %2 devices").arg(item.text(), locale().toString(line.value.rows)),
                     Qt::AccessibleTextRole);
        break;
    case FilterLine::Kind::Rest:
        item.setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item.setText(m_whole.contains(line.field)
                         ? tr("%1 more: type them").arg(locale().toString(line.value.rows))
                         : tr("%1 more").arg(locale().toString(line.value.rows)));
        break;
    }
}

/// What is current and what stands at the top stay, because counts come again and again while one reads them.
void FilterStrip::showCounts()
{
    if (!m_isOpen)
        return;
    std::vector<FilterLine> shown = lines();
    m_isFilling = true;
    const int top = m_list->verticalScrollBar()->value();
    const int current = m_list->currentIndex().row();
    const std::optional<FilterLine> currentLine =
        current < 0 ? std::nullopt : std::optional(m_lines[static_cast<size_t>(current)]);
    const int count = static_cast<int>(shown.size());
    if (!std::ranges::equal(shown, m_lines, &FilterLine::isSameLine)) {
        m_model->clear();
        for (int row = 0; row < count; ++row)
            m_model->appendRow(new QStandardItem);
    }
    m_lines = std::move(shown);
    for (int row = 0; row < count; ++row) {
        const FilterLine &line = m_lines[static_cast<size_t>(row)];
        show(line, *m_model->item(row));
        if (currentLine && currentLine->isSameLine(line))
            m_list->setCurrentIndex(m_model->index(row, 0));
    }
    m_list->doItemsLayout();
    m_list->verticalScrollBar()->setValue(top);
    m_isFilling = false;
}

void FilterStrip::openSection(const QModelIndex &index)
{
    const FilterLine &line = m_lines[static_cast<size_t>(index.row())];
    if (line.kind != FilterLine::Kind::Rest)
        return;
    m_whole.insert(line.field);
    showCounts();
}

void FilterStrip::showActive()
{
    const qsizetype active = static_cast<qsizetype>(m_query.query().parts.size());
    const QString text =
        active == 0 ? tr("Filters") : tr("Filters · %1 active").arg(locale().toString(active));
    m_rail->setText(text);
    m_rail->setAccessibleName(tr("Open the filters: %1").arg(text));
    m_rail->setToolTip(tr("Open the filters"));
    m_rail->update();
    showCounts();
}
