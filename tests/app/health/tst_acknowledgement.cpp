// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/acknowledgement.h"

#include <QTest>

using namespace Qt::StringLiterals;

static constexpr qint64 monday = 1'772'000'000'000;
static const AccountId account(u"a"_s);
static const DeviceKey device{account, DeviceId(u"d1"_s)};
static const CompanyKey company{account, CompanyId(u"1"_s)};

static Acknowledgement known(Health stateThen)
{
    return {.subject = device, .note = u"known, ticket 4711"_s, .until = monday, .stateThen = stateThen};
}

class TestAcknowledgement : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotWrongIsInNoMorningCheck();
    void acknowledgedDeviceIsLeftOutUntilTheTimeIsUp();
    void acknowledgedDeviceComesBackWhenItGetsWorse();
    void oneOfACompanyIsAboutEachOfItsDevices();
};

void TestAcknowledgement::whatIsNotWrongIsInNoMorningCheck()
{
    for (const Health state :
         {Health::Failing, Health::Never, Health::Stale, Health::Late, Health::OfflineLong, Health::Unknown})
        QVERIFY(isInMorningCheck(state, nullptr, monday));
    for (const Health state : {Health::NeverNew, Health::Running, Health::Protected, Health::NotManaged})
        QVERIFY(!isInMorningCheck(state, nullptr, monday));
}

void TestAcknowledgement::acknowledgedDeviceIsLeftOutUntilTheTimeIsUp()
{
    const Acknowledgement late = known(Health::Late);
    QVERIFY(!isInMorningCheck(Health::Late, &late, monday - 1));
    QVERIFY(isInMorningCheck(Health::Late, &late, monday));
    QVERIFY(isInMorningCheck(Health::Late, &late, monday + 1));
}

void TestAcknowledgement::acknowledgedDeviceComesBackWhenItGetsWorse()
{
    const Acknowledgement late = known(Health::Late);
    QVERIFY(isInMorningCheck(Health::Stale, &late, monday - 1));
    QVERIFY(isInMorningCheck(Health::Failing, &late, monday - 1));
    QVERIFY(!isInMorningCheck(Health::OfflineLong, &late, monday - 1));
    QVERIFY(!late.holds(Health::Stale, monday - 1));
    QVERIFY(late.holds(Health::Protected, monday - 1));
    QVERIFY(known(Health::Failing).holds(Health::Failing, monday - 1));
    QVERIFY(!known(Health::NeverNew).holds(Health::Never, monday - 1)); // a day later it is not new any more
}

void TestAcknowledgement::oneOfACompanyIsAboutEachOfItsDevices()
{
    Acknowledgement acknowledgement = known(Health::Late);
    const DeviceKey other{account, DeviceId(u"d2"_s)};
    QVERIFY(acknowledgement.isAbout(device, company));
    QVERIFY(!acknowledgement.isAbout(other, company));
    QVERIFY(!acknowledgement.isAbout({AccountId(u"b"_s), device.device}, company));
    acknowledgement.subject = company;
    QVERIFY(acknowledgement.isAbout(other, company));
    QVERIFY(!acknowledgement.isAbout(other, {account, CompanyId(u"2"_s)}));
}

QTEST_GUILESS_MAIN(TestAcknowledgement)
#include "tst_acknowledgement.moc"
