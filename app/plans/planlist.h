// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/companyplans.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <deque>
#include <functional>
#include <map>
#include <memory>

/// How far a reading of plans has come.
struct PlanProgress
{
    int done = 0; ///< Companies that were asked and answered, or failed.
    int failed = 0; ///< Of these.
    int total = 0; ///< Companies that this reading is about.

    friend bool operator==(const PlanProgress &, const PlanProgress &) = default;
};

/// The plans of all companies, each as of when it was read. A company costs a call, so nothing is read unless somebody asks for it, and
/// no more than four companies are asked at a time. What was read stays until it is read again to its end.
class PlanList : public QObject
{
    Q_OBJECT

public:
    /// Who answers for an account; nullptr: nobody just now.
    using Clients = std::function<ApiClient *(const AccountId &)>;

    static constexpr int atOnce = 4;

    explicit PlanList(Clients clients, QObject *parent = nullptr);
    ~PlanList() override;

    /// What is known of a company's plans; nullptr: they were never asked for.
    const CompanyPlans *of(const CompanyKey &company) const;
    /// Of every company that was asked about, by its key.
    const std::map<CompanyKey, std::unique_ptr<CompanyPlans>> &all() const { return m_companies; }
    /// The plan \a plan of \a company as it was last read; nullptr: there is none.
    const Plan *find(const CompanyKey &company, const PlanId &plan) const;

    /// Reads the plans of \a companies, again if need be. Those that wait or are being read are not asked twice.
    void read(const QList<CompanyKey> &companies);
    /// Ends the reading. What was read stays, what came of lists that are under way too.
    void stop();
    bool isReading() const { return !m_underWay.isEmpty() || !m_waiting.empty(); }
    /// True for a company that waits for its turn, and for one that is being read.
    bool isReading(const CompanyKey &company) const;
    /// Of the reading that is under way, or of the last one.
    const PlanProgress &progress() const { return m_progress; }

    /// Forgets what is known of \a account, and asks it nothing more.
    void forget(const AccountId &account);

signals:
    /// Plans of \a company came, or its reading began or ended, or it was forgotten.
    void companyChanged(const CompanyKey &company);
    /// progress() or isReading() may say something else.
    void progressed();

private:
    CompanyPlans &companyPlans(const CompanyKey &company);
    void take(const CompanyKey &company);
    void askNext();

    const Clients m_clients;
    std::map<CompanyKey, std::unique_ptr<CompanyPlans>> m_companies;
    std::deque<CompanyKey> m_waiting;
    QSet<CompanyKey> m_waitingSet; // the same, to be looked up
    QSet<CompanyKey> m_underWay;
    PlanProgress m_progress;
    bool m_isAsking = false;
};
