// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/byteserver.h"
#include "tests/support/pretendserver.h"
#include "tests/support/testauthority.h"

#include <memory>

/// A server of one company with one device that is reached through a proxy: its certificate names another host than this computer, to
/// which no proxy is asked.
inline std::unique_ptr<ByteServer> makeProxiedFleet(TestAuthority &authority)
{
    return std::make_unique<ByteServer>(
        [](const ReceivedRequest &request) {
            const bool isCompany = request.target().endsWith("/company");
            return ByteAnswer{.bytes = jsonAnswer(isCompany ? companyJson("1", "Northwind", {}, true)
                                                            : listJson({deviceJson("d1", "1")}))};
        },
        ByteServer::Setup{.tls = authority.server(TestAuthority::Leaf::WrongName)});
}
