// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/byteanswer.h"

/// What a bad server can do to a request, by name. Whole answers come first; those that take one spoil it.
namespace Fault {

/// The request is taken, and nothing comes.
ByteAnswer silence();
/// The connection ends in that way instead of an answer.
ByteAnswer noAnswer(ByteAnswer::Then how);

/// Only the first \a bytes of \a whole, then the connection ends in that way.
ByteAnswer cut(const QByteArray &whole, qsizetype bytes, ByteAnswer::Then how);
/// Only the first \a bytes of \a whole, then silence.
ByteAnswer stalled(const QByteArray &whole, qsizetype bytes);
/// \a whole, so many bytes at a time.
ByteAnswer drip(const QByteArray &whole, qsizetype bytes, std::chrono::milliseconds every);
/// \a whole, then the connection ends although it was to be kept.
ByteAnswer closedAfter(const QByteArray &whole);

/// \a body under a Content-Length that is \a difference bytes off, then the end of the connection.
ByteAnswer wrongLength(const QByteArray &body, qsizetype difference);
/// \a body under these Content-Length values, each a header of its own, as they stand ("-1" too).
ByteAnswer lengths(const QByteArray &body, const QByteArrayList &values);
/// \a body in chunks without the last one, then the end of the connection.
ByteAnswer unfinishedChunks(const QByteArray &body);
/// \a start, then \a filler without end, once a millisecond: whoever reads a plain socket until nothing is left for a moment, as
/// the library does, would read for ever.
ByteAnswer endlessBody(const QByteArray &start, const QByteArray &filler);

/// Header after header without end.
ByteAnswer endlessHeaders();
/// A good answer with one header of that many bytes.
ByteAnswer longHeader(qsizetype bytes);
/// A good answer with that many headers.
ByteAnswer manyHeaders(qsizetype count);

/// A redirect; \a location as it stands.
ByteAnswer redirect(int status, const QByteArray &location);
/// A page for people.
ByteAnswer webPage(int status, const QByteArray &contentType = "text/html; charset=utf-8");
/// A good answer that wants cookies kept, a log-in made and other pages loaded.
ByteAnswer demands(int status);

/// \a body as HTTP/1.0 has it: without a length, up to the end of the connection.
ByteAnswer http10(const QByteArray &body);
/// \a body alone, as HTTP/0.9 had it.
ByteAnswer http09(const QByteArray &body);
/// 100 Continue, 103 Early Hints, then \a answer.
ByteAnswer afterInterim(const QByteArray &answer);

/// \a body in that coding: gzip, deflate, br and zstd are what they say; any other word stands over \a body as it is.
ByteAnswer coded(const QByteArray &coding, const QByteArray &body);
/// Blanks without an end to speak of, packed a thousand to one: \a mebibytes of them between the brackets of a list.
ByteAnswer gzipBomb(qint64 mebibytes);
/// A gzip in a gzip: \a labels times declared (1 or 2).
ByteAnswer nestedGzip(const QByteArray &body, int labels);

} // namespace Fault
