// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/settings/profilefolder.h"
#include "tests/ui/window/profilestores.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <random>
#include <sys/resource.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(const StoreRow *)

namespace {

/// Files may not grow beyond \a bytes while this lives, as on a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit full{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

/// Nobody may write into the profile while this lives, and everybody may read; root is somebody else meanwhile.
class ReadOnlyProfile
{
public:
    explicit ReadOnlyProfile(const QString &path)
    {
        QDirIterator below(path, QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (below.hasNext()) {
            const QFileInfo entry(below.next());
            if (chmod(qPrintable(entry.filePath()), entry.isDir() ? 0555 : 0444) != 0)
                qFatal("the test cannot change rights");
        }
        m_folder.emplace(path);
    }

private:
    std::optional<ReadOnlyFolder> m_folder;
};

QStringList filesBelow(const QString &path)
{
    QStringList files;
    QDirIterator below(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (below.hasNext())
        files << below.next();
    return files;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// I14, F49, F50 over every file that Steward writes for itself: a row for each in profilestores.cpp. A file without a row fails here.
class TestProfileFiles : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_profile = std::make_unique<ProfileFolder>(); }
    void cleanup() { m_profile.reset(); }

    void I14_everythingIsItsOwnersAlone_data() { addStores(); }
    void I14_everythingIsItsOwnersAlone()
    {
        const mode_t before = umask(0);
        OpenStore store = open();
        const bool isPut = store.put(1);
        umask(before);
        QVERIFY(isPut);
        QCOMPARE(ProfileFolder::mode(m_profile->path()), 0700U);
        QVERIFY(!ownFile().isEmpty());
        QDirIterator below(m_profile->path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                           QDirIterator::Subdirectories);
        while (below.hasNext()) {
            const QFileInfo entry(below.next());
            QVERIFY2(ProfileFolder::mode(entry.filePath()) == (entry.isDir() ? 0700U : 0600U),
                     qPrintable(entry.filePath()));
        }
    }

    void I14_aWriterThatIsKilledLeavesItWhole_data() { addStores(); }
    void I14_aWriterThatIsKilledLeavesItWhole()
    {
        QVERIFY(open().put(1));
        for (int round = 0; round < 3; ++round) {
            const pid_t writer = fork();
            if (writer == 0) {
                OpenStore store = open();
                for (;;)
                    store.put(2);
            }
            usleep(8'000U + 5'000U * unsigned(round));
            kill(writer, SIGKILL);
            waitpid(writer, nullptr, 0);
        }
        QVERIFY(!open().read().isEmpty());
        QVERIFY(m_profile->files(u"*damaged*"_s).isEmpty());
        // a lock whose owner was killed before it wrote its name in it holds for five seconds
        QTRY_VERIFY_WITH_TIMEOUT(open().put(2), 10'000);
    }

    void F49_damageIsNoReasonNotToGoOn_data() { addStores(); }
    void F49_damageIsNoReasonNotToGoOn()
    {
        QVERIFY(open().put(1));
        const QString file = ownFile();
        const QByteArray whole = contentOf(file);
        std::mt19937 random(49);
        QByteArrayList all{QByteArray(),          QByteArray(4096, '\0'),   "[1,2]",
                           "{\"version\":\"x\"}", QByteArray(100'000, '['), whole + "}"};
        for (int part = 1; part < 5; ++part)
            all << whole.first(whole.size() * part / 5);
        for (int round = 0; round < 10; ++round) {
            QByteArray bytes(std::uniform_int_distribution<int>(1, 300)(random), '\0');
            std::ranges::generate(bytes, [&] { return static_cast<char>(random()); });
            all << bytes;
        }
        for (const QByteArray &bytes : std::as_const(all))
            checkDamage(file, bytes);
    }

    void F49_whatANewerStewardWroteIsKept_data()
    {
        addStores([](const StoreRow &row) { return row.isJson; });
    }
    void F49_whatANewerStewardWroteIsKept()
    {
        QVERIFY(open().put(1));
        const QString file = ownFile();
        QJsonObject newer = QJsonDocument::fromJson(contentOf(file)).object();
        newer[u"version"_s] = 99;
        const QByteArray bytes = QJsonDocument(newer).toJson();
        write(file, bytes);
        QVERIFY(open().put(2));
        QCOMPARE(open().read(), QSet{2});
        QVERIFY(isKept(bytes));
    }

    void F49_aReadOnlyProfileIsToldAndWhatIsThereIsRead_data() { addStores(); }
    void F49_aReadOnlyProfileIsToldAndWhatIsThereIsRead()
    {
        QVERIFY(open().put(1));
        const QByteArray before = contentOf(ownFile());
        const ReadOnlyProfile readOnly(m_profile->path());
        OpenStore store = open();
        if (row().sharing != Sharing::SecondIsTold) // a database that cannot be written is not opened
            QCOMPARE(store.read(), QSet{1});
        QVERIFY(!store.put(2));
        QCOMPARE(contentOf(ownFile()), before);
    }

    void F49_aFullDiskKeepsWhatItHas_data() { addStores(); }
    void F49_aFullDiskKeepsWhatItHas()
    {
        OpenStore store = open();
        QVERIFY(store.put(1));
        {
            const FullDisk disk(1024);
            QVERIFY(!store.put(2));
        }
        if (row().sharing != Sharing::SecondIsTold) // which keeps its file to itself
            QCOMPARE(open().read(), QSet{1});
        QVERIFY(store.put(2)); // there is room again
        store = {};
        QCOMPARE(open().read(),
                 row().sharing == Sharing::LastWins && !open().read().contains(1) ? QSet{2} : QSet({1, 2}));
    }

    void F50_twoStewardsShareTheProfile_data() { addStores(); }
    void F50_twoStewardsShareTheProfile()
    {
        OpenStore first = open();
        OpenStore second = open();
        QVERIFY(first.put(1));
        QCOMPARE(second.put(2), row().sharing != Sharing::SecondIsTold);
        first = {};
        second = {};
        switch (row().sharing) {
        case Sharing::Joined:
            QCOMPARE(open().read(), QSet({1, 2}));
            break;
        case Sharing::LastWins:
            QCOMPARE(open().read(), QSet{2});
            break;
        case Sharing::SecondIsTold:
            QCOMPARE(open().read(), QSet{1});
            break;
        }
    }

    void everyFileThatStewardWritesHasARow()
    {
        QSet<QString> rows;
        for (const StoreRow &row : profileStores())
            rows.insert(QString::fromLatin1(row.file).section(u'/', -1));
        // what the person names, with a name that Steward proposes
        const QSet<QString> proposed{u"backup-plan.json"_s, u"steward-views.json"_s, u"template.json"_s};
        static const QRegularExpression name(u"\"([\\w.-]+\\.(?:json|sqlite|db|ini|conf|txt|dat|log))\""_s);
        static const QRegularExpression writing(
            u"\\bQSaveFile |writeWholeFile\\(|QSettings |open\\([^)]*(?:WriteOnly|ReadWrite|Append)|"
            "addDatabase\\(|std::ofstream"_s);
        // each of them is behind a row, or writes where the person says
        const QSet<QString> writers{u"app/changes/journalfile.cpp"_s, u"app/plans/plandrafts.cpp"_s,
                                    u"app/plans/templatefile.cpp"_s,  u"app/settings/profilefile.cpp"_s,
                                    u"app/settings/viewfile.cpp"_s,   u"app/settings/wholefile.cpp"_s,
                                    u"app/settings/wholefile.h"_s,    u"app/sheets/sheetfile.cpp"_s,
                                    u"app/sheets/sheetfile.h"_s,      u"ui/watchdog.cpp"_s,
                                    u"ui/window/windowstate.cpp"_s};
        const QDir source(QStringLiteral(STEWARD_SOURCE_DIR));
        int seen = 0;
        for (const QString &path :
             filesBelow(source.filePath(u"app"_s)) + filesBelow(source.filePath(u"ui"_s))) {
            const QString below = source.relativeFilePath(path);
            if (!path.endsWith(u".cpp"_s) && !path.endsWith(u".h"_s))
                continue;
            if (below.startsWith(u"app/sandbox/"_s) || below.startsWith(u"ui/tour/"_s))
                continue; // they have no profile
            ++seen;
            const QString text = QString::fromUtf8(contentOf(path));
            for (auto found = name.globalMatch(text); found.hasNext();) {
                const QString file = found.next().captured(1);
                QVERIFY2(rows.contains(file) || proposed.contains(file), qPrintable(below + u": "_s + file));
            }
            if (writing.match(text).hasMatch())
                QVERIFY2(writers.contains(below), qPrintable(below));
        }
        QVERIFY(seen > 300);
    }

private:
    static void addStores(bool (*isMeant)(const StoreRow &) = [](const StoreRow &) { return true; })
    {
        QTest::addColumn<const StoreRow *>("row");
        for (const StoreRow &row : profileStores()) {
            if (isMeant(row))
                QTest::newRow(row.name) << &row;
        }
    }
    static const StoreRow &row()
    {
        QFETCH(const StoreRow *, row);
        return *row;
    }
    OpenStore open() const { return row().open(m_profile->path()); }

    /// The file of the row, or one of them.
    QString ownFile() const
    {
        const QStringList files = filesBelow(m_profile->path());
        const auto wildcard = QRegularExpression::fromWildcard(QString::fromLatin1(row().file));
        const QDir profile(m_profile->path());
        const auto found = std::ranges::find_if(files, [&](const QString &path) {
            return wildcard.match(profile.relativeFilePath(path)).hasMatch();
        });
        return found == files.end() ? QString() : *found;
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    bool isKept(const QByteArray &bytes) const
    {
        const QStringList files = filesBelow(m_profile->path());
        return std::ranges::any_of(files, [&](const QString &path) { return contentOf(path) == bytes; });
    }
    void checkDamage(const QString &file, const QByteArray &bytes) const
    {
        const QString shown = QString::fromLatin1(bytes.left(40).toPercentEncoding());
        write(file, bytes);
        {
            OpenStore store = open();
            QVERIFY2(store.put(2), qPrintable(shown));
        }
        const QSet<int> read = open().read();
        QVERIFY2(read.contains(2), qPrintable(shown));
        const bool wasUsable = read.contains(1) || bytes.isEmpty();
        if (row().damage != Damage::Replaced && !wasUsable)
            QVERIFY2(isKept(bytes), qPrintable(shown));
    }

    std::unique_ptr<ProfileFolder> m_profile;
};

QTEST_GUILESS_MAIN(TestProfileFiles)
#include "tst_profilefiles.moc"
