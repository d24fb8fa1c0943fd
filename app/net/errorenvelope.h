// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/apierror.h"

#include <QByteArrayView>

#include <optional>

class QJsonObject;

/// What an answer of a status other than 200 means. \a body is the start of it, whole as a rule; it need not be JSON.
/// ApiError::host is left to the caller. Its fate is Answered only when the words are the API's own and certain: a
/// 500 with processing_fault, a 400 or 401 that is no web page, or another 4xx (not 408, not 429) with the API's envelope.
/// Source: API document, "Error Response" and "Error Types".
ApiError errorFromAnswer(int httpStatus, QByteArrayView contentType, const QByteArray &body);

/// The error that \a answer says although its status was 200: `ok` is false, or there are a `type` and a `code`.
std::optional<ApiError> errorInObject(const QJsonObject &answer);

/// True for the media types of web pages.
bool isHtml(QByteArrayView contentType);

/// True when the first visible byte of \a body is '<': a web page, whatever its label says.
bool looksLikeHtml(QByteArrayView body);

/// The first byte of \a body that is neither blank nor part of a byte order mark; 0 when there is none yet.
char firstVisibleByte(QByteArrayView body);
