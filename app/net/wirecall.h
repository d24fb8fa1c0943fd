// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/bodysink.h"
#include "app/net/readrequest.h"

#include <any>
#include <functional>
#include <memory>
#include <variant>

/// One GET on its way from the window's thread to the client's. Holds nothing that belongs to the window: the handler and
/// its context stay there, under the same id.
struct WireCall
{
    quint64 id = 0;
    QString path{};
    QList<QueryItem> query{};
    Limits limits{};
    std::shared_ptr<BodySink> body; ///< Takes the bytes of a good answer.
    /// Makes the answer that the handler gets, on the client's thread, after the body's end().
    std::function<std::any(const Result<ListEnd> &end)> answer;
};

/// The call with this id is not wanted any more.
struct WireCancel
{
    quint64 id = 0;
};

using WireCommand = std::variant<WireCall, WireCancel>;

/// What a call came to, on its way back to the window's thread.
struct WireDelivery
{
    quint64 id = 0;
    std::any answer;
};
