// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/session.h"
#include "app/companies/companyrequests.h"
#include "app/fleet/devicelistreading.h"
#include "app/fleet/fleet.h"

#include <QObject>
#include <QSet>

#include <deque>
#include <vector>

/// One reading of one session, from the first question to the last answer: of the whole fleet, or of companies that were asked for
/// by hand.
///
/// Source: PRODUCT facts. `GET /company`, then the bare device list, then every company of which no row came, by its id, four at a
/// time; then the names of companies that only devices name.
class FleetReading : public QObject
{
    Q_OBJECT

public:
    FleetReading(Fleet &fleet, Session &session);
    ~FleetReading() override;

    /// Reads everything.
    void startWhole();
    /// True when everything is read, not single companies.
    bool isWhole() const { return m_isWhole; }
    /// Reads the devices of \a company; may be called while a reading is under way.
    void add(const CompanyKey &company);

    qint64 bytes() const;
    qint64 bytesDeclared() const;
    /// Companies whose devices were read in this reading.
    const QSet<CompanyKey> &companiesRead() const { return m_read; }

signals:
    /// Nothing is left to ask. \a complete: every answer was whole.
    void ended(bool complete);

private:
    void keepSummary(const CompanySummary &summary);
    void readBareList();
    void endBareList(const std::optional<ApiError> &error);
    void noteSeenCompanies(const std::vector<bool> &seen);
    void queueUnseenCompanies();
    void queueNames();
    void askNext();
    void askDevices(const CompanyKey &company);
    void endDevices(DeviceListReading *list, const CompanyKey &company, const std::optional<ApiError> &error);
    void askName(const CompanyKey &company);
    void fail(const ApiError &error, const QString &subject);
    /// What is under way ends by itself; nothing new is asked.
    void stopAsking();

    Fleet &m_fleet;
    Session &m_session;
    RequestHandle m_summary;
    DeviceListReading *m_bareList = nullptr;
    std::deque<CompanyKey> m_companiesToAsk;
    std::deque<CompanyKey> m_namesToAsk;
    QSet<CompanyKey> m_asked;
    QSet<CompanyKey> m_read;
    std::vector<DeviceListReading *> m_lists; // of single companies, under way
    std::map<CompanyKey, RequestHandle> m_names; // being asked for
    bool m_isWhole = false;
    bool m_hasFailed = false;
    bool m_isOver = false;
};
