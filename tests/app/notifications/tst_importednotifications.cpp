// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/importednotifications.h"
#include "app/sheets/importedsheet.h"

#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(RowVerdict)

/// A sheet of notifications: what each line comes to.
class TestImportedNotifications : public QObject
{
    Q_OBJECT

private slots:
    void eachLineHasItsVerdict_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<RowVerdict>("verdict");
        QTest::addColumn<QString>("remark"); // what it begins with
        QTest::addColumn<int>("settings");
        const auto row = [](const char *name, const QString &line, int settings, const QString &remark = {},
                            RowVerdict verdict = RowVerdict::Good) {
            QTest::newRow(name) << line << (settings == 0 ? RowVerdict::LeftOut : verdict) << remark
                                << settings;
        };
        row("by ID", u"D1|||DEFAULT|ALWAYS|a@b.example"_s, 1);
        row("by name", u"|pc 1||DEFAULT|ALWAYS|a@b.example"_s, 1);
        row("by name and company", u"|TWIN|Beta|DEFAULT|ALWAYS|a@b.example"_s, 1);
        row("the ID counts", u"D1|no such name||DEFAULT|ALWAYS|a@b.example"_s, 1);
        row("several sets", u"D1|||DEFAULT, LOCAL;entire_machine|on failure|a@b.example"_s, 3);
        row("our words", u"D1|||Entire machine|When a backup fails|a@b.example"_s, 1);
        row("never needs no address", u"D1|||LOCAL|never|"_s, 1);
        row("two addresses", u"D1|||LOCAL|ALWAYS|Eve <eve@b.example>; a@b.example"_s, 1);
        row("a set of tomorrow", u"D1|||TAPE|NEVER|"_s, 1, u"A set that Steward does not know"_s,
            RowVerdict::Doubtful);
        row("no device", u"|||LOCAL|NEVER|"_s, 0, u"Line 1, column 2: the line names no device"_s);
        row("unknown ID", u"D9|||LOCAL|NEVER|"_s, 0, u"Line 1, column 1: no device is called D9"_s);
        row("unknown name", u"|Nobody||LOCAL|NEVER|"_s, 0, u"Line 1, column 2: no device is called Nobody"_s);
        row("two of a name", u"|TWIN||LOCAL|NEVER|"_s, 0, u"Line 1, column 2: several devices"_s);
        row("no set", u"D1|||,|NEVER|"_s, 0, u"Line 1, column 6: the line names no backup set"_s);
        row("no frequency", u"D1|||LOCAL||a@b.example"_s, 0, u"Line 1, column 12: an empty cell"_s);
        row("a strange frequency", u"D1|||LOCAL|Mondays|"_s, 0, u"Line 1, column 12: Mondays does not say"_s);
        row("no address", u"D1|||LOCAL|ALWAYS|"_s, 0, u"Line 1, column 19: the line names no address"_s);
        row("no good address", u"D1|||LOCAL|ALWAYS|everybody"_s, 0, u"Line 1, column 19: "_s);
    }
    void eachLineHasItsVerdict()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, remark);
        QFETCH(const int, settings);
        ImportedNotifications sheet(lookup(), {0, 1, 2, 3, 4, 5});
        const JudgedRow judged = judgeAll(sheet, line).front();
        QTEST(judged.verdict, "verdict");
        QVERIFY2(remark.isEmpty() ? judged.remark.isEmpty() : judged.remark.startsWith(remark),
                 qPrintable(judged.remark));
        QCOMPARE(sheet.planned().size(), static_cast<size_t>(settings));
        QCOMPARE(sheet.devices().size(), settings == 0 ? 0U : 1U);
    }

    void eachLineHasItsOwnRule_andADeviceIsThereOnce()
    {
        ImportedNotifications sheet(lookup(), {0, 1, 2, 3, 4, 5});
        judgeAll(sheet,
                 u"D1|||LOCAL|ALWAYS|a@b.example\nD2|||LOCAL|NEVER|\nD1|||DEFAULT|ON_FAILURE|c@d.example"_s);
        QCOMPARE(sheet.devices().size(), 2U);
        QCOMPARE(sheet.planned()[0].rule.emails, QStringList{u"a@b.example"_s});
        QCOMPARE(sheet.planned()[1].rule.frequency, MailFrequency::Never);
        QCOMPARE(sheet.planned()[2].device, 0U);
        QCOMPARE(sheet.planned()[2].rule.emails, QStringList{u"c@d.example"_s});
    }

    void aSetOfADeviceIsSetOnce()
    {
        ImportedNotifications sheet(lookup(), {0, 1, 2, 3, 4, 5});
        const auto judged = judgeAll(sheet, u"D1|||LOCAL|NEVER|\n|PC 1||local|ALWAYS|a@b.example"_s);
        QCOMPARE(judged[1].verdict, RowVerdict::LeftOut);
        QVERIFY2(judged[1].remark.contains(u"line 1 has"_s), qPrintable(judged[1].remark));
        QCOMPARE(sheet.planned().size(), 1U);
    }

    void itsColumnsAreToldByTheirHeadings()
    {
        const CsvSheet sheet = readCsv("Hostname,Company,Backup set,Type,E-Mail\n");
        QCOMPARE(columnsByHeading(sheet.rows.front(), ImportedNotifications::columns()),
                 (ChosenColumns{-1, 0, 1, 2, 3, 4}));
    }

private:
    static NotifiedDevice device(const QString &id, const QString &name, const QString &company)
    {
        return {.key = {AccountId(u"a"_s), DeviceId(id)}, .name = name, .company = company};
    }
    static ImportedNotifications::Lookup lookup()
    {
        const std::vector<NotifiedDevice> all{
            device(u"D1"_s, u"PC 1"_s, u"Acme"_s), device(u"D2"_s, u"PC 2"_s, u"Acme"_s),
            device(u"D3"_s, u"TWIN"_s, u"Acme"_s), device(u"D4"_s, u"TWIN"_s, u"Beta"_s)};
        const auto those = [all](const std::function<bool(const NotifiedDevice &)> &fits) {
            std::vector<NotifiedDevice> found;
            std::ranges::copy_if(all, std::back_inserter(found), fits);
            return found;
        };
        return {.byId =
                    [those](const QString &id) {
                        return those(
                            [&](const NotifiedDevice &each) { return each.key.device.text() == id; });
                    },
                .byName =
                    [those](const QString &name, const QString &company) {
                        return those([&](const NotifiedDevice &each) {
                            return each.name.compare(name, Qt::CaseInsensitive) == 0
                                && (company.isEmpty() || each.company == company);
                        });
                    }};
    }
    /// Cells are parted by "|".
    static std::vector<JudgedRow> judgeAll(ImportedNotifications &sheet, const QString &text)
    {
        ImportedSheet read;
        read.readText(QString(text).replace(u'|', u'\t'), CsvSeparator::Tab);
        std::vector<JudgedRow> judged;
        for (const CsvRow &row : read.rows())
            judged.push_back(sheet.judge(row));
        return judged;
    }
};

QTEST_GUILESS_MAIN(TestImportedNotifications)
#include "tst_importednotifications.moc"
