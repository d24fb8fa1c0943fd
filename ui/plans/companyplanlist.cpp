// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/companyplanlist.h"

#include "ui/plans/planfacts.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/note.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int betweenPlans = 6; // and as much as between all lines

} // namespace

CompanyPlanList::CompanyPlanList(PlanList &plans, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_plans(plans), m_theme(theme), m_state(new QLabel(this)),
      m_read(new QPushButton(this)), m_trouble(new Note(Note::Kind::Warning, theme, this)),
      m_column(new QVBoxLayout(this))
{
    setObjectName(u"companyPlans"_s);
    setAccessibleName(tr("Backup plans"));
    auto *heading = new QLabel(tr("Backup plans"), this);
    heading->setTextFormat(Qt::PlainText);
    heading->setFont(theme.font(TextStyle::Strong));
    setInk(heading, Ink::Text2);
    m_state->setObjectName(u"companyPlansState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    setInk(m_state, Ink::Text3);
    m_read->setObjectName(u"readCompanyPlans"_s);
    setSmall(m_read);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_column->addWidget(heading);
    m_column->addWidget(m_state);
    m_column->addWidget(m_read, 0, Qt::AlignLeft);
    m_column->addWidget(m_trouble);
    connect(m_read, &QPushButton::clicked, this, [this] {
        if (m_company)
            m_plans.read({*m_company});
    });
    connect(&plans, &PlanList::companyChanged, this, [this](const CompanyKey &company) {
        if (company == m_company)
            showAll();
    });
    connect(&plans, &PlanList::progressed, this, [this] { m_read->setEnabled(canRead()); });
    showAll();
}

void CompanyPlanList::setCompany(const std::optional<CompanyKey> &company)
{
    if (m_company == company)
        return;
    m_company = company;
    showAll();
}

const CompanyPlans &CompanyPlanList::known() const
{
    const CompanyPlans *plans = m_company ? m_plans.of(*m_company) : nullptr;
    return plans ? *plans : m_nothing;
}

bool CompanyPlanList::canRead() const
{
    return m_company && !m_plans.isReading(*m_company);
}

void CompanyPlanList::showAll()
{
    const CompanyPlans &plans = known();
    const bool wasRead = plans.readAt().isValid() || plans.error();
    m_state->setText(stateText(plans));
    m_state->setVisible(!m_state->text().isEmpty());
    m_read->setText(wasRead ? tr("Read again") : tr("Read the plans"));
    m_read->setAccessibleName(wasRead ? tr("Read the backup plans again") : tr("Read the backup plans"));
    m_read->setEnabled(canRead());
    const QString trouble = troubleText(plans);
    m_trouble->setVisible(!trouble.isEmpty());
    m_trouble->setTexts({}, trouble);
    showPlans(plans.plans());
}

void CompanyPlanList::showPlans(const QList<Plan> &plans)
{
    const auto count = static_cast<size_t>(std::min(plans.size(), mostShown));
    while (m_shown.size() < count) {
        m_shown.push_back(new FactList(m_theme, this));
        m_shown.back()->setContentsMargins(0, betweenPlans, 0, 0);
        m_column->addWidget(m_shown.back());
    }
    for (size_t i = 0; i < m_shown.size(); ++i) {
        m_shown[i]->setVisible(i < count);
        if (i < count)
            m_shown[i]->setSection(planFacts(plans.at(static_cast<qsizetype>(i))));
    }
}

QString CompanyPlanList::stateText(const CompanyPlans &known) const
{
    const QString count = QLocale().toString(known.plans().size());
    if (known.isReading())
        return tr("Reading… %1 so far").arg(count);
    if (!known.readAt().isValid())
        return known.plans().isEmpty() ? QString() : tr("%1 came").arg(count);
    const QString when = QLocale().toString(known.readAt().toLocalTime().time(), QLocale::ShortFormat);
    if (known.plans().isEmpty() && known.damaged().isEmpty())
        return tr("None, as of %1").arg(when);
    if (known.plans().size() > mostShown)
        return tr("%1, as of %2; the first %3 are shown").arg(count, when, QLocale().toString(mostShown));
    return tr("%1, as of %2").arg(count, when);
}

QString CompanyPlanList::troubleText(const CompanyPlans &known)
{
    QStringList sentences;
    if (known.error())
        sentences << known.error()->what() + u' ' + known.error()->advice();
    for (const DamagedPlan &damaged : known.damaged())
        sentences << tr("A plan at byte %1 of the answer could not be read.").arg(damaged.position);
    return sentences.join(u'\n');
}
