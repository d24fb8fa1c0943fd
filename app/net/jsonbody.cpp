// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/jsonbody.h"

#include "app/net/errorenvelope.h"

#include <QJsonObject>

#include <algorithm>
#include <utility>

void JsonBody::begin(qint64 declaredBytes)
{
    constexpr qint64 mostReserved = 1 << 20; // a declared length is a claim, not a fact
    m_document = {};
    m_bytes.clear();
    m_bytes.reserve(std::clamp<qint64>(declaredBytes, 0, mostReserved));
    m_isDeclared = declaredBytes >= 0;
}

Result<bool> JsonBody::take(QByteArrayView bytes)
{
    m_bytes.append(bytes);
    if (looksLikeHtml(m_bytes))
        return tl::make_unexpected(ApiError{.kind = ErrorKind::NotTheApi});
    return true;
}

Result<void> JsonBody::end()
{
    const QByteArrayView text = QByteArrayView(m_bytes).trimmed();
    if (text == "null" || text == "\"\"")
        return {};

    QJsonParseError fault;
    m_document = QJsonDocument::fromJson(m_bytes, &fault);
    const qsizetype size = std::exchange(m_bytes, {}).size();
    if (fault.error != QJsonParseError::NoError) {
        // Without a declared length the library cannot always tell a cut from an end: JSON that stops short can.
        const bool isCut = !m_isDeclared && size > 0 && fault.offset >= size;
        return tl::make_unexpected(ApiError{.kind = isCut ? ErrorKind::CutShort : ErrorKind::Unreadable,
                                            .serverMessage = fault.errorString(),
                                            .position = fault.offset});
    }
    if (const std::optional<ApiError> error = errorInObject(m_document.object()))
        return tl::make_unexpected(*error);
    return {};
}

void JsonBody::breakOff()
{
    m_bytes.clear();
}
