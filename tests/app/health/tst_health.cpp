// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/healthrules.h"
#include "app/health/zonecheck.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 now = 1'772'000'000'000; // 2026-02-25
constexpr qint64 never = noTime;

constexpr auto stale = HealthRule::Stale;
constexpr auto late = HealthRule::Late;
constexpr auto failed = HealthRule::LastFailed;
constexpr auto offlineLong = HealthRule::OfflineLong;
constexpr auto noBackup = HealthRule::Never;

/// One device and what is to be said of it. Ages are how long ago, so that a time to come is negative; never: there is none.
struct Case
{
    const char *name;
    const char *status;
    const char *result;
    qint64 last; // age of last_backup
    std::vector<HealthRule> rules; // that match, in order
    Health word;
    qint64 next = never; // age of next_backup
    qint64 remembered = never; // age of the next_backup of an earlier reading
    qint64 firstSeen = 30 * day; // age
    qint64 lastOnline = 0; // age
    int cancelled = 1;
    MachineKind kind = MachineKind::Workstation;
};

constexpr qint64 timeOf(qint64 age)
{
    return age == never ? noTime : now - age;
}

HealthFacts factsOf(const Case &device)
{
    HealthFacts facts;
    facts.status = statusMeaning(deviceStatus(QString::fromLatin1(device.status)));
    facts.result = resultMeaning(lastResult(QString::fromLatin1(device.result)));
    facts.cancelledReadings = static_cast<quint8>(device.cancelled);
    facts.lastBackup = timeOf(device.last);
    facts.nextBackup = timeOf(device.next);
    facts.rememberedNext = timeOf(device.remembered);
    facts.firstSeen = timeOf(device.firstSeen);
    facts.lastOnline = timeOf(device.lastOnline);
    return facts;
}

HealthRules setOf(const std::vector<HealthRule> &rules)
{
    HealthRules set = 0;
    for (const HealthRule rule : rules)
        set |= bitOf(rule);
    return set;
}

// The usual words, short, so that a row of the table is a line.
constexpr auto on = "online";
constexpr auto off = "offline";
constexpr auto ok = "Success";
constexpr auto bad = "Failed";
constexpr auto busy = "In Progress";
constexpr auto cut = "Cancelled";

