// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a server says with whatever status, there is an error with words for the person, and nothing in it steers a layout.
#include "app/net/errorenvelope.h"

#include "tests/fuzz/target.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace {

void lookAt(const ApiError &error)
{
    mustHold(!error.what().isEmpty() && !error.advice().isEmpty(), "each error has its words");
    const QString quotation = error.quotation();
    mustHold(std::ranges::all_of(quotation,
                                 [](QChar c) { return c == u'\n' || c.category() != QChar::Other_Control; }),
             "no control characters are quoted");
}

} // namespace

QByteArrayList seeds()
{
    // the first two bytes are the status, the third says what the label is
    return {
        R"(@@j{"ok":false,"type":"entity_not_found","message":"m","code":400,"errors":[{"field":"company_id"}]})",
        R"(@@j{"type":"authentication_failed","code":401,"errors":[{"type":"insufficient_privileges"}]})",
        R"(@@j{"ok":false,"code":"500","type":17,"errors":{"type":"internal_error"},"message":null})",
        "@@h<!DOCTYPE html><title>Sign in</title>", "@@j\xEF\xBB\xBF not JSON at all \x1B[2J"};
}

void tryBytes(QByteArrayView bytes)
{
    if (bytes.size() < 3)
        return;
    const int number = static_cast<unsigned char>(bytes[0]) * 256 + static_cast<unsigned char>(bytes[1]);
    const int status = 100 + number % 900;
    const QByteArray body = bytes.sliced(3).toByteArray();
    const ApiError error = errorFromAnswer(status, bytes[2] == 'h' ? "text/html" : "application/json", body);
    mustHold(error.httpStatus == status, "the status is the server's");
    lookAt(error);
    if (const std::optional<ApiError> hidden = errorInObject(QJsonDocument::fromJson(body).object()))
        lookAt(*hidden);
}
