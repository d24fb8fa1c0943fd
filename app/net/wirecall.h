// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"
#include "app/net/bodysink.h"
#include "app/net/calllog.h"
#include "app/net/readrequest.h"
#include "app/net/writerequest.h"

#include <any>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

/// What goes up with a change.
struct WireUpload
{
    WriteVerb verb = WriteVerb::Post;
    QByteArray json{};
};

/// What a call brought: a value of the type that its request names, or why there is none.
struct WireAnswer
{
    std::any value{};
    std::optional<ApiError> error{};
};

/// One call on its way from the window's thread to the client's: a read, or a change when there is something to upload. Holds
/// nothing that belongs to the window: the handler and its context stay there, under the same id.
struct WireCall
{
    quint64 id = 0;
    int attempt = 1;
    QString path{};
    QList<QueryItem> query{};
    Limits limits{};
    std::optional<WireUpload> upload{};
    std::shared_ptr<BodySink> body{}; ///< Takes the bytes of a good answer.
    bool bodyMayBeginAgain = false; ///< A further attempt may bring it another answer.
    /// Makes the answer that the handler gets, on the client's thread, after the body's good end().
    std::function<WireAnswer(const ListEnd &end)> answer{};
};

/// The call with this id is not wanted any more. A change that is on the wire stays there.
struct WireCancel
{
    quint64 id = 0;
};

/// The client goes: nothing new begins, reads end at once, and the thread ends when the changes on the wire have come to their end.
struct WireLeave
{ };

/// What is sent from now on carries this key.
struct WireKey
{
    Secret key;
};

using WireCommand = std::variant<WireCall, WireCancel, WireKey, WireLeave>;

/// What a call came to, on its way back to the window's thread.
struct WireDelivery
{
    quint64 id = 0;
    WireAnswer answer;
    bool mayBeSentAgain = false; ///< It is a read, and nobody has seen the beginning of an answer.
    std::optional<std::chrono::seconds> clockAhead{}; ///< See WireReply::clockAhead().
    CallRecord record;
};
