// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled by the test of the door, and never linked: with INTRUDER each way around the door must be refused by the compiler;
// without it the rest must pass, so that the refusals are known to be about the door.
#include "app/changes/writedoor.h"

#include <QObject>

void send(ApiClient &client, QObject *context)
{
    const WriteRequest<int> request;
    WriteDoor(client).send(request, context, [](const WriteOutcome<int> &) { });
#ifdef INTRUDER
    struct OwnPass : WritePass
    { };
    client.sendWrite(WritePass(), request, context, [](const Result<int> &) { });
    client.sendWrite({}, request, context, [](const Result<int> &) { });
    client.sendWrite(OwnPass(), request, context, [](const Result<int> &) { });
    client.startWrite({}, context, {});
#endif
}
