// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/profilefile.h"
#include "tests/app/settings/profilefolder.h"

#include <QLockFile>
#include <QTest>

#include <array>
#include <csignal>
#include <random>
#include <sys/resource.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

static const QString name = u"things.json"_s;

static ProfileFile::Change setting(const QString &key, const QJsonValue &value)
{
    return [key, value](QJsonObject &object) {
        object.insert(key, value);
    };
}

class TestProfileFile : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotThereIsEmptyAndNoTrouble();
    void aChangeComesBack();
    void folderAndFileAreTheirOwnersAlone();
    void aFolderThatWasThereKeepsItsRights();
    void fieldsThatNobodyKnowsStay();
    void aFileWithoutAVersionIsTheFirst();
    void damagedFilesAreSetAside_data();
    void damagedFilesAreSetAside();
    void randomBytesNeverStopTheStart();
    void everyCutOfAFileIsDamagedOrWhole();
    void aNewerFileIsSetAsideUnharmed();
    void twoNamesAsideNeverMeet();
    void aFolderInPlaceOfTheFileIsLeftAlone();
    void aFileThatMayNotBeReadIsLeftAlone();
    void aReadOnlyFolderIsToldAndTheChangeHolds();
    void aDamagedFileInAReadOnlyFolderStaysAndIsNotOverwritten();
    void aFullDiskKeepsTheOldFileAndTheNextSavingHasBoth();
    void twoStewardsKeepEachOthersChanges();
    void twoProcessesLoseNothing();
    void aLockThatIsHeldIsTold();
    void aWriterThatIsKilledLeavesAWholeFile();
    void withoutAProfileNothingIsWritten();
    void aFileOfTheWindowsStateIsReadAndKept();
};

void TestProfileFile::whatIsNotThereIsEmptyAndNoTrouble()
{
    const ProfileFolder profile;
    ProfileFile file(profile.path(), name);
    QVERIFY(!file.load());
    QVERIFY(file.content().isEmpty());
    QVERIFY(!QFileInfo::exists(profile.path()));
}

void TestProfileFile::aChangeComesBack()
{
    const ProfileFolder profile;
    ProfileFile file(profile.path(), name);
    QVERIFY(!file.load());
    QVERIFY(!file.apply(setting(u"a"_s, u"grüße"_s)));
    ProfileFile again(profile.path(), name);
    QVERIFY(!again.load());
    QCOMPARE(again.content().value(u"a"_s), QJsonValue(u"grüße"_s));
    QCOMPARE(again.content().value(u"version"_s), QJsonValue(1));
    QCOMPARE(profile.files(u"*"_s), QStringList(name));
}

void TestProfileFile::folderAndFileAreTheirOwnersAlone()
{
    const ProfileFolder profile;
    ProfileFile file(profile.path() + u"/deeper"_s, name);
    QVERIFY(!file.apply(setting(u"a"_s, 1)));
    QCOMPARE(ProfileFolder::mode(profile.path() + u"/deeper"_s), 0700U);
    QCOMPARE(ProfileFolder::mode(file.path()), 0600U);
    QVERIFY(chmod(qPrintable(file.path()), 0644) == 0);
    QVERIFY(!file.apply(setting(u"a"_s, 2)));
    QCOMPARE(ProfileFolder::mode(file.path()), 0600U);
}

void TestProfileFile::aFolderThatWasThereKeepsItsRights()
{
    const ProfileFolder profile;
    QVERIFY(QDir().mkpath(profile.path()));
    QVERIFY(chmod(qPrintable(profile.path()), 0750) == 0);
    ProfileFile file(profile.path(), name);
    QVERIFY(!file.apply(setting(u"a"_s, 1)));
    QCOMPARE(ProfileFolder::mode(profile.path()), 0750U);
}

void TestProfileFile::fieldsThatNobodyKnowsStay()
{
    const ProfileFolder profile;
    profile.put(name, R"({"version":1,"future":{"deep":[1,2,{"x":null}]},"a":1})");
    ProfileFile file(profile.path(), name);
    QVERIFY(!file.load());
    QVERIFY(!file.apply(setting(u"a"_s, 2)));
    const QJsonObject future = QJsonDocument::fromJson(R"({"deep":[1,2,{"x":null}]})").object();
    QCOMPARE(profile.json(name).value(u"future"_s).toObject(), future);
    QCOMPARE(profile.json(name).value(u"a"_s), QJsonValue(2));
}

