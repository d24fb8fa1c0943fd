// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/banner.h"

#include "ui/window/icons.h"
#include "ui/window/leadlabel.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

static constexpr int leastHeight = 44;
static constexpr int edgeWidth = 4;
static constexpr int markSize = 16;

static QAccessibleInterface *alertInterface(const QString &className, QObject *object)
{
    Q_UNUSED(className)
    auto *banner = qobject_cast<Banner *>(object);
    return banner ? new QAccessibleWidget(banner, QAccessible::AlertMessage) : nullptr;
}

static void showAction(QPushButton *button, const QString &text)
{
    button->setText(text);
    button->setAccessibleName(text);
    button->setVisible(!text.isEmpty());
}

Banner::Banner(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_mark(new QLabel(this)), m_sentences(new LeadLabel(this)),
      m_primary(new QPushButton(this)), m_secondary(new QPushButton(this)), m_close(new QToolButton(this))
{
    QAccessible::removeFactory(alertInterface); // a second banner must not install it twice
    QAccessible::installFactory(alertInterface);
    setObjectName(u"banner"_s);
    m_sentences->setObjectName(u"bannerText"_s);
    m_primary->setObjectName(u"bannerPrimary"_s);
    m_secondary->setObjectName(u"bannerSecondary"_s);
    m_close->setObjectName(u"bannerClose"_s);
    m_close->setIcon(glyphIcon(theme, Glyph::Cross));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setFocusPolicy(Qt::TabFocus);
    layOut();

    connect(m_primary, &QPushButton::clicked, this, &Banner::primaryChosen);
    connect(m_secondary, &QPushButton::clicked, this, &Banner::secondaryChosen);
    connect(m_close, &QToolButton::clicked, this, &Banner::dismiss);
    connect(&theme, &Theme::changed, this, &Banner::showMark);
    hide();
}

void Banner::layOut()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(edgeWidth + 8, 8, 12, 8);
    row->setSpacing(10);
    row->addWidget(m_mark);
    row->addWidget(m_sentences, 1);
    row->addWidget(m_primary);
    row->addWidget(m_secondary);
    row->addWidget(m_close);
    setMinimumHeight(leastHeight);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Banner::showBanner(const BannerText &text)
{
    const bool isNews = isHidden() || m_text != text;
    m_text = text;
    showMark();
    m_sentences->setText(text.what, text.rest);
    showAction(m_primary, text.primaryAction);
    showAction(m_secondary, text.secondaryAction);
    setAccessibleName(m_sentences->text());
    show();
    update();
    if (isNews) {
        QAccessibleEvent announcement(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&announcement);
    }
}

void Banner::showMark()
{
    const Glyph glyph = m_text.kind == BannerKind::Bad ? Glyph::HealthFailing : Glyph::HealthStale;
    m_mark->setPixmap(glyphIcon(m_theme, glyph).pixmap(QSize(markSize, markSize), devicePixelRatioF()));
}

void Banner::dismiss()
{
    hide();
    emit dismissed();
}

/// Esc with the focus inside closes the banner, also where the window has an action on Esc.
bool Banner::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QFrame::event(event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Escape || key->modifiers() != Qt::NoModifier)
        return QFrame::event(event);
    if (event->type() == QEvent::KeyPress)
        dismiss();
    event->accept();
    return true;
}

void Banner::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const bool isBad = m_text.kind == BannerKind::Bad;
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(isBad ? Token::Badt : Token::Warnt));
    painter.fillRect(0, 0, width(), 1, m_theme.color(Token::Line));
    const QRect edge(0, 0, edgeWidth, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), edge),
                     m_theme.color(isBad ? Token::Badb : Token::Warnb));
}
