// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/importmemory.h"
#include "tests/app/settings/profilefolder.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What a person said of the columns of sheets, from one start to the next.
class TestImportMemory : public QObject
{
    Q_OBJECT

private slots:
    void eachSubjectRemembersItsOwn()
    {
        const ProfileFolder profile;
        ImportMemory companies(profile.path(), u"companies"_s);
        companies.keep(u"/home/eve"_s, {{u"kunde"_s, u"name"_s}});
        ImportMemory(profile.path(), u"notifications"_s).keep(u"/tmp"_s, {{u"pc"_s, u"device"_s}});
        const ImportMemory later(profile.path(), u"companies"_s);
        QCOMPARE(later.folder(), u"/home/eve"_s);
        QCOMPARE(later.headings(), (QHash<QString, QString>{{u"kunde"_s, u"name"_s}}));
        QCOMPARE(ImportMemory(profile.path(), u"notifications"_s).folder(), u"/tmp"_s);
    }

    void whatIsTheSameIsNotWritten()
    {
        const ProfileFolder profile;
        ImportMemory(profile.path(), u"companies"_s).keep({}, {});
        QVERIFY(!QFileInfo::exists(profile.path()));
    }

    void limitsHold()
    {
        const ProfileFolder profile;
        QHash<QString, QString> many{{QString(ImportMemory::longest + 1, u'x'), u"name"_s}};
        for (int i = 0; i < 300; ++i)
            many.insert(u"heading %1"_s.arg(i), u"name"_s);
        ImportMemory(profile.path(), u"companies"_s).keep({}, many);
        const auto kept = ImportMemory(profile.path(), u"companies"_s).headings();
        QCOMPARE(kept.size(), ImportMemory::most);
        QVERIFY(!kept.contains(QString(ImportMemory::longest + 1, u'x')));
    }

    void aHostileFileIsNoMemory()
    {
        const ProfileFolder profile;
        ImportMemory(profile.path(), u"companies"_s).keep(u"/x"_s, {});
        QFile file(QDir(profile.path()).filePath(u"imports.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"companies":{"folder":[1],"headings":{"a":1,"b":"name","c":{}}}})");
        file.close();
        const ImportMemory memory(profile.path(), u"companies"_s);
        QVERIFY(memory.folder().isEmpty());
        QCOMPARE(memory.headings(), (QHash<QString, QString>{{u"b"_s, u"name"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestImportMemory)
#include "tst_importmemory.moc"