// clang-format off
// NOLINTNEXTLINE(readability-function-size): one table, whose order is that of the rules
const std::vector<Case> &cases()
{
    using enum Health;
    using R = HealthRule;
    static const std::vector<Case> all{
    // name                                  status result last    rules                word
    // 1 Not managed, in any spelling, before all others
    {"blocked",                              "blocked", ok, hour,   {R::NotManaged}, NotManaged},
    {"Blocked",                              "Blocked", ok, hour,   {R::NotManaged}, NotManaged},
    {"BLOCKED with blanks",                  " BLOCKED ", ok, hour, {R::NotManaged}, NotManaged},
    {"archived",                             "archived", ok, hour,  {R::NotManaged}, NotManaged},
    {"Archived",                             "Archived", ok, hour,  {R::NotManaged}, NotManaged},
    {"canceled",                             "canceled", ok, hour,  {R::NotManaged}, NotManaged},
    {"cancelled",                            "cancelled", ok, hour, {R::NotManaged}, NotManaged},
    {"CANCELLED",                            "CANCELLED", ok, hour, {R::NotManaged}, NotManaged},
    {"blocked and failed",                   "blocked", bad, hour,  {R::NotManaged, failed}, NotManaged},
    {"blocked and never",                    "blocked", ok, never,  {R::NotManaged, noBackup}, NotManaged},
    {"archived and stale",                   "archived", ok, 9*day, {R::NotManaged, stale}, NotManaged},
    {"archived and late",                    "archived", ok, 2*day, {R::NotManaged, late}, NotManaged, day},
    {"archived and running",                 "archived", busy, hour, {R::NotManaged, R::Running}, NotManaged},
    {"blocked, odd result",                  "blocked", "Paused", hour, {R::NotManaged}, NotManaged},
    {"blocked, no result",                   "blocked", "", hour,  {R::NotManaged}, NotManaged},
    {"blocked, new",                         "blocked", ok, never,  {R::NotManaged, R::NeverNew}, NotManaged, never, never, hour},
    {"unblocked is another word",            "unblocked", ok, hour, {R::StatusNotUnderstood}, Unknown},
    // 2 Failing
    {"Failed",                               on, bad, hour,          {failed}, Failing},
    {"Failure",                              on, "Failure", hour,   {failed}, Failing},
    {"failed",                               on, "failed", hour,    {failed}, Failing},
    {"FAIL",                                 on, "FAIL", hour,      {failed}, Failing},
    {"Failed with errors",                   on, "Failed with errors", hour, {failed}, Failing},
    {"fai led",                              on, "fai led", hour,   {failed}, Failing},
    {"not failed is no failure",             on, "not failed", hour, {R::ResultNotUnderstood}, Unknown},
    {"failed and never",                     on, bad, never,         {failed, noBackup}, Failing},
    {"failed and never, new",                on, bad, never,         {failed, R::NeverNew}, Failing, never, never, hour},
    {"failed and stale",                     on, bad, 8*day,         {failed, stale}, Failing},
    {"failed and late",                      on, bad, 2*day,         {failed, late}, Failing, day},
    {"failed and stale and late",            on, bad, 8*day,         {failed, stale, late}, Failing, day},
    {"failed and offline long",              off, bad, hour,         {failed, offlineLong}, Failing, never, never, 30*day, 8*day},
    {"failed, status not understood",        "asleep", bad, hour,   {failed}, Failing},
    {"failed, status not reported",          "", bad, hour,         {failed}, Failing},
    {"failed, last backup in ten years",     on, bad, -3650*day,     {failed}, Failing},
    {"everything at once",                   off, bad, 9*day,        {failed, stale, late, offlineLong}, Failing, day, never, 30*day, 9*day},
    // 2 Cancelled counts after two readings
    {"cancelled, no reading ended yet",      on, cut, hour,          {R::CancelledOnce}, Protected, never, never, 30*day, 0, 0},
    {"cancelled once",                       on, cut, hour,          {R::CancelledOnce}, Protected, never, never, 30*day, 0, 1},
    {"cancelled twice",                      on, cut, hour,          {R::CancelledAgain}, Failing, never, never, 30*day, 0, 2},
    {"cancelled 255 times",                  on, cut, hour,          {R::CancelledAgain}, Failing, never, never, 30*day, 0, 255},
    {"canceled twice",                       on, "canceled", hour,  {R::CancelledAgain}, Failing, never, never, 30*day, 0, 2},
    {"Cancelled by user, once",              on, "Cancelled by user", hour, {R::CancelledOnce}, Protected},
    {"success after two cancelled",          on, ok, hour,           {R::LastSucceeded}, Protected, never, never, 30*day, 0, 2},
    {"cancelled once and stale",             on, cut, 8*day,         {stale}, Stale},
    {"cancelled twice and stale",            on, cut, 8*day,         {R::CancelledAgain, stale}, Failing, never, never, 30*day, 0, 2},
    {"cancelled once and late",              on, cut, 2*day,         {late}, Late, day},
    {"cancelled once and never",             on, cut, never,         {noBackup}, Never},
    {"cancelled twice and never",            on, cut, never,         {R::CancelledAgain, noBackup}, Failing, never, never, 30*day, 0, 2},
    {"cancelled once and offline long",      off, cut, hour,         {offlineLong}, OfflineLong, never, never, 30*day, 8*day},
    {"cancelled once, status odd",           "asleep", cut, hour,   {R::StatusNotUnderstood}, Unknown},
    // 3 Never
    {"never, success",                       on, ok, never,          {noBackup}, Never},
    {"never, no result",                     on, "", never,         {noBackup}, Never},
    {"never, odd result",                    on, "Idle", never,     {noBackup}, Never},
    {"never, offline",                       off, ok, never,         {noBackup}, Never},
    {"never, nothing reported",              "", "", never,        {noBackup}, Never},
    {"never, new: just seen",                on, ok, never,          {R::NeverNew}, NeverNew, never, never, 0},
    {"never, new: one ms under 24 h",        on, ok, never,          {R::NeverNew}, NeverNew, never, never, day - 1},
    {"never: 24 h",                          on, ok, never,          {noBackup}, Never, never, never, day},
    {"never: one ms over 24 h",              on, ok, never,          {noBackup}, Never, never, never, day + 1},
    {"never, new, nothing reported",         "", "", never,        {R::NeverNew}, NeverNew, never, never, hour},
    {"never, new: clock went back",          on, ok, never,          {R::NeverNew}, NeverNew, never, never, -hour},
    {"never and late",                       on, ok, never,          {noBackup, late}, Never, 7*hour},
    {"never, planned within the grace",      on, ok, never,          {noBackup}, Never, 5*hour},
    {"never, new, and late",                 on, ok, never,          {R::NeverNew, late}, NeverNew, 7*hour, never, 8*hour},
    {"never and offline long",               off, ok, never,         {noBackup, offlineLong}, Never, never, never, 30*day, 8*day},
    {"first backup running, new",            on, busy, never,        {R::Running}, Running, never, never, hour},
    {"first backup running at the limit",    on, busy, never,        {R::Running}, Running, never, never, 7*day},
    {"first backup running over the limit",  on, busy, never,        {noBackup}, Never, never, never, 7*day + 1},
    {"server: first backup at the limit",    on, busy, never,        {R::Running}, Running, never, never, 2*day, 0, 1, MachineKind::Server},
    {"server: first backup over the limit",  on, busy, never,        {noBackup}, Never, never, never, 2*day + 1, 0, 1, MachineKind::Server},
    {"first backup running and late",        on, busy, never,        {late, R::Running}, Late, 7*hour, never, hour},
    // 4 Stale, one limit for each kind of machine
    {"workstation: one ms under 7 d",        on, ok, 7*day - 1,      {R::LastSucceeded}, Protected},
    {"workstation: 7 d",                     on, ok, 7*day,          {R::LastSucceeded}, Protected},
    {"workstation: one ms over 7 d",         on, ok, 7*day + 1,      {stale}, Stale},
    {"server: one ms under 2 d",             on, ok, 2*day - 1,      {R::LastSucceeded}, Protected, never, never, 30*day, 0, 1, MachineKind::Server},
    {"server: 2 d",                          on, ok, 2*day,          {R::LastSucceeded}, Protected, never, never, 30*day, 0, 1, MachineKind::Server},
    {"server: one ms over 2 d",              on, ok, 2*day + 1,      {stale}, Stale, never, never, 30*day, 0, 1, MachineKind::Server},
    {"Linux: 2 d",                           on, ok, 2*day,          {R::LastSucceeded}, Protected, never, never, 30*day, 0, 1, MachineKind::Linux},
    {"Linux: one ms over 2 d",               on, ok, 2*day + 1,      {stale}, Stale, never, never, 30*day, 0, 1, MachineKind::Linux},
    {"unsure: 3 d",                          on, ok, 3*day,          {R::LastSucceeded}, Protected, never, never, 30*day, 0, 1, MachineKind::Unsure},
    {"unsure: one ms over 3 d",              on, ok, 3*day + 1,      {stale}, Stale, never, never, 30*day, 0, 1, MachineKind::Unsure},
    {"stale: 1970",                          on, ok, now,            {stale}, Stale},
    {"stale: the year 1",                    on, ok, now + 62'135'596'800'000, {stale}, Stale},
    {"stale and late",                       on, ok, 8*day,          {stale, late}, Stale, day},
    {"stale and offline long",               off, ok, 8*day,         {stale, offlineLong}, Stale, never, never, 30*day, 8*day},
    {"stale and offline for a day",          off, ok, 8*day,         {stale}, Stale, never, never, 30*day, day},
    {"stale, status not reported",           "", ok, 8*day,         {stale}, Stale},
    {"stale, result not understood",         on, "Paused", 8*day,   {stale}, Stale},
    {"stale, result not reported",           on, "", 8*day,         {stale}, Stale},
    {"endless in progress turns stale",      on, busy, 7*day + 1,    {stale}, Stale},
    {"in progress at the limit",             on, busy, 7*day,        {R::Running}, Running},
    {"server: endless in progress",          on, busy, 2*day + 1,    {stale}, Stale, never, never, 30*day, 0, 1, MachineKind::Server},
    {"new, yet stale",                       on, ok, 8*day,          {stale}, Stale, never, never, hour},
    // 5 Late: next_backup of the row
    {"planned in an hour",                   on, ok, day,            {R::LastSucceeded}, Protected, -hour},
    {"planned now",                          on, ok, day,            {R::LastSucceeded}, Protected, 0},
    {"grace: one ms under 6 h",              on, ok, day,            {R::LastSucceeded}, Protected, 6*hour - 1},
    {"grace: 6 h",                           on, ok, day,            {R::LastSucceeded}, Protected, 6*hour},
    {"grace: one ms over 6 h",               on, ok, day,            {late}, Late, 6*hour + 1},
    {"backup as planned, to the ms",         on, ok, day,            {R::LastSucceeded}, Protected, day},
    {"backup one ms after the plan",         on, ok, day - 1,        {R::LastSucceeded}, Protected, day},
    {"backup one ms before the plan",        on, ok, day + 1,        {late}, Late, day},
    {"nothing planned",                      on, ok, 6*day,          {R::LastSucceeded}, Protected},
    {"late and offline long",                off, ok, 2*day,         {late, offlineLong}, Late, day, never, 30*day, 8*day},
    {"late and running",                     on, busy, 2*day,        {late, R::Running}, Late, day},
    {"late, status not understood",          "asleep", ok, 2*day,   {late}, Late, day},
    {"late, result not reported",            on, "", 2*day,         {late}, Late, day},
    {"late: planned in 1970",                on, ok, now + day,      {stale, late}, Stale, now},
    // 5 Late: next_backup of an earlier reading, while the row names the next run already
    {"missed: the row names tomorrow",       on, ok, 2*day,          {late}, Late, -day, day},
    {"missed: the row names nothing",        on, ok, 2*day,          {late}, Late, never, day},
    {"remembered: 6 h",                      on, ok, day,            {R::LastSucceeded}, Protected, -day, 6*hour},
    {"remembered: one ms over 6 h",          on, ok, day,            {late}, Late, -day, 6*hour + 1},
    {"remembered, made since",               on, ok, hour,           {R::LastSucceeded}, Protected, -day, day},
    {"remembered made, the row's not",       on, ok, 2*day,          {late}, Late, day, 3*day},
    {"remembered and offline",               off, ok, 2*day,         {late}, Late, -day, day, 30*day, day},
    {"remembered, never",                    on, ok, never,          {noBackup, late}, Never, -day, day},
    {"remembered, failed",                   on, bad, 2*day,         {failed, late}, Failing, -day, day},
    {"remembered, archived",                 "archived", ok, 2*day, {R::NotManaged, late}, NotManaged, -day, day},
    // 6 Offline long
    {"offline: one ms under 7 d",            off, ok, hour,          {R::LastSucceeded}, Protected, never, never, 30*day, 7*day - 1},
    {"offline: 7 d",                         off, ok, hour,          {R::LastSucceeded}, Protected, never, never, 30*day, 7*day},
    {"offline: one ms over 7 d",             off, ok, hour,          {offlineLong}, OfflineLong, never, never, 30*day, 7*day + 1},
    {"Offline, another case",                "OFFLINE", ok, hour,   {offlineLong}, OfflineLong, never, never, 30*day, 8*day},
    {"online, whatever was seen",            on, ok, hour,           {R::LastSucceeded}, Protected, never, never, 30*day, 8*day},
    {"not seen online yet, known for 7 d",   off, ok, hour,          {R::LastSucceeded}, Protected, never, never, 7*day, never},
    {"not seen online yet, known for longer", off, ok, hour,         {offlineLong}, OfflineLong, never, never, 7*day + 1, never},
    {"offline, just seen for the first time", off, ok, hour,         {R::LastSucceeded}, Protected, never, never, 0, never},
    {"offline long and running",             off, busy, hour,        {offlineLong, R::Running}, OfflineLong, never, never, 30*day, 8*day},
    {"offline long, result not reported",    off, "", hour,         {offlineLong}, OfflineLong, never, never, 30*day, 8*day},
    {"offline long, result not understood",  off, "Paused", hour,   {offlineLong}, OfflineLong, never, never, 30*day, 8*day},
    {"offline soon is another word",         "offline soon", ok, hour, {R::StatusNotUnderstood}, Unknown, never, never, 30*day, 8*day},
    // 7 Running
    {"In Progress",                          on, busy, hour,         {R::Running}, Running},
    {"in_progress",                          on, "in_progress", hour, {R::Running}, Running},
    {"IN-PROGRESS",                          on, "IN-PROGRESS", hour, {R::Running}, Running},
    {"in progress 50 % is another word",     on, "In Progress 50 %", hour, {R::ResultNotUnderstood}, Unknown},
    {"running, offline for a day",           off, busy, hour,        {R::Running}, Running, never, never, 30*day, day},
    {"running, status not understood",       "asleep", busy, hour,  {R::Running}, Running},
    {"running, status not reported",         "", busy, hour,        {R::Running}, Running},
    {"running, planned within the grace",    on, busy, day,          {R::Running}, Running, 5*hour},
    {"running, last backup just now",        on, busy, 0,            {R::Running}, Running},
    {"running, last backup in an hour",      on, busy, -hour,        {R::Running}, Running},
    // 8 Unknown: never protected
    {"status not reported",                  "", ok, hour,          {R::StatusNotReported}, Unknown},
    {"status not understood",                "Being moved", ok, hour, {R::StatusNotUnderstood}, Unknown},
    {"status not-active",                    "not-active", ok, hour, {R::StatusNotUnderstood}, Unknown},
    {"status not-configured",                "not-configured", ok, hour, {R::StatusNotUnderstood}, Unknown},
    {"status is a number",                   "1", ok, hour,         {R::StatusNotUnderstood}, Unknown},
    {"result not reported",                  on, "", hour,          {R::ResultNotReported}, Unknown},
    {"result not understood",                on, "Paused", hour,    {R::ResultNotUnderstood}, Unknown},
    {"partial success",                      on, "Partial success", hour, {R::ResultNotUnderstood}, Unknown},
    {"success with errors",                  on, "Success with errors", hour, {R::ResultNotUnderstood}, Unknown},
    {"unsuccessful",                         on, "Unsuccessful", hour, {R::ResultNotUnderstood}, Unknown},
    {"completed",                            on, "Completed", hour, {R::ResultNotUnderstood}, Unknown},
    {"neither status nor result",            "", "", hour,         {R::StatusNotReported, R::ResultNotReported}, Unknown},
    {"both odd",                             "x", "y", hour,       {R::StatusNotUnderstood, R::ResultNotUnderstood}, Unknown},
    {"last backup in a year",                on, ok, -365*day,       {R::LastBackupToCome}, Unknown},
    {"last backup in 14 h 10 min and one ms", on, ok, -14*hour - 10*minute - 1, {R::LastBackupToCome}, Unknown},
    {"last backup in a year, running",       on, busy, -365*day,     {R::LastBackupToCome}, Unknown},
    {"last backup in a year, planned before", on, ok, -365*day,      {R::LastBackupToCome}, Unknown, day},
    {"last backup in a year, cancelled",     on, cut, -365*day,      {R::LastBackupToCome}, Unknown},
    {"last backup in a year, blocked",       "blocked", ok, -365*day, {R::NotManaged}, NotManaged},
    {"last backup in a year, offline long",  off, ok, -365*day,      {offlineLong}, OfflineLong, never, never, 30*day, 8*day},
    // 9 Protected
    {"success",                              on, ok, hour,           {R::LastSucceeded}, Protected},
    {"SUCCESS",                              on, "SUCCESS", hour,   {R::LastSucceeded}, Protected},
    {"success, offline for a day",           off, ok, hour,          {R::LastSucceeded}, Protected, never, never, 30*day, day},
    {"success, just now",                    on, ok, 0,              {R::LastSucceeded}, Protected},
    {"success, in 14 h 10 min: a zone may do that", on, ok, -14*hour - 10*minute, {R::LastSucceeded}, Protected},
    {"success, new",                         on, ok, hour,           {R::LastSucceeded}, Protected, never, never, 0},
    {"success, planned in ten years",        on, ok, hour,           {R::LastSucceeded}, Protected, -3650*day},
    };
    return all;
}
// clang-format on

