// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/watchdog.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <thread>

using namespace Qt::StringLiterals;

class TestWatchdog : public QObject
{
    Q_OBJECT

private slots:
    void theLongestTwentyAreKeptLongestFirst()
    {
        PauseRecord record;
        for (int i = 1; i <= 100; ++i)
            record.add({.us = i * 1000, .atMs = i});
        QCOMPARE(record.count(), 100);
        QCOMPARE(record.longest().size(), size_t(20));
        QCOMPARE(record.longest().front().us, 100'000);
        QCOMPARE(record.longest().back().us, 81'000);
        QCOMPARE(record.longest().front().atMs, 100);
    }

    void percentilesAreThoseOfAllPauses()
    {
        PauseRecord record;
        QCOMPARE(record.percentile(0.95), 0.0);
        for (int i = 1; i <= 100; ++i)
            record.add({.us = i * 1000 - 1, .atMs = i});
        QCOMPARE(record.percentile(0.95), 95.0);
        QCOMPARE(record.percentile(0.99), 99.0);
        record.add({.us = 5'000'000, .atMs = 1}); // above a second: counted, at the end
        QCOMPARE(record.count(), 101);
    }

    void aPauseOfTheThreadIsInTheFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"pauses.json"_s);
        auto watchdog = std::make_unique<Watchdog>(file);
        QTRY_VERIFY(watchdog->record().count() > 3);
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
        QTRY_VERIFY(!watchdog->record().longest().empty()
                    && watchdog->record().longest().front().us > 40'000);
        watchdog.reset();

        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QJsonObject object = QJsonDocument::fromJson(written.readAll()).object();
        QVERIFY(object.value(u"ticks"_s).toInt() > 3);
        QVERIFY(object.value(u"longest"_s).toArray().first().toObject().value(u"pause_ms"_s).toDouble() > 40);
    }
};

QTEST_GUILESS_MAIN(TestWatchdog)
#include "tst_watchdog.moc"
