// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/listbody.h"

#include "app/net/errorenvelope.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace {

constexpr qsizetype largestEnvelope = 64 << 10; // a longer object is a row

} // namespace

void ListBody::begin(qint64 declaredBytes)
{
    m_rows->begin(declaredBytes);
}

Result<bool> ListBody::take(QByteArrayView bytes)
{
    if (m_isThrough)
        return m_rows->take(bytes);

    m_held.append(bytes);
    if (looksLikeHtml(m_held))
        return tl::make_unexpected(ApiError{.kind = ErrorKind::NotTheApi});
    const char first = firstVisibleByte(m_held);
    const bool mayBeEnvelope = first == '\0' || first == '{';
    if (mayBeEnvelope && m_held.size() <= largestEnvelope)
        return false;
    return letThrough();
}

Result<void> ListBody::end()
{
    if (!m_isThrough) {
        const std::optional<ApiError> error = errorInObject(QJsonDocument::fromJson(m_held).object());
        const Result<bool> taken = error ? tl::make_unexpected(*error) : letThrough();
        if (!taken) {
            m_rows->breakOff();
            return tl::make_unexpected(taken.error());
        }
    }
    return m_rows->end();
}

void ListBody::breakOff()
{
    m_rows->breakOff();
}

Result<bool> ListBody::letThrough()
{
    m_isThrough = true;
    const QByteArray held = std::exchange(m_held, {});
    return held.isEmpty() ? Result<bool>(false) : m_rows->take(held);
}
