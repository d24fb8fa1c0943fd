// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/changesubject.h"

// What a subject need not have. The names say what each parameter is for: see the header.

std::unique_ptr<LookUp> ChangeSubject::lookBefore(ApiClient & /*client*/, const ChangeRecord & /*change*/,
                                                  const QSet<QString> & /*taken*/) const
{
    return nullptr;
}

std::unique_ptr<LookUp> ChangeSubject::lookUp(ApiClient & /*client*/, const ChangeRecord & /*change*/,
                                              const QSet<QString> & /*taken*/) const
{
    return nullptr;
}

std::optional<ChangeAnswer> ChangeSubject::doneBy(const ApiError & /*refusal*/,
                                                  const ChangeRecord & /*change*/) const
{
    return std::nullopt;
}

ChangeAnswer ChangeSubject::judged(ChangeAnswer answer, const ChangeRecord & /*change*/) const
{
    return answer;
}
