// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies that the API document does not allow, each made from one that it does.
#pragma once

#include <QByteArray>

#include <span>

/// A whole body that is right. %DEVICE% stands for the ID of an active device of the key's own company.
struct RightBody
{
    const char *method;
    const char *target;
    const char *json;
};

extern const RightBody companyBody;
extern const RightBody notificationBody;
extern const RightBody planBody;

/// What is changed about it, and how it is refused then.
struct RefusedBody
{
    const char *what;
    const RightBody &right;
    const char *edits; ///< path=JSON, one a line; nothing behind the sign takes the field away
    int status;
    const char *baseType;
    const char *type; ///< of the first inner error, as is the field
    const char *field;
};

std::span<const RefusedBody> refusedBodies();

/// \a right with \a edits in it.
QByteArray edited(const RightBody &right, const char *edits);