/// A device with nothing wrong.
HealthFacts goodDevice()
{
    HealthFacts facts;
    facts.status = StatusMeaning::Online;
    facts.result = ResultMeaning::Success;
    facts.lastBackup = now - hour;
    facts.firstSeen = now - 30 * day;
    facts.lastOnline = now;
    return facts;
}

Health healthOf(const HealthFacts &facts)
{
    return healthOf(facts, defaultLimits(MachineKind::Workstation), now);
}

HealthRules rulesOf(const HealthFacts &facts)
{
    return matchingRules(facts, defaultLimits(MachineKind::Workstation), now);
}

} // namespace

class TestHealth : public QObject
{
    Q_OBJECT

private slots:
    void firstRuleThatMatchesGivesTheWord_data();
    void firstRuleThatMatchesGivesTheWord();
    void everyRuleAndEveryWordIsInTheTable();
    void damagedRowIsUnknownAndNotNever();
    void timeThatCannotBeReadIsUnknownAndNotNever();
    void nextBackupThatCannotBeReadIsUnknown();
    void schedulePushesTheStaleLimitOut();
    void scheduleSaysWhatIsLate();
    void nextRunOfTheScheduleIsAMomentOfChange();
    void noDeviceIsWithoutAWord();
    void nothingChangesBeforeTheNextChange();
    void zoneIsDoubtfulFromThreeStampsAndOnePercent();
    void tableIsInTheOrderOfTheWords();
};

