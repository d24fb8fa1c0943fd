// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"

#include <QHash>
#include <QTest>

#include <type_traits>

using namespace Qt::StringLiterals;

namespace {

// Two kinds of id are two types.
static_assert(!std::is_convertible_v<CompanyId, DeviceId>);
static_assert(!std::is_constructible_v<CompanyId, AccountId>);
static_assert(!std::is_convertible_v<QString, CompanyId>);

} // namespace

class TestIds : public QObject
{
    Q_OBJECT

private slots:
    void areComparedAsText();
    void keysJoinAnAccountAndAnId();
};

void TestIds::areComparedAsText()
{
    QCOMPARE(DeviceId(u"abc"_s), DeviceId(u"abc"_s));
    QVERIFY(DeviceId(u"abc"_s) != DeviceId(u"ABC"_s));
    QVERIFY(CompanyId(u"015"_s) != CompanyId(u"15"_s));
    QVERIFY(CompanyId(u"9"_s) > CompanyId(u"10"_s));
    QVERIFY(CompanyId().isEmpty());
    QCOMPARE(qHash(CompanyId(u"1"_s), 3), qHash(CompanyId(u"1"_s), 3));
}

void TestIds::keysJoinAnAccountAndAnId()
{
    const AccountId one(u"one"_s);
    const AccountId two(u"two"_s);
    QHash<CompanyKey, int> companies;
    companies.insert({one, CompanyId(u"7"_s)}, 1);
    companies.insert({two, CompanyId(u"7"_s)}, 2);
    QCOMPARE(companies.size(), 2);
    QCOMPARE(companies.value({two, CompanyId(u"7"_s)}), 2);

    QHash<DeviceKey, int> devices;
    devices.insert({one, DeviceId(u"A"_s)}, 1);
    devices.insert({one, DeviceId(u"A"_s)}, 2);
    QCOMPARE(devices.size(), 1);

    QVERIFY((CompanyKey{one, CompanyId(u"2"_s)}) < (CompanyKey{two, CompanyId(u"1"_s)}));
}

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
