// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/writeoutcome.h"
#include "app/net/apiclient.h"

#include <functional>
#include <type_traits>

/// The one way by which a change leaves for the server: one request in, one outcome out. It is on the wire once, whatever
/// happens; there is no second attempt. What was handed over cannot be taken back.
class WriteDoor
{
public:
    /// \a client outlives the door.
    explicit WriteDoor(ApiClient &client);

    /// \a handler is called once, on this thread, never before send() returns; not at all if \a context is gone by then: the
    /// change goes on without it. At the latest it is called while the client is destroyed.
    template <typename T>
    void send(const WriteRequest<T> &request, QObject *context,
              std::type_identity_t<std::function<void(WriteOutcome<T>)>> handler)
    {
        m_client.sendWrite(WritePass(), request, context, [handler = std::move(handler)](Result<T> answer) {
            handler(WriteOutcome<T>(std::move(answer)));
        });
    }

private:
    ApiClient &m_client;
};
