// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/coverage.h"

#include <QCoreApplication>

namespace {

struct CoverageRow
{
    CoverageWord word;
    const char *queryWord;
    const char *label; ///< Context "Coverage", as the sentence.
    const char *sentence;
};

constexpr std::array<CoverageRow, coverageWordCount> coverageTable{{
    {CoverageWord::Covered, "covered", QT_TRANSLATE_NOOP("Coverage", "In a plan that is on"),
     QT_TRANSLATE_NOOP("Coverage", "A plan that is on is applied to the device or lists it.")},
    {CoverageWord::Uncovered, "uncovered", QT_TRANSLATE_NOOP("Coverage", "In no plan"),
     QT_TRANSLATE_NOOP("Coverage",
                       "All plans of the device's company were read, and none names the device.")},
    {CoverageWord::OnlyLocal, "local", QT_TRANSLATE_NOOP("Coverage", "Only local"),
     QT_TRANSLATE_NOOP("Coverage",
                       "Every plan of the device writes to a local place: no copy goes elsewhere.")},
    {CoverageWord::PlanOff, "off", QT_TRANSLATE_NOOP("Coverage", "Plan off"),
     QT_TRANSLATE_NOOP("Coverage", "Every plan of the device is switched off.")},
    {CoverageWord::ScheduleOff, "unscheduled", QT_TRANSLATE_NOOP("Coverage", "Schedule off"),
     QT_TRANSLATE_NOOP("Coverage", "The device's plans are on, and the schedules of all of them are off.")},
    {CoverageWord::Pending, "pending", QT_TRANSLATE_NOOP("Coverage", "Pending"),
     QT_TRANSLATE_NOOP("Coverage", "A plan is not applied to the device yet.")},
    {CoverageWord::Failed, "failed", QT_TRANSLATE_NOOP("Coverage", "Failed"),
     QT_TRANSLATE_NOOP("Coverage", "A plan could not be applied to the device.")},
    {CoverageWord::Unread, "unread", QT_TRANSLATE_NOOP("Coverage", "Not known"),
     QT_TRANSLATE_NOOP("Coverage", "The plans of the device's company were not read.")},
}};

const CoverageRow &row(CoverageWord word)
{
    return coverageTable[static_cast<size_t>(word)];
}

} // namespace

QString queryWord(CoverageWord word)
{
    return QString::fromLatin1(row(word).queryWord);
}

QString label(CoverageWord word)
{
    return QCoreApplication::translate("Coverage", row(word).label);
}

QString sentence(CoverageWord word)
{
    return QCoreApplication::translate("Coverage", row(word).sentence);
}
