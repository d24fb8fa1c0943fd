// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/changerules.h"

bool mayBeSent(const ChangeRecord &change, const ChangeRun &run)
{
    if (change.change.request.isRepeatable())
        return change.sentThisTime < 2;
    const bool isProvedAbsent = change.sentThisTime == 1 && change.lookUp == LookUpState::NotFound;
    return change.sentThisTime == 0 || (isProvedAbsent && run.resendsAbsent);
}

bool isWorthASecondAttempt(const ApiError &error)
{
    if (error.fate == Fate::Answered)
        return false;
    switch (error.kind) {
    case ErrorKind::NotConnected:
    case ErrorKind::ProxyFailed:
    case ErrorKind::HostNotFound:
    case ErrorKind::TlsRefused:
    case ErrorKind::TimedOut:
    case ErrorKind::CutShort:
    case ErrorKind::Unavailable:
    case ErrorKind::TooManyRequests:
    case ErrorKind::ServiceBehind:
    case ErrorKind::NotCreated:
    case ErrorKind::ServerFailed:
        return true;
    default:
        return false;
    }
}

bool isBrake(ErrorKind kind)
{
    return kind == ErrorKind::TooManyRequests || kind == ErrorKind::ServiceBehind;
}

bool isAboutTheKey(ErrorKind kind)
{
    return kind == ErrorKind::KeyRefused || kind == ErrorKind::NotAllowed
        || kind == ErrorKind::AccountInactive || kind == ErrorKind::AccessRestricted;
}

bool isAboutEverything(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotConnected:
    case ErrorKind::ProxyRefused:
    case ErrorKind::ProxyFailed:
    case ErrorKind::HostNotFound:
    case ErrorKind::TlsRefused:
    case ErrorKind::NotTheApi:
    case ErrorKind::Redirected:
        return true;
    default:
        return isAboutTheKey(kind);
    }
}
