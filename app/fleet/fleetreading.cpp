// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleetreading.h"

#include <utility>

namespace {

// API.md has no limit; the house asks four at a time, as many as the client sends.
constexpr size_t atATime = 4;
// Companies found empty are asked again after this, or by hand.
constexpr qint64 emptyForSeconds = 24LL * 60 * 60;

/// True when asking for other companies would end the same way.
bool isAboutEverything(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotConnected:
    case ErrorKind::ProxyRefused:
    case ErrorKind::ProxyFailed:
    case ErrorKind::HostNotFound:
    case ErrorKind::TlsRefused:
    case ErrorKind::NotTheApi:
    case ErrorKind::Redirected:
    case ErrorKind::KeyRefused:
    case ErrorKind::AccountInactive:
        return true;
    default:
        return false;
    }
}

/// True when the answer came from the API and was about this call alone: the companies can still be asked one by one.
bool isAboutThisCall(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotAllowed:
    case ErrorKind::AccessRestricted:
    case ErrorKind::NotFound:
    case ErrorKind::WrongValue:
    case ErrorKind::Refused:
    case ErrorKind::NotUnderstood:
    case ErrorKind::Unavailable:
    case ErrorKind::ServerFailed:
    case ErrorKind::TooLarge:
        return true;
    default:
        return false;
    }
}

} // namespace

FleetReading::FleetReading(Fleet &fleet, Session &session) : m_fleet(fleet), m_session(session) { }

FleetReading::~FleetReading() = default;

void FleetReading::startWhole()
{
    m_isWhole = true;
    m_summary = m_session.client().send<CompanySummary>(
        companySummary(), this, [this](const Result<CompanySummary> &answer) {
            if (answer) {
                keepSummary(*answer);
            } else {
                fail(answer.error(), tr("the list of companies"));
                if (isAboutEverything(answer.error().kind)) {
                    stopAsking();
                    return;
                }
            }
            readBareList();
        });
}

void FleetReading::add(const CompanyKey &company)
{
    if (!m_asked.contains(company)) {
        m_asked.insert(company);
        m_companiesToAsk.push_back(company);
    }
    if (!m_summary.isActive() && !m_bareList)
        askNext();
}

qint64 FleetReading::bytes() const
{
    return m_bareList ? m_bareList->bytes() : 0;
}

qint64 FleetReading::bytesDeclared() const
{
    return m_bareList ? m_bareList->bytesDeclared() : -1;
}

void FleetReading::keepSummary(const CompanySummary &summary)
{
    const AccountId &account = m_session.account().id;
    m_fleet.m_unreadableCompanies[account] = summary.unreadable;
    m_fleet.putCompanies(account, {summary.company}, CompanyPlace::Own);
    if (summary.subCompanies) {
        m_fleet.putCompanies(account, *summary.subCompanies, CompanyPlace::Sub);
        m_fleet.keepSubs(account, *summary.subCompanies);
    }
}

void FleetReading::readBareList()
{
    m_bareList = new DeviceListReading(m_fleet.m_devices, m_session, std::nullopt, this);
    connect(m_bareList, &DeviceListReading::rowsJoined, &m_fleet, &Fleet::apply);
    connect(m_bareList, &DeviceListReading::progressed, &m_fleet, &Fleet::progressed);
    connect(m_bareList, &DeviceListReading::ended, this, &FleetReading::endBareList);
    m_bareList->start();
}

void FleetReading::endBareList(const std::optional<ApiError> &error)
{
    const std::vector<bool> seen = m_bareList->companiesSeen();
    std::exchange(m_bareList, nullptr)->deleteLater();
    if (!error) {
        noteSeenCompanies(seen);
    } else {
        fail(*error, tr("the list of all devices"));
        if (!isAboutThisCall(error->kind)) {
            stopAsking();
            return;
        }
    }
    queueUnseenCompanies();
    queueNames();
    askNext();
}

