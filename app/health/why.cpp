// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/why.h"

#include "app/base/visibletext.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace {

enum class Words : quint8 { None, Status, Result, LastBackup, NextBackup };

/// What a rule says. %1 is what was measured, %2 the limit; "readings" says that both are counts.
struct RuleRow
{
    HealthRule rule;
    Words words;
    bool isCount;
    const char *text; ///< Context "Why".
    const char *
        textWithoutMeasure; ///< Where there may be nothing to measure; nullptr: there always is, or it does not matter.
};

constexpr std::array<RuleRow, healthRuleCount> ruleTable{{
    {HealthRule::NotManaged, Words::Status, false,
     QT_TRANSLATE_NOOP("Why",
                       "IDrive says that this device is no longer managed. It is left out of all counts."),
     nullptr},
    {HealthRule::LastFailed, Words::Result, false,
     QT_TRANSLATE_NOOP("Why", "IDrive says that the last backup failed. The last good one is %1 old."),
     QT_TRANSLATE_NOOP("Why", "IDrive says that the last backup failed. It reports no good one.")},
    {HealthRule::CancelledAgain, Words::Result, true,
     QT_TRANSLATE_NOOP(
         "Why", "IDrive said cancelled in %1 readings in a row. From %2 on Steward takes that for failing."),
     nullptr},
    {HealthRule::Never, Words::None, false,
     QT_TRANSLATE_NOOP(
         "Why",
         "IDrive reports no backup at all. Steward first saw this device %1 ago; a device is new for %2."),
     nullptr},
    {HealthRule::NeverNew, Words::None, false,
     QT_TRANSLATE_NOOP(
         "Why",
         "IDrive reports no backup yet. Steward first saw this device %1 ago; a device is new for %2."),
     nullptr},
    {HealthRule::Stale, Words::LastBackup, false,
     QT_TRANSLATE_NOOP("Why", "The last good backup is %1 old. The limit is %2."), nullptr},
    {HealthRule::Late, Words::NextBackup, false,
     QT_TRANSLATE_NOOP("Why",
                       "A backup was planned %1 ago, and IDrive reports no good one since. The grace is %2."),
     nullptr},
    {HealthRule::OfflineLong, Words::Status, false,
     QT_TRANSLATE_NOOP(
         "Why", "IDrive says offline, and Steward has not seen this device online for %1. The limit is %2."),
     nullptr},
    {HealthRule::Running, Words::Result, false,
     QT_TRANSLATE_NOOP("Why",
                       "A backup is in progress. The last good one is %1 old, within the limit of %2."),
     QT_TRANSLATE_NOOP("Why", "The first backup is in progress. It counts as running for %2.")},
    {HealthRule::Damaged, Words::None, false,
     QT_TRANSLATE_NOOP(
         "Why", "What IDrive sent about this device cannot be read. Whether it is protected is not known."),
     nullptr},
    {HealthRule::StatusNotReported, Words::None, false,
     QT_TRANSLATE_NOOP("Why", "IDrive does not report the status of this device."), nullptr},
    {HealthRule::StatusNotUnderstood, Words::Status, false,
     QT_TRANSLATE_NOOP("Why",
                       "Steward does not know what this status means for the backup. The device does not "
                       "count as protected."),
     nullptr},
    {HealthRule::ResultNotReported, Words::None, false,
     QT_TRANSLATE_NOOP("Why", "IDrive does not report how the last backup ended."), nullptr},
    {HealthRule::ResultNotUnderstood, Words::Result, false,
     QT_TRANSLATE_NOOP("Why", "Steward does not know this result. The device does not count as protected."),
     nullptr},
    {HealthRule::LastBackupNotUnderstood, Words::LastBackup, false,
     QT_TRANSLATE_NOOP(
         "Why", "The time of the last good backup cannot be read. How old the backup is, is not known."),
     nullptr},
    {HealthRule::LastBackupToCome, Words::LastBackup, false,
     QT_TRANSLATE_NOOP("Why",
                       "The last good backup lies %1 in the future. No time zone explains more than %2, so "
                       "how old it is, is not known."),
     nullptr},
    {HealthRule::NextBackupNotUnderstood, Words::NextBackup, false,
     QT_TRANSLATE_NOOP("Why",
                       "The time of the next backup cannot be read. Whether one was missed is not known."),
     nullptr},
    {HealthRule::LastSucceeded, Words::Result, false,
     QT_TRANSLATE_NOOP("Why",
                       "IDrive says that the last backup succeeded. It is %1 old, within the limit of %2."),
     nullptr},
    {HealthRule::CancelledOnce, Words::Result, false,
     QT_TRANSLATE_NOOP("Why",
                       "IDrive says that the last run was cancelled, so far once. The last good backup is %1 "
                       "old, within the limit of %2."),
     nullptr},
}};

