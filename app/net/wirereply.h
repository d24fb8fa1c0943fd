// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/bodysink.h"
#include "app/net/requestclock.h"

#include <QNetworkReply>

#include <chrono>
#include <memory>
#include <optional>

class ReadOnceBody;

/// One request on the wire: keeps its limits, reads its answer in pieces into the body, and comes to exactly one end.
/// Destroying it before that takes the request off the wire.
class WireReply : public QObject
{
    Q_OBJECT

public:
    /// Takes \a reply over, and \a upload with it: with one, any 2xx is a good answer.
    WireReply(QNetworkReply *reply, const Limits &limits, std::shared_ptr<BodySink> body,
              ReadOnceBody *upload = nullptr);
    ~WireReply() override;

    /// After ended(). The host of an error is left to the caller.
    const Result<ListEnd> &outcome() const { return *m_outcome; }
    bool hasBodyBegun() const { return m_hasBodyBegun; }
    qint64 bytesReceived() const { return m_bytes + m_refusal.size(); }
    qint64 bytesSent() const;
    /// How far the server's clock is ahead of this computer's, by a good answer; nullopt: none came, or it does not say.
    const std::optional<std::chrono::seconds> &clockAhead() const { return m_clockAhead; }

signals:
    void ended();

private:
    void readHead();
    void readPieces();
    void readEnd();
    void readError(QNetworkReply::NetworkError error);
    Result<void> take(QByteArrayView piece);
    Result<void> endOfAnswer();
    bool isEndedByClosing() const;
    void giveUp();
    ApiError refusal() const;
    void fail(ApiError error);
    void end(Result<ListEnd> outcome);
    void release();

    bool isGood() const { return m_upload ? m_status >= 200 && m_status < 300 : m_status == 200; }
    void judgeUpload(ApiError &error) const;
    QByteArray contentType() const { return m_reply->rawHeader("Content-Type"); }

    QNetworkReply *m_reply;
    ReadOnceBody *m_upload; // the reply's child: it may be read from until the reply is gone
    RequestClock m_clock;
    std::shared_ptr<BodySink> m_body;
    std::optional<Result<ListEnd>> m_outcome;
    QByteArray m_refusal; // the body of an answer that is not good
    QString m_tlsFault; // why the server is not trusted
    std::optional<std::chrono::seconds> m_clockAhead;
    int m_status = 0; // 0: the head has not come
    qint64 m_bytes = 0;
    qint64 m_bytesSinceRow = 0;
    qint64 m_largest;
    bool m_bodyBegan = false; // and has not ended yet
    bool m_hasBodyBegun = false;
};
