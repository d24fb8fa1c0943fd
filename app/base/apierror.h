// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/apierrorfield.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

/// What kind of failure a call ended with. Each kind has its own sentence and its own next step.
enum class ErrorKind {
    NotConnected, ///< Nothing listens there, or the network is down.
    HostNotFound, ///< The name of the host is not known.
    TlsRefused, ///< The server's certificate is not to be trusted; nothing was sent.
    TimedOut, ///< One of the limits passed (first byte, idle, total).
    CutShort, ///< The connection ended before the answer was whole.
    NotTheApi, ///< HTML or a sign-in page where JSON is due (captive portal, proxy, wrong host).
    Redirected, ///< A 3xx. Never followed: the key would go along.
    Unreadable, ///< JSON was due and could not be read; see ApiError::position.
    TooLarge, ///< More bytes than the call may bring.
    KeyRefused, ///< 401: the key is wrong, expired or malformed.
    NotAllowed, ///< 401 insufficient_privileges: the key is good, the right is missing.
    AccountInactive, ///< 400 admin_not_active, admin_company_not_active.
    AccessRestricted, ///< 400 access_restricted: a state of the account, not of this request.
    NotFound, ///< 400 entity_not_found, or a 404.
    WrongValue, ///< 400 invalid_parameter: the inner errors name the fields.
    WasSoAlready, ///< 400 same_state: it is as it was asked to be.
    Refused, ///< Any other 4xx: the request is not accepted as it is.
    NotUnderstood, ///< 500 processing_fault: the server could not read the request. Perhaps ours to mend.
    TooManyRequests, ///< 429 without the service's own reason.
    ServiceBehind, ///< 429 dependency_exception: IDrive's backup servers cannot be reached.
    NotCreated, ///< 500 entity_creation_failed.
    Unavailable, ///< 502, 503, 504: a gateway answered for the service.
    ServerFailed, ///< Any other 5xx, or an answer that is not documented.
    ProxyRefused, ///< A proxy on the way wants a name and a password, or other ones. Nothing reached the server.
    ProxyFailed, ///< The proxy cannot be reached, or ended the connection. Nothing reached the server.
};

/// How much is known about what a call did at the server. A read does nothing there; it is told alike.
enum class Fate {
    NotSent, ///< Certain: no server has the whole request.
    Answered, ///< Certain: the API's own answer says that it did not do it.
    Unknown, ///< The request left, and no answer came that can be relied on: it may have been done.
};

/// One entry of the inner "errors" array (API document, "Error Response").
struct FieldError
{
    QString type{}; ///< The server's word, e.g. "entity_not_found".
    QString field{}; ///< The field it names; may be empty.
    QString message{}; ///< The server's sentence. Shown as a quotation, never branched on.

    /// What `field` names; nullopt when it is empty or not known.
    std::optional<ErrorField> about() const { return errorFieldOf(field); }

    friend bool operator==(const FieldError &, const FieldError &) = default;
};

/// The one error of every call: what happened, what the server said, and the words for the person.
struct ApiError
{
    ErrorKind kind = ErrorKind::NotConnected;
    Fate fate = Fate::Unknown;
    bool isWrite = false; ///< The call was a change: advice() then says what is known about it.
    int httpStatus = 0; ///< 0: no answer came.
    QString host{}; ///< Where the call went, e.g. "api.idrive360.com".
    QString serverType{}; ///< Base "type" of the envelope; empty when none came.
    QString serverMessage{}; ///< Base "message", or the library's words for a failed connection.
    QList<FieldError> errors{}; ///< All inner errors.
    qint64 position = -1; ///< Byte position of what could not be read; -1: not known.
    std::optional<std::chrono::seconds> retryAfter{}; ///< The wait that the server asks for; 120 s at most.

    /// What happened: one short sentence.
    QString what() const;
    /// What it means and what to do: one to three short sentences.
    QString advice() const;
    /// The server's own words, for quotation: base type, then each inner error in a line. May be empty.
    QString quotation() const;

    friend bool operator==(const ApiError &, const ApiError &) = default;
};

Q_DECLARE_METATYPE(ApiError)