const RuleRow &ruleRow(HealthRule rule)
{
    return ruleTable[static_cast<size_t>(rule)];
}

QString wordsOf(const ServerWords &words, Words which)
{
    switch (which) {
    case Words::None:
        return {};
    case Words::Status:
        return words.status;
    case Words::Result:
        return words.result;
    case Words::LastBackup:
        return words.lastBackup;
    case Words::NextBackup:
        return words.nextBackup;
    }
    return {};
}

LimitOrigin originOf(LimitSource source)
{
    switch (source) {
    case LimitSource::Default:
        return LimitOrigin::Default;
    case LimitSource::Account:
        return LimitOrigin::Account;
    case LimitSource::System:
        return LimitOrigin::System;
    case LimitSource::Group:
        return LimitOrigin::Group;
    case LimitSource::Company:
        return LimitOrigin::Company;
    }
    return LimitOrigin::None;
}

/// Fills in what each rule was measured by.
class Measure
{
public:
    Measure(const WhyQuestion &question, const LimitBook &book)
        : m_question(question), m_facts(question.facts), m_book(book), m_limits(book.limits(question.subject))
    { }

    HealthRules rules() const { return matchingRules(m_facts, m_limits, m_question.now); }

    WhyLine line(HealthRule rule) const
    {
        WhyLine line{.rule = rule, .words = wordsOf(m_question.words, ruleRow(rule).words)};
        switch (rule) {
        case HealthRule::LastFailed:
            setAge(line, m_facts.lastBackup);
            break;
        case HealthRule::CancelledAgain:
            line.measured = m_facts.cancelledReadings;
            line.limit = cancelledReadingsLimit;
            break;
        case HealthRule::Never:
        case HealthRule::NeverNew:
            setAge(line, m_facts.firstSeen);
            setLimit(line, LimitKind::Fresh);
            break;
        case HealthRule::Stale:
        case HealthRule::Running:
        case HealthRule::LastSucceeded:
        case HealthRule::CancelledOnce:
            setAge(line, m_facts.lastBackup);
            setStaleLimit(line);
            break;
        case HealthRule::Late:
            setLate(line);
            break;
        case HealthRule::OfflineLong:
            setAge(line, std::max(m_facts.lastOnline, m_facts.firstSeen));
            setLimit(line, LimitKind::Offline);
            break;
        case HealthRule::LastBackupToCome:
            line.time = m_facts.lastBackup;
            line.measured = m_facts.lastBackup - m_question.now;
            line.limit = futureLimit;
            break;
        default:
            break;
        }
        line.isZoneDoubtful =
            m_question.isZoneDoubtful && (rule == HealthRule::Stale || rule == HealthRule::Late);
        return line;
    }

private:
    void setAge(WhyLine &line, qint64 time) const
    {
        line.time = time;
        line.measured = time == noTime ? noTime : m_question.now - time;
    }

    void setLimit(WhyLine &line, LimitKind kind) const
    {
        const SourcedLimit limit = m_book.limit(kind, m_question.subject);
        line.limit = limit.value;
        line.origin = originOf(limit.source);
        line.kind = m_question.subject.kind;
    }

    void setStaleLimit(WhyLine &line) const
    {
        setLimit(line, LimitKind::Stale);
        const qint64 limit = staleLimit(m_limits, m_facts.schedule);
        if (limit != line.limit) {
            line.limit = limit;
            line.origin = LimitOrigin::Schedule;
            line.plan = m_question.plan;
        }
    }

