// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/apikey.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>
#include <utility>

namespace {

constexpr qsizetype shortestKey = 8;
constexpr qsizetype longestKey = 4096;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isWrapping(char c)
{
    return c == '"' || c == '\'' || c == '<' || c == '>';
}

bool isVisibleAscii(char c)
{
    return c > ' ' && c < '\x7f';
}

QByteArrayView unwrapped(QByteArrayView text)
{
    const auto isAround = [](char c) {
        return isBlank(c) || isWrapping(c);
    };
    while (!text.isEmpty() && isAround(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isAround(text.back()))
        text.chop(1);
    return text;
}

QByteArrayView withoutBearer(QByteArrayView text)
{
    constexpr QByteArrayView bearer("bearer");
    const bool isNamed =
        text.size() > bearer.size() && text.first(bearer.size()).compare(bearer, Qt::CaseInsensitive) == 0;
    if (!isNamed || isVisibleAscii(text[bearer.size()]))
        return text;
    return unwrapped(text.sliced(bearer.size()));
}

QString translated(const char *sentence)
{
    return QCoreApplication::translate("ApiKey", sentence);
}

QString problemWith(QByteArrayView key)
{
    if (key.isEmpty())
        return translated(QT_TRANSLATE_NOOP(
            "ApiKey", "There is no API key here. Copy it from the web console under My Account > API Keys."));
    if (std::ranges::any_of(key, isBlank))
        return translated(QT_TRANSLATE_NOOP(
            "ApiKey", "The API key has a blank or a line break inside. Copy it again, in one piece."));
    if (!std::ranges::all_of(key, isVisibleAscii))
        return translated(QT_TRANSLATE_NOOP(
            "ApiKey",
            "The API key has characters that no key holds (only plain letters, digits and signs "
            "can be sent). Copy it again from the web console."));
    if (key.size() < shortestKey)
        return translated(QT_TRANSLATE_NOOP(
            "ApiKey", "The API key is too short (fewer than 8 characters). Copy it again, whole."));
    if (key.size() > longestKey)
        return translated(QT_TRANSLATE_NOOP(
            "ApiKey", "The API key is too long (more than 4,096 characters). Copy the key alone."));
    return {};
}

} // namespace

tl::expected<CleanedKey, QString> cleanApiKey(QByteArray &&typed)
{
    Secret whole(std::move(typed));
    const QByteArrayView line = whole.reveal();
    // one line break at the end is how files end, not something that the person should be told of
    QByteArrayView asWritten = line;
    while (!asWritten.isEmpty() && (asWritten.back() == '\n' || asWritten.back() == '\r'))
        asWritten.chop(1);
    const QByteArrayView key = withoutBearer(unwrapped(asWritten));
    if (const QString problem = problemWith(key); !problem.isEmpty())
        return tl::unexpected(problem);
    return CleanedKey{.key = Secret(QByteArray(key.data(), key.size())),
                      .wasCleaned = key.size() != asWritten.size()};
}
