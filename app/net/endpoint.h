// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

/// The base address of the API, e.g. https://api.idrive360.com/api/msp: https, or http to this computer only.
class Endpoint
{
public:
    /// IDrive's own, from the API document, "Base Endpoint".
    static Endpoint idrive();
    /// \a text as a person typed it. The error is a sentence that says what is wrong with it and what is accepted: other
    /// schemes, http to anything but 127.0.0.0/8, ::1 and localhost, user names, queries and fragments are refused.
    static tl::expected<Endpoint, QString> parse(const QString &text);

    /// scheme://host[:port]/path without a slash at the end.
    QUrl url() const { return m_url; }
    /// Host, with the port where it is not the scheme's own.
    QString hostText() const;
    bool isIdrive() const;
    bool isEncrypted() const;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;

private:
    explicit Endpoint(QUrl url) : m_url(std::move(url)) { }

    QUrl m_url;
};
