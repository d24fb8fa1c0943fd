// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/secretstore.h"

#include <map>
#include <vector>

/// A keyring in memory that does what a test wants: answers, refuses, or waits until it is told to answer.
class FakeSecretStore : public SecretStore
{
public:
    void read(const QString &name, QObject *context, Got handler) override
    {
        answer(context, [this, name, handler = std::move(handler)] {
            if (trouble)
                handler(tl::make_unexpected(*trouble));
            else if (const auto found = secrets.find(name); found != secrets.end())
                handler(Secret(QByteArray(found->second.constData(), found->second.size())));
            else
                handler(tl::make_unexpected(SecretTrouble{.kind = SecretTroubleKind::NotThere}));
        });
    }
    void write(const QString &name, Secret secret, QObject *context, Done handler) override
    {
        answer(context, [this, name, bytes = secret.reveal().toByteArray(), handler = std::move(handler)] {
            if (!trouble)
                secrets[name] = bytes;
            handler(trouble);
        });
    }
    void remove(const QString &name, QObject *context, Done handler) override
    {
        answer(context, [this, name, handler = std::move(handler)] {
            if (!trouble)
                secrets.erase(name);
            handler(trouble);
        });
    }

    /// Answers everything that waits, as the store is now.
    void answerAll()
    {
        const auto waiting = std::exchange(m_waiting, {});
        for (const auto &answer : waiting)
            answer();
    }

    std::map<QString, QByteArray> secrets;
    std::optional<SecretTrouble> trouble; ///< What every question is answered with.
    bool isSlow = false; ///< Questions wait for answerAll().

private:
    void answer(QObject *context, std::function<void()> answering)
    {
        if (isSlow)
            m_waiting.push_back(std::move(answering));
        else
            QMetaObject::invokeMethod(context, std::move(answering), Qt::QueuedConnection);
    }

    std::vector<std::function<void()>> m_waiting;
};