void TestProfileFile::aFileWithoutAVersionIsTheFirst()
{
    const ProfileFolder profile;
    profile.put(name, R"({"a":"b"})");
    ProfileFile file(profile.path(), name);
    QVERIFY(!file.load());
    QCOMPARE(file.content().value(u"a"_s), QJsonValue(u"b"_s));
}

void TestProfileFile::damagedFilesAreSetAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros, as after a power cut") << QByteArray(4096, '\0');
    QTest::newRow("not JSON") << QByteArray("[General]\ntheme=dark\n");
    QTest::newRow("array") << QByteArray("[1,2]");
    QTest::newRow("text") << QByteArray("\"a\"");
    QTest::newRow("cut") << QByteArray(R"({"version":1,"a":"b)");
    QTest::newRow("something behind") << QByteArray(R"({"version":1}})");
    QTest::newRow("version is a text") << QByteArray(R"({"version":"1"})");
    QTest::newRow("version is negative") << QByteArray(R"({"version":-1})");
    QTest::newRow("deep") << QByteArray(R"({"a":)") + QByteArray(100'000, '[') + QByteArray(100'000, ']')
            + "}";
    QTest::newRow("too large") << QByteArray(R"({"a":")") + QByteArray(5 * 1024 * 1024, 'x') + "\"}";
}

void TestProfileFile::damagedFilesAreSetAside()
{
    QFETCH(QByteArray, bytes);
    const ProfileFolder profile;
    profile.put(name, bytes);
    ProfileFile file(profile.path(), name);
    const auto trouble = file.load();
    QVERIFY(trouble);
    QCOMPARE(trouble->kind, ProfileTroubleKind::Damaged);
    QVERIFY(file.content().isEmpty());
    const QStringList aside = profile.files(u"things.json.damaged-*"_s);
    QCOMPARE(aside.size(), 1);
    QCOMPARE(profile.content(aside.first()), bytes);
    QCOMPARE(trouble->what(), u"things.json is damaged and was not read."_s);
    QVERIFY2(trouble->advice().contains(u"is kept as "_s + aside.first()), qPrintable(trouble->advice()));
    QVERIFY(!QFile::exists(file.path()));
    QVERIFY(!file.apply(setting(u"a"_s, 1)));
    QCOMPARE(profile.json(name).value(u"a"_s), QJsonValue(1));
    QCOMPARE(profile.content(aside.first()), bytes);
}

void TestProfileFile::randomBytesNeverStopTheStart()
{
    const ProfileFolder profile;
    std::mt19937 random(49);
    for (int round = 0; round < 100; ++round) {
        QByteArray bytes;
        for (auto length = std::uniform_int_distribution<int>(1, 200)(random); length > 0; --length)
            bytes.append(static_cast<char>(std::uniform_int_distribution<int>(0, 255)(random)));
        profile.put(name, bytes);
        ProfileFile file(profile.path(), name);
        const auto trouble = file.load();
        QVERIFY(trouble && trouble->kind == ProfileTroubleKind::Damaged);
        QCOMPARE(profile.content(QFileInfo(trouble->keptAs).fileName()), bytes);
    }
    QCOMPARE(profile.files(u"things.json.damaged-*"_s).size(), 100);
}

void TestProfileFile::everyCutOfAFileIsDamagedOrWhole()
{
    const ProfileFolder profile;
    ProfileFile original(profile.path(), name);
    QVERIFY(!original.apply(setting(u"health_limits"_s, QJsonObject{{u"stale"_s, 7}, {u"late"_s, 6}})));
    const QByteArray whole = profile.content(name);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        profile.put(name, whole.first(size));
        ProfileFile file(profile.path(), name);
        const auto trouble = file.load();
        QCOMPARE(file.content(), trouble ? QJsonObject() : original.content());
        QVERIFY(trouble || size + 1 == whole.size()); // all but the last line break is all
    }
}

