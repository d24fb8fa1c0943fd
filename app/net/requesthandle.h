// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

class ApiClient;

/// Holds one read that is under way. Move-only: dropping or replacing it cancels the read, and then nobody is called.
class RequestHandle
{
public:
    RequestHandle() = default;
    RequestHandle(RequestHandle &&other) noexcept;
    RequestHandle &operator=(RequestHandle &&other) noexcept;
    ~RequestHandle();
    Q_DISABLE_COPY(RequestHandle)

    /// True until the handler was called or the read was cancelled.
    bool isActive() const;
    void cancel();

private:
    friend class ApiClient;
    RequestHandle(ApiClient *client, quint64 id);

    QPointer<ApiClient> m_client;
    quint64 m_id = 0;
};
