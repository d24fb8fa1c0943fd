// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/companies/companyfixture.h"
#include "ui/companies/companydetails.h"
#include "ui/companies/companyfacts.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// One company whole.
class TestCompanyDetails : public QObject
{
    Q_OBJECT

private:
    static QString title(const CompanyDetails &details)
    {
        return details.findChild<ElidedLabel *>(u"companyDetailsTitle"_s)->text();
    }
    static QString texts(const CompanyDetails &details)
    {
        QStringList texts;
        for (const QTextEdit *text : details.findChildren<QTextEdit *>()) {
            if (text->isVisibleTo(&details))
                texts << text->toPlainText();
        }
        return texts.join(u'|');
    }

private slots:
    void notReadIsNeverZero()
    {
        CompanyEntry entry{.key = CompanyFixture::key(u"7"_s)};
        FactSection section = companyFacts(entry, std::nullopt, {});
        QCOMPARE(section.facts.at(1).value, u"not read yet"_s);
        QVERIFY(!section.facts.at(1).isKnown);
        QCOMPARE(section.facts.at(0).value, u"not reported by the API"_s);
        entry.devices = DeviceKnowledge::Read;
        section = companyFacts(entry, 0, {});
        QCOMPARE(section.facts.at(1).value, u"0"_s);
        QVERIFY(section.facts.at(1).isKnown);
    }

    void theCompanyIsShown_andFollowsTheFleet()
    {
        CompanyFixture f;
        const Theme theme;
        CompanyDetails details(f.fleet, theme);
        details.resize(284, 500);
        details.show();
        QCOMPARE(readWhole(f.fleet), true);
        details.setCompany(CompanyFixture::key(u"4"_s));
        QCOMPARE(title(details), u"Acme"_s);
        QVERIFY2(texts(details).contains(u"Active|2 read "_s), qPrintable(texts(details)));
        f.setSubs({companyJson("4", "<i>Acme</i> renamed")});
        f.server.set("/device/summary", listJson({deviceJson("d1", "1"), deviceJson("d3", "4")}));
        QCOMPARE(readWhole(f.fleet), true);
        QTRY_COMPARE(title(details), u"<i>Acme</i> renamed"_s);
        QTRY_VERIFY(texts(details).contains(u"Active|1 read "_s));
    }

    void whatWentWrongIsSaid_andWhatWasReadStays()
    {
        CompanyFixture f;
        const Theme theme;
        CompanyDetails details(f.fleet, theme);
        details.show();
        QCOMPARE(readWhole(f.fleet), true);
        details.setCompany(CompanyFixture::key(u"4"_s));
        f.server.setAnswer("/device/summary?company_id=4",
                           {.bytes = httpAnswer(200, "text/html", "<html>Sign in</html>")});
        f.fleet.readCompany(CompanyFixture::key(u"4"_s));
        QTRY_VERIFY(texts(details).contains(u"web page answered"_s));
        QVERIFY(texts(details).contains(u"2 read "_s));
    }

    void linksDoNotGoAlong_whenDetailsAreCopied()
    {
        CompanyFixture f;
        f.setSubs({"{\"name\":\"Acme\",\"company_id\":4,\"setup_link\":\"https://secret.example/x\","
                   "\"configuration_id\":\"c2VjcmV0\"}"});
        const Theme theme;
        CompanyDetails details(f.fleet, theme);
        details.show();
        QCOMPARE(readWhole(f.fleet), true);
        details.setCompany(CompanyFixture::key(u"4"_s));
        QTest::mouseClick(details.findChild<QToolButton *>(u"companyDetailsCopy"_s), Qt::LeftButton);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(u"Acme\n"_s));
        QVERIFY(copied.contains(u"Company ID\t4"_s));
        QVERIFY(!copied.contains(u"secret.example"_s) && !copied.contains(u"c2VjcmV0"_s));
    }
};

QTEST_MAIN(TestCompanyDetails)
#include "tst_companydetails.moc"
