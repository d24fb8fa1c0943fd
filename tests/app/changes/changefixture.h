// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changerunner.h"
#include "app/companies/companycreation.h"
#include "tests/app/net/netfixture.h"
#include "tests/support/companybook.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

Q_DECLARE_METATYPE(ChangeState)
Q_DECLARE_METATYPE(LookUpState)

/// A clock on which every wait is over at once, and lasted as long as it was to last.
class LeapingClock final : public RetryClock
{
public:
    std::chrono::milliseconds now() const override { return m_now; }
    double chance() override { return 0.5; }
    void callAfter(std::chrono::milliseconds wait, QObject *context, std::function<void()> then) override
    {
        waits.append(wait);
        QMetaObject::invokeMethod(
            context,
            [this, due = m_now + wait, then = std::move(then)] {
                m_now = std::max(m_now, due);
                then();
            },
            Qt::QueuedConnection);
    }

    QList<std::chrono::milliseconds> waits;

private:
    std::chrono::milliseconds m_now{0};
};

/// One Steward without its window: journal, client and runner of the account "a".
struct RunnerFixture
{
    explicit RunnerFixture(const QString &address, const QString &profile,
                           ChangeRunner::Setup setup = {.mostUnknownInARow = 0},
                           ChangeSubjects subjects = {std::make_shared<CompanyCreation>()})
        : journal(profile), client(std::make_unique<ApiClient>(endpointAt(address), testKey()))
    {
        setup.clock = clock;
        runner = std::make_unique<ChangeRunner>(journal, AccountId(QStringLiteral("a")), *client,
                                                std::move(subjects), std::move(setup));
    }
    ~RunnerFixture()
    {
        if (runner)
            runner->leave();
        client.reset();
    }
    Q_DISABLE_COPY_MOVE(RunnerFixture)

    static NewChange company(const QString &name, Limits limits = roomyLimits())
    {
        NewChange change = newCompany(name, CompanyId(QStringLiteral("1")), QStringLiteral("Northwind"), {});
        change.request.limits = limits;
        return change;
    }
    static NewRun companies(const QStringList &names, bool resendsAbsent = false)
    {
        NewRun run{.title = QStringLiteral("Companies"), .resendsAbsent = resendsAbsent};
        for (const QString &name : names)
            run.changes.push_back(company(name));
        return run;
    }
    static QStringList names(int count)
    {
        QStringList names;
        for (int i = 0; i < count; ++i)
            names << QStringLiteral("Company %1").arg(i);
        return names;
    }

    /// The only change, or the first one.
    const ChangeRecord &change(size_t place = 0) const { return journal.changes().at(place); }
    qsizetype count(ChangeState state) const { return journal.runs().begin()->second.counts.of(state); }
    /// Nothing waits, runs, or is being looked up.
    bool isOver() const
    {
        return std::ranges::none_of(journal.changes(), [](const ChangeRecord &record) {
            return !::isOver(record.state)
                || (record.state == ChangeState::Unknown && record.lookUp == LookUpState::StillChecking);
        });
    }

    std::shared_ptr<LeapingClock> clock = std::make_shared<LeapingClock>();
    ChangeJournal journal;
    std::unique_ptr<ApiClient> client;
    std::unique_ptr<ChangeRunner> runner;
};

/// For QCOMPARE.
inline char *toString(ChangeState state)
{
    return qstrdup(qPrintable(journalWord(state)));
}
inline char *toString(LookUpState state)
{
    return qstrdup(qPrintable(journalWord(state)));
}
