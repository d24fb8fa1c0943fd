// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/sessionstore.h"

#include <memory>
#include <utility>

void SessionStore::read(const QString &name, QObject *context, Got handler)
{
    const auto found = m_secrets.find(name);
    using Answer = tl::expected<Secret, SecretTrouble>;
    const auto answer = std::make_shared<Answer>(
        found == m_secrets.end() ? Answer(tl::unexpect, SecretTrouble{.kind = SecretTroubleKind::NotThere})
                                 : Answer(found->second.duplicate()));
    QMetaObject::invokeMethod(
        context, [answer, handler = std::move(handler)] { handler(std::move(*answer)); },
        Qt::QueuedConnection);
}

void SessionStore::write(const QString &name, Secret secret, QObject *context, Done handler)
{
    m_secrets.insert_or_assign(name, std::move(secret));
    QMetaObject::invokeMethod(
        context, [handler = std::move(handler)] { handler(std::nullopt); }, Qt::QueuedConnection);
}

void SessionStore::remove(const QString &name, QObject *context, Done handler)
{
    m_secrets.erase(name);
    QMetaObject::invokeMethod(
        context, [handler = std::move(handler)] { handler(std::nullopt); }, Qt::QueuedConnection);
}
