// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plandraft.h"

#include <tl/expected.hpp>

/// The template in the file at \a path, which anybody may have written. Company, devices, groups and name, if it has any, are left out: a
/// template is for any company. A pipe or device is not waited for, and no path in it is followed. The error is one translated sentence.
tl::expected<PlanDraft, QString> readTemplateFile(const QString &path);

/// Writes \a draft as a template, whole or not at all. Empty, or why not, in a sentence.
QString writeTemplateFile(const QString &path, const PlanDraft &draft);
