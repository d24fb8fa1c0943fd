// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/requesthandle.h"

#include "app/net/apiclient.h"

#include <utility>

RequestHandle::RequestHandle(ApiClient *client, quint64 id) : m_client(client), m_id(id) { }

RequestHandle::RequestHandle(RequestHandle &&other) noexcept
    : m_client(std::exchange(other.m_client, nullptr)), m_id(std::exchange(other.m_id, 0))
{ }

RequestHandle &RequestHandle::operator=(RequestHandle &&other) noexcept
{
    if (this != &other) {
        cancel();
        m_client = std::exchange(other.m_client, nullptr);
        m_id = std::exchange(other.m_id, 0);
    }
    return *this;
}

RequestHandle::~RequestHandle()
{
    cancel();
}

bool RequestHandle::isActive() const
{
    return m_client && m_client->isPending(m_id);
}

void RequestHandle::cancel()
{
    if (m_client)
        m_client->cancel(m_id);
    m_client.clear();
}
