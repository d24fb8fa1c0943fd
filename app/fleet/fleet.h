// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/session.h"
#include "app/companies/companylist.h"
#include "app/devices/devicetable.h"
#include "app/fleet/deviceplans.h"
#include "app/fleet/devicetwins.h"
#include "app/fleet/healthcolumn.h"
#include "app/plans/planlist.h"

#include <QDateTime>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>

class FleetReading;

/// How far a reading has come.
struct FleetProgress
{
    qint64 bytes = 0; ///< Of device lists, so far.
    qint64 bytesDeclared = -1; ///< -1: the server does not say.
    int companiesRead = 0; ///< Companies whose devices are known.
    int companiesTotal = 0;
};

/// What is wrong just now: one at most is shown.
struct FleetTrouble
{
    ApiError error;
    AccountId account;
    QString subject; ///< What could not be read first: a company's name, "the list of companies", …
    int failures = 1; ///< How many calls of this reading failed, the first included.

    friend bool operator==(const FleetTrouble &, const FleetTrouble &) = default;
};

/// The data of all sessions, and its refresh.
///
/// A refresh asks GET /company, then for the bare device list, then for every company of which no row came by its id, four at a
/// time. Rows arrive while lists are still arriving. Only complete answers remove rows; one company's failure touches
/// nothing else.
class Fleet : public QObject
{
    Q_OBJECT

public:
    explicit Fleet(QObject *parent = nullptr);
    ~Fleet() override;

    /// \a session must outlive the fleet or be removed from it first.
    void addSession(Session *session);
    /// Forgets the session's companies and devices.
    void removeSession(Session *session);
    bool hasSessions() const;

    const CompanyList &companies() const { return m_companies; }
    const DeviceTable &devices() const { return m_devices; }
    /// Of each row of devices() one word and why; up to date when devicesChanged() is emitted.
    const HealthColumn &health() const { return m_health; }
    HealthColumn &health() { return m_health; }
    /// Which of devices() are one device under two IDs.
    const DeviceTwins &twins() const { return m_twins; }
    /// The backup plans, which only a person's wish reads: never a refresh.
    const PlanList &plans() const { return m_plans; }
    PlanList &plans() { return m_plans; }
    /// Of each row of devices() its plans, as far as they were read.
    const DevicePlans &devicePlans() const { return m_devicePlans; }
    DevicePlans &devicePlans() { return m_devicePlans; }
    /// Devices known of a company; nullopt: not read yet, which is never 0.
    std::optional<qsizetype> deviceCount(const CompanyKey &company) const;

    bool isReading() const;
    FleetProgress progress() const;
    /// When everything was read, UTC: the oldest of the times when the last whole reading of an account ended well. Null: one of
    /// them was never read, or none is open.
    QDateTime asOf() const;
    const std::optional<FleetTrouble> &trouble() const { return m_trouble; }

    /// Entries of the last list of companies that are no company as far as Steward can tell (without an ID).
    int unreadableCompanies() const;

    /// Reads everything again. While a reading is under way: nothing.
    void refresh();
    /// The same by itself, not for the person: accounts whose key is refused are left alone. False: there is nothing to read.
    bool refreshByItself();
    /// Reads the devices of one company again.
    void readCompany(const CompanyKey &company);
    /// Stops reading. What was read stays.
    void cancel();
    /// Keeps companies that a search found.
    void addFound(const AccountId &account, const QList<Company> &found);
    /// Keeps a company that Steward made below \a parent: the API may never list it. Nothing if \a account is not open.
    void addCreated(const AccountId &account, const Company &company, const CompanyId &parent);
    void dismissTrouble();
    /// An account of the sessions is called otherwise now.
    void takeAccountNames();
    Session *session(const AccountId &account) const;

signals:
    void devicesChanged(const DeviceChange &change);
    /// Names, places, or which companies there are.
    void companiesChanged();
    /// What is known about companies' devices, and their counts. At most about 20 times a second.
    void companyStatesChanged();
    void progressed();
    void readingStarted();
    /// \a complete: everything was read.
    void readingEnded(bool complete);
    void troubleChanged();

private:
    friend class FleetReading;
    FleetReading *reading(Session *session);
    void apply(const DeviceChange &change);
    void putCompanies(const AccountId &account, const QList<Company> &companies, CompanyPlace place);
    void keepSubs(const AccountId &account, const QList<Company> &listed);
    void setReading(const CompanyKey &company);
    void setRead(const CompanyKey &company);
    void setFailed(const CompanyKey &company, const ApiError &error);
    bool isAt(CompanyPlace place, const CompanyKey &company) const;
    /// IDrive does not know \a company any more: it goes, and its devices with it.
    void forget(const CompanyKey &company);
    bool wasFoundEmpty(const CompanyKey &company, qint64 withinSeconds) const;
    /// True once for each company.
    bool mayAskName(const CompanyKey &company);
    QString titleOf(const CompanyKey &company) const;
    void nameAccounts();
    void addTrouble(const ApiError &error, const AccountId &account, const QString &subject);
    void endReading(const AccountId &account, bool complete);
    void announceStates();
    void announce();

    CompanyList m_companies;
    DeviceTable m_devices;
    HealthColumn m_health{m_devices};
    DeviceTwins m_twins{m_devices};
    PlanList m_plans;
    DevicePlans m_devicePlans{m_devices, m_plans};
    quint32 m_companyCodes = 1; // of the table, below this all are in the list
    bool m_hasNewCompanies = false; // that only their devices name, and that nobody has heard of
    std::map<AccountId, Session *> m_sessions;
    std::map<AccountId, std::unique_ptr<FleetReading>> m_readings;
    std::optional<FleetTrouble> m_trouble;
    bool m_isTroubleOld = false; // of an earlier reading; the next failure takes its place
    std::map<AccountId, int> m_unreadableCompanies;
    QSet<CompanyKey> m_namesAsked;
    std::map<AccountId, QDateTime> m_asOf; // of sessions that were read whole
    bool m_isComplete = true; // every reading that ended since readingStarted() was
    QTimer m_stateAnnouncer;
};
