// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/jsonfields.h"

#include <QString>

#include <optional>

/// What a configuration ID says, for looking at it. Steward never makes one.
struct ConfigurationId
{
    QString token; ///< Names the company; the setup link ends in the same. Empty when it holds none.
    std::optional<bool> encryptionRequired; ///< Taken for private_encryption; nullopt: not said.
    std::optional<bool> desktopAppStatus; ///< Taken for full_client; nullopt: not said.
    QList<OtherField> otherFields{};

    friend bool operator==(const ConfigurationId &, const ConfigurationId &) = default;
};

/// Decodes \a text: base64 in either alphabet, with or without its padding, blanks and line breaks of a mail left out, at most 4 KB. nullopt
/// when that is no JSON object: then the ID is opaque, which is no fault of it (the API document does not state its form).
/// Source: the samples of the API document; API.md, row 27.
std::optional<ConfigurationId> decodedConfigurationId(const QString &text);