void TestHealth::firstRuleThatMatchesGivesTheWord_data()
{
    QTest::addColumn<int>("index");
    QVERIFY(cases().size() >= 150);
    for (size_t index = 0; index < cases().size(); ++index)
        QTest::newRow(cases()[index].name) << static_cast<int>(index);
}

void TestHealth::firstRuleThatMatchesGivesTheWord()
{
    QFETCH(int, index);
    const Case &device = cases()[static_cast<size_t>(index)];
    const HealthRules rules = matchingRules(factsOf(device), defaultLimits(device.kind), now);
    QCOMPARE(QString::number(rules, 2), QString::number(setOf(device.rules), 2));
    QCOMPARE(healthOf(rules), device.word);
}

void TestHealth::everyRuleAndEveryWordIsInTheTable()
{
    HealthRules rules = bitOf(HealthRule::Damaged) | bitOf(HealthRule::LastBackupNotUnderstood)
        | bitOf(HealthRule::NextBackupNotUnderstood); // these have tests of their own
    std::array<bool, healthCount> words{};
    for (const Case &device : cases()) {
        rules |= setOf(device.rules);
        words[static_cast<size_t>(device.word)] = true;
    }
    QCOMPARE(rules, (HealthRules(1) << healthRuleCount) - 1);
    QVERIFY(std::ranges::all_of(words, [](bool isThere) { return isThere; }));
}

