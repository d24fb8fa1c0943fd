// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/replyerror.h"

namespace {

ErrorKind kindOf(QNetworkReply::NetworkError error, bool answerBegan)
{
    switch (error) {
    case QNetworkReply::NoError:
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::OperationCanceledError:
        return ErrorKind::CutShort;
    case QNetworkReply::HostNotFoundError:
        return ErrorKind::HostNotFound;
    case QNetworkReply::TimeoutError:
        return ErrorKind::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::TlsRefused;
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return ErrorKind::Redirected;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return ErrorKind::ProxyRefused;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return ErrorKind::ProxyFailed;
    // What arrived is not HTTP, or its coding is broken.
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
        return answerBegan ? ErrorKind::Unreadable : ErrorKind::NotTheApi;
    // Refused, no route: nothing reached the API.
    default:
        return answerBegan ? ErrorKind::CutShort : ErrorKind::NotConnected;
    }
}

bool isBeforeSending(ErrorKind kind)
{
    return kind == ErrorKind::NotConnected || kind == ErrorKind::HostNotFound || kind == ErrorKind::TlsRefused
        || kind == ErrorKind::ProxyRefused || kind == ErrorKind::ProxyFailed;
}

} // namespace

ApiError errorFromReply(QNetworkReply::NetworkError error, const QString &words, int httpStatus)
{
    const ErrorKind kind = kindOf(error, httpStatus != 0);
    const bool isWordless = error == QNetworkReply::ContentReSendError; // the library says "Unknown error"
    return {.kind = kind,
            .fate = httpStatus == 0 && isBeforeSending(kind) ? Fate::NotSent : Fate::Unknown,
            .httpStatus = httpStatus,
            .serverMessage = isWordless ? QString() : words};
}
