// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/endpoint.h"
#include "app/steward/sandboxprocess.h"

#include <QString>
#include <QStringList>

#include <optional>

#include <tl/expected.hpp>

/// What the person asked for on the command line. The API key is never among it: only the file that holds it.
struct Options
{
    bool help = false;
    bool version = false;
    bool sandbox = false; ///< Open the sandbox; also set by any option that describes one.
    SandboxOptions sandboxFleet = {};
    /// Set when an account is to be opened; IDrive's own unless another is named.
    std::optional<Endpoint> endpoint = {};
    QString apiKeyFile = {}; ///< "-" is standard input. Set exactly when endpoint is.
    QString profile = {}; ///< Folder of all settings and data; empty: the desktop's place for them.
    QString screenshots = {}; ///< Folder for pictures; empty: none are taken.
    QString watchdog = {}; ///< File for the pauses of the window's thread; empty: they are not measured.
};

/// \a arguments without the program's name. Pure: opens no file and needs no application. The error is one sentence for
/// standard error; it quotes no argument that could be a key put in the wrong place.
tl::expected<Options, QString> parseOptions(const QStringList &arguments);

/// The page that --help prints.
QString optionsHelp();
