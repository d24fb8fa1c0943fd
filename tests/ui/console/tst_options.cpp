// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/options.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestOptions : public QObject
{
    Q_OBJECT

private slots:
    void nothingAskedIsNothingSet()
    {
        const auto options = parseOptions({});
        QVERIFY(options);
        QVERIFY(!options->sandbox && !options->endpoint && !options->help && !options->version);
        QVERIFY(options->profile.isEmpty() && options->screenshots.isEmpty() && options->watchdog.isEmpty());
    }

    void theSandboxTakesItsNumbers()
    {
        const auto options =
            parseOptions({u"--sandbox"_s, u"--sandbox-companies"_s, u"5000"_s, u"--sandbox-devices=1000000"_s,
                          u"--sandbox-seed"_s, u"7"_s, u"--sandbox-speed"_s, u"600"_s});
        QVERIFY(options);
        QVERIFY(options->sandbox);
        QCOMPARE(options->sandboxFleet.companies, 5000);
        QCOMPARE(options->sandboxFleet.devices, 1'000'000);
        QCOMPARE(options->sandboxFleet.seed, 7);
        QCOMPARE(options->sandboxFleet.speed, 600);
    }

    void aNumberForTheSandboxMeansTheSandbox()
    {
        const auto options = parseOptions({u"--sandbox-devices"_s, u"100"_s});
        QVERIFY(options && options->sandbox);
        QVERIFY(!options->sandboxFleet.seed);
    }

    void aKeyFileAloneIsForIdrive()
    {
        const auto options = parseOptions({u"--api-key-file"_s, u"-"_s});
        QVERIFY(options && options->endpoint);
        QVERIFY(options->endpoint->isIdrive());
        QCOMPARE(options->apiKeyFile, u"-"_s);
    }

    void theEndpointIsChecked()
    {
        const auto options =
            parseOptions({u"--endpoint"_s, u"http://127.0.0.1:8080/api/msp"_s, u"--api-key-file"_s, u"k"_s,
                          u"--profile"_s, u"/tmp/p"_s, u"--watchdog"_s, u"w.json"_s});
        QVERIFY(options && options->endpoint);
        QCOMPARE(options->endpoint->hostText(), u"127.0.0.1:8080"_s);
        QCOMPARE(options->profile, u"/tmp/p"_s);
        QCOMPARE(options->watchdog, u"w.json"_s);
    }

    void wrongInputIsOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("mentions");
        QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s} << u"frobnicate"_s;
        QTest::newRow("value missing") << QStringList{u"--profile"_s} << u"profile"_s;
        QTest::newRow("value empty") << QStringList{u"--profile="_s} << u"--profile needs a value"_s;
        QTest::newRow("stray word") << QStringList{u"sandbox"_s} << u"options only"_s;
        QTest::newRow("no number") << QStringList{u"--sandbox-devices"_s, u"many"_s} << u"1 to 1000000"_s;
        QTest::newRow("too many") << QStringList{u"--sandbox-companies"_s, u"5001"_s} << u"1 to 5000"_s;
        QTest::newRow("none") << QStringList{u"--sandbox-devices"_s, u"0"_s} << u"1 to 1000000"_s;
        QTest::newRow("negative seed") << QStringList{u"--sandbox-seed=-1"_s} << u"--sandbox-seed"_s;
        QTest::newRow("endpoint without key")
            << QStringList{u"--endpoint"_s, u"https://api.idrive360.com/api/msp"_s} << u"--api-key-file"_s;
        QTest::newRow("http elsewhere")
            << QStringList{u"--endpoint"_s, u"http://example.com/"_s, u"--api-key-file"_s, u"k"_s}
            << u"http"_s;
        QTest::newRow("sandbox and key")
            << QStringList{u"--sandbox"_s, u"--api-key-file"_s, u"k"_s} << u"either"_s;
        QTest::newRow("pictures of an account")
            << QStringList{u"--screenshots"_s, u"d"_s, u"--api-key-file"_s, u"k"_s} << u"--screenshots"_s;
    }

    void wrongInputIsOneSentence()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, mentions);
        const auto options = parseOptions(arguments);
        QVERIFY(!options);
        QVERIFY2(options.error().contains(mentions), qPrintable(options.error()));
        QVERIFY(!options.error().contains(u'\n'));
    }

    void aKeyInTheWrongPlaceIsNotRepeated_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("as a word") << QStringList{u"canary-0123456789"_s};
        QTest::newRow("as an option's value") << QStringList{u"--api-key=canary-0123456789"_s};
        QTest::newRow("in the endpoint") << QStringList{
            u"--endpoint"_s, u"https://canary-0123456789@api.idrive360.com/"_s, u"--api-key-file"_s, u"k"_s};
    }

    void aKeyInTheWrongPlaceIsNotRepeated()
    {
        QFETCH(const QStringList, arguments);
        const auto options = parseOptions(arguments);
        QVERIFY(!options);
        QVERIFY2(!options.error().contains(u"canary"_s), qPrintable(options.error()));
    }

    void theHelpNamesEveryOption()
    {
        const QString help = optionsHelp();
        for (const char *name :
             {"--sandbox", "--sandbox-companies N", "--sandbox-devices N", "--sandbox-seed N",
              "--sandbox-speed N", "--endpoint URL", "--api-key-file FILE", "--profile DIR",
              "--screenshots DIR", "--watchdog FILE", "--version", "--help"})
            QVERIFY2(help.contains(QLatin1StringView(name)), name);
        QVERIFY(parseOptions({u"--help"_s})->help);
        QVERIFY(parseOptions({u"-h"_s})->help);
        QVERIFY(parseOptions({u"--version"_s})->version);
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
