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
    const char *afterRead;
    const char *afterWrite; // after the sentence about the change's fate, when that is certain
};

// %1 is the host, %2 the byte position, %3 the HTTP status.
constexpr std::array words{
    Words{ErrorKind::NotConnected, QT_TRANSLATE_NOOP("ApiError", "No connection to %1."),
          QT_TRANSLATE_NOOP("ApiError", "What was read before stays. Check the network, then try again."),
          QT_TRANSLATE_NOOP("ApiError", "Check the network, then send it again.")},
    Words{ErrorKind::HostNotFound, QT_TRANSLATE_NOOP("ApiError", "The host %1 was not found."),
          QT_TRANSLATE_NOOP(
              "ApiError", "What was read before stays. Check the network and the spelling of the endpoint."),
          QT_TRANSLATE_NOOP("ApiError", "Check the network and the spelling of the endpoint.")},
    Words{ErrorKind::TlsRefused, QT_TRANSLATE_NOOP("ApiError", "The certificate of %1 cannot be trusted."),
          QT_TRANSLATE_NOOP("ApiError",
                            "The API key was not sent. Check the endpoint, the clock of this computer, and "
                            "whether a proxy opens encrypted connections."),
          QT_TRANSLATE_NOOP("ApiError",
                            "The API key was not sent. Check the endpoint, the clock of this computer, and "
                            "whether a proxy opens encrypted connections.")},
    Words{ErrorKind::TimedOut, QT_TRANSLATE_NOOP("ApiError", "%1 did not answer in time."),
          QT_TRANSLATE_NOOP("ApiError",
                            "What was read before stays. Try again; if it lasts, the service is slow."),
          QT_TRANSLATE_NOOP("ApiError", "Send it again; if it lasts, the service is slow.")},
    Words{ErrorKind::CutShort,
          QT_TRANSLATE_NOOP("ApiError", "The connection to %1 ended before the answer was whole."),
          QT_TRANSLATE_NOOP("ApiError", "What arrived is shown; nothing was taken away. Try again."),
          QT_TRANSLATE_NOOP("ApiError",
                            "Check the network, then send it again; if it lasts, something between here and "
                            "the service ends connections.")},
    Words{ErrorKind::NotTheApi,
          QT_TRANSLATE_NOOP("ApiError", "A web page answered instead of the IDrive API."),
          QT_TRANSLATE_NOOP("ApiError",
                            "What was read before stays. Sign in to this network in a browser, or check the "
                            "proxy and the endpoint, then try again."),
          QT_TRANSLATE_NOOP("ApiError",
                            "Sign in to this network in a browser, or check the proxy and the endpoint, then "
                            "send it again.")},
    Words{ErrorKind::Redirected,
          QT_TRANSLATE_NOOP("ApiError", "%1 wanted to send Steward to another address."),
          QT_TRANSLATE_NOOP("ApiError",
                            "Steward does not follow: the API key would go along. Sign in to this network in "
                            "a browser, or check the endpoint."),
          QT_TRANSLATE_NOOP("ApiError",
                            "Steward does not follow: the API key would go along. Sign in to this network in "
                            "a browser, or check the endpoint.")},
    Words{ErrorKind::Unreadable,
          QT_TRANSLATE_NOOP("ApiError", "The answer of %1 is not valid JSON (position %2)."),
          QT_TRANSLATE_NOOP("ApiError",
                            "What was read before stays. Try again; if it lasts, tell IDrive's support."),
          QT_TRANSLATE_NOOP("ApiError", "If it lasts, tell IDrive's support.")},
    Words{ErrorKind::TooLarge,
          QT_TRANSLATE_NOOP("ApiError", "The answer of %1 is larger than any answer may be."),
          QT_TRANSLATE_NOOP("ApiError",
                            "Reading was stopped and what was read before stays. Check the endpoint."),
          QT_TRANSLATE_NOOP("ApiError", "Check the endpoint.")},
    Words{
        ErrorKind::KeyRefused, QT_TRANSLATE_NOOP("ApiError", "%1 refused the API key."),
        QT_TRANSLATE_NOOP("ApiError",
                          "Reading has stopped so that the account is not locked. The key was not deleted. "
                          "Check it in the web console under My Account > API Keys."),
        QT_TRANSLATE_NOOP(
            "ApiError", "The key was not deleted. Check it in the web console under My Account > API Keys.")},
    Words{ErrorKind::NotAllowed, QT_TRANSLATE_NOOP("ApiError", "This API key may not do that."),
          QT_TRANSLATE_NOOP("ApiError",
                            "The key itself is good. Ask the administrator of the account for the right."),
          QT_TRANSLATE_NOOP("ApiError",
                            "The key itself is good. Ask the administrator of the account for the right.")},
    Words{ErrorKind::AccountInactive, QT_TRANSLATE_NOOP("ApiError", "The account is inactive at IDrive."),
          QT_TRANSLATE_NOOP("ApiError", "Nothing can be read until IDrive has activated it again."),
          QT_TRANSLATE_NOOP("ApiError", "Nothing can be changed until IDrive has activated it again.")},
    Words{ErrorKind::AccessRestricted,
          QT_TRANSLATE_NOOP("ApiError", "IDrive has restricted the access of this account."),
          QT_TRANSLATE_NOOP("ApiError",
                            "What was read before stays. The server's words are in the details; the "
                            "administrator of the account or IDrive's support can lift it."),
          QT_TRANSLATE_NOOP("ApiError",
                            "The server's words are in the details; the administrator of the account or "
                            "IDrive's support can lift it.")},
    Words{ErrorKind::NotFound, QT_TRANSLATE_NOOP("ApiError", "%1 does not know what was asked for."),
          QT_TRANSLATE_NOOP("ApiError",
                            "It may be gone, or belong to another account. Refresh to see what is there."),
          QT_TRANSLATE_NOOP("ApiError",
                            "It may be gone, or belong to another account. Refresh to see what is there.")},
    Words{ErrorKind::WrongValue, QT_TRANSLATE_NOOP("ApiError", "%1 does not accept a value of the request."),
          QT_TRANSLATE_NOOP("ApiError", "The details name the field. Trying again unchanged will not help."),
          QT_TRANSLATE_NOOP("ApiError", "Correct the field that the server names, then send it again.")},
    Words{ErrorKind::WasSoAlready, QT_TRANSLATE_NOOP("ApiError", "It was already set like this."),
          QT_TRANSLATE_NOOP("ApiError", "There is nothing to do."),
          QT_TRANSLATE_NOOP("ApiError", "There is nothing left to do.")},
    Words{
        ErrorKind::Refused, QT_TRANSLATE_NOOP("ApiError", "%1 refused the request (status %3)."),
        QT_TRANSLATE_NOOP("ApiError",
                          "Trying again unchanged will not help. The server's words are in the details."),
        QT_TRANSLATE_NOOP(
            "ApiError", "Sending it again unchanged will not help. The server's words are in the details.")},
    Words{
        ErrorKind::NotUnderstood, QT_TRANSLATE_NOOP("ApiError", "%1 could not read the request."),
        QT_TRANSLATE_NOOP(
            "ApiError",
            "Trying again unchanged will not help. Copy the details and tell those who look after Steward."),
        QT_TRANSLATE_NOOP("ApiError",
                          "Sending it again unchanged will not help. Copy the details and tell those who "
                          "look after Steward.")},
    Words{ErrorKind::TooManyRequests, QT_TRANSLATE_NOOP("ApiError", "%1 received too many requests."),
          QT_TRANSLATE_NOOP("ApiError", "Wait a minute, then try again."),
          QT_TRANSLATE_NOOP("ApiError", "Wait a minute, then send it again.")},
    Words{ErrorKind::ServiceBehind,
          QT_TRANSLATE_NOOP("ApiError", "IDrive's backup servers cannot be reached just now."),
          QT_TRANSLATE_NOOP("ApiError", "The fault is at the service. Try again in a few minutes."),
          QT_TRANSLATE_NOOP("ApiError", "The fault is at the service. Send it again in a few minutes.")},
    Words{
        ErrorKind::NotCreated, QT_TRANSLATE_NOOP("ApiError", "%1 failed to create it (status %3)."),
        QT_TRANSLATE_NOOP(
            "ApiError", "The fault is at the service. Try again later; if it lasts, tell IDrive's support."),
        QT_TRANSLATE_NOOP(
            "ApiError",
            "The fault is at the service. Send it again later; if it lasts, tell IDrive's support.")},
    Words{
        ErrorKind::Unavailable,
        QT_TRANSLATE_NOOP("ApiError", "The service at %1 is not available just now (status %3)."),
        QT_TRANSLATE_NOOP("ApiError",
                          "What was read before stays. It is restarting, overloaded or being worked on: try "
                          "again in a few minutes."),
        QT_TRANSLATE_NOOP(
            "ApiError", "It is restarting, overloaded or being worked on: send it again in a few minutes.")},
    Words{ErrorKind::ServerFailed, QT_TRANSLATE_NOOP("ApiError", "%1 failed while answering (status %3)."),
          QT_TRANSLATE_NOOP("ApiError",
                            "The fault is at the service. What was read before stays. Try again later."),
          QT_TRANSLATE_NOOP("ApiError", "The fault is at the service. Send it again later.")},
    Words{ErrorKind::ProxyRefused,
          QT_TRANSLATE_NOOP("ApiError", "The proxy on the way to %1 wants a name and a password."),
          QT_TRANSLATE_NOOP("ApiError",
                            "What was read before stays. Nothing was sent to IDrive. Sign in to the proxy in "
                            "the settings."),
          QT_TRANSLATE_NOOP("ApiError", "Sign in to the proxy in the settings, then send it again.")},
    Words{ErrorKind::ProxyFailed,
          QT_TRANSLATE_NOOP("ApiError", "The proxy on the way to %1 cannot be reached."),
          QT_TRANSLATE_NOOP("ApiError",
                            "What was read before stays. Check the network and the proxy in the settings."),
          QT_TRANSLATE_NOOP("ApiError",
                            "Check the network and the proxy in the settings, then send it again.")},
};

struct FateWords
{
    Fate fate;
    const char *sentence;
};

constexpr std::array fateWords{
    FateWords{Fate::NotSent, QT_TRANSLATE_NOOP("ApiError", "Nothing was sent, so nothing was changed.")},
    FateWords{Fate::Answered, QT_TRANSLATE_NOOP("ApiError", "Nothing was changed.")},
    FateWords{
        Fate::Unknown,
        QT_TRANSLATE_NOOP(
            "ApiError",
            "It is not known whether the change was made. Look at what is there before you send it again.")},
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
    if (!isWrite)
        return filled(wordsOf(kind).afterRead, *this);
    const QString certainty = filled(std::ranges::find(fateWords, fate, &FateWords::fate)->sentence, *this);
    return fate == Fate::Unknown ? certainty : certainty % u' ' % filled(wordsOf(kind).afterWrite, *this);
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
