// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleet.h"
#include "tests/support/byteserver.h"

#include <QSignalSpy>
#include <QTest>

#include <map>
#include <memory>
#include <mutex>

/// A server whose answers stand in a table, by path and query below the endpoint, and can be changed between two readings.
/// What is not in the table is refused with 400 entity_not_found.
class PretendServer
{
public:
    PretendServer()
        : m_server([answers = m_answers](const ReceivedRequest &request) { return answers->to(request); })
    { }

    void set(const QByteArray &target, const QByteArray &json)
    {
        setAnswer(target, {.bytes = jsonAnswer(json)});
    }
    void setAnswer(const QByteArray &target, const ByteAnswer &answer)
    {
        const std::lock_guard lock(m_answers->mutex);
        m_answers->byTarget[target] = answer;
    }

    ByteServer &bytes() { return m_server; }
    QString address() const { return m_server.address(); }
    /// Path and query of every request so far, below the endpoint.
    QByteArrayList targets() const
    {
        QByteArrayList targets;
        for (const ReceivedRequest &request : m_server.requests())
            targets << Answers::below(request);
        return targets;
    }
    qsizetype count(const QByteArray &target) const { return targets().count(target); }

    std::unique_ptr<Session> session(const QString &account = QStringLiteral("a")) const
    {
        return std::make_unique<Session>(
            Account{.id = AccountId(account), .endpoint = Endpoint::parse(m_server.address()).value()},
            Secret(QByteArrayLiteral("canary-0123456789abcdef")));
    }

private:
    struct Answers
    {
        ByteAnswer to(const ReceivedRequest &request)
        {
            const std::lock_guard lock(mutex);
            const auto found = byTarget.find(below(request));
            return found != byTarget.end() ? found->second : ByteAnswer{.bytes = refusal()};
        }
        static QByteArray below(const ReceivedRequest &request)
        {
            return request.target().mid(8);
        } // "/api/msp"
        static QByteArray refusal()
        {
            return httpAnswer(
                400, "application/json",
                R"({"ok":false,"type":"entity_not_found","message":"","code":400,"errors":[]})");
        }

        std::mutex mutex;
        std::map<QByteArray, ByteAnswer> byTarget;
    };

    std::shared_ptr<Answers> m_answers = std::make_shared<Answers>();
    ByteServer m_server;
};

inline QByteArray deviceJson(const QByteArray &id, const QByteArray &company, const QByteArray &name = "PC")
{
    return R"({"name":")" + name + R"(","status":"online","device_id":")" + id + R"(","company_id":")"
        + company + R"(","custom_tag":" ","os":"windows","backup_status":"Success","version":"6.8.2.11",)"
        + R"("last_backup":"2026-02-17T05:39:20.120","next_backup":null,"group_name":"Desks"})";
}

inline QByteArray listJson(const QByteArrayList &objects)
{
    return '[' + objects.join(',') + ']';
}

inline QByteArray companyJson(const QByteArray &id, const QByteArray &name, const QByteArrayList &subs = {},
                              bool isOwn = false)
{
    const QByteArray list = isOwn ? R"(,"sub_company_list":)" + listJson(subs) : QByteArray();
    return R"({"name":")" + name + R"(","status":1,"company_id":)" + id + R"(,"status_description":"Active")"
        + list + '}';
}

/// Starts a reading of everything and waits for its end. Whether it was complete; nullopt when it did not end.
inline std::optional<bool> readWhole(Fleet &fleet)
{
    QSignalSpy ended(&fleet, &Fleet::readingEnded);
    fleet.refresh();
    if (ended.isEmpty() && !ended.wait(15'000))
        return std::nullopt;
    return ended.constFirst().constFirst().toBool();
}
