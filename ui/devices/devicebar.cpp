// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicebar.h"

#include "ui/widgets/elidedlabel.h"
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
      m_countNote(new QLabel(this)), m_row(new QHBoxLayout(this))
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

    m_row->setContentsMargins(16, 0, 8, 0);
    m_row->setSpacing(4);
    m_row->addWidget(m_title);
    m_row->addWidget(m_count);
    m_row->addWidget(m_countNote);
    m_row->addSpacing(8);
    m_row->addWidget(toggle);
}

void DeviceBar::setChips(QWidget *chips)
{
    m_row->insertSpacing(1, 8);
    m_row->insertWidget(2, chips, 1);
    m_row->insertSpacing(3, 8);
}

void DeviceBar::setTitle(const QString &title)
{
    m_title->setText(title);
    m_count->setVisible(!title.isEmpty());
    m_countNote->setVisible(!title.isEmpty());
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
