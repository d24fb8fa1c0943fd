// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/apierror.h"

#include <QNetworkReply>

/// What the failure of the library means, for an answer that did not come to its end. \a httpStatus is 0 when not even its
/// head came. \a words are the library's own and are kept for quotation.
ApiError errorFromReply(QNetworkReply::NetworkError error, const QString &words, int httpStatus);
