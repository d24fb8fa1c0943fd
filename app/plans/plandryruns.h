// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changerunner.h"
#include "app/plans/plancreated.h"
#include "app/plans/plandraft.h"
#include "app/plans/planlist.h"
#include "app/plans/rememberedverdict.h"

#include <QHash>
#include <QObject>

#include <functional>

/// What came of the dry run of one request.
struct DryRunAnswer
{
    QDateTime at{}; ///< UTC.
    QString
        situation{}; ///< planSituation() when it was sent: with another one the answer says nothing any more.
    std::optional<PlanCreated> said{}; ///< nullopt: it was refused, or nothing came that can be read.
    std::optional<ChangeFailure> failure{}; ///< Why nothing was said.
    bool isRefused = false; ///< The server does not take this request.

    /// Who gets the plan, who loses one, or who is left out was said.
    bool namesDevices() const { return said && (said->conflicts || said->applied || said->notApplied); }
    /// The server says which fields are wrong: the plan itself would be refused as well.
    bool refusesFields() const
    {
        return isRefused && failure && failure->error && !failure->error->errors.isEmpty();
    }
};

/// Dry runs of new plans for one company. A dry run is a change as any other: it goes through the runner, into the journal, once. Whether
/// one may be sent without asking is for the verdict to say, which tryWith() finds out.
class PlanDryRuns : public QObject
{
    Q_OBJECT

public:
    using Runner = std::function<ChangeRunner *()>;

    struct Setup
    {
        CompanyKey company;
        QString companyTitle; ///< For the journal.
        RememberedVerdict verdict;
        Runner runner; ///< Gives nullptr where the account is not open for changes.
    };

    enum class Step {
        Idle,
        ReadingBefore,
        Asking,
        ReadingAfter,
    };

    /// \a plans outlive this.
    PlanDryRuns(Setup setup, PlanList &plans, QObject *parent = nullptr);

    const RememberedVerdict &verdict() const { return m_setup.verdict; }
    bool maySend() const;
    Step step() const { return m_step; }
    bool isUnderWay() const { return m_step != Step::Idle; }
    /// Why the last try came to no verdict; empty: it came to one.
    const QString &trouble() const { return m_trouble; }
    /// What came of the request that \a draft makes; nullptr: it was not sent.
    const DryRunAnswer *answerTo(const PlanDraft &draft) const;

    /// Sends \a draft for \a device alone, reads the company's plans before and after, and remembers what that shows. The person has
    /// agreed: it may create the plan.
    void tryWith(PlanDraft draft, const DeviceId &device);
    /// ask() does something: the verdict is good, and no other one is under way.
    bool mayAsk() const;
    /// Whether the company's plans are read again afterwards and compared, although the verdict is good.
    enum class Compare { No, Yes };
    /// Sends \a draft, if it mayAsk().
    void ask(const PlanDraft &draft, Compare compare = Compare::No);

    /// What is under way goes on in \a owner without whoever has begun it; its verdict is remembered. Deletes itself at the end.
    void goOnIn(QObject *owner);

signals:
    /// A step, an answer or the verdict is another one.
    void changed();
    /// The server refused a dry run; its errors may name fields.
    void refused(const ChangeFailure &failure);

private:
    void begin(const PlanDraft &draft);
    void readPlans(Step step);
    void takePlans(const CompanyKey &company);
    /// The plans as they were read since the step began; nullptr: they could not be.
    const CompanyPlans *freshPlans() const;
    void send();
    void takeEnd(const ChangeRecord &change);
    void takeAnswer(const ChangeRecord &change);
    void judge();
    void end(const QString &trouble = {});

    const QByteArray &requestOf(const PlanDraft &draft) const;

    const Setup m_setup;
    PlanList &m_plans;
    QHash<QByteArray, DryRunAnswer> m_answers; // by request
    mutable PlanDraft m_requestDraft; // the request of this one was made last
    mutable QByteArray m_request;
    Step m_step = Step::Idle;
    PlanDraft m_draft; // of the step
    bool m_isCompared = false;
    QList<Plan> m_before;
    QDateTime m_readingSince;
    bool m_readsAgain = false; // a reading was under way that may have begun too early
    RunId m_run = RunId::None;
    DryRunEnd m_end = DryRunEnd::Lost;
    QString m_trouble;
};
