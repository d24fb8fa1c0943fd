// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrolment/kitdetails.h"

#include "app/base/visibletext.h"
#include "app/enrolment/configurationid.h"
#include "ui/enrolment/qrview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/facttext.h"
#include "ui/widgets/note.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int leastWidth = 284;

QLabel *makeLine(QWidget *parent, const QString &text, Ink ink)
{
    auto *line = new QLabel(text, parent);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    setInk(line, ink);
    return line;
}

Fact flagFact(const QString &label, std::optional<bool> flag)
{
    Fact fact{.label = label, .value = KitDetails::tr("not said")};
    fact.isKnown = flag.has_value();
    if (flag)
        fact.value = *flag ? KitDetails::tr("yes") : KitDetails::tr("no");
    return fact;
}

} // namespace

KitDetails::KitDetails(const Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_which(makeLine(this, {}, Ink::Text2)),
      m_title(new ElidedLabel(this)), m_link(new FactText(this)),
      m_copyLink(makeButton(u"copyKitLink"_s, tr("Copy link"))),
      m_copyId(makeButton(u"copyKitId"_s, tr("Copy ID"))), m_open(makeButton(u"openKitLink"_s, tr("Open"))),
      m_decoded(new FactList(theme, this)), m_agrees(makeLine(this, {}, Ink::Text2)),
      m_warning(new Note(Note::Kind::Warning, theme, this)),
      m_qrTitle(makeLine(this, tr("QR code of the link"), Ink::Text2)), m_qr(new QrView(this)),
      m_noQr(makeLine(this, tr("The link is too long for a QR code."), Ink::Text3))
{
    setObjectName(u"kitDetails"_s);
    setAccessibleName(tr("The selected setup link"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(leastWidth);
    m_title->setObjectName(u"kitDetailsTitle"_s);
    m_link->setObjectName(u"kitDetailsLink"_s);
    m_link->setAccessibleName(tr("Setup link"));
    m_agrees->setObjectName(u"kitDetailsAgrees"_s);
    m_open->setToolTip(tr("Open the link in the browser"));
    setLeadingIcon(m_copyLink, glyphIcon(theme, Glyph::Link));
    setLeadingIcon(m_copyId, glyphIcon(theme, Glyph::Copy));
    setLeadingIcon(m_open, glyphIcon(theme, Glyph::Open));
    layOut(theme);
    connect(m_copyLink, &QPushButton::clicked, this, &KitDetails::linkCopyRequested);
    connect(m_copyId, &QPushButton::clicked, this, &KitDetails::idCopyRequested);
    connect(m_open, &QPushButton::clicked, this, &KitDetails::openRequested);
    connect(&theme, &Theme::changed, this, &KitDetails::showCell);
    showCell();
}

QPushButton *KitDetails::makeButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    setSmall(button);
    return button;
}

void KitDetails::layOut(const Theme &theme)
{
    auto *body = new QWidget(this);
    body->setBackgroundRole(QPalette::AlternateBase);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_copyLink, m_copyId, m_open})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_which);
    column->addWidget(m_title);
    column->addWidget(makeRule(body));
    column->addWidget(m_link);
    column->addLayout(buttons);
    column->addWidget(makeRule(body));
    column->addWidget(m_decoded);
    column->addWidget(m_agrees);
    column->addWidget(m_warning);
    column->addWidget(makeRule(body));
    column->addWidget(m_qrTitle);
    column->addWidget(m_qr, 0, Qt::AlignLeft);
    column->addWidget(m_noQr);
    column->addWidget(makeLine(body,
                               tr("Whoever has this link can enrol a device into the company. It is left out "
                                  "of logs, and out of exports that did not ask for it."),
                               Ink::Text3));
    column->addStretch(1);
    m_title->setFont(theme.font(TextStyle::Title));
    m_link->setFont(theme.font(TextStyle::Mono));
    setWidget(body);
}

void KitDetails::setCell(const QString &company, SetupSystem system, SetupOptions options,
                         const KitCell &cell)
{
    m_company = company;
    m_system = system;
    m_options = options;
    m_cell = cell;
    showCell();
}

void KitDetails::showCell()
{
    const bool isAny = !m_company.isEmpty();
    const QString link = m_cell.kit ? m_cell.kit->setupLink : QString();
    const QString id = m_cell.kit ? m_cell.kit->configurationId : QString();
    m_which->setText(isAny ? tr("Selected: %1").arg(label(m_system)) : tr("Nothing is selected"));
    m_title->setText(isAny ? m_company : tr("Select a cell to see its link"));
    m_title->setFont(m_theme.font(TextStyle::Title)); // a new style sheet resets it
    m_link->setFont(m_theme.font(TextStyle::Mono));
    m_link->setFact(link.isEmpty() ? tr("not read") : visibleText(link), {}, m_theme.color(Token::Text),
                    m_theme.color(Token::Text2));
    m_copyLink->setEnabled(!link.isEmpty());
    m_open->setEnabled(!link.isEmpty());
    m_copyId->setEnabled(!id.isEmpty());

    FactSection section{.title = tr("Configuration ID, decoded"), .facts = {}};
    if (const std::optional<ConfigurationId> decoded = decodedConfigurationId(id)) {
        section.facts = {{.label = tr("Token"), .value = visibleText(decoded->token)},
                         flagFact(tr("Private encryption"), decoded->encryptionRequired),
                         flagFact(tr("Full client"), decoded->desktopAppStatus)};
    } else if (!id.isEmpty()) {
        section.facts = {{.label = tr("Content"), .value = tr("cannot be read"), .isKnown = false}};
    }
    if (m_cell.readAt.isValid())
        section.facts.append(
            {.label = tr("Read"),
             .value = QLocale().toString(m_cell.readAt.toLocalTime(), QLocale::ShortFormat)});
    m_decoded->setSection(section);
    showChecks();
    m_qr->setText(link);
    m_qr->setVisible(m_qr->hasCode());
    m_qrTitle->setVisible(!link.isEmpty());
    m_noQr->setVisible(!link.isEmpty() && !m_qr->hasCode());
}

void KitDetails::showChecks()
{
    QStringList sentences = m_cell.check.disagreements;
    if (m_cell.error)
        sentences << m_cell.error->what() + u' ' + m_cell.error->advice();
    if (m_cell.kit && m_cell.error)
        sentences << tr("What stands here was read before.");
    m_warning->setVisible(!sentences.isEmpty());
    m_warning->setTexts({}, sentences.join(u'\n'));
    m_agrees->setVisible(m_cell.kit && m_cell.check.disagreements.isEmpty());
    m_agrees->setText(m_cell.check.isComplete
                          ? tr("The token agrees with the link, and the flags are what was asked for.")
                          : tr("Not everything could be compared: a part is missing or cannot be read."));
}
