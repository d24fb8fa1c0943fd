// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/companyplans.h"

#include "app/plans/planrequests.h"

#include <utility>

CompanyPlans::CompanyPlans(QObject *parent)
    : QObject(parent), m_arrivals(Channel<Arrival>::create(this, [this] { takeArrivals(); }))
{ }

void CompanyPlans::setCompany(ApiClient *client, const CompanyId &company)
{
    if (m_client == client && m_company == company)
        return;
    m_client = client;
    m_company = company;
    clear();
}

void CompanyPlans::clear()
{
    m_request.cancel();
    ++m_reading;
    m_whole = {};
    m_arriving = {};
    m_readAt = {};
    m_error.reset();
    emit changed();
}

void CompanyPlans::read()
{
    if (!m_client || isReading())
        return;
    m_arriving = {};
    m_error.reset();
    const auto push = [arrivals = m_arrivals, reading = ++m_reading](PlanChunk chunk) {
        arrivals->push({reading, std::move(chunk)});
    };
    auto stream = std::make_shared<PlanStream>(push);
    m_request = m_client->send(planList(m_company), std::move(stream), this,
                               [this](const Result<ListEnd> &ended) { end(ended); });
    emit changed();
}

void CompanyPlans::stop()
{
    if (!isReading())
        return;
    m_request.cancel();
    collectArrivals();
    ++m_reading;
    emit changed();
}

void CompanyPlans::takeArrivals()
{
    collectArrivals();
    emit changed();
}

void CompanyPlans::collectArrivals()
{
    for (Arrival &arrival : m_arrivals->takeAll()) {
        if (arrival.reading != m_reading)
            continue;
        m_arriving.plans.append(std::move(arrival.chunk.plans));
        m_arriving.damaged.append(std::move(arrival.chunk.damaged));
    }
}

void CompanyPlans::end(const Result<ListEnd> &end)
{
    collectArrivals(); // all that came was pushed before the end
    if (end) {
        m_whole = std::exchange(m_arriving, {});
        m_readAt = QDateTime::currentDateTimeUtc();
    } else {
        m_error = end.error();
    }
    emit changed();
}