    // Of two planned runs that are overdue, the one that has been so for longer.
    void setLate(WhyLine &line) const
    {
        const auto isDue = [this](qint64 planned) {
            return isOverdue(planned, m_facts, m_limits, m_question.now);
        };
        qint64 planned = m_facts.schedule.dueRun;
        if (m_facts.schedule.isKnown) {
            planned += scheduleTolerance;
            line.plan = m_question.plan;
        } else {
            const bool isRemembered = isDue(m_facts.rememberedNext)
                && (!isDue(m_facts.nextBackup) || m_facts.rememberedNext < m_facts.nextBackup);
            planned = isRemembered ? m_facts.rememberedNext : m_facts.nextBackup;
        }
        if (planned != m_facts.nextBackup)
            line.words.clear(); // the server says something else by now
        setAge(line, planned);
        setLimit(line, LimitKind::Late);
    }

    const WhyQuestion &m_question;
    const HealthFacts &m_facts;
    const LimitBook &m_book;
    const HealthLimits m_limits;
};

// In one unit, as ages are written everywhere: "38 min", "16 h", "9 d".
QString spanText(qint64 span, const QLocale &locale)
{
    constexpr qint64 minute = 60'000;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    if (span < minute)
        return QCoreApplication::translate("Why", "< 1 min");
    if (span < hour)
        return QCoreApplication::translate("Why", "%1 min").arg(locale.toString(span / minute));
    if (span < day)
        return QCoreApplication::translate("Why", "%1 h").arg(locale.toString(span / hour));
    return QCoreApplication::translate("Why", "%1 d").arg(locale.toString(span / day));
}

// Says whose the limit is where that is worth knowing: a default needs the kind of machine it was taken for.
QString originText(const WhyLine &line)
{
    const bool isStaleLimit = line.rule == HealthRule::Stale;
    switch (line.origin) {
    case LimitOrigin::None:
        return {};
    case LimitOrigin::Default:
        return isStaleLimit
            ? QCoreApplication::translate("Why", "That is the default for: %1.").arg(label(line.kind))
            : QString();
    case LimitOrigin::Account:
        return QCoreApplication::translate("Why", "The limit is set for the account.");
    case LimitOrigin::System:
        return QCoreApplication::translate("Why", "The limit is set for: %1.").arg(label(line.kind));
    case LimitOrigin::Group:
        return QCoreApplication::translate("Why", "The limit is set for the group.");
    case LimitOrigin::Company:
        return QCoreApplication::translate("Why", "The limit is set for the company.");
    case LimitOrigin::Schedule:
        return line.plan.isEmpty()
            ? QCoreApplication::translate("Why", "The limit comes from the plan: 1¼ times its longest gap.")
            : QCoreApplication::translate("Why",
                                          "The limit comes from the plan “%1”: 1¼ times its longest gap.")
                  .arg(visibleText(line.plan));
    }
    return {};
}

} // namespace

WhyLines whyLines(const WhyQuestion &question, const LimitBook &book)
{
    const Measure measure(question, book);
    WhyLines lines;
    for (HealthRules left = measure.rules(); left != 0; left &= left - 1)
        lines += measure.line(static_cast<HealthRule>(std::countr_zero(left)));
    return lines;
}

QString sentence(const WhyLine &line, const QLocale &locale)
{
    const RuleRow &row = ruleRow(line.rule);
    const auto number = [&](qint64 value) {
        return row.isCount ? locale.toString(value) : spanText(value, locale);
    };
    const bool isMeasured = line.measured != noTime || !row.textWithoutMeasure;
    QString text = QCoreApplication::translate("Why", isMeasured ? row.text : row.textWithoutMeasure);
    // not QString::arg(): a number that is not there would leave its place to the next one
    text.replace(u"%1"_s, line.measured == noTime ? QString() : number(line.measured));
    text.replace(u"%2"_s, line.limit == noTime ? QString() : number(line.limit));
    if (const QString origin = originText(line); !origin.isEmpty())
        text += u' ' + origin;
    if (line.rule == HealthRule::Late && !line.plan.isEmpty())
        text +=
            u' ' + QCoreApplication::translate("Why", "The plan “%1” says so.").arg(visibleText(line.plan));
    if (line.isZoneDoubtful)
        text += u' '
            + QCoreApplication::translate(
                    "Why",
                    "Zone doubtful: IDrive names no time zone, and its times may be taken for another one.");
    return text;
}
