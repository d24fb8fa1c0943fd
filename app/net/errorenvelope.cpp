// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/errorenvelope.h"

#include "app/net/jsonfields.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {

struct ErrorType
{
    QLatin1StringView word;
    ErrorKind kind;
};

// The 14 inner types and the two that are base types only (API document, "Error Types"). Inner types come first: a key
// without a right is told from a wrong key by its inner type alone.
constexpr std::array errorTypes{
    ErrorType{"missing_authorization_header"_L1, ErrorKind::KeyRefused},
    ErrorType{"malformed_authorization_header"_L1, ErrorKind::KeyRefused},
    ErrorType{"admin_company_not_active"_L1, ErrorKind::AccountInactive},
    ErrorType{"admin_not_active"_L1, ErrorKind::AccountInactive},
    ErrorType{"insufficient_privileges"_L1, ErrorKind::NotAllowed},
    ErrorType{"access_restricted"_L1, ErrorKind::AccessRestricted},
    ErrorType{"processing_fault"_L1, ErrorKind::NotUnderstood},
    ErrorType{"internal_error"_L1, ErrorKind::ServerFailed},
    ErrorType{"entity_creation_failed"_L1, ErrorKind::NotCreated},
    ErrorType{"entity_not_found"_L1, ErrorKind::NotFound},
    ErrorType{"invalid_request"_L1, ErrorKind::Refused},
    ErrorType{"invalid_parameter"_L1, ErrorKind::WrongValue},
    ErrorType{"same_state"_L1, ErrorKind::WasSoAlready},
    ErrorType{"dependency_exception"_L1, ErrorKind::ServiceBehind},
    ErrorType{"authentication_failed"_L1, ErrorKind::KeyRefused},
    ErrorType{"invalid_state"_L1, ErrorKind::Refused},
};

std::optional<ErrorKind> kindOfWord(const QString &word)
{
    const auto found =
        std::ranges::find_if(errorTypes, [&](const ErrorType &type) { return type.word == word; });
    return found == errorTypes.end() ? std::nullopt : std::optional(found->kind);
}

// The first inner type that is known counts, then the base type.
std::optional<ErrorKind> kindOfWords(const ApiError &error)
{
    for (const FieldError &inner : error.errors) {
        if (const std::optional<ErrorKind> kind = kindOfWord(inner.type))
            return kind;
    }
    return kindOfWord(error.serverType);
}

ErrorKind kindOf(const ApiError &error, int status, bool html)
{
    const std::optional<ErrorKind> said = kindOfWords(error);
    switch (status) {
    case 401:
        // whatever else it says: a 401 that names no missing right and no inactive account is about the key
        return said == ErrorKind::NotAllowed || said == ErrorKind::AccountInactive ? *said
                                                                                   : ErrorKind::KeyRefused;
    case 407:
        return ErrorKind::ProxyRefused;
    case 408:
        return ErrorKind::TimedOut;
    case 429:
        return said == ErrorKind::ServiceBehind ? *said : ErrorKind::TooManyRequests;
    case 511:
        // "network authentication required": the sign-in page of this network, RFC 6585
        return ErrorKind::NotTheApi;
    default:
        break;
    }
    if (said)
        return *said;
    if (status >= 502 && status <= 504)
        return ErrorKind::Unavailable;
    if (status >= 300 && status < 400)
        return ErrorKind::Redirected;
    if (status < 400 || status >= 500) // not documented below 400: nothing to rely on came
        return ErrorKind::ServerFailed;
    if (html)
        return ErrorKind::NotTheApi;
    return status == 404 ? ErrorKind::NotFound : ErrorKind::Refused;
}

// True when the answer is the API's own and says that it did nothing. Of the statuses it documents 400 and 401 alone as
// refusals: anything else may come from a gateway that stands before a change which was made, unless the body is the API's envelope.
bool isCertainRefusal(const ApiError &error, int status, bool isDocumented)
{
    switch (error.kind) {
    case ErrorKind::NotUnderstood:
        return true;
    case ErrorKind::NotTheApi:
    case ErrorKind::TimedOut:
    case ErrorKind::TooManyRequests:
    case ErrorKind::ServiceBehind:
    case ErrorKind::NotCreated:
    case ErrorKind::ServerFailed:
        return false;
    default:
        break;
    }
    const bool isEnvelope = !error.serverType.isEmpty() || !error.errors.isEmpty();
    return status >= 400 && status < 500 && (isDocumented || isEnvelope);
}

// A server's words as they may be kept: bounded, and without characters that steer a terminal or a layout.
QString quoted(QString text)
{
    constexpr qsizetype longest = 4096;
    if (text.size() > longest) {
        text.truncate(text.at(longest - 1).isHighSurrogate() ? longest - 1 : longest);
        text += u'…';
    }
    std::ranges::replace_if(text, [](QChar c) { return c.category() == QChar::Other_Control; }, QChar(u' '));
    return text.trimmed();
}

void readEnvelope(ApiError &error, const QJsonObject &envelope)
{
    JsonFields fields(envelope);
    error.serverType = quoted(fields.text("type"_L1));
    error.serverMessage = quoted(fields.text("message"_L1));
    for (const QJsonObject &entry : fields.objects("errors"_L1).value_or(QList<QJsonObject>())) {
        JsonFields inner(entry);
        error.errors.append({.type = quoted(inner.text("type"_L1)),
                             .field = quoted(inner.text("field"_L1)),
                             .message = quoted(inner.text("message"_L1))});
    }
}

} // namespace

ApiError errorFromAnswer(int httpStatus, QByteArrayView contentType, const QByteArray &body)
{
    ApiError error{.httpStatus = httpStatus};
    const bool html = isHtml(contentType) || looksLikeHtml(body);
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject())
        readEnvelope(error, document.object());
    else if (!html)
        error.serverMessage = quoted(QString::fromUtf8(body));
    error.kind = kindOf(error, httpStatus, html);
    const bool isDocumented = (httpStatus == 400 || httpStatus == 401) && !html;
    error.fate = isCertainRefusal(error, httpStatus, isDocumented) ? Fate::Answered : Fate::Unknown;
    return error;
}

std::optional<ApiError> errorInObject(const QJsonObject &answer)
{
    const bool saysNotOk = answer.value("ok"_L1).isBool() && !answer.value("ok"_L1).toBool();
    const bool isEnvelope = answer.contains("type"_L1) && answer.contains("code"_L1);
    if (!saysNotOk && !isEnvelope)
        return std::nullopt;

    // the status and the code differ: the worse one is taken for true
    const qint64 code = JsonFields(answer).integer("code"_L1).value_or(0);
    const bool isErrorCode = code >= 400 && code < 600;
    ApiError error{.httpStatus = isErrorCode ? static_cast<int>(code) : 200};
    readEnvelope(error, answer);
    const int status = isErrorCode ? error.httpStatus : 400;
    error.kind = kindOf(error, status, false);
    error.fate = isCertainRefusal(error, status, false) ? Fate::Answered : Fate::Unknown;
    return error;
}

bool isHtml(QByteArrayView contentType)
{
    const QByteArray type = contentType.toByteArray().toLower().trimmed();
    return type.startsWith("text/html") || type.startsWith("application/xhtml");
}

bool looksLikeHtml(QByteArrayView body)
{
    return firstVisibleByte(body) == '<';
}

char firstVisibleByte(QByteArrayView body)
{
    static constexpr std::string_view unseen = " \t\r\n\f\v\xEF\xBB\xBF";
    const auto first =
        std::ranges::find_if(body, [](char c) { return unseen.find(c) == std::string_view::npos; });
    return first == body.end() ? '\0' : *first;
}
