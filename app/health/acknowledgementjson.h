// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/acknowledgement.h"

#include <QJsonObject>

#include <optional>

/// {"account": ID, "device": ID or "company": ID, "note": text, "until": "2026-11-30T08:00:00Z", "state": query word}.
QJsonObject toJson(const Acknowledgement &acknowledgement);

/// Reads what anybody may have written. nullopt: it has no subject, no time, or a state that is not known; then it is left alone.
std::optional<Acknowledgement> acknowledgementFromJson(const QJsonObject &json);
