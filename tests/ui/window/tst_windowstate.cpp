// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowstate.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestWindowState : public QObject
{
    Q_OBJECT

private slots:
    void whatWasSavedComesBack()
    {
        const QTemporaryDir folder;
        const QString profile = folder.filePath(u"new/profile"_s);
        const QByteArray bytes("\x00\xff\x01 and \n more", 14);
        WindowState state(profile);
        QCOMPARE(state.bytes(u"geometry"_s), QByteArray());
        state.setBytes(u"geometry"_s, bytes);
        state.setText(u"theme"_s, u"dark"_s);
        QVERIFY(state.save());

        const WindowState again(profile);
        QCOMPARE(again.bytes(u"geometry"_s), bytes);
        QCOMPARE(again.text(u"theme"_s), u"dark"_s);
    }

    void theFileIsTheOwnersAlone()
    {
        const QTemporaryDir folder;
        const QString profile = folder.filePath(u"profile"_s);
        WindowState state(profile);
        state.setText(u"theme"_s, u"dark"_s);
        QVERIFY(state.save());
        constexpr QFileDevice::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(profile).permissions() & others));
        QVERIFY(!(QFileInfo(profile + u"/window.json"_s).permissions() & others));
    }

    void aDamagedFileIsAsIfNothingHadBeenSaved_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut short") << QByteArray("{\"geometry\":\"AAA");
        QTest::newRow("not JSON") << QByteArray("\x00\x01\x02", 3);
        QTest::newRow("an array") << QByteArray("[1,2]");
        QTest::newRow("other types") << QByteArray(R"({"geometry":7,"theme":null})");
        QTest::newRow("not base64") << QByteArray(R"({"geometry":"%%%"})");
        QTest::newRow("too large") << QByteArray(2 * 1024 * 1024, ' ')
                + R"({"geometry":"AAAA","theme":"dark"})";
    }

    void aDamagedFileIsAsIfNothingHadBeenSaved()
    {
        QFETCH(const QByteArray, content);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"window.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        WindowState state(folder.path());
        QCOMPARE(state.bytes(u"geometry"_s), QByteArray());
        QCOMPARE(state.text(u"theme"_s), QString());
        state.setText(u"theme"_s, u"light"_s); // and it can be written again
        QVERIFY(state.save());
        QCOMPARE(WindowState(folder.path()).text(u"theme"_s), u"light"_s);
    }

    void withoutAProfileNothingIsWritten()
    {
        WindowState state{QString()};
        state.setText(u"theme"_s, u"dark"_s);
        QVERIFY(state.save());
        QVERIFY(!QFile::exists(u"/window.json"_s));
    }
};

QTEST_GUILESS_MAIN(TestWindowState)
#include "tst_windowstate.moc"
