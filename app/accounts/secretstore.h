// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QObject>

#include <functional>
#include <optional>

#include <tl/expected.hpp>

enum class SecretTroubleKind {
    NoKeyring, ///< There is none on this desktop, or it cannot be reached.
    Refused, ///< It is locked and was not unlocked, or does not let Steward in.
    TooLate, ///< It did not answer within the deadline.
    NotThere, ///< It works, and has no such secret.
    Failed, ///< Anything else; the words are the keyring's.
};

/// Why a keyring did not do what was asked, in words for the person. Never part of it: the secret.
struct SecretTrouble
{
    SecretTroubleKind kind = SecretTroubleKind::Failed;
    QString words{}; ///< The keyring's own, for quotation. May be empty.

    /// What happened: one short sentence.
    QString what() const;
    /// What it means and what to do.
    QString advice() const;
};

/// Where secrets are kept, by name. Asked and answered by the event loop: nothing waits, and every question is answered within the
/// store's deadline, whatever the keyring does.
///
/// A handler is called once, never before the call returns; never when its context is gone by then.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    using Got = std::function<void(tl::expected<Secret, SecretTrouble>)>;
    using Done = std::function<void(std::optional<SecretTrouble>)>;

    virtual void read(const QString &name, QObject *context, Got handler) = 0;
    /// In place of an earlier one.
    virtual void write(const QString &name, Secret secret, QObject *context, Done handler) = 0;
    /// One that is not there is no trouble.
    virtual void remove(const QString &name, QObject *context, Done handler) = 0;

signals:
    /// An answer came after its question was given up: the keyring is there after all.
    void cameLate();
};
