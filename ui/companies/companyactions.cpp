// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companyactions.h"

#include "app/base/visibletext.h"
#include "ui/window/icons.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

CompanyActions::CompanyActions(const Theme &theme, QObject *parent)
    : QObject(parent), m_copyId(new QAction(tr("Copy company ID"), this)),
      m_read(new QAction(glyphIcon(theme, Glyph::Refresh), tr("Read devices again"), this)),
      m_actions{m_copyId, m_read}
{
    m_copyId->setObjectName(u"copyCompanyId"_s);
    m_read->setObjectName(u"readCompany"_s);
    connect(m_copyId, &QAction::triggered, this, [this] {
        copy(m_company->key.company.text(),
             tr("Company ID of %1 copied").arg(visibleText(m_company->title())));
    });
    connect(m_read, &QAction::triggered, this, [this] { emit readRequested(m_company->key); });
    setCompany(nullptr);
}

void CompanyActions::setCompany(const CompanyEntry *company)
{
    m_company = company ? std::optional(*company) : std::nullopt;
    const QString noCompany = tr("Choose a company in the tree first.");
    setUsable(m_copyId, company, noCompany);
    const bool isReading = company && company->devices == DeviceKnowledge::Reading;
    setUsable(m_read, company && !isReading, isReading ? tr("They are being read just now.") : noCompany);
}

void CompanyActions::add(const QList<QAction *> &actions)
{
    m_actions += actions;
    emit added(actions);
}

void CompanyActions::addFirst(const QList<QAction *> &actions)
{
    m_actions = actions + m_actions;
    emit added(actions);
}

void CompanyActions::copy(const QString &text, const QString &what)
{
    QGuiApplication::clipboard()->setText(text);
    emit copied(what);
}

void CompanyActions::setUsable(QAction *action, bool isUsable, const QString &whyNot)
{
    action->setEnabled(isUsable);
    action->setToolTip(isUsable ? QString() : whyNot);
}
