// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicebar.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 40;

} // namespace

DeviceBar::DeviceBar(QAction *detailsAction, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_title(new ElidedLabel(this)), m_count(new QLabel(this)),
      m_countNote(new QLabel(this)), m_views(new QToolButton(this)), m_columns(new QToolButton(this)),
      m_row(new QHBoxLayout(this))
{
    setFixedHeight(barHeight);
    m_title->setObjectName(u"deviceScopeTitle"_s);
    m_title->setFont(theme.font(TextStyle::Strong));
    m_count->setObjectName(u"deviceCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setFont(theme.font(TextStyle::Strong));
    m_countNote->setObjectName(u"deviceCountNote"_s);
    m_countNote->setTextFormat(Qt::PlainText);
    setInk(m_countNote, Ink::Text2);
    auto *toggle = new QToolButton(this);
    toggle->setObjectName(u"toggleDetails"_s);
    toggle->setDefaultAction(detailsAction);
    toggle->setAccessibleName(tr("Details"));

    m_views->setObjectName(u"viewsButton"_s);
    m_views->setIcon(glyphIcon(theme, Glyph::View));
    m_views->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_views->setPopupMode(QToolButton::InstantPopup);
    m_views->setToolTip(tr("Saved views: a query with its columns and sort"));
    m_columns->setObjectName(u"columnsButton"_s);
    m_columns->setIcon(glyphIcon(theme, Glyph::Columns));
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setToolTip(tr("Columns"));
    m_columns->setAccessibleName(tr("Columns"));

    m_row->setContentsMargins(16, 0, 8, 0);
    m_row->setSpacing(4);
    m_row->addWidget(m_title);
    m_row->addSpacing(4);
    m_row->addWidget(m_views);
    m_row->addWidget(m_count);
    m_row->addWidget(m_countNote);
    m_row->addSpacing(8);
    m_row->addWidget(m_columns);
    m_row->addWidget(toggle);
}

void DeviceBar::setChips(QWidget *chips)
{
    const int place = m_row->indexOf(m_views) + 1;
    m_row->insertSpacing(place, 8);
    m_row->insertWidget(place + 1, chips, 1);
    m_row->insertSpacing(place + 2, 8);
}

void DeviceBar::setViewsMenu(QMenu *menu)
{
    m_views->setMenu(menu);
}

void DeviceBar::setColumnsMenu(QMenu *menu)
{
    m_columns->setMenu(menu);
}

void DeviceBar::setViewsTitle(const QString &title)
{
    m_views->setText(title);
    m_views->setAccessibleName(tr("View: %1").arg(title));
}

void DeviceBar::setTitle(const QString &title)
{
    m_title->setText(title);
    m_count->setVisible(!title.isEmpty());
    m_countNote->setVisible(!title.isEmpty());
    m_views->setVisible(!title.isEmpty());
    m_columns->setVisible(!title.isEmpty());
}

void DeviceBar::setCount(qsizetype shown, qsizetype all, bool isReading)
{
    m_count->setText(locale().toString(shown));
    if (isReading)
        m_countNote->setText(tr("so far"));
    else if (shown < all)
        m_countNote->setText(tr("of %1").arg(locale().toString(all)));
    else
        m_countNote->setText(shown == 1 ? tr("device") : tr("devices"));
}
