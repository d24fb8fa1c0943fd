// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleet.h"

#include "app/fleet/fleetreading.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

Fleet::Fleet(QObject *parent)
    : QObject(parent), m_plans([this](const AccountId &account) {
          Session *asked = session(account);
          return asked ? &asked->client() : nullptr;
      })
{
    m_stateAnnouncer.setSingleShot(true);
    m_stateAnnouncer.setInterval(50ms);
    connect(&m_stateAnnouncer, &QTimer::timeout, this, &Fleet::announce);
    m_health.setPlans(m_devicePlans);
    connect(&m_health, &HealthColumn::countsChanged, this, &Fleet::announceStates);
    connect(this, &Fleet::companiesChanged, this,
            &Fleet::nameAccounts); // first: whoever hears of it shows names
}

Fleet::~Fleet()
{
    m_readings.clear(); // their last rows still join m_devices
}

void Fleet::addSession(Session *session)
{
    m_sessions[session->account().id] = session;
    emit companiesChanged();
}

void Fleet::removeSession(Session *session)
{
    const AccountId account = session->account().id;
    m_sessions.erase(account);
    m_asOf.erase(account);
    const bool wasReading = m_readings.erase(account) > 0;
    m_plans.forget(account);
    m_companies.removeAccount(account);
    m_unreadableCompanies.erase(account);
    apply(m_devices.removeAccount(account));
    if (m_trouble && m_trouble->account == account)
        dismissTrouble();
    emit companiesChanged();
    if (wasReading && m_readings.empty())
        emit readingEnded(false);
}

bool Fleet::hasSessions() const
{
    return !m_sessions.empty();
}

void Fleet::takeAccountNames()
{
    emit companiesChanged();
}

/// An account that the person gave no name is called by the key's own company, as soon as that is known.
void Fleet::nameAccounts()
{
    for (const auto &[account, session] : m_sessions) {
        const CompanyEntry *own = m_companies.own(account);
        const bool isNamed = !session->account().name.isEmpty();
        m_devices.setAccountName(account, own && !isNamed ? own->title() : session->account().title());
    }
}

Session *Fleet::session(const AccountId &account) const
{
    const auto found = m_sessions.find(account);
    return found == m_sessions.end() ? nullptr : found->second;
}

std::optional<qsizetype> Fleet::deviceCount(const CompanyKey &company) const
{
    const qsizetype known = m_devices.liveCountOf(m_devices.companyCode(company));
    const CompanyEntry *entry = m_companies.find(company);
    if (known == 0 && (!entry || !entry->readAt.isValid()))
        return std::nullopt;
    return known;
}

bool Fleet::isReading() const
{
    return !m_readings.empty();
}

FleetProgress Fleet::progress() const
{
    FleetProgress progress;
    for (const auto &[account, reading] : m_readings) {
        progress.bytes += reading->bytes();
        if (reading->bytesDeclared() >= 0)
            progress.bytesDeclared = std::max<qint64>(progress.bytesDeclared, 0) + reading->bytesDeclared();
    }
    progress.companiesTotal = static_cast<int>(m_companies.entries().size());
    for (const CompanyEntry &entry : m_companies.entries()) {
        const auto reading = m_readings.find(entry.key.account);
        const bool isRead = reading != m_readings.end() && reading->second->isWhole()
            ? reading->second->companiesRead().contains(entry.key)
            : entry.devices == DeviceKnowledge::Read;
        progress.companiesRead += isRead ? 1 : 0;
    }
    return progress;
}

QDateTime Fleet::asOf() const
{
    if (m_sessions.empty() || m_asOf.size() < m_sessions.size())
        return {};
    return std::ranges::min_element(m_asOf, {}, [](const auto &entry) { return entry.second; })->second;
}

int Fleet::unreadableCompanies() const
{
    int count = 0;
    for (const auto &[account, unreadable] : m_unreadableCompanies)
        count += unreadable;
    return count;
}

FleetReading *Fleet::reading(Session *session)
{
    const AccountId account = session->account().id;
    std::unique_ptr<FleetReading> &reading = m_readings[account];
    if (!reading) {
        const bool isFirst = m_readings.size() == 1;
        reading = std::make_unique<FleetReading>(*this, *session);
        connect(reading.get(), &FleetReading::ended, this,
                [this, account](bool complete) { endReading(account, complete); });
        if (isFirst) {
            m_isComplete = true;
            m_isTroubleOld = true;
            m_twins.setReading(true);
            emit readingStarted();
        }
    }
    return reading.get();
}

void Fleet::refresh()
{
    if (isReading())
        return;
    for (const auto &[account, session] : m_sessions)
        reading(session)->startWhole();
}

bool Fleet::refreshByItself()
{
    if (isReading())
        return true;
    for (const auto &[account, session] : m_sessions) {
        if (!session->client().isKeyRefused())
            reading(session)->startWhole();
    }
    return isReading();
}

void Fleet::readCompany(const CompanyKey &company)
{
    if (Session *asked = session(company.account))
        reading(asked)->add(company);
}

void Fleet::cancel()
{
    if (!isReading())
        return;
    m_readings.clear();
    for (const CompanyEntry &entry : m_companies.entries()) {
        if (entry.devices == DeviceKnowledge::Reading)
            m_companies.setDevices(entry.key,
                                   entry.readAt.isValid() ? DeviceKnowledge::Read : DeviceKnowledge::NotRead);
    }
    announceStates();
    emit readingEnded(false);
}