void TestHealth::damagedRowIsUnknownAndNotNever()
{
    HealthFacts facts;
    facts.isDamaged = true;
    facts.firstSeen = now - 30 * day;
    QCOMPARE(healthOf(facts), Health::Unknown);
    QVERIFY((rulesOf(facts) & bitOf(HealthRule::Damaged)) != 0);
    facts.isDamaged = false;
    QCOMPARE(healthOf(facts), Health::Never);
}

void TestHealth::timeThatCannotBeReadIsUnknownAndNotNever()
{
    HealthFacts facts = goodDevice();
    facts.lastBackup = noTime;
    facts.isLastBackupOdd = true;
    QCOMPARE(rulesOf(facts), bitOf(HealthRule::LastBackupNotUnderstood));
    QCOMPARE(healthOf(facts), Health::Unknown);
    facts.nextBackup = now - day; // whether it was made cannot be told
    QCOMPARE(healthOf(facts), Health::Unknown);
    facts.result = ResultMeaning::InProgress;
    QCOMPARE(healthOf(facts), Health::Unknown);
    facts.result = ResultMeaning::Failed;
    QCOMPARE(healthOf(facts), Health::Failing);
    facts.isLastBackupOdd = false;
    facts.result = ResultMeaning::Success;
    QCOMPARE(healthOf(facts), Health::Never);
}

