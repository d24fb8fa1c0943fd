// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companydetails.h"

#include "app/base/visibletext.h"
#include "app/fleet/fleet.h"
#include "ui/companies/companyfacts.h"
#include "ui/companies/companyrows.h"
#include "ui/widgets/detailspane.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/note.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

CompanyDetails::CompanyDetails(const Fleet &fleet, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_fleet(fleet), m_pane(new DetailsPane(u"companyDetails"_s, theme, this)),
      m_warning(new Note(Note::Kind::Warning, theme, this)), m_facts(new FactList(theme, this))
{
    setObjectName(u"companyDetails"_s);
    setAccessibleName(tr("Details of the company"));
    m_pane->add(m_warning);
    m_pane->add(m_facts);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    connect(m_pane, &DetailsPane::closeRequested, this, &CompanyDetails::closeRequested);
    connect(m_pane, &DetailsPane::copyRequested, this, &CompanyDetails::copyAll);
    connect(m_facts, &FactList::copyRequested, this, [this](const QString &label, const QString &value) {
        copy(value, tr("%1 copied", "a label, such as Company ID").arg(label));
    });
    connect(&fleet, &Fleet::companiesChanged, this, &CompanyDetails::showFacts);
    connect(&fleet, &Fleet::companyStatesChanged, this, &CompanyDetails::showFacts);
}

void CompanyDetails::setCompany(const std::optional<CompanyKey> &company)
{
    if (m_company == company)
        return;
    m_company = company;
    showFacts();
}

void CompanyDetails::addPart(QWidget *part)
{
    m_pane->add(makeRule(m_pane));
    m_pane->add(part);
}

void CompanyDetails::showFacts()
{
    const CompanyEntry *entry = m_company ? m_fleet.companies().find(*m_company) : nullptr;
    if (!entry)
        return;
    const QString warning = companyWarning(*entry);
    m_pane->setHead(Glyph::Company, visibleText(entry->title()), companyPlaceText(m_fleet, *entry));
    m_warning->setVisible(!warning.isEmpty());
    m_warning->setTexts({}, warning);
    m_facts->setSection(companyFacts(*entry, m_fleet.deviceCount(*m_company), healthOf(m_fleet, *m_company)));
}

// Links and configuration IDs have buttons of their own: they do not go along unasked.
void CompanyDetails::copyAll()
{
    const CompanyEntry *entry = m_company ? m_fleet.companies().find(*m_company) : nullptr;
    if (!entry)
        return;
    QString text = visibleText(entry->title()) + u'\n';
    const FactSection section =
        companyFacts(*entry, m_fleet.deviceCount(*m_company), healthOf(m_fleet, *m_company));
    for (const Fact &fact : section.facts)
        text += fact.label + u'\t' + fact.value + u'\n';
    copy(text, tr("Details copied"));
}

void CompanyDetails::copy(const QString &text, const QString &what)
{
    QGuiApplication::clipboard()->setText(text);
    emit copied(what);
}
