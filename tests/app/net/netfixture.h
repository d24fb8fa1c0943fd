// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/apiclient.h"

#include <QJsonDocument>
#include <QTest>

#include <chrono>
#include <optional>

/// The key of the tests: as a real one looks, and easy to find in a log.
inline Secret testKey()
{
    return Secret(QByteArrayLiteral("canary-0123456789abcdef"));
}

inline Endpoint endpointAt(const QString &address)
{
    return Endpoint::parse(address).value();
}

/// Limits that let nothing pass unnoticed and a test end soon.
inline Limits roomyLimits()
{
    using namespace std::chrono_literals;
    return {.firstByte = 10s, .idle = 10s, .total = 20s, .bytes = 64LL << 20};
}

/// Reads whatever JSON comes.
inline ReadRequest<QJsonDocument> anything(const QString &path = QStringLiteral("/company"),
                                           Limits limits = roomyLimits())
{
    return {.path = path, .limits = limits, .read = [](const QJsonDocument &answer) -> Result<QJsonDocument> {
                return answer;
            }};
}

/// Asks for the companies of that name, and reads whatever comes: for tests that tell their requests apart.
inline ReadRequest<QJsonDocument> named(const QString &name, Limits limits = roomyLimits())
{
    ReadRequest<QJsonDocument> request = anything(QStringLiteral("/company/name"), limits);
    request.query = {{QStringLiteral("name"), name}};
    return request;
}

/// Sends and waits for the answer; nullopt when none came.
template <typename T>
std::optional<Result<T>> answerTo(ApiClient &client, const ReadRequest<T> &request)
{
    QObject context;
    std::optional<Result<T>> answer;
    const RequestHandle handle =
        client.send(request, &context, [&](Result<T> came) { answer = std::move(came); });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 15'000);
    return answer;
}

/// The error that \a request ends with at a server; nullopt when it ends well or not at all.
inline std::optional<ApiError> errorOf(const QString &address,
                                       const ReadRequest<QJsonDocument> &request = anything())
{
    ApiClient client(endpointAt(address), testKey());
    const auto answer = answerTo(client, request);
    return answer && !*answer ? std::optional(answer->error()) : std::nullopt;
}
