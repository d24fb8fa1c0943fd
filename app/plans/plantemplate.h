// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plandraft.h"

#include <QByteArray>

#include <tl/expected.hpp>

/// How much of a draft is written.
enum class DraftParts {
    Everything, ///< For the same person, to go on later.
    WithoutTargets, ///< A template, for any company: without company, devices, groups and name.
};

/// Larger files are no drafts.
inline constexpr qsizetype mostDraftBytes = 8 << 20;

/// A file that readDraft() takes: JSON, by the words of the request.
QByteArray draftFile(const PlanDraft &draft, DraftParts parts);

/// A draft or a template, from whomever: a word, type or format that is not known is a fault, in one translated sentence. What the file
/// does not name is as in a new draft. Whether it makes sense as a plan is for planProblems() to say.
tl::expected<PlanDraft, QString> readDraft(const QByteArray &file);
