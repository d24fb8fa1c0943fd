// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statusline.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/progressline.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

static constexpr int lineHeight = 26;
static constexpr int gap = 12;
static constexpr int stateMark = 14;
static constexpr int markGap = 6;

StatusLine::StatusLine(const Theme &theme, QWidget *parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(u"statusLine"_s);
    setAccessibleName(tr("Status line"));
    setFixedHeight(lineHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap, 0, gap, 0);
    row->setSpacing(gap);
    m_asOf = makeItem(u"asOf"_s, row);
    m_devices = makeItem(u"deviceCount"_s, row);
    m_companies = makeItem(u"companyCount"_s, row);
    m_bad = makeItem(u"badCount"_s, row, new QLabel(this));
    m_warn = makeItem(u"warnCount"_s, row, new QLabel(this));
    m_selection = makeItem(u"selectionCount"_s, row);
    m_work = makeWork();
    row->addWidget(m_work);
    row->addStretch(1);
    m_host = new HostBadgeView(theme, this);
    row->addWidget(m_host);
    setProgress(std::nullopt);
    showMarks();
    connect(&theme, &Theme::changed, this, &StatusLine::showMarks);
}

StatusLine::Item StatusLine::makeItem(const QString &name, QHBoxLayout *row, QLabel *mark)
{
    const Item item{mark, new ElidedLabel(this), new QFrame(this)};
    item.label->setObjectName(name);
    item.label->setFont(m_theme.font(TextStyle::Small));
    setInk(item.label, Ink::Text2);
    item.separator->setProperty("kind", u"separator"_s);
    item.separator->setFixedSize(1, 14);
    if (mark) {
        auto *pair = new QHBoxLayout;
        pair->setSpacing(markGap);
        pair->addWidget(mark);
        pair->addWidget(item.label);
        row->addLayout(pair);
    } else {
        row->addWidget(item.label);
    }
    row->addWidget(item.separator);
    showItem(item, {});
    return item;
}

QWidget *StatusLine::makeWork()
{
    auto *work = new QWidget(this);
    m_workText = new ElidedLabel(work);
    m_workText->setObjectName(u"workText"_s);
    m_workText->setFont(m_theme.font(TextStyle::Small));
    setInk(m_workText, Ink::Text2);
    m_bar = new ProgressLine(m_theme, work);
    m_bar->setObjectName(u"workProgress"_s);
    m_cancel = new QToolButton(work);
    m_cancel->setObjectName(u"cancelReading"_s);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel reading"));
    m_cancel->setFont(m_theme.font(TextStyle::Small));
    m_cancel->setFocusPolicy(Qt::TabFocus);
    setKind(m_cancel, ButtonKind::Link);
    setSmall(m_cancel);
    setLeadingIcon(m_cancel, glyphIcon(m_theme, Glyph::Cross, Token::Acc));
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelRequested);

    auto *row = new QHBoxLayout(work);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_workText);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    return work;
}

void StatusLine::showItem(const Item &item, const QString &text)
{
    item.label->setText(text);
    item.label->setVisible(!text.isEmpty());
    item.separator->setVisible(!text.isEmpty());
    if (item.mark)
        item.mark->setVisible(!text.isEmpty());
}

void StatusLine::showMarks()
{
    const QSize size(stateMark, stateMark);
    m_bad.mark->setPixmap(glyphIcon(m_theme, Glyph::HealthFailing).pixmap(size, devicePixelRatioF()));
    m_warn.mark->setPixmap(glyphIcon(m_theme, Glyph::HealthLate).pixmap(size, devicePixelRatioF()));
}

void StatusLine::setAsOf(const QString &text)
{
    showItem(m_asOf, text);
}

void StatusLine::setDeviceText(const QString &text)
{
    showItem(m_devices, text);
}

void StatusLine::setCompanyText(const QString &text)
{
    showItem(m_companies, text);
}

void StatusLine::setHealthTexts(const QString &bad, const QString &warn)
{
    showItem(m_bad, bad);
    showItem(m_warn, warn);
}

void StatusLine::setSelectionText(const QString &text)
{
    showItem(m_selection, text);
}

void StatusLine::setProgress(const std::optional<WorkProgress> &progress)
{
    m_work->setVisible(progress.has_value());
    if (!progress) {
        m_bar->setPercent(0);
        return;
    }
    //: %1 is what is being done, as in "reading 39 %"
    m_workText->setText(progress->percent < 0 ? progress->label
                                              : tr("%1 %2 %").arg(progress->label).arg(progress->percent));
    m_bar->setPercent(progress->percent);
    m_bar->setAccessibleName(progress->label);
}

void StatusLine::setHost(const HostBadge &badge)
{
    m_host->setBadge(badge);
}
