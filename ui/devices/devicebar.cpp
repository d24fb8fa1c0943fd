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
      m_countNote(new QLabel(this))
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

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(4);
    row->addWidget(m_title, 1);
    row->addWidget(m_count);
    row->addWidget(m_countNote);
    row->addSpacing(8);
    row->addWidget(toggle);
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
