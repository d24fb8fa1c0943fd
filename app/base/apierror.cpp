// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/apierror.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    ErrorKind kind;
    const char *what;
    const char *advice;
};

// %1 is the host, %2 the byte position, %3 the HTTP status.
constexpr std::array words{
    Words{ErrorKind::NotConnected, QT_TRANSLATE_NOOP("ApiError", "No connection to %1."),
          QT_TRANSLATE_NOOP("ApiError", "What was read before stays. Check the network, then try again.")},
    Words{ErrorKind::HostNotFound, QT_TRANSLATE_NOOP("ApiError", "The host %1 was not found."),
          QT_TRANSLATE_NOOP(
              "ApiError", "What was read before stays. Check the network and the spelling of the endpoint.")},
    Words{ErrorKind::TlsRefused, QT_TRANSLATE_NOOP("ApiError", "The certificate of %1 cannot be trusted."),
          QT_TRANSLATE_NOOP("ApiError",
                            "The API key was not sent. Check the endpoint, the clock of this computer, and "
                            "whether a proxy opens encrypted connections.")},
    Words{ErrorKind::TimedOut, QT_TRANSLATE_NOOP("ApiError", "%1 did not answer in time."),
          QT_TRANSLATE_NOOP("ApiError",
                            "What was read before stays. Try again; if it lasts, the service is slow.")},
    Words{ErrorKind::CutShort,
          QT_TRANSLATE_NOOP("ApiError", "The connection to %1 ended before the answer was whole."),
          QT_TRANSLATE_NOOP("ApiError", "What arrived is shown; nothing was taken away. Try again.")},
    Words{ErrorKind::NotTheApi,
          QT_TRANSLATE_NOOP("ApiError", "A web page answered instead of the IDrive API."),
          QT_TRANSLATE_NOOP("ApiError",
                            "What was read before stays. Sign in to this network in a browser, or check the "
                            "proxy and the endpoint, then try again.")},
    Words{
        ErrorKind::Redirected, QT_TRANSLATE_NOOP("ApiError", "%1 wanted to send Steward to another address."),
        QT_TRANSLATE_NOOP("ApiError",
                          "Steward does not follow: the API key would go along. Sign in to this network in a "
                          "browser, or check the endpoint.")},
    Words{ErrorKind::Unreadable,
          QT_TRANSLATE_NOOP("ApiError", "The answer of %1 is not valid JSON (position %2)."),
          QT_TRANSLATE_NOOP("ApiError",
                            "What was read before stays. Try again; if it lasts, tell IDrive's support.")},
    Words{ErrorKind::TooLarge,
          QT_TRANSLATE_NOOP("ApiError", "The answer of %1 is larger than any answer may be."),
          QT_TRANSLATE_NOOP("ApiError",
                            "Reading was stopped and what was read before stays. Check the endpoint.")},
    Words{ErrorKind::KeyRefused, QT_TRANSLATE_NOOP("ApiError", "%1 refused the API key."),
          QT_TRANSLATE_NOOP("ApiError",
                            "Reading has stopped so that the account is not locked. The key was not deleted. "
                            "Check it in the web console under My Account > API Keys.")},
    Words{ErrorKind::NotAllowed, QT_TRANSLATE_NOOP("ApiError", "This API key may not do that."),
          QT_TRANSLATE_NOOP("ApiError",
                            "The key itself is good. Ask the administrator of the account for the right.")},
    Words{ErrorKind::AccountInactive, QT_TRANSLATE_NOOP("ApiError", "The account is inactive at IDrive."),
          QT_TRANSLATE_NOOP("ApiError", "Nothing can be read until IDrive has activated it again.")},
    Words{ErrorKind::NotFound, QT_TRANSLATE_NOOP("ApiError", "%1 does not know what was asked for."),
          QT_TRANSLATE_NOOP("ApiError",
                            "It may be gone, or belong to another account. Refresh to see what is there.")},
    Words{ErrorKind::Refused, QT_TRANSLATE_NOOP("ApiError", "%1 refused the request (status %3)."),
          QT_TRANSLATE_NOOP("ApiError",
                            "Trying again unchanged will not help. The server's words are in the details.")},
    Words{ErrorKind::TooManyRequests, QT_TRANSLATE_NOOP("ApiError", "%1 received too many requests."),
          QT_TRANSLATE_NOOP("ApiError", "Wait a minute, then try again.")},
    Words{ErrorKind::ServiceBehind,
          QT_TRANSLATE_NOOP("ApiError", "IDrive's backup servers cannot be reached just now."),
          QT_TRANSLATE_NOOP("ApiError", "The fault is at the service. Try again in a few minutes.")},
    Words{ErrorKind::ServerFailed, QT_TRANSLATE_NOOP("ApiError", "%1 failed while answering (status %3)."),
          QT_TRANSLATE_NOOP("ApiError",
                            "The fault is at the service. What was read before stays. Try again later.")},
};

QString filled(const char *text, const ApiError &error)
{
    QString sentence = QCoreApplication::translate("ApiError", text);
    sentence.replace(
        "%1"_L1, error.host.isEmpty() ? QCoreApplication::translate("ApiError", "The server") : error.host);
    sentence.replace("%2"_L1,
                     error.position < 0 ? QCoreApplication::translate("ApiError", "not known")
                                        : QString::number(error.position));
    return sentence.replace("%3"_L1, QString::number(error.httpStatus));
}

const Words &wordsOf(ErrorKind kind)
{
    return *std::ranges::find(words, kind, &Words::kind);
}

} // namespace

QString ApiError::what() const
{
    return filled(wordsOf(kind).what, *this);
}

QString ApiError::advice() const
{
    return filled(wordsOf(kind).advice, *this);
}

QString ApiError::quotation() const
{
    QStringList lines;
    if (!serverType.isEmpty() || !serverMessage.isEmpty())
        lines << (serverType.isEmpty() ? serverMessage : serverType % u": "_s % serverMessage);
    for (const FieldError &error : errors) {
        const QString where = error.field.isEmpty() ? QString() : u" ("_s % error.field % u')';
        lines << error.type % where % u": "_s % error.message;
    }
    return lines.join(u'\n');
}
