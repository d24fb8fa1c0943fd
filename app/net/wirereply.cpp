// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/wirereply.h"

#include "app/net/errorenvelope.h"
#include "app/net/proxy.h"
#include "app/net/readoncebody.h"
#include "app/net/replyerror.h"
#include "app/net/retryafter.h"
#include "app/net/serverclock.h"
#include "app/net/tlsfault.h"

#include <utility>

namespace {

constexpr qint64 readBuffer = 1 << 20;
constexpr qint64 pieceSize = 256 << 10;
constexpr qint64 largestRow = 64 << 20;
constexpr qsizetype largestRefusal = 1 << 20;

} // namespace

WireReply::WireReply(QNetworkReply *reply, const Limits &limits, std::shared_ptr<BodySink> body,
                     ReadOnceBody *upload)
    : m_reply(reply), m_upload(upload), m_clock(limits, this), m_body(std::move(body)),
      m_largest(limits.bytes)
{
    if (m_upload)
        m_upload->setParent(m_reply);
    // A request with a body, be it an empty one, starts with the next turn of the event loop, and what was set before is lost to
    // it; by its first signals the library's thread may be reading all that comes already.
    QMetaObject::invokeMethod(
        m_reply, [reply] { reply->setReadBufferSize(readBuffer); }, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &WireReply::readHead);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsFault = tlsFaultText(errors, QDateTime::currentDateTimeUtc());
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &WireReply::readPieces);
    connect(m_reply, &QNetworkReply::finished, this, &WireReply::readEnd);
    connect(m_reply, &QNetworkReply::errorOccurred, this, &WireReply::readError, Qt::QueuedConnection);
    connect(&m_clock, &RequestClock::passed, this, &WireReply::giveUp);
}

WireReply::~WireReply()
{
    if (m_outcome)
        return;
    release();
    if (m_bodyBegan)
        m_body->breakOff();
}

qint64 WireReply::bytesSent() const
{
    return m_upload ? m_upload->handedOver() : 0;
}

void WireReply::readHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_outcome || m_status != 0 || status == 0)
        return;
    m_status = status;
    m_clock.progressed();
    if (m_status >= 300 && m_status < 400) {
        fail({.kind = ErrorKind::Redirected});
    } else if (isGood() && isHtml(contentType())) {
        fail({.kind = ErrorKind::NotTheApi});
    } else if (isGood()) {
        const bool isDeclared =
            m_reply->hasRawHeader("Content-Length") && !m_reply->hasRawHeader("Content-Encoding");
        m_bodyBegan = m_hasBodyBegun = true;
        if (!m_reply->hasRawHeader("Age")) // else a cache says when the answer was made
            m_clockAhead = serverClockAhead(m_reply->rawHeader("Date"), QDateTime::currentDateTimeUtc());
        m_body->begin(isDeclared ? m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() : -1);
    }
}

void WireReply::readPieces()
{
    while (!m_outcome && m_reply->bytesAvailable() > 0) {
        const QByteArray piece = m_reply->read(pieceSize);
        if (piece.isEmpty())
            return; // compressed, and not enough came to make a byte of it
        if (const Result<void> taken = take(piece); !taken)
            fail(taken.error());
    }
}

Result<void> WireReply::take(QByteArrayView piece)
{
    if (!isGood()) {
        m_refusal.append(piece);
        m_clock.progressed();
        if (m_refusal.size() > largestRefusal)
            return tl::make_unexpected(refusal());
        return {};
    }
    m_bytes += piece.size();
    m_bytesSinceRow += piece.size();
    if (m_bytes > m_largest || m_bytesSinceRow > largestRow)
        return tl::make_unexpected(ApiError{.kind = ErrorKind::TooLarge});
    return m_body->take(piece).map([this](bool finishedRow) {
        if (!finishedRow)
            return;
        m_bytesSinceRow = 0;
        m_clock.progressed();
    });
}

void WireReply::readEnd()
{
    readHead();
    readPieces();
    if (m_outcome)
        return;
    if (const Result<void> whole = endOfAnswer(); whole)
        end(ListEnd{.bytes = m_bytes, .httpStatus = m_status});
    else
        fail(whole.error());
}

// A body that cannot be unpacked, or packs too much (a bomb), is the one error after which the library does not say that it has
// finished, as long as the server goes on sending.
void WireReply::readError(QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::UnknownContentError && isGood() && !m_outcome)
        readEnd();
}

// The status says more than the library's error (401 and 404 are errors to it), and the library's error more than the body
// (a body that was cut may be valid JSON): they are looked at in this order.
Result<void> WireReply::endOfAnswer()
{
    if (m_status != 0 && !isGood())
        return tl::make_unexpected(refusal());
    if (m_status == 0 || (m_reply->error() != QNetworkReply::NoError && !isEndedByClosing())) {
        ApiError error = errorFromReply(m_reply->error(),
                                        m_tlsFault.isEmpty() ? m_reply->errorString() : m_tlsFault, m_status);
        // a proxy that is not there has no error of its own at the library's: it is an unknown one
        if (m_reply->error() == QNetworkReply::UnknownNetworkError && m_status == 0
            && goesThroughProxy(m_reply->url()))
            error.kind = ErrorKind::ProxyFailed;
        return tl::make_unexpected(std::move(error));
    }
    m_bodyBegan = false;
    return m_body->end();
}

// Without a length, the closing of the connection is the answer's end (RFC 9112, 6.3), which the library may still take for a
// reason to send its request again. Whether the answer is whole is for its reader to say.
bool WireReply::isEndedByClosing() const
{
    return m_reply->error() == QNetworkReply::ContentReSendError && !m_reply->hasRawHeader("Content-Length")
        && !m_reply->hasRawHeader("Transfer-Encoding")
        && !m_reply->hasRawHeader("Content-Encoding"); // then the library keeps the length to itself
}

// A refusal whose body does not come is that refusal all the same.
void WireReply::giveUp()
{
    const bool isRefusal = m_status != 0 && !isGood();
    fail(isRefusal ? refusal() : ApiError{.kind = ErrorKind::TimedOut});
}

ApiError WireReply::refusal() const
{
    ApiError error = errorFromAnswer(m_status, contentType(), m_refusal);
    error.retryAfter = readRetryAfter(m_reply->rawHeader("Retry-After"), m_reply->rawHeader("Date"),
                                      QDateTime::currentDateTimeUtc());
    return error;
}

void WireReply::fail(ApiError error)
{
    if (error.httpStatus == 0)
        error.httpStatus = m_status;
    if (m_upload)
        judgeUpload(error);
    end(tl::make_unexpected(std::move(error)));
}

// What the server can have done depends on whether it can have the whole request; the library's error says too little about that.
void WireReply::judgeUpload(ApiError &error) const
{
    const bool isContradictory = m_status == 201; // "created", and a refusal in the body
    if (error.fate == Fate::Answered && !isContradictory)
        return;
    error.fate = m_upload->isSpent() ? Fate::Unknown : Fate::NotSent;
    if (m_upload->isSpent() && m_status == 0 && error.kind == ErrorKind::NotConnected)
        error.kind = ErrorKind::CutShort;
}

void WireReply::end(Result<ListEnd> outcome)
{
    m_outcome = std::move(outcome);
    release();
    if (!*m_outcome && std::exchange(m_bodyBegan, false))
        m_body->breakOff();
    emit ended();
}

// abort() emits finished() inside the call: nobody may listen any more.
void WireReply::release()
{
    m_clock.stop();
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}
