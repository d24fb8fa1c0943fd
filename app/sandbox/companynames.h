// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/pretendrole.h"

#include <cstdint>
#include <string>

/// A believable name, UTF-8, and what goes with the trade in it.
struct CompanyName
{
    std::string text;
    Speciality speciality = Speciality::Workshop;
};

/// The most names of sub companies that differ.
constexpr int mostCompanyNames = 5000;

/// The name of the key's own company, a managed service provider.
std::string providerName(std::uint64_t seed);

/// The name of sub company number \a index, from 0. No two of one \a seed are the same while index <
/// mostCompanyNames.
CompanyName companyName(std::uint64_t seed, int index);

/// Names that go through many programs badly: very long, with markup, quotes, a backslash or direction marks.
/// Number \a index, from 0 to oddCompanyNames - 1.
constexpr int oddCompanyNames = 5;
CompanyName oddCompanyName(int index);

/// The name of a part of \a company: "Castell Logistics – Harbour".
std::string partName(const std::string &company, int index);

/// What the devices of a company are named after: the first three Latin letters of its \a name in upper case,
/// "MUL" for "Müller".
std::string devicePrefix(const std::string &name);
