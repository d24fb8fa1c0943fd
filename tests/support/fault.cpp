// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault.h"

#include "tests/support/codings.h"

namespace {

using Then = ByteAnswer::Then;

constexpr qint64 endless = Q_INT64_C(1) << 60;
constexpr auto okLine = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

} // namespace

ByteAnswer Fault::silence()
{
    return {};
}

ByteAnswer Fault::noAnswer(Then how)
{
    return {.then = how};
}

ByteAnswer Fault::cut(const QByteArray &whole, qsizetype bytes, Then how)
{
    return {.bytes = whole, .cutAt = bytes, .then = how};
}

ByteAnswer Fault::stalled(const QByteArray &whole, qsizetype bytes)
{
    return {.bytes = whole, .cutAt = bytes};
}

ByteAnswer Fault::drip(const QByteArray &whole, qsizetype bytes, std::chrono::milliseconds every)
{
    return {.bytes = whole, .pause = every, .pieceSize = bytes};
}

ByteAnswer Fault::closedAfter(const QByteArray &whole)
{
    return {.bytes = whole, .then = Then::Close};
}

ByteAnswer Fault::wrongLength(const QByteArray &body, qsizetype difference)
{
    ByteAnswer answer = lengths(body, {QByteArray::number(body.size() + difference)});
    answer.then = Then::Close;
    return answer;
}

ByteAnswer Fault::lengths(const QByteArray &body, const QByteArrayList &values)
{
    QByteArray head(okLine);
    for (const QByteArray &value : values)
        head += "Content-Length: " + value + "\r\n";
    return {.bytes = head + "\r\n" + body};
}

ByteAnswer Fault::unfinishedChunks(const QByteArray &body)
{
    return {.bytes = QByteArray(okLine) + "Transfer-Encoding: chunked\r\n\r\n"
                + QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n",
            .then = Then::Close};
}

ByteAnswer Fault::endlessBody(const QByteArray &start, const QByteArray &filler)
{
    return {.bytes = QByteArray(okLine) + "\r\n" + start,
            .pause = std::chrono::milliseconds(1),
            .filler = filler,
            .fillerTimes = endless};
}

ByteAnswer Fault::endlessHeaders()
{
    return {
        .bytes = okLine, .filler = QByteArray("X-More: and more\r\n").repeated(1000), .fillerTimes = endless};
}

ByteAnswer Fault::longHeader(qsizetype bytes)
{
    return {.bytes = httpAnswer(200, "application/json", "{}", {"X-Long: " + QByteArray(bytes, 'x')})};
}

ByteAnswer Fault::manyHeaders(qsizetype count)
{
    return {.bytes = QByteArray(okLine) + QByteArray("X-More: and more\r\n").repeated(count)
                + "Content-Length: 2\r\n\r\n{}"};
}

ByteAnswer Fault::redirect(int status, const QByteArray &location)
{
    return {.bytes = httpAnswer(status, "application/json", "{}", {"Location: " + location})};
}

ByteAnswer Fault::webPage(int status, const QByteArray &contentType)
{
    return {.bytes = httpAnswer(status, contentType, "<!DOCTYPE html><title>Sign in</title>")};
}

ByteAnswer Fault::demands(int status)
{
    return {.bytes = httpAnswer(status, "application/json", "{}",
                                {"Set-Cookie: session=1; Path=/", "WWW-Authenticate: Basic realm=\"x\"",
                                 "WWW-Authenticate: NTLM", "Strict-Transport-Security: max-age=99999999",
                                 "Link: </other>; rel=preload"})};
}

ByteAnswer Fault::http10(const QByteArray &body)
{
    return {.bytes = "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + body, .then = Then::Close};
}

ByteAnswer Fault::http09(const QByteArray &body)
{
    return {.bytes = body, .then = Then::Close};
}

ByteAnswer Fault::afterInterim(const QByteArray &answer)
{
    return {.bytes = "HTTP/1.1 100 Continue\r\n\r\n"
                     "HTTP/1.1 103 Early Hints\r\nLink: </other>; rel=preload\r\n\r\n"
                + answer};
}

ByteAnswer Fault::coded(const QByteArray &coding, const QByteArray &body)
{
    return {.bytes =
                httpAnswer(200, "application/json", inCoding(coding, body), {"Content-Encoding: " + coding})};
}

ByteAnswer Fault::gzipBomb(qint64 mebibytes)
{
    const GzipBomb bomb = makeGzipBomb(mebibytes);
    return {.bytes = QByteArray(okLine) + "Content-Encoding: gzip\r\n\r\n" + bomb.start,
            .filler = bomb.again,
            .fillerTimes = mebibytes,
            .ending = bomb.end,
            .then = Then::Close};
}

ByteAnswer Fault::nestedGzip(const QByteArray &body, int labels)
{
    return {.bytes = httpAnswer(200, "application/json", inCoding("gzip", inCoding("gzip", body)),
                                {labels == 2 ? "Content-Encoding: gzip, gzip" : "Content-Encoding: gzip"})};
}
