// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrolment/setuplinks.h"

#include "app/base/visibletext.h"
#include "app/enrolment/setuplink.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/note.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int nameWidth = 96;

QCheckBox *makeOption(const QString &name, const QString &text, const QString &meaning, QWidget *parent)
{
    auto *box = new QCheckBox(text, parent);
    box->setObjectName(name);
    box->setAccessibleName(text);
    box->setToolTip(meaning);
    return box;
}

} // namespace

SetupLinks::SetupLinks(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_kits(new CompanyKits(this)),
      m_privateEncryption(makeOption(u"setupPrivateEncryption"_s, tr("Private encryption"),
                                     tr("The device’s user sets a key that IDrive does not keep."), this)),
      m_fullClient(makeOption(u"setupFullClient"_s, tr("Full client"),
                              tr("The device’s user gets all features of the IDrive client."), this)),
      m_ask(new QPushButton(tr("Get the links"), this)), m_table(new QWidget(this)),
      m_warning(new Note(Note::Kind::Warning, theme, this))
{
    setObjectName(u"setupLinks"_s);
    makeRows();
    setAccessibleName(tr("Setup links"));
    auto *heading = new QLabel(tr("Setup links"), this);
    heading->setTextFormat(Qt::PlainText);
    heading->setFont(theme.font(TextStyle::Strong));
    setInk(heading, Ink::Text2);
    m_ask->setObjectName(u"askSetupLinks"_s);
    m_ask->setAccessibleName(tr("Get the setup links of every system"));
    setSmall(m_ask);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(heading);
    column->addWidget(m_privateEncryption);
    column->addWidget(m_fullClient);
    column->addWidget(m_ask, 0, Qt::AlignLeft);
    column->addWidget(m_table);
    column->addWidget(m_warning);

    connect(m_privateEncryption, &QCheckBox::toggled, this, &SetupLinks::takeOptions);
    connect(m_fullClient, &QCheckBox::toggled, this, &SetupLinks::takeOptions);
    connect(m_ask, &QPushButton::clicked, m_kits, &CompanyKits::askAll);
    connect(m_kits, &CompanyKits::changed, this, [this](SetupSystem system) {
        showAll();
        copyWanted(system);
    });
    connect(m_kits, &CompanyKits::cleared, this, [this] {
        m_wanted.reset();
        showAll();
    });
    connect(&theme, &Theme::changed, this, &SetupLinks::showAll); // a new style sheet resets fonts
    showAll();
}

void SetupLinks::makeRows()
{
    auto *grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(2);
    grid->setColumnMinimumWidth(0, nameWidth);
    grid->setColumnStretch(1, 1);
    for (const SetupSystem system : allSetupSystems) {
        const Row row = makeRow(system, m_table);
        const int line = static_cast<int>(m_rows.size());
        grid->addWidget(row.name, line, 0);
        grid->addWidget(row.token, line, 1);
        grid->addWidget(row.copyLink, line, 2);
        grid->addWidget(row.copyId, line, 3);
        m_rows.push_back(row);
    }
}

SetupLinks::Row SetupLinks::makeRow(SetupSystem system, QWidget *parent)
{
    const QString word = wireWord(system);
    const Row row{.system = system,
                  .name = new QLabel(label(system), parent),
                  .token = new ElidedLabel(parent),
                  .copyLink = makeCopyButton(Glyph::Link, u"copyLink"_s + word,
                                             tr("Copy the setup link for %1").arg(label(system)), parent),
                  .copyId =
                      makeCopyButton(Glyph::Copy, u"copyConfigurationId"_s + word,
                                     tr("Copy the configuration ID for %1").arg(label(system)), parent)};
    row.name->setTextFormat(Qt::PlainText);
    setInk(row.name, Ink::Text2);
    row.token->setObjectName(u"setupToken"_s + word);
    connect(row.copyLink, &QToolButton::clicked, this, [this, system] { copySoon(system, true); });
    connect(row.copyId, &QToolButton::clicked, this, [this, system] { copySoon(system, false); });
    return row;
}

QToolButton *SetupLinks::makeCopyButton(Glyph glyph, const QString &name, const QString &text,
                                        QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(glyphIcon(m_theme, glyph));
    button->setAccessibleName(text);
    button->setToolTip(text);
    setSmall(button);
    return button;
}

void SetupLinks::setCompany(ApiClient *client, const CompanyId &company, const QString &title)
{
    m_title = title;
    m_kits->setCompany(client, company);
    m_ask->setEnabled(m_kits->canAsk());
    showAll();
}

void SetupLinks::takeOptions()
{
    const bool wereShown = isAnyWanted();
    m_kits->setOptions(
        {.privateEncryption = m_privateEncryption->isChecked(), .fullClient = m_fullClient->isChecked()});
    if (wereShown)
        m_kits->askAll(); // who looks at the links wants those with the other options
}

/// Somebody looked at links of this company, or waits for them.
bool SetupLinks::isAnyWanted() const
{
    return std::ranges::any_of(m_rows, [this](const Row &row) {
        const KitState state = m_kits->state(row.system);
        return state.kit || state.isAsking || state.error;
    });
}

void SetupLinks::showAll()
{
    const bool isAllKnown = std::ranges::all_of(m_rows, [this](const Row &row) {
        const KitState state = m_kits->state(row.system);
        return state.kit || state.isAsking;
    });
    const bool hasFailed = std::ranges::any_of(
        m_rows, [this](const Row &row) { return m_kits->state(row.system).error.has_value(); });
    m_ask->setVisible(!isAllKnown);
    m_ask->setText(hasFailed ? tr("Ask again") : tr("Get the links"));
    for (const Row &row : m_rows)
        showRow(row);
    showWarning();
}

void SetupLinks::showRow(const Row &row)
{
    const KitState state = m_kits->state(row.system);
    const bool isReady = state.kit && !state.isAsking;
    const QString token = isReady ? readSetupLink(state.kit->setupLink).token : QString();
    const bool mayAsk = !state.kit && m_kits->canAsk();
    row.copyLink->setEnabled(isReady ? !state.kit->setupLink.isEmpty() : mayAsk);
    row.copyId->setEnabled(isReady ? !state.kit->configurationId.isEmpty() : mayAsk);
    setInk(row.token, isReady && state.check.disagreements.isEmpty() ? Ink::Text : Ink::Text3);
    row.token->setFont(m_theme.font(token.isEmpty() ? TextStyle::Base : TextStyle::Mono)); // an ink resets it
    if (state.isAsking)
        row.token->setText(tr("asking…"));
    else if (state.error)
        row.token->setText(state.error->what());
    else if (isReady)
        row.token->setText(token.isEmpty() ? tr("no link") : visibleText(token));
    else
        row.token->setText(tr("not read yet"));
}

void SetupLinks::showWarning()
{
    QStringList sentences;
    if (m_privateEncryption->isChecked())
        sentences << tr("IDrive does not keep a private key, and its prompt stops an unattended install.");
    for (const Row &row : m_rows) {
        const KitState state = m_kits->state(row.system);
        for (const QString &disagreement : state.check.disagreements)
            sentences << label(row.system) + u": "_s + disagreement;
        if (state.error)
            sentences << state.error->what() + u' ' + state.error->advice();
    }
    sentences.removeDuplicates();
    m_warning->setVisible(!sentences.isEmpty());
    m_warning->setTexts({}, sentences.join(u'\n'));
}

void SetupLinks::copySoon(SetupSystem system, bool wantsLink)
{
    m_wanted = Wanted{.system = system, .isLink = wantsLink};
    if (m_kits->state(system).kit)
        copyWanted(system);
    else
        m_kits->ask(system);
}

// What enrols devices is made to be copied, and is not said again in the message.
void SetupLinks::copyWanted(SetupSystem system)
{
    const KitState state = m_kits->state(system);
    if (!m_wanted || m_wanted->system != system || state.isAsking)
        return;
    const bool isLink = m_wanted->isLink;
    m_wanted.reset();
    const QString what = (isLink ? tr("Setup link of %1 for %2") : tr("Configuration ID of %1 for %2"))
                             .arg(m_title, label(system));
    const QString text = !state.kit ? QString() : isLink ? state.kit->setupLink : state.kit->configurationId;
    if (text.isEmpty()) {
        emit copied(tr("%1 not copied: %2")
                        .arg(what, state.error ? state.error->what() : tr("IDrive did not tell it.")));
        return;
    }
    QGuiApplication::clipboard()->setText(text);
    emit copied(tr("%1 copied").arg(what));
}
