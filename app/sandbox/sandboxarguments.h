// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/answers.h"
#include "app/sandbox/pretendfleet.h"

#include <tl/expected.hpp>

#include <QStringList>

#include <string>

/// What the command line of steward-sandbox asks for.
struct SandboxArguments
{
    enum class Wish { Serve, ShowText };

    /// Reads \a arguments, the program's name first. The error is a sentence for the person.
    static tl::expected<SandboxArguments, QString> read(const QStringList &arguments);

    Wish wish = Wish::Serve;
    QString text = {}; ///< with ShowText: help or version
    int port = 0; ///< 0: any free one
    FleetSize size = {};
    std::string key = "sandbox-key";
    Reading reading = {};
    int speed = 1; ///< of the sandbox's clock, see SandboxClock
    bool endsWithStdin = false;
};
