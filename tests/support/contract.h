// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/byteanswer.h"

/// In what \a request does not keep to the API document: nothing missing, nothing unknown, right types. Empty when it keeps to it.
/// The judge is the strict sandbox; which key it is and whether there is what the request names is not judged.
QByteArray breachIn(const ReceivedRequest &request);

/// Ends the test program, with the request and the breach in its last words, when there is one.
void holdToContract(const ReceivedRequest &request);
