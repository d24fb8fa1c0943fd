// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/builtinviews.h"
#include "app/settings/savedviews.h"
#include "tests/app/settings/profilefolder.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

static const QString fileName = u"views.json"_s;
static const AccountId account(u"account-1"_s);

static SavedView servers()
{
    return {.name = u"Servers"_s,
            .query = u"os:server -status:archived"_s,
            .columns = {{u"name"_s, 220}, {u"last_backup"_s, 0}},
            .sortColumn = u"last_backup"_s,
            .sortOrder = Qt::DescendingOrder};
}

static QStringList names(const SavedViews &views)
{
    QStringList all;
    for (const SavedView &view : views.views())
        all.append(view.name);
    return all;
}

class TestSavedViews : public QObject
{
    Q_OBJECT

private slots:
    void theBuiltInOnesStandFirst();
    void aViewComesBackWhole();
    void accountsHaveTheirOwn();
    void aNameThatIsTakenGetsANumber();
    void namesAreOneShownLine();
    void anOwnViewIsChangedAndRemoved();
    void builtInOnesAreHiddenButNotBroken();
    void theOrderIsThePersons();
    void builtInQueriesComeFromStewardNotFromTheFile();
    void twoStewardsKeepEachOthersViews();
    void whatCannotBeReadIsLeftInTheFile();
    void tooMuchIsRefused();
    void damageIsTold();
};

void TestSavedViews::theBuiltInOnesStandFirst()
{
    const ProfileFolder profile;
    const SavedViews views(profile.path(), account);
    QCOMPARE(
        names(views),
        QStringList({u"Morning check"_s, u"Never backed up"_s, u"Offline over a week"_s, u"Old agents"_s}));
    for (const SavedView &view : views.views()) {
        QVERIFY(view.isBuiltIn && !view.isHidden && !view.query.isEmpty());
        QStringList unknown;
        QVERIFY(viewFromJson(viewToJson(view), unknown));
    }
    QVERIFY(!QFileInfo::exists(profile.path()));
}

void TestSavedViews::aViewComesBackWhole()
{
    const ProfileFolder profile;
    SavedViews views(profile.path(), account);
    QSignalSpy changed(&views, &SavedViews::changed);
    SavedView expected = servers();
    expected.id = views.add(servers());
    QVERIFY(!expected.id.isEmpty());
    QCOMPARE(changed.size(), 1);
    const SavedViews again(profile.path(), account);
    QVERIFY(again.find(expected.id));
    QCOMPARE(*again.find(expected.id), expected);
    QCOMPARE(again.views(), views.views());
    QCOMPARE(ProfileFolder::mode(profile.file(fileName)), 0600U);
}

void TestSavedViews::accountsHaveTheirOwn()
{
    const ProfileFolder profile;
    SavedViews one(profile.path(), account);
    SavedViews other(profile.path(), AccountId(u"../../etc"_s));
    one.add(servers());
    QVERIFY(!names(other).contains(u"Servers"_s));
    other.add({.name = u"Laptops"_s});
    QVERIFY(!names(SavedViews(profile.path(), account)).contains(u"Laptops"_s));
    QVERIFY(names(SavedViews(profile.path(), AccountId(u"../../etc"_s))).contains(u"Laptops"_s));
    QCOMPARE(profile.files(u"*"_s), QStringList(fileName));
}

void TestSavedViews::aNameThatIsTakenGetsANumber()
{
    const ProfileFolder profile;
    SavedViews views(profile.path(), account);
    views.add(servers());
    SavedView lower = servers();
    lower.name = u" servers "_s;
    views.add(lower);
    views.add({.name = u"Morning check"_s});
    views.add({.name = QString(100, u'n')});
    views.add({.name = QString(100, u'n')});
    views.add({});
    QCOMPARE(names(views).mid(4),
             QStringList({u"Servers"_s, u"servers (2)"_s, u"Morning check (2)"_s, QString(80, u'n'),
                          QString(76, u'n') + u" (2)"_s, u"View"_s}));
    QCOMPARE(views.nameProblem(u"SERVERS"_s), u"There is a view named Servers already."_s);
    QCOMPARE(views.nameProblem(u"  "_s), u"Give the view a name."_s);
    QCOMPARE(views.nameProblem(u"New"_s), QString());
    QCOMPARE(views.nameProblem(u"servers"_s, views.views()[4].id), QString());
}

void TestSavedViews::namesAreOneShownLine()
{
    QCOMPARE(viewName(u"  a \n b\t"_s), u"a b"_s);
    QCOMPARE(viewName(u"gpj\u202Eexe"_s), u"gpj[U+202E]exe"_s);
    QCOMPARE(viewName(QString(79, u'x') + u"💾"_s), QString(79, u'x'));
}

void TestSavedViews::anOwnViewIsChangedAndRemoved()
{
    const ProfileFolder profile;
    SavedViews views(profile.path(), account);
    SavedView view = servers();
    view.id = views.add(view);
    view.query = u"os:linux"_s;
    view.name = u"Linux"_s;
    QVERIFY(views.update(view));
    QCOMPARE(*SavedViews(profile.path(), account).find(view.id), view);
    view.name = u"Old agents"_s;
    QVERIFY(!views.update(view));
    QVERIFY(views.remove(view.id));
    QVERIFY(!views.remove(view.id));
    QVERIFY(!views.update(view));
    QCOMPARE(SavedViews(profile.path(), account).views().size(), 4);
}

