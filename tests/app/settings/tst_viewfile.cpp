// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/viewfile.h"
#include "tests/app/settings/profilefolder.h"

#include <QJsonArray>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

static QByteArray fileOf(const QByteArray &views)
{
    return R"({"steward":"views","version":1,"views":[)" + views + "]}";
}

class TestViewFile : public QObject
{
    Q_OBJECT

private slots:
    void viewsGoOutAndComeBack();
    void nothingOfTheAccountGoesOut();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void damagedViewsAreLeftOutAndTold_data();
    void damagedViewsAreLeftOutAndTold();
    void unknownFieldsAreToldAndHaveNoEffect();
    void namesCannotHideTheirWritingDirection();
    void brokenBytesNeverHarm();
    void onlyPlainFilesAreRead();
    void savingSaysWhyNot();
};

static SavedView anyView()
{
    return {.name = u"Servers <b>"_s,
            .query = u"os:server \"a b\" <3d"_s,
            .columns = {{u"name"_s, 220}, {u"last_backup"_s, 0}},
            .sortColumn = u"last_backup"_s,
            .sortOrder = Qt::DescendingOrder};
}

void TestViewFile::viewsGoOutAndComeBack()
{
    const QList<SavedView> views{anyView(), {.name = u"All"_s}};
    const ImportedViews read = viewsFromFile(viewsToFile(views));
    QCOMPARE(read.problem, QString());
    QCOMPARE(read.remarks, QStringList());
    QCOMPARE(read.views, views);
}

void TestViewFile::nothingOfTheAccountGoesOut()
{
    SavedView view = anyView();
    view.id = u"4711-own"_s;
    QVERIFY(!viewsToFile({view}).contains("4711"));
}

void TestViewFile::otherFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    const QString noViews = u"The file holds no views of Steward."_s;
    QTest::newRow("empty") << QByteArray() << noViews;
    QTest::newRow("not JSON") << QByteArray("<html>") << noViews;
    QTest::newRow("other JSON") << QByteArray(R"({"version":1,"views":[]})") << noViews;
    QTest::newRow("views is a path") << QByteArray(R"({"steward":"views","version":1,"views":"/etc/passwd"})")
                                     << noViews;
    QTest::newRow("cut") << fileOf(R"({"name":"a","query":""})").chopped(1) << noViews;
    QTest::newRow("deep") << fileOf(QByteArray(100'000, '[') + QByteArray(100'000, ']')) << noViews;
    QTest::newRow("too large") << fileOf(R"({"name":")" + QByteArray(1024 * 1024, 'x') + "\"}")
                               << u"The file is over 1 MiB: it holds no views."_s;
    QTest::newRow("newer") << QByteArray(R"({"steward":"views","version":2,"views":[]})")
                           << u"The views were saved by another version of Steward and cannot be read."_s;
    QTest::newRow("none") << fileOf("") << u"The file holds no view that can be read."_s;
    QByteArray many = R"({"name":"a","query":""})";
    for (int i = 0; i < 500; ++i)
        many += R"(,{"name":"a","query":""})";
    QTest::newRow("too many") << fileOf(many) << u"The file holds 501 views; 500 are the most."_s;
}

void TestViewFile::otherFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    const ImportedViews read = viewsFromFile(bytes);
    QTEST(read.problem, "problem");
    QVERIFY(read.views.isEmpty());
}

