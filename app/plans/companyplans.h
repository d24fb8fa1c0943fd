// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/channel.h"
#include "app/net/apiclient.h"
#include "app/plans/planstream.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <optional>

/// The backup plans of one company, read when somebody asks for them: a call for each company is never made unasked.
class CompanyPlans : public QObject
{
    Q_OBJECT

public:
    explicit CompanyPlans(QObject *parent = nullptr);

    /// Whose plans. Those of another company are forgotten, and what is under way is cancelled. \a client, if there is one, answers
    /// for \a company; it may go at any time.
    void setCompany(ApiClient *client, const CompanyId &company);
    /// True when somebody can be asked.
    bool canRead() const { return m_client; }

    /// The last list that was whole; while there has been none, what came so far.
    const QList<Plan> &plans() const { return shown().plans; }
    const QList<DamagedPlan> &damaged() const { return shown().damaged; }
    bool isReading() const { return m_request.isActive(); }
    /// When the list was last read to its end, UTC. Null: never.
    const QDateTime &readAt() const { return m_readAt; }
    /// Why the last reading ended early.
    const std::optional<ApiError> &error() const { return m_error; }

    /// Reads the list, again if need be. While a reading is under way: nothing.
    void read();
    /// Ends a reading that is under way. What came of it stays until there is a whole list.
    void stop();

signals:
    /// Plans came, or a reading began or ended, or everything was forgotten.
    void changed();

private:
    struct Rows
    {
        QList<Plan> plans;
        QList<DamagedPlan> damaged;
    };
    struct Arrival
    {
        quint64 reading; // what an earlier one still brings goes nowhere
        PlanChunk chunk;
    };

    const Rows &shown() const { return m_readAt.isValid() ? m_whole : m_arriving; }
    void clear();
    void takeArrivals();
    void collectArrivals();
    void end(const Result<ListEnd> &end);

    QPointer<ApiClient> m_client;
    CompanyId m_company;
    Rows m_whole; // counts once m_readAt is set
    Rows m_arriving;
    QDateTime m_readAt;
    std::optional<ApiError> m_error;
    std::shared_ptr<Channel<Arrival>> m_arrivals;
    quint64 m_reading = 0;
    RequestHandle m_request;
};