void Fleet::addFound(const AccountId &account, const QList<Company> &found)
{
    putCompanies(account, found, CompanyPlace::FoundBySearch);
}

void Fleet::addCreated(const AccountId &account, const Company &company, const CompanyId &parent)
{
    if (!m_sessions.contains(account) || !m_companies.putCreated(account, company, parent))
        return;
    m_devices.setCompanyName({account, company.id}, company.name);
    emit companiesChanged();
}

void Fleet::dismissTrouble()
{
    if (m_trouble) {
        m_trouble.reset();
        emit troubleChanged();
    }
}

void Fleet::apply(const DeviceChange &change)
{
    // a company that only its devices name
    for (const quint32 codes = m_devices.wordCount(WordColumn::Company); m_companyCodes < codes;
         ++m_companyCodes) {
        const CompanyKey key = m_devices.company(m_companyCodes);
        if (!m_companies.find(key))
            m_hasNewCompanies |=
                m_companies.put(key.account, {.id = key.company}, CompanyPlace::KnownFromDevices);
    }
    m_devicePlans.take(change);
    m_health.take(change);
    m_twins.take(change);
    emit devicesChanged(change);
    announceStates();
}

void Fleet::putCompanies(const AccountId &account, const QList<Company> &companies, CompanyPlace place)
{
    bool changed = false;
    for (const Company &company : companies) {
        if (m_companies.put(account, company, place)) {
            changed = true;
            m_devices.setCompanyName({account, company.id}, company.name);
        }
    }
    if (changed)
        emit companiesChanged();
}

void Fleet::keepSubs(const AccountId &account, const QList<Company> &listed)
{
    const auto hasDevices = [this](const CompanyKey &key) {
        return m_devices.liveCountOf(m_devices.companyCode(key)) > 0;
    };
    if (m_companies.keepSubs(account, listed, hasDevices))
        emit companiesChanged();
}

void Fleet::setReading(const CompanyKey &company)
{
    m_companies.setDevices(company, DeviceKnowledge::Reading);
    announceStates();
}

void Fleet::setRead(const CompanyKey &company)
{
    m_companies.setDevices(company, DeviceKnowledge::Read, QDateTime::currentDateTimeUtc());
    if (const quint32 code = m_devices.companyCode(company); code != 0)
        m_health.noteRead(code);
    announceStates();
}

void Fleet::setFailed(const CompanyKey &company, const ApiError &error)
{
    m_companies.setDevices(company, DeviceKnowledge::Failed, {}, error);
    announceStates();
}

bool Fleet::isAt(CompanyPlace place, const CompanyKey &company) const
{
    const CompanyEntry *entry = m_companies.find(company);
    return entry && entry->place == place;
}

void Fleet::forget(const CompanyKey &company)
{
    // as a complete answer for this company that names no device
    apply(m_devices.finish(m_devices.beginReading(company.account, company.company), true));
    if (m_companies.remove(company))
        emit companiesChanged();
}

bool Fleet::wasFoundEmpty(const CompanyKey &company, qint64 withinSeconds) const
{
    const CompanyEntry *entry = m_companies.find(company);
    return entry && entry->devices == DeviceKnowledge::Read
        && m_devices.liveCountOf(m_devices.companyCode(company)) == 0
        && entry->readAt.secsTo(QDateTime::currentDateTimeUtc()) < withinSeconds;
}

bool Fleet::mayAskName(const CompanyKey &company)
{
    if (m_namesAsked.contains(company))
        return false;
    m_namesAsked.insert(company);
    return true;
}

QString Fleet::titleOf(const CompanyKey &company) const
{
    const CompanyEntry *entry = m_companies.find(company);
    return entry ? entry->title() : company.company.text();
}

void Fleet::addTrouble(const ApiError &error, const AccountId &account, const QString &subject)
{
    if (m_trouble && !m_isTroubleOld) {
        ++m_trouble->failures;
    } else {
        m_trouble = FleetTrouble{.error = error, .account = account, .subject = subject, .failures = 1};
        m_isTroubleOld = false;
    }
    emit troubleChanged();
}

void Fleet::endReading(const AccountId &account, bool complete)
{
    const auto found = m_readings.find(account);
    if (found == m_readings.end())
        return;
    const bool wasWhole = found->second->isWhole();
    found->second.release()->deleteLater(); // it is still on the stack
    m_readings.erase(found);
    if (complete && wasWhole)
        m_asOf[account] = QDateTime::currentDateTimeUtc();
    m_isComplete &= complete;
    if (!m_readings.empty())
        return;
    if (m_isComplete && m_isTroubleOld)
        dismissTrouble();
    if (m_isComplete && wasWhole)
        m_health.noteRead(0);
    m_health.recheck();
    m_twins.setReading(false);
    announce();
    emit readingEnded(m_isComplete);
}

void Fleet::announceStates()
{
    if (!m_stateAnnouncer.isActive())
        m_stateAnnouncer.start();
}

void Fleet::announce()
{
    m_stateAnnouncer.stop();
    if (std::exchange(m_hasNewCompanies, false))
        emit companiesChanged();
    emit companyStatesChanged();
}
