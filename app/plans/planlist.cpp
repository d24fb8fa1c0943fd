// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planlist.h"

#include <algorithm>
#include <utility>

PlanList::PlanList(Clients clients, QObject *parent) : QObject(parent), m_clients(std::move(clients)) { }

PlanList::~PlanList() = default;

const CompanyPlans *PlanList::of(const CompanyKey &company) const
{
    const auto found = m_companies.find(company);
    return found == m_companies.end() ? nullptr : found->second.get();
}

const Plan *PlanList::find(const CompanyKey &company, const PlanId &plan) const
{
    const CompanyPlans *known = of(company);
    if (!known || plan.isEmpty())
        return nullptr;
    const auto found = std::ranges::find(known->plans(), plan, &Plan::id);
    return found == known->plans().end() ? nullptr : &*found;
}

CompanyPlans &PlanList::companyPlans(const CompanyKey &company)
{
    std::unique_ptr<CompanyPlans> &plans = m_companies[company];
    if (!plans) {
        plans = std::make_unique<CompanyPlans>();
        connect(plans.get(), &CompanyPlans::changed, this, [this, company] { take(company); });
    }
    return *plans;
}

bool PlanList::isReading(const CompanyKey &company) const
{
    return m_underWay.contains(company) || m_waitingSet.contains(company);
}

void PlanList::read(const QList<CompanyKey> &companies)
{
    if (!isReading())
        m_progress = {};
    for (const CompanyKey &company : companies) {
        if (isReading(company))
            continue;
        ++m_progress.total;
        m_waiting.push_back(company);
        m_waitingSet.insert(company);
    }
    askNext();
    emit progressed();
}

void PlanList::askNext()
{
    if (m_isAsking)
        return; // an answer that is there at once comes back here
    m_isAsking = true;
    while (m_underWay.size() < atOnce && !m_waiting.empty()) {
        const CompanyKey company = m_waiting.front();
        m_waiting.pop_front();
        CompanyPlans &plans = companyPlans(company);
        plans.setCompany(m_clients(company.account), company.company); // announces; it waits until then
        m_waitingSet.remove(company);
        if (!plans.canRead()) {
            ++m_progress.done;
            ++m_progress.failed;
            continue;
        }
        m_underWay.insert(company);
        plans.read();
    }
    m_isAsking = false;
}

void PlanList::take(const CompanyKey &company)
{
    const CompanyPlans *plans = of(company);
    if (m_underWay.contains(company) && plans && !plans->isReading()) {
        m_underWay.remove(company);
        ++m_progress.done;
        m_progress.failed += plans->error() ? 1 : 0;
        emit companyChanged(company);
        askNext();
        emit progressed();
        return;
    }
    emit companyChanged(company);
}

void PlanList::stop()
{
    if (!isReading())
        return;
    m_waiting.clear();
    const QSet<CompanyKey> waiting = std::exchange(m_waitingSet, {});
    const QSet<CompanyKey> underWay = std::exchange(m_underWay, {});
    for (const CompanyKey &company : underWay)
        m_companies.at(company)->stop();
    for (const CompanyKey &company : waiting)
        emit companyChanged(company);
    emit progressed();
}

void PlanList::forget(const AccountId &account)
{
    std::erase_if(m_waiting, [&account](const CompanyKey &key) { return key.account == account; });
    const auto isOf = [&account](const CompanyKey &key) {
        return key.account == account;
    };
    m_progress.total -= static_cast<int>(m_waitingSet.removeIf(isOf) + m_underWay.removeIf(isOf));
    QList<CompanyKey> gone;
    for (auto it = m_companies.begin(); it != m_companies.end();) {
        if (isOf(it->first)) {
            gone << it->first;
            it = m_companies.erase(it);
        } else {
            ++it;
        }
    }
    for (const CompanyKey &company : std::as_const(gone))
        emit companyChanged(company);
    askNext();
    emit progressed();
}