void TestViewFile::damagedViewsAreLeftOutAndTold_data()
{
    QTest::addColumn<QByteArray>("view");
    QTest::newRow("a text") << QByteArray(R"("view")");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("no name") << QByteArray(R"({"query":"a"})");
    QTest::newRow("blank name") << QByteArray(R"({"name":"  ","query":"a"})");
    QTest::newRow("name is a number") << QByteArray(R"({"name":7,"query":"a"})");
    QTest::newRow("name too long") << QByteArray(R"({"name":")") + QByteArray(5000, 'n') + R"(","query":""})";
    QTest::newRow("no query") << QByteArray(R"({"name":"a"})");
    QTest::newRow("query too long") << QByteArray(R"({"name":"a","query":")") + QByteArray(2001, 'q') + "\"}";
    QTest::newRow("query with controls") << QByteArray(R"({"name":"a","query":"a\u0000b"})");
    QTest::newRow("columns is an object") << QByteArray(R"({"name":"a","query":"","columns":{}})");
    QTest::newRow("column is a text") << QByteArray(R"({"name":"a","query":"","columns":["name"]})");
    QTest::newRow("column without a word")
        << QByteArray(R"({"name":"a","query":"","columns":[{"width":5}]})");
    QTest::newRow("width is negative")
        << QByteArray(R"({"name":"a","query":"","columns":[{"column":"n","width":-1}]})");
    QTest::newRow("width is huge") << QByteArray(
        R"({"name":"a","query":"","columns":[{"column":"n","width":1e9}]})");
    QTest::newRow("width is a text") << QByteArray(
        R"({"name":"a","query":"","columns":[{"column":"n","width":"5"}]})");
    QTest::newRow("sort is a text") << QByteArray(R"({"name":"a","query":"","sort":"name"})");
    QTest::newRow("sort without a column") << QByteArray(R"({"name":"a","query":"","sort":{}})");
    QByteArray columns = R"({"column":"n","width":1})";
    for (int i = 0; i < 64; ++i)
        columns += R"(,{"column":"n","width":1})";
    QTest::newRow("too many columns") << R"({"name":"a","query":"","columns":[)" + columns + "]}";
}

void TestViewFile::damagedViewsAreLeftOutAndTold()
{
    QFETCH(QByteArray, view);
    const ImportedViews read = viewsFromFile(fileOf(R"({"name":"good","query":""},)" + view));
    QCOMPARE(read.problem, QString());
    QCOMPARE(read.views, QList<SavedView>({{.name = u"good"_s}}));
    QCOMPARE(read.remarks, QStringList(u"1 of 2 views are damaged and were left out."_s));
}

void TestViewFile::unknownFieldsAreToldAndHaveNoEffect()
{
    const ImportedViews read = viewsFromFile(fileOf(
        R"({"id":"morning-check","name":"a","query":"","script":"rm","include":"/etc/passwd","hidden":true,)"
        R"("columns":[{"column":"n","width":1,"colour":"red"}],"sort":{"column":"n","x":1}})"));
    QCOMPARE(read.views.size(), 1);
    QVERIFY(read.views[0].id.isEmpty());
    QVERIFY(!read.views[0].isHidden && !read.views[0].isBuiltIn);
    QCOMPARE(read.remarks,
             QStringList(
                 u"Fields that Steward does not know were left out: hidden, include, script, colour, x."_s));
    const ImportedViews many =
        viewsFromFile(fileOf(R"({"name":"a","query":"","1":1,"2":2,"3":3,"4":4,"5":5,"6":6})"));
    QCOMPARE(many.remarks,
             QStringList(u"Fields that Steward does not know were left out: 1, 2, 3, 4, 5, …."_s));
}

void TestViewFile::namesCannotHideTheirWritingDirection()
{
    const ImportedViews read = viewsFromFile(fileOf(R"({"name":"a\u202eb\nc","query":""})"));
    QCOMPARE(read.views.value(0).name, u"a[U+202E]b c"_s);
}

void TestViewFile::brokenBytesNeverHarm()
{
    const QByteArray whole = viewsToFile({anyView(), {.name = u"All"_s}});
    std::mt19937 random(5);
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes = whole;
        for (int change = 0; change <= round % 4; ++change) {
            const auto at = std::uniform_int_distribution<qsizetype>(0, bytes.size() - 1)(random);
            bytes[at] = static_cast<char>(std::uniform_int_distribution<int>(0, 255)(random));
        }
        const ImportedViews read = viewsFromFile(bytes);
        QCOMPARE(read.views.isEmpty(), !read.problem.isEmpty());
        for (const SavedView &view : read.views) {
            QStringList unknown;
            QVERIFY(viewFromJson(viewToJson(view), unknown));
        }
    }
}

void TestViewFile::onlyPlainFilesAreRead()
{
    const ProfileFolder profile;
    QVERIFY(QDir().mkpath(profile.path()));
    QCOMPARE(mkfifo(qPrintable(profile.file(u"pipe"_s)), 0600), 0);
    QCOMPARE(readViewFile(profile.file(u"pipe"_s)).problem, u"pipe cannot be read."_s);
    QCOMPARE(readViewFile(u"/dev/zero"_s).problem, u"zero cannot be read."_s);
    QCOMPARE(readViewFile(profile.path()).problem, u"profile cannot be read."_s);
    QCOMPARE(readViewFile(profile.file(u"none"_s)).problem, u"none cannot be read."_s);
}

void TestViewFile::savingSaysWhyNot()
{
    const ProfileFolder profile;
    QVERIFY(QDir().mkpath(profile.path()));
    QCOMPARE(writeViewFile(profile.file(u"views.json"_s), {anyView()}), QString());
    QCOMPARE(readViewFile(profile.file(u"views.json"_s)).views, QList<SavedView>({anyView()}));
    const QString why = writeViewFile(profile.file(u"none/views.json"_s), {anyView()});
    QVERIFY2(why.startsWith(u"views.json could not be saved ("_s), qPrintable(why));
}

QTEST_GUILESS_MAIN(TestViewFile)
#include "tst_viewfile.moc"
