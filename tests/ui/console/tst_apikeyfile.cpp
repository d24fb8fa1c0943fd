// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/apikeyfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestApiKeyFile : public QObject
{
    Q_OBJECT

private slots:
    void aFileOfTheOwnersIsReadAsItIs()
    {
        QCOMPARE(readApiKeyFile(write("key\n", QFile::ReadOwner | QFile::WriteOwner)).value(), "key\n");
        QCOMPARE(readApiKeyFile(write("", QFile::ReadOwner | QFile::WriteOwner)).value(), "");
    }

    void aFileThatOthersMayReadOrChangeIsRefused_data()
    {
        QTest::addColumn<int>("others");
        QTest::newRow("group reads") << static_cast<int>(QFile::ReadGroup);
        QTest::newRow("others read") << static_cast<int>(QFile::ReadOther);
        QTest::newRow("group writes") << static_cast<int>(QFile::WriteGroup);
    }

    void aFileThatOthersMayReadOrChangeIsRefused()
    {
        QFETCH(const int, others);
        const QString name =
            write("canary", QFile::ReadOwner | QFile::WriteOwner | QFileDevice::Permissions(others));
        const auto key = readApiKeyFile(name);
        QVERIFY(!key);
        QVERIFY2(key.error().endsWith(u"chmod 600 "_s + name), qPrintable(key.error()));
        QVERIFY(!key.error().contains(u"canary"_s));
    }

    void theCommandCanBePastedWhateverTheName()
    {
        const QString name = write("canary", QFile::ReadOwner | QFile::ReadOther, u"it's a key"_s);
        QVERIFY2(readApiKeyFile(name).error().endsWith(u"it'\\''s a key'"_s),
                 qPrintable(readApiKeyFile(name).error()));
    }

    void whatIsNoKeyFileIsSaid()
    {
        QVERIFY(readApiKeyFile(m_folder.filePath(u"none"_s)).error().contains(u"cannot be read"_s));
        QVERIFY(!readApiKeyFile(m_folder.path()));
        const QString large = write(QByteArray(70'000, 'x'), QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(readApiKeyFile(large).error().contains(u"too large"_s));
    }

private:
    QString write(const QByteArray &content, QFileDevice::Permissions permissions,
                  const QString &name = u"key"_s)
    {
        QFile file(m_folder.filePath(name));
        file.remove();
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        file.close();
        Q_ASSERT(isWritten);
        file.setPermissions(permissions);
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestApiKeyFile)
#include "tst_apikeyfile.moc"
