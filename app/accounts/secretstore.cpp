// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/secretstore.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace {

struct Words
{
    SecretTroubleKind kind;
    const char *what;
    const char *advice;
};

constexpr std::array words{
    Words{SecretTroubleKind::NoKeyring,
          QT_TRANSLATE_NOOP("SecretTrouble", "This desktop has no keyring that Steward can reach."),
          QT_TRANSLATE_NOOP("SecretTrouble",
                            "An API key is then kept in memory until Steward ends, and asked for at the next "
                            "start. GNOME Keyring or KWallet would keep it.")},
    Words{SecretTroubleKind::Refused,
          QT_TRANSLATE_NOOP("SecretTrouble", "The keyring is locked or does not let Steward in."),
          QT_TRANSLATE_NOOP("SecretTrouble",
                            "Unlock it and try again, or enter the API key for this session.")},
    Words{SecretTroubleKind::TooLate, QT_TRANSLATE_NOOP("SecretTrouble", "The keyring does not answer."),
          QT_TRANSLATE_NOOP("SecretTrouble",
                            "It may be waiting for its password. Steward goes on as soon as it answers; or "
                            "enter the API key for this session.")},
    Words{SecretTroubleKind::NotThere, QT_TRANSLATE_NOOP("SecretTrouble", "The keyring has no key for it."),
          QT_TRANSLATE_NOOP("SecretTrouble",
                            "It was removed there, or belongs to another user. Enter the API key again.")},
    Words{SecretTroubleKind::Failed, QT_TRANSLATE_NOOP("SecretTrouble", "The keyring failed."),
          QT_TRANSLATE_NOOP("SecretTrouble", "Try again, or enter the API key for this session.")},
};

const Words &wordsOf(SecretTroubleKind kind)
{
    return *std::ranges::find(words, kind, &Words::kind);
}

} // namespace

QString SecretTrouble::what() const
{
    return QCoreApplication::translate("SecretTrouble", wordsOf(kind).what);
}

QString SecretTrouble::advice() const
{
    return QCoreApplication::translate("SecretTrouble", wordsOf(kind).advice);
}