void TestHealth::nextBackupThatCannotBeReadIsUnknown()
{
    HealthFacts facts = goodDevice();
    facts.isNextBackupOdd = true;
    QCOMPARE(rulesOf(facts), bitOf(HealthRule::NextBackupNotUnderstood));
    QCOMPARE(healthOf(facts), Health::Unknown);
    facts.rememberedNext = now - 30 * minute;
    QCOMPARE(healthOf(facts), Health::Unknown);
    facts.lastBackup = now - 2 * day;
    facts.rememberedNext = now - day;
    QCOMPARE(healthOf(facts), Health::Late);
}

void TestHealth::schedulePushesTheStaleLimitOut()
{
    HealthFacts facts = goodDevice();
    facts.schedule.longestGap = 8 * day; // 1¼ times: 10 d
    facts.lastBackup = now - 10 * day;
    QCOMPARE(healthOf(facts), Health::Protected);
    facts.lastBackup = now - 10 * day - 1;
    QCOMPARE(healthOf(facts), Health::Stale);
    facts.schedule.longestGap = day; // the limit is never less than what is set
    facts.lastBackup = now - 7 * day;
    QCOMPARE(healthOf(facts), Health::Protected);
    facts.lastBackup = now - 7 * day - 1;
    QCOMPARE(healthOf(facts), Health::Stale);
    facts.result = ResultMeaning::InProgress;
    facts.schedule.longestGap = 8 * day;
    QCOMPARE(healthOf(facts), Health::Running);
    facts.lastBackup = noTime;
    facts.firstSeen = now - 10 * day;
    QCOMPARE(healthOf(facts), Health::Running);
    facts.firstSeen = now - 10 * day - 1;
    QCOMPARE(healthOf(facts), Health::Never);
}