void TestProfileFile::aNewerFileIsSetAsideUnharmed()
{
    const QByteArray newer = R"({"version": 2, "theme": {"shade": "dusk"}})";
    const ProfileFolder profile;
    profile.put(name, newer);
    ProfileFile file(profile.path(), name);
    const auto trouble = file.load();
    QVERIFY(trouble);
    QCOMPARE(trouble->kind, ProfileTroubleKind::Newer);
    QCOMPARE(trouble->what(), u"things.json was written by a newer Steward and was not read."_s);
    QVERIFY(!file.apply(setting(u"a"_s, 1)));
    const QStringList aside = profile.files(u"things.json.newer-*"_s);
    QCOMPARE(aside.size(), 1);
    QCOMPARE(profile.content(aside.first()), newer);
    ProfileFile newSteward(profile.path(), aside.first(), 2);
    QVERIFY(!newSteward.load());
    QCOMPARE(newSteward.content().value(u"theme"_s).toObject().value(u"shade"_s), QJsonValue(u"dusk"_s));
}

void TestProfileFile::twoNamesAsideNeverMeet()
{
    const ProfileFolder profile;
    for (const char *bytes : {"first", "second", "third"}) {
        profile.put(name, bytes);
        QVERIFY(ProfileFile(profile.path(), name).load());
    }
    QByteArrayList kept;
    for (const QString &aside : profile.files(u"things.json.damaged-*"_s))
        kept.append(profile.content(aside));
    std::ranges::sort(kept);
    QCOMPARE(kept, QByteArrayList({"first", "second", "third"}));
}

void TestProfileFile::aFolderInPlaceOfTheFileIsLeftAlone()
{
    const ProfileFolder profile;
    QVERIFY(QDir().mkpath(profile.file(name)));
    ProfileFile file(profile.path(), name);
    const auto trouble = file.load();
    QVERIFY(trouble);
    QCOMPARE(trouble->kind, ProfileTroubleKind::Unreadable);
    const auto again = file.apply(setting(u"a"_s, 1));
    QVERIFY(again);
    QCOMPARE(again->kind, ProfileTroubleKind::Unreadable);
    QCOMPARE(file.content().value(u"a"_s), QJsonValue(1));
    QVERIFY(QFileInfo(profile.file(name)).isDir());
    // once it is out of the way, what was changed meanwhile is saved, too
    QVERIFY(QDir(profile.path()).rmdir(name));
    QVERIFY(!file.apply(setting(u"b"_s, 2)));
    QCOMPARE(profile.json(name).value(u"a"_s), QJsonValue(1));
    QCOMPARE(profile.json(name).value(u"b"_s), QJsonValue(2));
}

void TestProfileFile::aFileThatMayNotBeReadIsLeftAlone()
{
    const ProfileFolder profile;
    profile.put(name, R"({"version":1,"a":"secret"})");
    QVERIFY(chmod(qPrintable(profile.file(name)), 0) == 0);
    ProfileFile file(profile.path(), name);
    {
        const ReadOnlyFolder person(profile.path());
        const auto trouble = file.load();
        QVERIFY(trouble);
        QCOMPARE(trouble->kind, ProfileTroubleKind::Unreadable);
        QVERIFY(file.apply(setting(u"b"_s, 1)));
    }
    QVERIFY(chmod(qPrintable(profile.file(name)), 0600) == 0);
    QCOMPARE(profile.json(name).value(u"a"_s), QJsonValue(u"secret"_s));
    QVERIFY(!file.apply(setting(u"c"_s, 2)));
    QCOMPARE(profile.json(name),
             QJsonObject({{u"version"_s, 1}, {u"a"_s, u"secret"_s}, {u"b"_s, 1}, {u"c"_s, 2}}));
}

void TestProfileFile::aReadOnlyFolderIsToldAndTheChangeHolds()
{
    const ProfileFolder profile;
    profile.put(name, R"({"version":1,"a":1})");
    QVERIFY(chmod(qPrintable(profile.file(name)), 0644) == 0);
    ProfileFile file(profile.path(), name);
    {
        const ReadOnlyFolder person(profile.path());
        QVERIFY(!file.load());
        const auto trouble = file.apply(setting(u"a"_s, 2));
        QVERIFY(trouble);
        QCOMPARE(trouble->kind, ProfileTroubleKind::NotSaved);
        QCOMPARE(trouble->what(), u"things.json could not be saved."_s);
        QVERIFY(trouble->advice().contains(profile.path()));
    }
    QCOMPARE(file.content().value(u"a"_s), QJsonValue(2));
    QCOMPARE(profile.content(name), QByteArray(R"({"version":1,"a":1})"));
    QCOMPARE(profile.files(u"*"_s), QStringList(name));
}

