// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/sheetexport.h"
#include "tests/app/sheets/diskfaults.h"
#include "tests/app/sheets/plainsheet.h"
#include "tests/app/sheets/strictcsv.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

static const SheetLayout plainCsv{.format = SheetFormat::Csv, .csv = {.hasByteOrderMark = false}};
static const QByteArray older = "what stood here before\n";

static std::unique_ptr<SheetSource> numberedRows(qsizetype count)
{
    return std::make_unique<MadeSheet>(
        QList<SheetColumn>{{u"Number"_s, CellKind::Number}, {u"Name"_s}, {u"Formula"_s}}, count,
        [](qsizetype row, SheetRows &rows) {
            rows.addNumber(qint64(row));
            rows.addText(QByteArray("device-" + QByteArray::number(row)));
            rows.addText("=cmd|' /C calc'!A0");
        });
}

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

class TestSheetExport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aHundredThousandRowsArriveWhole();
    void theFileIsForItsOwnerAlone();
    void anOlderFileIsReplacedOnlyAtTheEnd();
    void aCancelledExportLeavesTheOldFile();
    void anExportThatIsDeletedLeavesTheOldFile();
    void cancellingWhatIsCompleteChangesNothing();
    void aFullDiskIsToldAndLeavesTheOldFile();
    void noRightToWriteIsTold();
    void aFolderThatIsGoneIsTold();
    void aFolderThatGoesMeanwhileIsTold();
    void aFolderIsNoFile();
    void otherEventsComeBetweenThePieces();
    void fewPiecesAreUnderWay();
    void theOneWhoIsToldMayDeleteTheExport();
    void anEmptyTableIsWrittenToo();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    /// Runs an export of \a rows rows to its end, which is to be a failure.
    SheetTrouble failureOf(const QString &file, qsizetype rows);
    QStringList filesThere() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSheetExport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

