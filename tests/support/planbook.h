// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/byteserver.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <mutex>

/// A server with one list of plans for every company, or one for each, which can be changed; POST /backup_plan is counted, dry runs
/// apart, and answered as wanted.
class PlanBook
{
public:
    QString address() const { return m_server.address(); }
    /// Of every company that has none of its own.
    void setPlans(const QByteArray &json) { setPlansOf({}, json); }
    void setPlansOf(const QByteArray &company, const QByteArray &json)
    {
        const std::lock_guard lock(m_mutex);
        m_plans[company] = json;
    }
    void setAnswer(const QByteArray &bytes) { setAnswer(ByteAnswer{.bytes = bytes}); }
    void setAnswer(const ByteAnswer &answer)
    {
        const std::lock_guard lock(m_mutex);
        m_answer = answer;
    }
    /// \a plansAfter: the list of plans from then on; empty: it stays.
    void setDryRunAnswer(const QByteArray &bytes, const QByteArray &plansAfter = {})
    {
        setDryRunAnswer(ByteAnswer{.bytes = bytes}, plansAfter);
    }
    void setDryRunAnswer(const ByteAnswer &answer, const QByteArray &plansAfter = {})
    {
        const std::lock_guard lock(m_mutex);
        m_dryRunAnswer = answer;
        m_plansAfter = plansAfter;
    }
    /// Of the company of this number alone.
    void setDryRunAnswerOf(int company, const QByteArray &bytes)
    {
        const std::lock_guard lock(m_mutex);
        m_dryRunAnswers[company] = bytes;
    }
    /// The bodies of real creations.
    QList<QJsonObject> posts() const { return bodies(m_posts); }
    QList<QJsonObject> dryRuns() const { return bodies(m_dryRuns); }
    /// The bytes of each body, dry runs too.
    QByteArrayList rawBodies() const
    {
        const std::lock_guard lock(m_mutex);
        return m_rawBodies;
    }
    int reads() const
    {
        const std::lock_guard lock(m_mutex);
        return m_reads;
    }
    ByteServer &server() { return m_server; }

private:
    static QByteArray companyOf(const QByteArray &target)
    {
        const qsizetype at = target.indexOf("company_id=");
        return at < 0 ? QByteArray() : target.mid(at + 11).split('&').constFirst();
    }
    QList<QJsonObject> bodies(const QList<QJsonObject> &list) const
    {
        const std::lock_guard lock(m_mutex);
        return list;
    }
    ByteAnswer answerTo(const ReceivedRequest &request)
    {
        const std::lock_guard lock(m_mutex);
        if (request.verb() != "POST") {
            ++m_reads;
            const QByteArray company = companyOf(request.target());
            const auto own = m_plans.find(company);
            return {.bytes = jsonAnswer(own == m_plans.end() ? m_plans[{}] : own->second)};
        }
        m_rawBodies.append(request.body);
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        if (!request.target().contains("dry_run=true")) {
            m_posts.append(body);
            return m_answer;
        }
        m_dryRuns.append(body);
        if (!m_plansAfter.isEmpty())
            m_plans[{}] = m_plansAfter;
        const auto own = m_dryRunAnswers.find(body[QLatin1StringView("company_id")].toInt());
        return own == m_dryRunAnswers.end() ? m_dryRunAnswer : ByteAnswer{.bytes = own->second};
    }

    mutable std::mutex m_mutex;
    std::map<QByteArray, QByteArray> m_plans{{QByteArray(), "[]"}};
    ByteAnswer m_answer{
        .bytes = httpAnswer(201, "application/json",
                            R"({"backup_id":"77","status":201,"applied_to":"pc-a","not_applied_to":""})")};
    ByteAnswer m_dryRunAnswer{
        .bytes = httpAnswer(201, "application/json", R"({"applied_to":"pc-a","not_applied_to":""})")};
    std::map<int, QByteArray> m_dryRunAnswers;
    QByteArray m_plansAfter;
    QList<QJsonObject> m_posts;
    QList<QJsonObject> m_dryRuns;
    QByteArrayList m_rawBodies;
    int m_reads = 0;
    ByteServer m_server{[this](const ReceivedRequest &request) {
        return answerTo(request);
    }};
};

/// One plan, of the device pc-a.
inline QByteArray nightlyOnA()
{
    return R"([{"backup_id":"5","name":"nightly","backup_set":"DEFAULT","backup_applied_on":"pc-a"}])";
}