void TestProfileFile::aDamagedFileInAReadOnlyFolderStaysAndIsNotOverwritten()
{
    const ProfileFolder profile;
    profile.put(name, "damaged");
    QVERIFY(chmod(qPrintable(profile.file(name)), 0644) == 0);
    const ReadOnlyFolder person(profile.path());
    ProfileFile file(profile.path(), name);
    const auto trouble = file.load();
    QVERIFY(trouble && trouble->kind == ProfileTroubleKind::Damaged);
    QVERIFY(trouble->keptAs.isEmpty());
    QVERIFY2(trouble->advice().contains(u"Move the file away from"_s), qPrintable(trouble->advice()));
    QVERIFY(file.apply(setting(u"a"_s, 1)));
    QCOMPARE(profile.content(name), QByteArray("damaged"));
}

void TestProfileFile::aFullDiskKeepsTheOldFileAndTheNextSavingHasBoth()
{
    const ProfileFolder profile;
    ProfileFile file(profile.path(), name);
    QVERIFY(!file.apply(setting(u"a"_s, u"before"_s)));
    const QByteArray before = profile.content(name);
    rlimit previous{};
    getrlimit(RLIMIT_FSIZE, &previous);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit full{4096, previous.rlim_max};
    setrlimit(RLIMIT_FSIZE, &full);
    const auto trouble = file.apply(setting(u"b"_s, QString(10'000, u'x')));
    setrlimit(RLIMIT_FSIZE, &previous);
    std::signal(SIGXFSZ, handler);
    QVERIFY(trouble);
    QCOMPARE(trouble->kind, ProfileTroubleKind::NotSaved);
    QVERIFY(!trouble->detail.isEmpty());
    QCOMPARE(profile.content(name), before);
    QCOMPARE(profile.files(u"*"_s), QStringList(name));
    QVERIFY(!file.apply(setting(u"c"_s, 3)));
    QCOMPARE(profile.json(name).value(u"b"_s).toString().size(), 10'000);
    QCOMPARE(profile.json(name).value(u"c"_s), QJsonValue(3));
}

void TestProfileFile::twoStewardsKeepEachOthersChanges()
{
    const ProfileFolder profile;
    ProfileFile one(profile.path(), name);
    ProfileFile other(profile.path(), name);
    QVERIFY(!one.load());
    QVERIFY(!other.load());
    QVERIFY(!one.apply(setting(u"theme"_s, u"dark"_s)));
    QVERIFY(!other.apply(setting(u"rows"_s, u"compact"_s)));
    QVERIFY(!one.apply(setting(u"zone"_s, u"utc"_s)));
    const QJsonObject all{
        {u"version"_s, 1}, {u"theme"_s, u"dark"_s}, {u"rows"_s, u"compact"_s}, {u"zone"_s, u"utc"_s}};
    QCOMPARE(profile.json(name), all);
    QCOMPARE(one.content(), all);
}

// Runs \a work in a process of its own, which ends with 0 when it gave true.
template <typename Work>
static pid_t inAnotherProcess(Work work)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(work() ? 0 : 1);
    return child;
}

void TestProfileFile::twoProcessesLoseNothing()
{
    constexpr int processes = 3;
    constexpr int each = 40;
    const ProfileFolder profile;
    std::vector<pid_t> children;
    for (int process = 0; process < processes; ++process)
        children.push_back(inAnotherProcess([&] {
            ProfileFile file(profile.path(), name);
            for (int i = 0; i < each; ++i) {
                const QString key = u"%1-%2"_s.arg(process).arg(i);
                // the lock is fair to nobody: another attempt brings what is missing
                auto trouble = file.apply(setting(key, i));
                while (trouble && trouble->kind == ProfileTroubleKind::InUse)
                    trouble = file.apply(setting(key, i));
                if (trouble)
                    return false;
            }
            return true;
        }));
    for (const pid_t child : children) {
        int status = -1;
        QCOMPARE(waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
    }
    QCOMPARE(profile.json(name).size(), processes * each + 1);
    QCOMPARE(profile.files(u"*"_s), QStringList(name));
}

void TestProfileFile::aLockThatIsHeldIsTold()
{
    const ProfileFolder profile;
    ProfileFile file(profile.path(), name);
    QVERIFY(!file.apply(setting(u"a"_s, 1)));
    {
        QLockFile held(profile.file(name + u".lock"_s));
        QVERIFY(held.tryLock(0));
        const auto trouble = file.apply(setting(u"a"_s, 2));
        QVERIFY(trouble);
        QCOMPARE(trouble->kind, ProfileTroubleKind::InUse);
        QCOMPARE(trouble->what(), u"Another Steward is writing things.json and does not end."_s);
        QCOMPARE(profile.json(name).value(u"a"_s), QJsonValue(1));
    }
    QVERIFY(!file.apply(setting(u"b"_s, 3)));
    QCOMPARE(profile.json(name).value(u"a"_s), QJsonValue(2));
}

// Writes without end; the first time that it came through, it says so at \a ready.
static bool writeWithoutEnd(const QString &profile, int ready)
{
    ProfileFile file(profile, name);
    for (int i = 0;; ++i) {
        const auto trouble = file.apply([i](QJsonObject &object) {
            object.insert(u"count"_s, object.value(u"count"_s).toInt() + 1);
            object.insert(u"padding"_s, QString(i % 100 * 500, u'x'));
        });
        if (!trouble && ready >= 0) {
            if (write(ready, "r", 1) != 1)
                return false;
            ready = -1;
        }
    }
}

void TestProfileFile::aWriterThatIsKilledLeavesAWholeFile()
{
    const ProfileFolder profile;
    std::mt19937 random(23);
    int last = 0;
    for (int round = 0; round < 30; ++round) {
        std::array<int, 2> ends{};
        QCOMPARE(pipe(ends.data()), 0);
        const pid_t child = inAnotherProcess([&] { return writeWithoutEnd(profile.path(), ends[1]); });
        char ready = 0;
        QCOMPARE(read(ends[0], &ready, 1), ssize_t(1));
        usleep(std::uniform_int_distribution<useconds_t>(0, 20'000)(random)); // at any moment of a writing
        QCOMPARE(kill(child, SIGKILL), 0);
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        close(ends[0]);
        close(ends[1]);
        ProfileFile file(profile.path(), name);
        QVERIFY(!file.load());
        const int count = file.content().value(u"count"_s).toInt();
        QVERIFY2(count > last, qPrintable(u"%1 after %2"_s.arg(count).arg(last)));
        last = count;
    }
    // a lock whose owner was killed binds nobody for long
    ProfileFile file(profile.path(), name);
    QTRY_VERIFY_WITH_TIMEOUT(!file.apply(setting(u"after"_s, true)), 30'000);
}

void TestProfileFile::withoutAProfileNothingIsWritten()
{
    ProfileFile file(QString(), name);
    QVERIFY(!file.load());
    QVERIFY(!file.apply(setting(u"a"_s, 1)));
    QCOMPARE(file.content().value(u"a"_s), QJsonValue(1));
    QVERIFY(!QFile::exists(name));
    QVERIFY(file.path().isEmpty());
}

void TestProfileFile::aFileOfTheWindowsStateIsReadAndKept()
{
    const ProfileFolder profile;
    profile.put(u"window.json"_s, R"({"geometry":"AdnQywADAAA=","theme":"dark"})");
    ProfileFile file(profile.path(), u"window.json"_s);
    QVERIFY(!file.load());
    QCOMPARE(file.content().value(u"theme"_s), QJsonValue(u"dark"_s));
    QVERIFY(!file.apply(setting(u"splitter"_s, u"AAAA"_s)));
    QCOMPARE(profile.json(u"window.json"_s).value(u"geometry"_s), QJsonValue(u"AdnQywADAAA="_s));
}

QTEST_GUILESS_MAIN(TestProfileFile)
#include "tst_profilefile.moc"
