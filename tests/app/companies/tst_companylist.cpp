// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/companylist.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

AccountId account()
{
    return AccountId(u"a"_s);
}

Company company(const QString &id, const QString &name = {})
{
    return {.id = CompanyId(id), .name = name};
}

CompanyKey key(const QString &id)
{
    return {account(), CompanyId(id)};
}

} // namespace

/// Which companies are known, and how.
class TestCompanyList : public QObject
{
    Q_OBJECT

private slots:
    void aListedCompanyIsNeverMerelyFound()
    {
        CompanyList list;
        QVERIFY(list.put(account(), company(u"1"_s, u"One"_s), CompanyPlace::Sub));
        QVERIFY(!list.put(account(), company(u"1"_s, u"One"_s), CompanyPlace::FoundBySearch));
        QCOMPARE(list.find(key(u"1"_s))->place, CompanyPlace::Sub);
        QCOMPARE(list.entries().size(), 1);
    }

    void aBetterPlaceReplacesAWorseOne()
    {
        CompanyList list;
        list.put(account(), company(u"1"_s), CompanyPlace::KnownFromDevices);
        QVERIFY(list.put(account(), company(u"1"_s, u"One"_s), CompanyPlace::FoundBySearch));
        QVERIFY(list.put(account(), company(u"1"_s, u"One"_s), CompanyPlace::Sub));
        QCOMPARE(list.find(key(u"1"_s))->place, CompanyPlace::Sub);
        QCOMPARE(list.find(key(u"1"_s))->title(), u"One"_s);
    }

    void aDevicesWordTakesNoNameAway()
    {
        CompanyList list;
        list.put(account(), company(u"1"_s, u"One"_s), CompanyPlace::Sub);
        QVERIFY(!list.put(account(), company(u"1"_s), CompanyPlace::KnownFromDevices));
        QCOMPARE(list.find(key(u"1"_s))->title(), u"One"_s);
    }

    void whatStandsBelowACompany()
    {
        CompanyList list;
        list.putCreated(account(), company(u"4"_s), CompanyId(u"3"_s));
        list.put(account(), company(u"1"_s), CompanyPlace::Own);
        list.put(account(), company(u"2"_s), CompanyPlace::Sub);
        list.putCreated(account(), company(u"3"_s), CompanyId(u"2"_s));
        list.put(account(), company(u"5"_s), CompanyPlace::FoundBySearch);
        list.put(AccountId(u"b"_s), company(u"6"_s), CompanyPlace::Sub);
        const QSet<CompanyKey> four{key(u"4"_s)};
        QCOMPARE(list.withSubs(key(u"4"_s)), four);
        QCOMPARE(list.withSubs(key(u"2"_s)), (QSet{key(u"2"_s), key(u"3"_s), key(u"4"_s)}));
        QCOMPARE(list.withSubs(key(u"1"_s)), (QSet{key(u"1"_s), key(u"2"_s), key(u"3"_s), key(u"4"_s)}));
    }

    void aNewNameIsAChange()
    {
        CompanyList list;
        list.put(account(), company(u"1"_s, u"One"_s), CompanyPlace::Sub);
        QVERIFY(list.put(account(), company(u"1"_s, u"Uno"_s), CompanyPlace::Sub));
        QCOMPARE(list.find(key(u"1"_s))->title(), u"Uno"_s);
    }

    void subsThatAreListedNoMoreGo_unlessTheyHaveDevices()
    {
        CompanyList list;
        list.put(account(), company(u"1"_s, u"One"_s), CompanyPlace::Own);
        list.put(account(), company(u"2"_s, u"Two"_s), CompanyPlace::Sub);
        list.put(account(), company(u"3"_s, u"Three"_s), CompanyPlace::Sub);
        list.put(account(), company(u"4"_s, u"Four"_s), CompanyPlace::FoundBySearch);
        const bool changed =
            list.keepSubs(account(), {}, [](const CompanyKey &company) { return company == key(u"3"_s); });
        QVERIFY(changed);
        QVERIFY(list.find(key(u"1"_s)));
        QVERIFY(!list.find(key(u"2"_s)));
        QCOMPARE(list.find(key(u"3"_s))->place, CompanyPlace::KnownFromDevices);
        QCOMPARE(list.find(key(u"4"_s))->company.name, u"Four"_s);
    }

    void equalIdsOfTwoAccountsStayApart()
    {
        CompanyList list;
        const AccountId other(u"b"_s);
        list.put(account(), company(u"1"_s, u"One"_s), CompanyPlace::Own);
        list.put(other, company(u"1"_s, u"Another"_s), CompanyPlace::Own);
        QCOMPARE(list.entries().size(), 2);
        QCOMPARE(list.own(other)->title(), u"Another"_s);
        QVERIFY(list.removeAccount(account()));
        QCOMPARE(list.entries().size(), 1);
        QVERIFY(!list.own(account()));
    }

    void aRemovedCompanyLeavesTheOthersWhereTheyAre()
    {
        CompanyList list;
        list.put(account(), company(u"1"_s, u"One"_s), CompanyPlace::Own);
        list.put(account(), company(u"2"_s, u"Two"_s), CompanyPlace::Sub);
        list.put(account(), company(u"3"_s, u"Three"_s), CompanyPlace::Sub);
        QVERIFY(list.remove(key(u"2"_s)));
        QVERIFY(!list.remove(key(u"2"_s)));
        QVERIFY(!list.find(key(u"2"_s)));
        QCOMPARE(list.find(key(u"3"_s))->title(), u"Three"_s);
    }

    void aCompanyWithoutANameIsCalledByItsId()
    {
        CompanyList list;
        list.put(account(), company(u"15806"_s), CompanyPlace::KnownFromDevices);
        QCOMPARE(list.entries().constFirst().title(), u"15806"_s);
    }
};

QTEST_GUILESS_MAIN(TestCompanyList)
#include "tst_companylist.moc"
