// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/pretendcompany.h"

#include <optional>
#include <string>
#include <string_view>

// Every company that has devices has all groups that roles can name. The API document has no list of groups and no
// sample of a group's ID: here it is text, as the IDs of devices and plans are, and it holds digits.

/// The ID of the group \a name of \a company.
std::string groupId(const PretendCompany &company, std::string_view name);

/// The name of the group of \a company with this \a id, if it has one.
std::optional<std::string_view> groupName(const PretendCompany &company, std::string_view id);
