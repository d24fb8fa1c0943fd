// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changesubject.h"

/// Every kind of change that Steward makes. A kind that is missing here cannot be sent, and cannot be looked up after a restart.
ChangeSubjects changeSubjects();