void TestSavedViews::builtInOnesAreHiddenButNotBroken()
{
    const ProfileFolder profile;
    SavedViews views(profile.path(), account);
    const QString id = views.views()[1].id;
    QVERIFY(views.setHidden(id, true));
    QVERIFY(SavedViews(profile.path(), account).find(id)->isHidden);
    QVERIFY(views.setHidden(id, false));
    QVERIFY(!SavedViews(profile.path(), account).find(id)->isHidden);

    SavedView changed = views.views()[0];
    changed.query = u"something else"_s;
    QVERIFY(!views.update(changed));
    QVERIFY(!views.remove(changed.id));
    const QString own = views.add(servers());
    QVERIFY(!views.setHidden(own, true));
    QVERIFY(!views.setHidden(u"no such view"_s, true));
}

void TestSavedViews::theOrderIsThePersons()
{
    const ProfileFolder profile;
    SavedViews views(profile.path(), account);
    const QString own = views.add(servers());
    QVERIFY(views.move(own, 1));
    QCOMPARE(names(views),
             QStringList({u"Morning check"_s, u"Servers"_s, u"Never backed up"_s, u"Offline over a week"_s,
                          u"Old agents"_s}));
    QVERIFY(views.move(u"morning-check"_s, 99));
    QCOMPARE(names(views),
             QStringList({u"Servers"_s, u"Never backed up"_s, u"Offline over a week"_s, u"Old agents"_s,
                          u"Morning check"_s}));
    QCOMPARE(SavedViews(profile.path(), account).views(), views.views());
    QVERIFY(!views.move(u"no such view"_s, 0));
}

void TestSavedViews::builtInQueriesComeFromStewardNotFromTheFile()
{
    const ProfileFolder profile;
    profile.put(
        fileName,
        R"({"accounts":{"account-1":[{"id":"morning-check","name":"x","query":"name:nothing","hidden":"yes"},)"
        R"({"id":"morning-check","hidden":true}]}})");
    const SavedViews views(profile.path(), account);
    QCOMPARE(views.views().size(), 4);
    const SavedView *morning = views.find(u"morning-check"_s);
    QVERIFY(morning);
    QCOMPARE(*morning, builtInViews().constFirst());
}

void TestSavedViews::twoStewardsKeepEachOthersViews()
{
    const ProfileFolder profile;
    SavedViews one(profile.path(), account);
    SavedViews other(profile.path(), account);
    const QString first = one.add(servers());
    other.add({.name = u"Laptops"_s});
    QVERIFY(names(other).contains(u"Servers"_s));
    QVERIFY(one.move(first, 0));
    QCOMPARE(names(one).constFirst(), u"Servers"_s);
    QVERIFY(names(one).contains(u"Laptops"_s));
    QVERIFY(one.remove(first));
    QVERIFY(names(SavedViews(profile.path(), account)).contains(u"Laptops"_s));
}

void TestSavedViews::whatCannotBeReadIsLeftInTheFile()
{
    const ProfileFolder profile;
    profile.put(
        fileName,
        R"({"accounts":{"account-1":[7,{"id":"x","name":5},{"id":"y","name":"N","query":"a","new":1}]}})");
    SavedViews views(profile.path(), account);
    QCOMPARE(names(views).mid(4), QStringList(u"N"_s));
    QVERIFY(views.move(u"y"_s, 0));
    views.add(servers());
    const QJsonArray entries =
        profile.json(fileName).value(u"accounts"_s).toObject().value(account.text()).toArray();
    QVERIFY(entries.contains(QJsonValue(7)));
    QVERIFY(entries.contains(QJsonObject({{u"id"_s, u"x"_s}, {u"name"_s, 5}})));
    QCOMPARE(entries[0].toObject().value(u"new"_s), QJsonValue(1));
}

void TestSavedViews::tooMuchIsRefused()
{
    const ProfileFolder profile;
    SavedViews views(profile.path(), account);
    QCOMPARE(views.add({.name = u"a"_s, .query = QString(2001, u'x')}), QString());
    QCOMPARE(views.add({.name = u"a"_s, .query = u"a\nb"_s}), QString());
    QCOMPARE(views.add({.name = u"a"_s, .columns = QList<ViewColumn>(65, {u"name"_s, 1})}), QString());
    QCOMPARE(views.add({.name = u"a"_s, .columns = {{u"name"_s, -1}}}), QString());
    QCOMPARE(views.add({.name = u"a"_s, .columns = {{u"name"_s, 1}, {u"name"_s, 2}}}), QString());
    QCOMPARE(views.views().size(), 4);
    QVERIFY(!QFileInfo::exists(profile.path()));
}

void TestSavedViews::damageIsTold()
{
    const ProfileFolder profile;
    profile.put(fileName, "\x01\x02\x03");
    const SavedViews views(profile.path(), account);
    QVERIFY(views.troubleAtStart());
    QCOMPARE(views.troubleAtStart()->kind, ProfileTroubleKind::Damaged);
    QCOMPARE(views.views().size(), 4);
}

QTEST_GUILESS_MAIN(TestSavedViews)
#include "tst_savedviews.moc"
