// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/acknowledgementfile.h"
#include "app/settings/queryhistory.h"
#include "tests/app/settings/profilefolder.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestQueryHistory : public QObject
{
    Q_OBJECT

private slots:
    void theNewestStandsFirstAndEachOnce();
    void theOldestGo();
    void blankAndEndlessOnesAreNotRemembered();
    void aHostileFileIsAHistoryAtMost();
    void clearingEmptiesTheFile();
    void acknowledgementsAreKeptAsTheyAre();
    void twoStewardsKeepEachOthersAcknowledgements();
    void damagedAcknowledgementsAreTold();
};

void TestQueryHistory::theNewestStandsFirstAndEachOnce()
{
    const ProfileFolder profile;
    QueryHistory history(profile.path());
    history.add(u"os:linux"_s);
    history.add(u"health:late"_s);
    history.add(u" os:linux  "_s);
    QCOMPARE(history.queries(), QStringList({u"os:linux"_s, u"health:late"_s}));
    QCOMPARE(QueryHistory(profile.path()).queries(), history.queries());
}

void TestQueryHistory::theOldestGo()
{
    const ProfileFolder profile;
    QueryHistory history(profile.path());
    for (int i = 0; i < 60; ++i)
        history.add(u"name:%1"_s.arg(i));
    QCOMPARE(history.queries().size(), QueryHistory::most);
    QCOMPARE(history.queries().constFirst(), u"name:59"_s);
    QCOMPARE(history.queries().constLast(), u"name:10"_s);
}

void TestQueryHistory::blankAndEndlessOnesAreNotRemembered()
{
    const ProfileFolder profile;
    QueryHistory history(profile.path());
    history.add(u"  "_s);
    history.add(QString(2001, u'x'));
    QVERIFY(history.queries().isEmpty());
    QVERIFY(!QFileInfo::exists(profile.path()));
}

void TestQueryHistory::aHostileFileIsAHistoryAtMost()
{
    const ProfileFolder profile;
    QByteArray queries;
    for (int i = 0; i < 1000; ++i)
        queries += "\"q" + QByteArray::number(i) + "\",";
    profile.put(u"queries.json"_s,
                R"({"queries":[1,null,{},"","a","a",)" + queries + "\"" + QByteArray(3000, 'x') + "\"]}");
    const QueryHistory history(profile.path());
    QCOMPARE(history.queries().size(), QueryHistory::most);
    QCOMPARE(history.queries().sliced(0, 3), QStringList({u"a"_s, u"q0"_s, u"q1"_s}));
    profile.put(u"queries.json"_s, R"({"queries":"a"})");
    QVERIFY(QueryHistory(profile.path()).queries().isEmpty());
}

void TestQueryHistory::clearingEmptiesTheFile()
{
    const ProfileFolder profile;
    QueryHistory history(profile.path());
    history.add(u"secret-name"_s);
    history.clear();
    QVERIFY(history.queries().isEmpty());
    QVERIFY(!profile.content(u"queries.json"_s).contains("secret-name"));
}

void TestQueryHistory::acknowledgementsAreKeptAsTheyAre()
{
    const ProfileFolder profile;
    const QJsonArray entries{QJsonObject{{u"device"_s, u"A"_s}, {u"until"_s, u"2026-12-01"_s}}, 7,
                             QJsonArray{}};
    AcknowledgementFile file(profile.path());
    QVERIFY(!file.troubleAtStart());
    QVERIFY(!file.apply([&](QJsonArray &list) { list = entries; }));
    QCOMPARE(AcknowledgementFile(profile.path()).list(), entries);
    QCOMPARE(ProfileFolder::mode(profile.file(u"acknowledgements.json"_s)), 0600U);
}

void TestQueryHistory::twoStewardsKeepEachOthersAcknowledgements()
{
    const ProfileFolder profile;
    AcknowledgementFile one(profile.path());
    AcknowledgementFile other(profile.path());
    QVERIFY(!one.apply([](QJsonArray &list) { list.append(u"A"_s); }));
    QVERIFY(!other.apply([](QJsonArray &list) { list.append(u"B"_s); }));
    QCOMPARE(AcknowledgementFile(profile.path()).list(), QJsonArray({u"A"_s, u"B"_s}));
}

void TestQueryHistory::damagedAcknowledgementsAreTold()
{
    const ProfileFolder profile;
    profile.put(u"acknowledgements.json"_s, "[]");
    const AcknowledgementFile file(profile.path());
    QVERIFY(file.troubleAtStart());
    QVERIFY(file.list().isEmpty());
    QCOMPARE(profile.files(u"acknowledgements.json.damaged-*"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestQueryHistory)
#include "tst_queryhistory.moc"
