// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/apirequest.h"
#include "app/sandbox/query.h"
#include "app/sandbox/refusals.h"

#include <QJsonObject>

#include <string_view>

struct Operation;

// What the API document demands of a request, whatever fleet there is. In the order in which it is judged:

/// The key that \a request shows, in the one header and the one form that there are for it.
Allowed<std::string_view> shownKey(const ApiRequest &request);

/// The operation at the path of \a request, with its method.
Allowed<const Operation *> askedOperation(const ApiRequest &request);

/// What a request asks of its operation.
struct Asked
{
    UrlQuery query;
    QJsonObject body; ///< empty for reads
};

/// Parameters and body of \a request, held against the rules of \a operation.
Allowed<Asked> readRequest(const ApiRequest &request, const Operation &operation);
