// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/configurationid.h"
#include "app/enrolment/setuplink.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

/// Which companies a token stands for, as far as Steward knows them. A token need not be one company's alone (API.md, row 21).
using TokenOwners = QHash<QString, QStringList>;

/// One configuration ID or link in a pasted text.
struct InspectedPiece
{
    enum class Kind {
        ConfigurationId, ///< Decoded: see id.
        OpaqueId, ///< Looks like one by its letters, and says nothing that can be read.
        SetupLink, ///< https, at IDrive's host.
        OtherLink, ///< Anything else with a scheme: another host, http, file, javascript. Only ever text.
    };
    enum class Partner {
        None, ///< There is nothing to compare it with.
        Agrees, ///< The text has a link, or an ID, with the same token.
        Differs, ///< It has one, and with another token.
    };

    Kind kind = Kind::OpaqueId;
    QString text{}; ///< As pasted, blanks and line breaks of a mail taken out of an ID. At most 4 KB of it.
    QString token{};
    std::optional<ConfigurationId> id{};
    SetupLink link{}; ///< Of links.
    Partner partner = Partner::None;
    QStringList owners{}; ///< Companies of ours that the token stands for.
    QString doubt{}; ///< Why it is not to be trusted, in one sentence; empty: nothing speaks against it.
};

struct KitInspection
{
    QList<InspectedPiece> pieces{}; ///< In the order of the text; one that stands there twice is there once.
    qsizetype left = 0; ///< Characters or pieces beyond what is looked at were left out: how many characters.
};

/// Looks for configuration IDs and links in \a text: an ID, a link, or a whole mail, also one that quotes and wraps. Nothing in it is opened, run
/// or sent anywhere. At most 256 K characters and 200 pieces are looked at.
KitInspection inspectedKits(const QString &text, const TokenOwners &owners);
