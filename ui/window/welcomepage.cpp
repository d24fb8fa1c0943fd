// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/welcomepage.h"

#include "app/base/visibletext.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 64;
constexpr int cardWidth = 304;
constexpr int cardGap = 16;
constexpr qreal cardRadius = 4;

/// An area of its own on the page: a thin border and the ground of a field.
class Card : public QWidget
{
public:
    Card(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) { setFixedWidth(cardWidth); }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_theme.color(Token::Line));
        painter.setBrush(m_theme.color(Token::Base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cardRadius, cardRadius);
    }

private:
    const Theme &m_theme;
};

QLabel *centredLabel(const QString &text, const QFont &font, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setFont(font);
    return label;
}

} // namespace

WelcomePage::WelcomePage(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"welcomePage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);

    auto *icon = new QLabel(this);
    icon->setPixmap(applicationIcon().pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    QLabel *title = centredLabel(tr("Welcome to Steward"), theme.font(TextStyle::Figure), this);
    QLabel *purpose = centredLabel(tr("Look after the backups of all your companies in one window."),
                                   theme.font(TextStyle::Base), this);
    setInk(purpose, Ink::Text2);
    QLabel *promise = centredLabel(
        tr("Steward talks to the address of your account only. It sends nothing to anyone else."),
        theme.font(TextStyle::Small), this);
    setInk(promise, Ink::Text3);

    auto *cards = new QHBoxLayout;
    cards->setSpacing(cardGap);
    cards->addStretch(1);
    cards->addWidget(makeAccountCard());
    cards->addWidget(makeSandboxCard());
    cards->addStretch(1);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addStretch(4);
    column->addWidget(icon, 0, Qt::AlignHCenter);
    column->addSpacing(4);
    column->addWidget(title);
    column->addWidget(purpose);
    column->addSpacing(8);
    column->addLayout(cards);
    column->addSpacing(8);
    column->addWidget(promise);
    column->addStretch(5);
}

QLabel *WelcomePage::makeText(const QString &text, QWidget *parent) const
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setInk(label, Ink::Text2);
    return label;
}

QVBoxLayout *WelcomePage::makeCard(Glyph glyph, const QString &title)
{
    auto *card = new Card(m_theme, this);
    auto *icon = new QLabel(card);
    icon->setPixmap(glyphIcon(m_theme, glyph).pixmap(QSize(20, 20), devicePixelRatioF()));
    connect(&m_theme, &Theme::changed, icon, [this, icon, glyph] {
        icon->setPixmap(glyphIcon(m_theme, glyph).pixmap(QSize(20, 20), devicePixelRatioF()));
    });
    auto *heading = new QLabel(title, card);
    heading->setTextFormat(Qt::PlainText);
    heading->setFont(m_theme.font(TextStyle::Title));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(icon);
    row->addWidget(heading, 1);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(8);
    column->addLayout(row);
    return column;
}

QWidget *WelcomePage::makeAccountCard()
{
    QVBoxLayout *column = makeCard(Glyph::Key, tr("Add an account"));
    QWidget *card = column->parentWidget();
    column->addWidget(makeText(
        tr("You need an API key of IDrive 360. Make one in the web console under My Account > API Keys. The "
           "key is kept in this desktop's keyring."),
        card));
    column->addStretch(1);
    column->addSpacing(12);
    m_kept = new QVBoxLayout;
    m_kept->setSpacing(8);
    column->addLayout(m_kept);
    auto *add = new QPushButton(tr("Add an account…"), card);
    add->setObjectName(u"addAccount"_s);
    add->setAccessibleName(add->text());
    setKind(add, ButtonKind::Main);
    connect(add, &QPushButton::clicked, this, &WelcomePage::accountRequested);
    column->addWidget(add, 0, Qt::AlignLeft);
    return card;
}

void WelcomePage::setAccounts(const QList<Account> &accounts)
{
    while (QLayoutItem *item = m_kept->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Account &account : accounts) {
        auto *open = new QPushButton(this);
        const QString title =
            open->fontMetrics().elidedText(visibleText(account.title()), Qt::ElideRight, cardWidth - 120);
        open->setObjectName(u"openKept"_s);
        open->setText(tr("Open %1").arg(title).replace(u'&', u"&&"_s));
        open->setAccessibleName(tr("Open %1").arg(visibleText(account.title())));
        connect(open, &QPushButton::clicked, this, [this, id = account.id] { emit openRequested(id); });
        m_kept->addWidget(open, 0, Qt::AlignLeft);
    }
}

QWidget *WelcomePage::makeSandboxCard()
{
    QVBoxLayout *column = makeCard(Glyph::Sandbox, tr("Look around in the sandbox"));
    QWidget *card = column->parentWidget();
    column->addWidget(makeText(
        tr("A pretend IDrive with a fleet of its own runs beside Steward. Nothing leaves this computer, and "
           "nothing you do there is real."),
        card));
    column->addStretch(1);
    column->addSpacing(12);
    m_openSandbox = new QPushButton(card);
    m_openSandbox->setObjectName(u"openSandbox"_s);
    connect(m_openSandbox, &QPushButton::clicked, this, &WelcomePage::sandboxRequested);
    column->addWidget(m_openSandbox, 0, Qt::AlignLeft);
    setStarting(false);
    return card;
}

void WelcomePage::setStarting(bool isStarting)
{
    m_openSandbox->setText(isStarting ? tr("The sandbox is starting…") : tr("Open the sandbox"));
    m_openSandbox->setAccessibleName(m_openSandbox->text());
    m_openSandbox->setEnabled(!isStarting);
}
