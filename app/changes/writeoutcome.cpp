// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/writeoutcome.h"

WriteEnd writeEndOf(const ApiError &error)
{
    switch (error.fate) {
    case Fate::NotSent:
        return WriteEnd::NotSent;
    case Fate::Answered:
        return WriteEnd::Refused;
    case Fate::Unknown:
        break;
    }
    return WriteEnd::Unknown;
}
