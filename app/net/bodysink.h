// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArrayView>

/// How an answer ended well.
struct ListEnd
{
    qint64 bytes = 0; ///< After decoding.
    int httpStatus = 200; ///< For a change: any 2xx.
};

/// Takes an answer's bytes as they arrive. Every function is called on the client's thread, and only for a good answer
/// (status 200; any 2xx of a change) that is neither HTML nor an error envelope. A sink serves one answer: a read is asked again only
/// while begin() was not called (JsonBody, which nobody sees before its end, may begin anew). After begin() comes exactly one of end() and
/// breakOff(); a request that ends before its answer began calls neither.
class BodySink
{
public:
    BodySink() = default;
    virtual ~BodySink() = default;
    Q_DISABLE_COPY_MOVE(BodySink)

    /// The answer begins. \a declaredBytes is its Content-Length, or -1 when none was given or the body is compressed.
    virtual void begin(qint64 declaredBytes) = 0;
    /// The next bytes. True when they finished at least one whole row: the idle limit of a list counts rows. An error ends the
    /// request with that error (ApiError::host is filled in by the client).
    virtual Result<bool> take(QByteArrayView bytes) = 0;
    /// The answer ended as HTTP declared it. An error when what was taken is not a whole list.
    virtual Result<void> end() = 0;
    /// The answer ended otherwise: cancelled, cut, too slow. What was taken so far stays taken.
    virtual void breakOff() = 0;
};
