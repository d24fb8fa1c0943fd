// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/net/jsonfields.h"

#include <array>

/// What the client that is set up may do. Both are off unless a person chose them.
/// Source: API document, "Fetch Configuration ID".
struct SetupOptions
{
    bool privateEncryption = false; ///< The backups are encrypted with a key that IDrive does not keep.
    bool fullClient = false;

    friend bool operator==(const SetupOptions &, const SetupOptions &) = default;
};

/// Every combination, the one without any first.
inline constexpr std::array allSetupOptions{SetupOptions{}, SetupOptions{.privateEncryption = true},
                                            SetupOptions{.fullClient = true},
                                            SetupOptions{.privateEncryption = true, .fullClient = true}};

/// The answer of GET /company/fetch_config_id. For which system and options it is stands in the question alone.
struct SetupKit
{
    CompanyId company;
    QString name;
    /// Both let anyone enrol a device: shown and copied where devices are set up, never logged, never exported unasked.
    QString configurationId;
    QString setupLink;
    int unreadableFields = 0;
    QList<OtherField> otherFields{}; ///< As secret as the two above.

    friend bool operator==(const SetupKit &, const SetupKit &) = default;
};
