// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/wirerequest.h"

#include <QCoreApplication>
#include <QSslConfiguration>

#include <algorithm>

namespace {

QSslConfiguration strictTls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

// With a length given and nothing buffered, the library reads the body from its device and cannot rewind it: see ReadOnceBody.
// It takes such a body with a length only, so a read says "Content-Length: 0". RFC 9110 (8.6) sees no need for that with a GET,
// but it means what it says, no body, and servers and their guards take it so.
void describeBody(QNetworkRequest &request, const std::optional<WireUpload> &upload)
{
    request.setHeader(QNetworkRequest::ContentLengthHeader, upload ? upload->json.size() : 0);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    if (upload)
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
}

} // namespace

Result<QNetworkRequest> makeWireRequest(const Endpoint &endpoint, const Secret &key, const WireCall &call)
{
    if (!isSendableKey(key.reveal())) {
        return tl::make_unexpected(ApiError{.kind = ErrorKind::KeyRefused,
                                            .fate = Fate::NotSent,
                                            .serverMessage = QCoreApplication::translate(
                                                "ApiError",
                                                "The key holds characters that cannot be sent, or its "
                                                "length is not 8 to 4096. Nothing was sent.")});
    }

    QNetworkRequest request(
        QUrl::fromEncoded(endpoint.url().toEncoded() + wireTarget(call), QUrl::StrictMode));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setDecompressedSafetyCheckThreshold(call.limits.bytes);
    request.setSslConfiguration(strictTls());

    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Language", "en"); // Qt's own would change with the computer's locale
    request.setRawHeader("User-Agent", "Steward/" STEWARD_VERSION);
    describeBody(request, call.upload);
    request.setRawHeader("Authorization", "Bearer " + key.reveal().toByteArray());
    return request;
}

// QUrlQuery leaves '+' bare, which servers read as a blank, and turns "%41" into "A".
QByteArray wireTarget(const WireCall &call)
{
    QByteArray target = call.path.toUtf8();
    char separator = '?';
    for (const QueryItem &item : call.query) {
        target += separator + QUrl::toPercentEncoding(item.name) + '=' + QUrl::toPercentEncoding(item.value);
        separator = '&';
    }
    return target;
}

bool isSendableKey(QByteArrayView key)
{
    constexpr qsizetype shortest = 8;
    constexpr qsizetype longest = 4096;
    return key.size() >= shortest && key.size() <= longest
        && std::ranges::all_of(key, [](char c) { return c > ' ' && c <= '~'; });
}
