// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/refusals.h"

#include <QJsonObject>

#include <cstdint>
#include <span>
#include <string_view>

enum class FieldKind : std::uint8_t {
    Object,
    Text,
    Number, ///< whole, not negative
    Boolean,
    Word, ///< a text, one of FieldRule::words
    Time, ///< a text, HH:MM:SS
    Texts, ///< an array
    Words,
    Addresses, ///< of email
};

/// Whether a field has a place in a body. Ignored: it may stand there, and says nothing.
enum class Place : std::uint8_t { Here, Elsewhere, Ignored };

/// One row of an operation's table of request fields in the API document.
struct FieldRule
{
    std::string_view path; ///< "scheduler.time"
    FieldKind kind;
    bool isRequired; ///< where it has a place; a list is not empty then
    std::string_view field; ///< what a refusal names. Source: API document, Error Fields
    std::span<const std::string_view> words = {};
    std::string_view all = {}; ///< the word of a list that stands for all others, and alone
    Place (*place)(const QJsonObject &body) = nullptr; ///< nullptr: always here
};

/// What several fields must have in common.
struct TogetherRule
{
    std::string_view field;
    std::string_view demand; ///< a sentence without its full stop
    bool (*isBroken)(const QJsonObject &body); ///< asked only of bodies whose single fields are right
};

/// The whole contract of a body.
struct BodyRules
{
    std::span<const FieldRule> fields;
    std::span<const TogetherRule> together;
};

extern const BodyRules createCompanyBody;
extern const BodyRules emailNotificationBody;
extern const BodyRules createPlanBody;
extern const BodyRules nextErrorBody;

/// The value at \a path, undefined where there is none.
QJsonValue valueAt(const QJsonObject &body, std::string_view path);
