// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/channel.h"
#include "app/base/secret.h"
#include "app/net/endpoint.h"
#include "app/net/wirecall.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QObject>

#include <chrono>
#include <deque>
#include <memory>
#include <unordered_map>

class WireReply;

/// The client's half that lives on the client's thread: owns the network manager and the key, and keeps at most four
/// requests on the wire. Made on the window's thread and moved before the first command; after that only the
/// two channels lead in and out.
class Wire : public QObject
{
    Q_OBJECT

public:
    Wire(Endpoint endpoint, Secret key, std::shared_ptr<Channel<WireDelivery>> deliveries);
    ~Wire() override;

    const std::shared_ptr<Channel<WireCommand>> &commands() const { return m_commands; }

private:
    struct UnderWay
    {
        WireCall call;
        std::unique_ptr<WireReply> reply{}; ///< Empty when it was not sent.
        QDateTime startedAt = QDateTime::currentDateTimeUtc();
        std::chrono::steady_clock::time_point startedBy = std::chrono::steady_clock::now();
    };

    void obey();
    void cancel(quint64 id);
    void leave();
    void endIfLeft();
    void startNext();
    void start(WireCall call);
    std::unique_ptr<WireReply> send(const QNetworkRequest &request, const WireCall &call);
    void finish(quint64 id);
    void deliver(UnderWay ended, const Result<ListEnd> &end);

    Endpoint m_endpoint;
    Secret m_key;
    std::shared_ptr<Channel<WireDelivery>> m_deliveries;
    std::shared_ptr<Channel<WireCommand>> m_commands;
    QNetworkAccessManager m_manager;
    std::deque<WireCall> m_waiting;
    std::unordered_map<quint64, UnderWay> m_underWay; // goes before the manager: it owns the replies
    bool m_isLeaving = false;
};
