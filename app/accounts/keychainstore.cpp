// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/keychainstore.h"

#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

const QString &service()
{
    static const QString name = u"Steward"_s;
    return name;
}

/// The words of D-Bus, which are not translated, when nobody has the keyring's name, and when there is no bus at all. QtKeychain tells
/// both as "something else".
bool isAbsence(const QString &words)
{
    return words.contains("org.freedesktop.secrets was not provided"_L1) || words.contains("autolaunch"_L1)
        || words.contains("Could not connect"_L1);
}

SecretTroubleKind kindOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return SecretTroubleKind::NotThere;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return SecretTroubleKind::Refused;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return SecretTroubleKind::NoKeyring;
    default:
        return isAbsence(job.errorString()) ? SecretTroubleKind::NoKeyring : SecretTroubleKind::Failed;
    }
}

std::optional<SecretTrouble> troubleOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError)
        return std::nullopt;
    return SecretTrouble{.kind = kindOf(job), .words = job.errorString()};
}

/// A copy of \a shared, which is wiped wherever it is shared: the job has it, too.
Secret takenFrom(const QByteArray &shared)
{
    Secret own(QByteArray(shared.constData(), shared.size()));
    volatile char *bytes = const_cast<char *>(shared.constData());
    for (qsizetype i = 0; i < shared.size(); ++i)
        bytes[i] = 0;
    return own;
}

} // namespace

KeychainStore::KeychainStore(std::chrono::milliseconds deadline, QObject *parent)
    : SecretStore(parent), m_deadline(deadline)
{ }

void KeychainStore::read(const QString &name, QObject *context, Got handler)
{
    auto *job = new QKeychain::ReadPasswordJob(service());
    const auto secret = std::make_shared<Secret>();
    // before the answer is looked at, and also when it comes too late
    connect(job, &QKeychain::Job::finished, job, [job, secret] { *secret = takenFrom(job->binaryData()); });
    start(job, name, context, [secret, handler = std::move(handler)](std::optional<SecretTrouble> trouble) {
        if (trouble)
            handler(tl::make_unexpected(std::move(*trouble)));
        else
            handler(std::move(*secret));
    });
}

void KeychainStore::write(const QString &name, Secret secret, QObject *context, Done handler)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    const QByteArray bytes = secret.reveal().toByteArray();
    job->setBinaryData(bytes);
    connect(job, &QKeychain::Job::finished, job, [bytes] { const Secret wiped = takenFrom(bytes); });
    start(job, name, context, std::move(handler));
}

void KeychainStore::remove(const QString &name, QObject *context, Done handler)
{
    auto *job = new QKeychain::DeletePasswordJob(service());
    start(job, name, context, [handler = std::move(handler)](const std::optional<SecretTrouble> &trouble) {
        handler(trouble && trouble->kind == SecretTroubleKind::NotThere ? std::nullopt : trouble);
    });
}

// The job lives until the keyring answers, be it much later than the deadline: it has no parent, and deletes itself then.
void KeychainStore::start(QKeychain::Job *job, const QString &name, QObject *context, Done answer)
{
    const auto waiting = std::make_shared<Done>(std::move(answer)); // empty once it was called
    const QPointer<QObject> asker(context);
    const auto take = [waiting, asker](const std::optional<SecretTrouble> &trouble) {
        const Done handler = std::exchange(*waiting, nullptr);
        if (handler && asker)
            handler(trouble);
    };
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [this, waiting, take](QKeychain::Job *ended) {
        if (*waiting)
            take(troubleOf(*ended));
        else if (ended->error() == QKeychain::NoError)
            emit cameLate();
    });
    QTimer::singleShot(m_deadline, this, [waiting, take] {
        if (*waiting)
            take(SecretTrouble{.kind = SecretTroubleKind::TooLate});
    });
    job->start();
}
