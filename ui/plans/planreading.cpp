// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planreading.h"

#include "app/base/visibletext.h"
#include "app/fleet/fleet.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNamed = 5;

// The context of the words for translators.
struct PlanReadingWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanReading)
};

QString titleOf(const Fleet &fleet, const CompanyKey &company)
{
    const CompanyEntry *entry = fleet.companies().find(company);
    return visibleText(entry ? entry->title() : company.company.text());
}

// "Acme, Beta and 12 more"
QString named(const QStringList &names)
{
    const qsizetype more = names.size() - mostNamed;
    if (more <= 0)
        return names.join(u", "_s);
    return PlanReadingWords::tr("%1 and %2 more", "a list of names")
        .arg(names.first(mostNamed).join(u", "_s), QLocale().toString(more));
}

} // namespace

QList<CompanyKey> companiesOf(const Fleet &fleet, const PlanScope &scope)
{
    if (scope.company)
        return {*scope.company};
    QList<CompanyKey> companies;
    for (const CompanyEntry &entry : fleet.companies().entries())
        companies << entry.key;
    return companies;
}

PlanReadingState planReading(const Fleet &fleet, const PlanScope &scope)
{
    const QList<CompanyKey> companies = companiesOf(fleet, scope);
    PlanReadingState state{.companies = static_cast<int>(companies.size())};
    for (const CompanyKey &company : companies) {
        const CompanyPlans *plans = fleet.plans().of(company);
        if (!plans)
            continue;
        state.failed += plans->error() ? 1 : 0;
        if (!plans->readAt().isValid())
            continue;
        ++state.read;
        if (!state.oldest.isValid() || plans->readAt() < state.oldest)
            state.oldest = plans->readAt();
    }
    const bool isReading =
        scope.company ? fleet.plans().isReading(*scope.company) : fleet.plans().isReading();
    if (isReading)
        state.progress = fleet.plans().progress();
    return state;
}

QString planTrouble(const Fleet &fleet, const PlanScope &scope)
{
    QStringList failed;
    const ApiError *first = nullptr;
    QStringList sentences;
    QStringList damaged;
    qsizetype damagedRows = 0;
    for (const CompanyKey &company : companiesOf(fleet, scope)) {
        const CompanyPlans *plans = fleet.plans().of(company);
        if (!plans)
            continue;
        if (plans->error()) {
            failed << titleOf(fleet, company);
            first = first ? first : &*plans->error();
        }
        if (!plans->damaged().isEmpty()) {
            damaged << titleOf(fleet, company);
            damagedRows += plans->damaged().size();
        }
    }
    if (first)
        sentences
            << PlanReadingWords::tr("Not read: %1. %2 %3").arg(named(failed), first->what(), first->advice());
    if (damagedRows == 1)
        sentences << PlanReadingWords::tr("A plan of %1 could not be understood.").arg(damaged.first());
    else if (damagedRows > 1)
        sentences << PlanReadingWords::tr("%1 plans could not be understood, of: %2.")
                         .arg(QLocale().toString(damagedRows), named(damaged));
    return sentences.join(u'\n');
}
