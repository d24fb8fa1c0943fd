// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Lets its holder hand a change to the client. Only the door of app/changes can make one, so that nobody else can send a write: it
/// would not compile.
class WritePass
{
    friend class WriteDoor;
    WritePass() = default;
};
