// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/setuplink.h"
#include "app/enrolment/setupsystem.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

/// Which links may be opened, and what they end in.
class TestSetupLink : public QObject
{
    Q_OBJECT

private slots:
    void theDocumentsSampleIsRead()
    {
        const SetupLink link =
            readSetupLink(u"https://api.idrive360.com/api/v1/download/setup/win/ATVAWQ17242"_s);
        QCOMPARE(link.host, u"api.idrive360.com"_s);
        QCOMPARE(link.token, u"ATVAWQ17242"_s);
        QVERIFY(link.mayBeOpened());
    }

    void Q28_onlyHttpsOfAKnownHostIsOpened_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<bool>("mayBeOpened");
        const auto row = [](const char *link, bool mayBeOpened) {
            QTest::newRow(link) << QString::fromUtf8(link) << mayBeOpened;
        };
        row("https://api.idrive360.com/a/T", true);
        row("https://API.IDrive360.COM/a/T", true);
        row("https://idrive360.com/T", true);
        row("https://api.idrive360.com:443/T", true);
        row("  https://api.idrive360.com/T \n", true);
        row("http://api.idrive360.com/T", false);
        row("https://api.idrive360.com:8443/T", false);
        row("https://evil.example/api.idrive360.com/T", false);
        row("https://api.idrive360.com.evil.example/T", false);
        row("https://evilidrive360.com/T", false);
        row("https://api.idrive360.com@evil.example/T", false);
        row("https://evil@api.idrive360.com/T", false);
        row("https://@api.idrive360.com/T", false);
        row("https://evil.example\\@api.idrive360.com/T", false);
        row("https://evil.example#@api.idrive360.com/T", false);
        row("https://evil.example?.idrive360.com/T", false);
        row("https://api.idrive360.com./T", false);
        row("https://api.ıdrive360.com/T", false);
        row("https://api.idrive360.com\n.evil.example/T", false);
        row("https:api.idrive360.com/T", false);
        row("//api.idrive360.com/T", false);
        row("api.idrive360.com/T", false);
        row("file:///etc/passwd", false);
        row("file://api.idrive360.com/T", false);
        row("javascript:alert(1)", false);
        row("data:text/html,x", false);
        row("smb://api.idrive360.com/T", false);
        row("", false);
        row("https://", false);
    }

    void Q28_onlyHttpsOfAKnownHostIsOpened()
    {
        QFETCH(const QString, link);
        QTEST(readSetupLink(link).mayBeOpened(), "mayBeOpened");
    }

    void theTokenIsTheLastPartOfThePath_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("token");
        QTest::newRow("a slash behind it") << u"https://api.idrive360.com/win/T1/"_s << u"T1"_s;
        QTest::newRow("a query behind it") << u"https://api.idrive360.com/win/T1?x=/y"_s << u"T1"_s;
        QTest::newRow("escaped") << u"https://api.idrive360.com/win/T%31"_s << u"T1"_s;
        QTest::newRow("no path") << u"https://api.idrive360.com"_s << QString();
        QTest::newRow("no link") << u"T1"_s << QString();
    }

    void theTokenIsTheLastPartOfThePath()
    {
        QFETCH(const QString, link);
        QTEST(readSetupLink(link).token, "token");
    }

    void everySystemHasItsWordAndItsLabel()
    {
        QStringList words;
        QSet<QString> labels;
        for (const SetupSystem system : allSetupSystems) {
            words << wireWord(system);
            labels << label(system);
        }
        QCOMPARE(words, (QStringList{u"WIN"_s, u"MSI"_s, u"MAC"_s, u"PKG"_s, u"RPM"_s, u"DEB"_s}));
        QCOMPARE(labels.size(), words.size());
    }
};

QTEST_GUILESS_MAIN(TestSetupLink)
#include "tst_setuplink.moc"