void TestHealth::scheduleSaysWhatIsLate()
{
    HealthFacts facts = goodDevice();
    facts.lastBackup = now - 2 * day;
    facts.schedule.isKnown = true;
    facts.schedule.dueRun = now - day;
    QCOMPARE(healthOf(facts), Health::Late);
    facts.schedule.dueRun = now - 3 * day;
    QCOMPARE(healthOf(facts), Health::Protected);
    facts.schedule.dueRun = noTime; // then what the server said before does not count
    facts.nextBackup = now - day;
    facts.rememberedNext = now - day;
    QCOMPARE(healthOf(facts), Health::Protected);
    facts.schedule.isKnown = false;
    QCOMPARE(healthOf(facts), Health::Late);
}

void TestHealth::nextRunOfTheScheduleIsAMomentOfChange()
{
    HealthFacts facts = goodDevice();
    facts.schedule = {.dueRun = now - day, .nextRun = now - hour, .isKnown = true};
    facts.nextBackup = now + minute; // does not count
    HealthLimits limits = defaultLimits(MachineKind::Workstation);
    QCOMPARE(nextChange(facts, limits, now), now - hour + limits.late + 1);
    facts.schedule.nextRun = noTime; // none follows
    QVERIFY(nextChange(facts, limits, now) > now - hour + limits.late + 1);
}

