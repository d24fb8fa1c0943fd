// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/enrolment/kitcheck.h"
#include "app/enrolment/setupsystem.h"
#include "app/net/apiclient.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QObject>

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

/// A company whose setup kits are wanted.
struct KitCompany
{
    CompanyKey key;
    QString title{}; ///< Its name; a server's text.

    friend bool operator==(const KitCompany &, const KitCompany &) = default;
};

enum class KitCellState {
    NotAsked,
    Waiting, ///< For its turn.
    Asking,
    Ready,
    Refused, ///< See KitCell::error; there is no kit.
};

/// What is known of the kit of one company for one system with one combination of options.
struct KitCell
{
    KitCellState state = KitCellState::NotAsked;
    std::optional<SetupKit>
        kit{}; ///< Stays while it is asked for again, and when that fails, unless the company is gone.
    KitCheck check{}; ///< Of the kit.
    std::optional<ApiError>
        error{}; ///< Why the last question brought none. With a kit: that is an older one.
    QDateTime readAt{}; ///< Of the kit; UTC.
};

/// A cell of the matrix: which company, by its place in the list, which system, which options.
struct KitPlace
{
    qsizetype company = 0;
    SetupSystem system = SetupSystem::Win;
    SetupOptions options{};
};

struct KitCounts
{
    qsizetype total = 0;
    qsizetype ready = 0;
    qsizetype refused = 0;
    qsizetype underWay = 0; ///< Waiting or asking.
    qsizetype disagreeing = 0; ///< Ready, but ID, link and question do not agree.
    QDateTime oldest{}; ///< When the oldest of the ready ones was read; null: there is none.
};

/// The setup kits of any number of companies, for every system and every combination of options. They are asked for when somebody
/// wants them, four at a time, and kept as long as their company is in the list.
///
/// A company that IDrive does not know (any more) is not asked for further. What would end every question the same way (a
/// refused key, no network) stops the asking; what was read stays.
class KitMatrix : public QObject
{
    Q_OBJECT

public:
    /// Who answers for an account; nullptr: nobody.
    using Asker = std::function<ApiClient *(const AccountId &)>;

    explicit KitMatrix(Asker asker, QObject *parent = nullptr);

    /// What is known of companies that stay is kept. Questions about those that go are dropped.
    void setCompanies(const QList<KitCompany> &companies);
    qsizetype companyCount() const { return std::ssize(m_rows); }
    /// -1: it is not in the list.
    qsizetype indexOf(const CompanyKey &company) const { return m_index.value(company, -1); }
    const KitCompany &company(qsizetype index) const { return m_rows[static_cast<size_t>(index)].company; }

    const KitCell &cell(const KitPlace &place) const;
    KitCounts counts(SetupOptions options) const;

    /// Asks for every kit with one of \a options that is not known; with \a again for those that are, too.
    void ask(const QList<SetupOptions> &options, bool again = false);
    /// Drops every question that was not answered.
    void cancel();

    bool isAsking() const { return !m_queue.empty() || !m_asked.empty(); }
    /// Answered so far of this round of questions, and how many it has.
    qsizetype answered() const { return m_answered; }
    qsizetype questions() const { return m_questions; }
    /// Why the last round stopped before its end; nullopt: it did not.
    const std::optional<ApiError> &trouble() const { return m_trouble; }

signals:
    /// The list of companies is another one.
    void companiesChanged();
    void cellChanged(const KitPlace &place);
    /// A round began, moved on, or ended.
    void progressed();

private:
    struct Question
    {
        CompanyKey company;
        SetupSystem system;
        SetupOptions options;
    };
    struct Row
    {
        KitCompany company;
        std::array<std::unique_ptr<KitCell>, allSetupSystems.size() * allSetupOptions.size()> cells{};
    };

    KitCell *find(const Question &question);
    void askNext();
    void askOne(const Question &question);
    void take(quint64 number, Result<SetupKit> answer);
    void refuseRestOf(const CompanyKey &company, const ApiError &error);
    void stop(const ApiError &error);
    void dropQuestions(const std::function<bool(const Question &)> &isDropped);
    void announce(const Question &question);

    Asker m_asker;
    std::vector<Row> m_rows;
    QHash<CompanyKey, qsizetype> m_index;
    std::deque<Question> m_queue;
    std::map<quint64, std::pair<Question, RequestHandle>> m_asked;
    quint64 m_lastNumber = 0;
    qsizetype m_answered = 0;
    qsizetype m_questions = 0;
    std::optional<ApiError> m_trouble;
};