void FleetReading::noteSeenCompanies(const std::vector<bool> &seen)
{
    for (quint32 code = 1; code < seen.size(); ++code) {
        const CompanyKey &company = m_fleet.m_devices.company(code);
        if (seen[code] && company.account == m_session.account().id) {
            m_read.insert(company);
            m_fleet.setRead(company);
        }
    }
}

void FleetReading::queueUnseenCompanies()
{
    for (const CompanyEntry &entry : m_fleet.companies().entries()) {
        if (entry.key.account != m_session.account().id || m_read.contains(entry.key)
            || m_asked.contains(entry.key))
            continue;
        if (m_fleet.wasFoundEmpty(entry.key, emptyForSeconds)) {
            m_read.insert(entry.key);
            continue;
        }
        m_asked.insert(entry.key);
        m_companiesToAsk.push_back(entry.key);
    }
}

void FleetReading::queueNames()
{
    for (const CompanyEntry &entry : m_fleet.companies().entries()) {
        if (entry.key.account == m_session.account().id && entry.place == CompanyPlace::KnownFromDevices
            && entry.company.name.isEmpty() && m_fleet.mayAskName(entry.key))
            m_namesToAsk.push_back(entry.key);
    }
}

void FleetReading::askNext()
{
    while (m_lists.size() + m_names.size() < atATime && !(m_companiesToAsk.empty() && m_namesToAsk.empty())) {
        const bool isName = !m_namesToAsk.empty();
        std::deque<CompanyKey> &queue = isName ? m_namesToAsk : m_companiesToAsk;
        const CompanyKey company = queue.front();
        queue.pop_front();
        if (isName)
            askName(company);
        else
            askDevices(company);
    }
    if (m_lists.empty() && m_names.empty() && !std::exchange(m_isOver, true))
        emit ended(!m_hasFailed);
}

void FleetReading::askDevices(const CompanyKey &company)
{
    auto *list = new DeviceListReading(m_fleet.m_devices, m_session, company.company, this);
    m_lists.push_back(list);
    m_fleet.setReading(company);
    connect(list, &DeviceListReading::rowsJoined, &m_fleet, &Fleet::apply);
    connect(list, &DeviceListReading::progressed, &m_fleet, &Fleet::progressed);
    connect(
        list, &DeviceListReading::ended, this,
        [this, list, company](const std::optional<ApiError> &error) { endDevices(list, company, error); });
    list->start();
}

void FleetReading::endDevices(DeviceListReading *list, const CompanyKey &company,
                              const std::optional<ApiError> &error)
{
    std::erase(m_lists, list);
    list->deleteLater();
    if (!error) {
        m_read.insert(company);
        m_fleet.setRead(company);
    } else if (error->kind == ErrorKind::NotFound && m_fleet.isAt(CompanyPlace::KnownFromDevices, company)) {
        m_fleet.forget(company);
    } else if (error->kind == ErrorKind::NotFound && m_fleet.isAt(CompanyPlace::Created, company)) {
        m_fleet.setFailed(company, *error); // no trouble of the fleet: IDrive need not tell of it
    } else {
        fail(*error, m_fleet.titleOf(company));
        m_fleet.setFailed(company, *error);
        if (isAboutEverything(error->kind)) {
            stopAsking();
            return;
        }
    }
    askNext();
}

void FleetReading::askName(const CompanyKey &company)
{
    m_names[company] = m_session.client().send<CompanySummary>(
        companySummary(company.company), this, [this, company](const Result<CompanySummary> &answer) {
            m_names.erase(company);
            // A name that cannot be had is no trouble worth a banner: the ID is shown instead.
            if (answer)
                m_fleet.putCompanies(company.account, {answer->company}, CompanyPlace::KnownFromDevices);
            askNext();
        });
}

void FleetReading::fail(const ApiError &error, const QString &subject)
{
    m_hasFailed = true;
    m_fleet.addTrouble(error, m_session.account().id, subject);
}

void FleetReading::stopAsking()
{
    m_companiesToAsk.clear();
    m_namesToAsk.clear();
    askNext();
}
