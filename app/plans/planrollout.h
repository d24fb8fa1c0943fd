// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plandryruns.h"
#include "app/plans/planimpact.h"

#include <map>
#include <memory>
#include <vector>

/// A company that a plan is rolled out to.
struct RollOutTarget
{
    CompanyKey company{};
    QString title{}; ///< Plain text.
    QList<ChosenDevice> devices{};
};

enum class RollOutState {
    Reading, ///< Its plans are being read.
    LeftOut, ///< Nothing is sent for it: no device, its plans cannot be read, or the plan cannot be for it.
    Reckoned, ///< What would happen is known.
    Sent, ///< Confirmed: it waits for its turn, or is on the wire.
    Ended, ///< See RollOutRow::change.
};

/// One company of a roll-out.
struct RollOutRow
{
    RollOutTarget target{};
    PlanDraft draft{};
    RollOutState state = RollOutState::Reading;
    PlanImpact impact{};
    QList<Plan> plans{}; ///< As the impact was reckoned from them.
    bool isAsked = false; ///< The impact is what IDrive answered a dry run.
    QString why{}; ///< Why it is left out, or what came of it. A translated sentence.
    std::optional<ChangeState> change{}; ///< Once it has ended.
};

/// One plan for many companies: reads their plans, reckons, asks IDrive by dry runs where a good verdict allows it, and sends what was
/// confirmed through the runners. Before each company its plans are read once more by the runner; others than confirmed stop that one.
///
/// Of the dry runs of an account the first goes out alone, and the plans of its company are compared before the others follow.
class PlanRollOut : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        std::function<ChangeRunner *(const AccountId &)> runner;
        std::function<RememberedVerdict(const AccountId &)> verdict;
    };
    enum class Step {
        Idle,
        Reading,
        Asking,
        Ready, ///< apply() sends exactly what rows() say.
        Sending,
        Over,
    };

    /// \a plans outlive this.
    PlanRollOut(Setup setup, PlanList &plans, QObject *parent = nullptr);

    Step step() const { return m_step; }
    const std::vector<RollOutRow> &rows() const { return m_rows; }
    /// Companies that something is or was sent for, and what happens to their devices in all.
    qsizetype companyCount() const;
    qsizetype count(PlanEffectKind kind) const;
    /// The runs so far, dry runs first.
    const std::vector<RunId> &runs() const { return m_runs; }
    /// What kept dry runs or changes from being sent; empty: nothing.
    const QString &trouble() const { return m_trouble; }

    /// Begins anew with \a plan, whose company and devices do not count, for \a targets.
    void prepare(const PlanDraft &plan, const QList<RollOutTarget> &targets);
    /// Forgets what was prepared. What was sent goes on.
    void reset();
    /// Sends what rows() say: the person has confirmed it.
    void apply();

signals:
    /// The row at \a row is another one.
    void rowChanged(int row);
    /// The step, the runs, or all rows are others.
    void changed();

private:
    // The dry runs of one account.
    struct Asking
    {
        std::vector<size_t> rows{}; // that wait
        std::unique_ptr<PlanDryRuns> first{};
        size_t firstRow = 0;
    };

    void setStep(Step step);
    void takePlans(const CompanyKey &company);
    void reckon(size_t row, const CompanyPlans &known);
    void leaveOut(size_t row, const QString &why);
    void beginAsking();
    void askFirst(const AccountId &account);
    void takeFirst(const AccountId &account);
    void askRest(const AccountId &account);
    void takeAnswer(size_t row, const PlanCreated &said);
    void endAskingIfDone();
    bool start(const AccountId &account, const QString &title, const std::vector<size_t> &rows,
               std::vector<NewChange> changes);
    void takeEnd(const ChangeRecord &change);
    void takeDryRunEnd(size_t row, const ChangeRecord &change);
    void takeCreationEnd(size_t row, const ChangeRecord &change);

    const Setup m_setup;
    PlanList &m_plans;
    Step m_step = Step::Idle;
    std::vector<RollOutRow> m_rows;
    std::map<CompanyKey, size_t> m_rowOf;
    size_t m_toRead = 0;
    QDateTime m_readingSince;
    std::map<AccountId, Asking> m_asking;
    std::map<ChangeId, size_t> m_underWay;
    std::vector<RunId> m_runs;
    QString m_trouble;
};
