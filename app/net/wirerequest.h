// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/net/endpoint.h"
#include "app/net/wirecall.h"

#include <QNetworkRequest>

/// The one place where a QNetworkRequest is made and where the key is put into one: no redirect, HTTP/1.1, no cookies, no cache, no
/// remembered sign-ins, TLS 1.2 or later with the peer verified.
///
/// The path of \a call is appended to the endpoint's as text (QUrl::resolved() would lose "/api/msp"), and its query is
/// encoded here: what reaches the wire decodes to exactly what was given, '+' included.
///
/// It gets the headers and attributes with which a ReadOnceBody goes up once and never again: that of a change, and the empty
/// one of a read.
///
/// KeyRefused when \a key cannot stand in a header: then nothing may be sent.
Result<QNetworkRequest> makeWireRequest(const Endpoint &endpoint, const Secret &key, const WireCall &call);

/// Path and query of \a call below the endpoint, as they stand on the wire.
QByteArray wireTarget(const WireCall &call);

/// True when \a key is 8 to 4096 characters of visible ASCII: nothing in it can end a header line.
bool isSendableKey(QByteArrayView key);