// Every combination of what decides, with times on both sides of every limit.
void TestHealth::noDeviceIsWithoutAWord()
{
    constexpr std::array ages{never, -400 * day, qint64(0), 3 * day, 8 * day};
    int count = 0;
    for (int status = 0; status <= static_cast<int>(StatusMeaning::NotManaged); ++status)
        for (int result = 0; result <= static_cast<int>(ResultMeaning::Cancelled); ++result)
            for (const qint64 last : ages)
                for (const qint64 next : ages)
                    for (int odd = 0; odd < 16; ++odd) {
                        HealthFacts facts;
                        facts.status = static_cast<StatusMeaning>(status);
                        facts.result = static_cast<ResultMeaning>(result);
                        facts.lastBackup = timeOf(last);
                        facts.nextBackup = timeOf(next);
                        facts.firstSeen = now - ((odd & 8) != 0 ? hour : 9 * day);
                        facts.isDamaged = (odd & 1) != 0;
                        facts.isLastBackupOdd = (odd & 2) != 0;
                        facts.isNextBackupOdd = (odd & 4) != 0;
                        const HealthRules rules = rulesOf(facts);
                        QVERIFY(rules != 0);
                        const bool isUnderstood =
                            (facts.status == StatusMeaning::Online || facts.status == StatusMeaning::Offline)
                            && (facts.result == ResultMeaning::Success
                                || facts.result == ResultMeaning::Cancelled)
                            && last == qMax(last, qint64(0)) && last < 7 * day && (odd & 5) == 0;
                        QVERIFY(isUnderstood || healthOf(rules) != Health::Protected);
                        ++count;
                    }
    QCOMPARE(count, 5 * 6 * 5 * 5 * 16);
}

// Every case, from one change to the next, until time alone changes nothing any more.
void TestHealth::nothingChangesBeforeTheNextChange()
{
    int changes = 0;
    for (const Case &device : cases()) {
        const HealthFacts facts = factsOf(device);
        const HealthLimits limits = defaultLimits(device.kind);
        qint64 time = now;
        int steps = 0;
        for (qint64 next = nextChange(facts, limits, time); next != std::numeric_limits<qint64>::max();
             next = nextChange(facts, limits, time)) {
            QVERIFY(next > time);
            QVERIFY(++steps < 10);
            const HealthRules rules = matchingRules(facts, limits, time);
            QVERIFY2(matchingRules(facts, limits, next - 1) == rules, device.name);
            changes += matchingRules(facts, limits, next) != rules ? 1 : 0;
            time = next;
        }
        QVERIFY2(matchingRules(facts, limits, time + 36500 * day) == matchingRules(facts, limits, time),
                 device.name);
    }
    QVERIFY(changes > 100);
}

void TestHealth::zoneIsDoubtfulFromThreeStampsAndOnePercent()
{
    QVERIFY(!(ZoneCheck{.stamps = 0, .toCome = 0}.isDoubtful()));
    QVERIFY(!(ZoneCheck{.stamps = 2, .toCome = 2}.isDoubtful()));
    QVERIFY((ZoneCheck{.stamps = 3, .toCome = 3}.isDoubtful()));
    QVERIFY((ZoneCheck{.stamps = 300, .toCome = 3}.isDoubtful()));
    QVERIFY(!(ZoneCheck{.stamps = 301, .toCome = 3}.isDoubtful()));
    QVERIFY((ZoneCheck{.stamps = 1'000'000, .toCome = 10'000}.isDoubtful()));
    QVERIFY(!(ZoneCheck{.stamps = 1'000'000, .toCome = 9'999}.isDoubtful()));
    QVERIFY(!ZoneCheck::isToCome(now + 10 * minute, now));
    QVERIFY(ZoneCheck::isToCome(now + 10 * minute + 1, now));
    QVERIFY(!ZoneCheck::isToCome(noTime, now));
}

void TestHealth::tableIsInTheOrderOfTheWords()
{
    QStringList words;
    for (size_t i = 0; i < healthCount; ++i) {
        QCOMPARE(static_cast<size_t>(healthTable[i].health), i);
        words += label(healthTable[i].health);
    }
    QCOMPARE(words,
             (QStringList{u"Failing"_s, u"Never"_s, u"Stale"_s, u"Late"_s, u"Offline long"_s, u"Unknown"_s,
                          u"Never, new"_s, u"Running"_s, u"Protected"_s, u"Not managed"_s}));
    QVERIFY(isWorse(Health::Failing, Health::Never));
    QVERIFY(!isWorse(Health::Late, Health::Late));
    QVERIFY(!isWorse(Health::Protected, Health::Late));
}

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