SheetTrouble TestSheetExport::failureOf(const QString &file, qsizetype rows)
{
    SheetExport one(numberedRows(rows), plainCsv, file);
    QSignalSpy failed(&one, &SheetExport::failed);
    QSignalSpy finished(&one, &SheetExport::finished);
    one.start();
    const bool hasFailed = QTest::qWaitFor([&] { return !failed.isEmpty() || !finished.isEmpty(); }, 30'000)
        && finished.isEmpty();
    return hasFailed ? failed[0][0].value<SheetTrouble>() : SheetTrouble{.file = u"did not fail"_s};
}

void TestSheetExport::aHundredThousandRowsArriveWhole()
{
    SheetExport one(numberedRows(100'000), plainCsv, path(u"devices.csv"_s));
    QSignalSpy finished(&one, &SheetExport::finished);
    QSignalSpy progressed(&one, &SheetExport::progressed);
    one.start();
    QVERIFY(finished.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    const QByteArray file = contentOf(one.file());
    QCOMPARE(finished[0][0].toLongLong(), 100'000);
    QCOMPARE(finished[0][1].toLongLong(), file.size());
    const auto lines = strictCsv(file);
    QVERIFY(lines);
    QCOMPARE(lines->size(), 100'001);
    for (qsizetype row = 0; row < 100'000; ++row) {
        const QByteArray number = QByteArray::number(row);
        QCOMPARE(lines->at(row + 1), QList<QByteArray>({number, "device-" + number, "'=cmd|' /C calc'!A0"}));
    }
    QVERIFY(progressed.size() > 10);
    qint64 last = 0;
    for (const QList<QVariant> &step : std::as_const(progressed)) {
        QVERIFY(step[0].toLongLong() > last);
        QCOMPARE(step[1].toLongLong(), 100'000);
        last = step[0].toLongLong();
    }
    QCOMPARE(filesThere(), QStringList(u"devices.csv"_s));
}

void TestSheetExport::theFileIsForItsOwnerAlone()
{
    put(path(u"devices.csv"_s), older);
    QVERIFY(QFile::setPermissions(path(u"devices.csv"_s),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    for (const QString &name : {u"devices.csv"_s, u"new.csv"_s}) {
        SheetExport one(numberedRows(10), plainCsv, path(name));
        QSignalSpy finished(&one, &SheetExport::finished);
        one.start();
        QTRY_COMPARE(finished.size(), 1);
        struct stat status{};
        QCOMPARE(stat(qPrintable(path(name)), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0600U);
    }
}

void TestSheetExport::anOlderFileIsReplacedOnlyAtTheEnd()
{
    put(path(u"devices.csv"_s), older);
    SheetExport one(numberedRows(50'000), plainCsv, path(u"devices.csv"_s));
    QSignalSpy finished(&one, &SheetExport::finished);
    QByteArray seenMeanwhile;
    connect(&one, &SheetExport::progressed, this, [&] {
        if (one.rowsRead() < one.expectedRows())
            seenMeanwhile = contentOf(one.file());
    });
    one.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    QCOMPARE(seenMeanwhile, older);
    QVERIFY(contentOf(one.file()).startsWith("\"Number\",\"Name\",\"Formula\"\r\n0,device-0,"));
}

void TestSheetExport::aCancelledExportLeavesTheOldFile()
{
    put(path(u"devices.csv"_s), older);
    SheetExport one(numberedRows(10'000'000), plainCsv, path(u"devices.csv"_s));
    QSignalSpy cancelled(&one, &SheetExport::cancelled);
    QSignalSpy finished(&one, &SheetExport::finished);
    connect(&one, &SheetExport::progressed, &one, &SheetExport::cancel);
    one.start();
    QTRY_COMPARE(cancelled.size(), 1);
    QVERIFY(one.rowsRead() < one.expectedRows());
    QCOMPARE(contentOf(one.file()), older);
    QCOMPARE(filesThere(), QStringList(u"devices.csv"_s));
    QVERIFY(finished.isEmpty());
}

void TestSheetExport::anExportThatIsDeletedLeavesTheOldFile()
{
    put(path(u"devices.csv"_s), older);
    auto one = std::make_unique<SheetExport>(numberedRows(10'000'000), plainCsv, path(u"devices.csv"_s));
    QSignalSpy progressed(one.get(), &SheetExport::progressed);
    one->start();
    QTRY_VERIFY(!progressed.isEmpty());
    one.reset();
    QCOMPARE(contentOf(path(u"devices.csv"_s)), older);
    QCOMPARE(filesThere(), QStringList(u"devices.csv"_s));
    SheetExport(numberedRows(1), plainCsv, path(u"never-started.csv"_s)).cancel();
    QCOMPARE(filesThere(), QStringList(u"devices.csv"_s));
}

void TestSheetExport::cancellingWhatIsCompleteChangesNothing()
{
    SheetExport one(numberedRows(10), plainCsv, path(u"devices.csv"_s));
    QSignalSpy cancelled(&one, &SheetExport::cancelled);
    QSignalSpy finished(&one, &SheetExport::finished);
    one.start();
    QTRY_COMPARE(finished.size(), 1);
    one.cancel();
    QCoreApplication::sendPostedEvents();
    QVERIFY(cancelled.isEmpty());
    QVERIFY(QFile::exists(one.file()));
}

void TestSheetExport::aFullDiskIsToldAndLeavesTheOldFile()
{
    put(path(u"devices.csv"_s), older);
    SheetTrouble trouble;
    {
        const FullDisk disk(64 * 1024);
        trouble = failureOf(path(u"devices.csv"_s), 100'000);
    }
    QCOMPARE(trouble.kind, SheetTroubleKind::NoRoom);
    QCOMPARE(trouble.what(),
             u"There is no room for devices.csv: the disk is full or takes no file of this size."_s);
    QVERIFY(trouble.advice().contains(u"as it was"_s));
    QVERIFY(!trouble.systemWords.isEmpty());
    QCOMPARE(contentOf(path(u"devices.csv"_s)), older);
    QCOMPARE(filesThere(), QStringList(u"devices.csv"_s));
}

void TestSheetExport::noRightToWriteIsTold()
{
    put(path(u"devices.csv"_s), older);
    QCOMPARE(chmod(qPrintable(m_folder->path()), 0555), 0);
    SheetTrouble trouble;
    {
        const NoRights person;
        trouble = failureOf(path(u"devices.csv"_s), 10);
    }
    QCOMPARE(chmod(qPrintable(m_folder->path()), 0700), 0);
    QCOMPARE(trouble.kind, SheetTroubleKind::NotWritable);
    QVERIFY2(trouble.what().startsWith(u"Steward may not write devices.csv in /"_s),
             qPrintable(trouble.what()));
    QCOMPARE(contentOf(path(u"devices.csv"_s)), older);
}

void TestSheetExport::aFolderThatIsGoneIsTold()
{
    const SheetTrouble gone = failureOf(path(u"gone/devices.csv"_s), 10);
    QCOMPARE(gone.kind, SheetTroubleKind::NoFolder);
    QCOMPARE(gone.what(), u"There is no folder "_s + path(u"gone"_s) + u'.');
    put(path(u"file"_s), older);
    QCOMPARE(failureOf(path(u"file/devices.csv"_s), 10).kind, SheetTroubleKind::NoFolder);
    QCOMPARE(contentOf(path(u"file"_s)), older);
}

void TestSheetExport::aFolderThatGoesMeanwhileIsTold()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"usb"_s));
    SheetExport one(numberedRows(200'000), plainCsv, path(u"usb/devices.csv"_s));
    QSignalSpy failed(&one, &SheetExport::failed);
    connect(&one, &SheetExport::progressed, this, [&] { QDir(path(u"usb"_s)).removeRecursively(); });
    one.start();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30'000);
    QCOMPARE(failed[0][0].value<SheetTrouble>().kind, SheetTroubleKind::NoFolder);
}

void TestSheetExport::aFolderIsNoFile()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"devices.csv"_s));
    const SheetTrouble trouble = failureOf(path(u"devices.csv"_s), 10);
    QCOMPARE(trouble.kind, SheetTroubleKind::IsFolder);
    QCOMPARE(trouble.what(), u"devices.csv is a folder, not a file."_s);
}

void TestSheetExport::otherEventsComeBetweenThePieces()
{
    SheetExport one(numberedRows(200'000), plainCsv, path(u"devices.csv"_s));
    QSignalSpy finished(&one, &SheetExport::finished);
    qsizetype rowsAtLastTurn = 0;
    qsizetype mostRowsInOneTurn = 0;
    QTimer other;
    connect(&other, &QTimer::timeout, this, [&] {
        mostRowsInOneTurn = std::max(mostRowsInOneTurn, one.rowsRead() - rowsAtLastTurn);
        rowsAtLastTurn = one.rowsRead();
    });
    other.start(0);
    one.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    // a piece is 128 KiB, these rows are over 30 bytes
    QVERIFY2(mostRowsInOneTurn < 2 * 128 * 1024 / 30, qPrintable(QString::number(mostRowsInOneTurn)));
}

void TestSheetExport::fewPiecesAreUnderWay()
{
    qsizetype rowsWritten = 0;
    qsizetype mostAhead = 0;
    SheetExport one(numberedRows(200'000), plainCsv, path(u"devices.csv"_s));
    QSignalSpy finished(&one, &SheetExport::finished);
    connect(&one, &SheetExport::progressed, this, [&](qsizetype rows) {
        mostAhead = std::max(mostAhead, one.rowsRead() - rowsWritten);
        rowsWritten = rows;
    });
    one.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    QVERIFY2(mostAhead < 5 * 128 * 1024 / 30, qPrintable(QString::number(mostAhead)));
}

void TestSheetExport::theOneWhoIsToldMayDeleteTheExport()
{
    auto *one = new SheetExport(numberedRows(1000), plainCsv, path(u"devices.csv"_s));
    bool isGone = false;
    connect(one, &SheetExport::finished, this, [&] {
        delete one;
        isGone = true;
    });
    one->start();
    QTRY_VERIFY(isGone);
    QVERIFY(QFile::exists(path(u"devices.csv"_s)));
}

void TestSheetExport::anEmptyTableIsWrittenToo()
{
    SheetExport one(numberedRows(0), plainCsv, path(u"devices.csv"_s));
    QSignalSpy finished(&one, &SheetExport::finished);
    one.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(contentOf(one.file()), QByteArray("\"Number\",\"Name\",\"Formula\"\r\n"));
}

QTEST_GUILESS_MAIN(TestSheetExport)
#include "tst_sheetexport.moc"
