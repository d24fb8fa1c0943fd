// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicerequests.h"
#include "app/devices/devicewords.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestDeviceWords : public QObject
{
    Q_OBJECT

private slots:
    void F36_statusIsKnownInAnySpelling();
    void F36_resultIsKnownInAnySpelling();
    void onlySuccessItselfIsASuccess();
    void systemsAreKnownByTheirBegin();
    void unknownWordsAreShownAsTheyCame();
    void requestsAreThoseOfTheDocument();
};

void TestDeviceWords::F36_statusIsKnownInAnySpelling()
{
    QCOMPARE(deviceStatus(u"online"_s).known(), DeviceStatus::Online);
    QCOMPARE(deviceStatus(u"OFFLINE"_s).known(), DeviceStatus::Offline);
    QCOMPARE(deviceStatus(u"Blocked"_s).known(), DeviceStatus::Blocked);
    QCOMPARE(deviceStatus(u"archived"_s).known(), DeviceStatus::Archived);
    QCOMPARE(deviceStatus(u"canceled"_s).known(), DeviceStatus::Cancelled);
    QCOMPARE(deviceStatus(u"Cancelled"_s).known(), DeviceStatus::Cancelled);
    QCOMPARE(deviceStatus(u"not-active"_s).known(), DeviceStatus::NotActive);
    QCOMPARE(deviceStatus(u"not_configured"_s).known(), DeviceStatus::NotConfigured);
    QCOMPARE(deviceStatus(u"offline soon"_s).known(), std::nullopt);
    QCOMPARE(deviceStatus(QString()).known(), std::nullopt);
}

void TestDeviceWords::F36_resultIsKnownInAnySpelling()
{
    QCOMPARE(lastResult(u"Success"_s).known(), LastResult::Success);
    QCOMPARE(lastResult(u"Failed"_s).known(), LastResult::Failed);
    QCOMPARE(lastResult(u"Failure"_s).known(), LastResult::Failed);
    QCOMPARE(lastResult(u"In Progress"_s).known(), LastResult::InProgress);
    QCOMPARE(lastResult(u"in_progress"_s).known(), LastResult::InProgress);
    QCOMPARE(lastResult(u"Cancelled"_s).known(), LastResult::Cancelled);
    QCOMPARE(lastResult(u"canceled"_s).known(), LastResult::Cancelled);
    QCOMPARE(label(lastResult(u"Failure"_s)), u"Failed"_s);
    QCOMPARE(lastResult(u"Failure"_s).word(), u"Failure"_s);
}

void TestDeviceWords::onlySuccessItselfIsASuccess()
{
    for (const QString &word :
         {u"Success with errors"_s, u"Unsuccessful"_s, u"Partial success"_s, u"Completed"_s, QString()})
        QCOMPARE(lastResult(word).known(), std::nullopt);
}

void TestDeviceWords::systemsAreKnownByTheirBegin()
{
    QCOMPARE(deviceOs(u"windows"_s).known(), DeviceOs::Windows);
    QCOMPARE(deviceOs(u"Windows Server 2022"_s).known(), DeviceOs::Windows);
    QCOMPARE(deviceOs(u"linux"_s).known(), DeviceOs::Linux);
    for (const QString &mac : {u"mac"_s, u"macOS 15"_s, u"Mac OS X"_s, u"darwin"_s})
        QCOMPARE(label(deviceOs(mac)), u"macOS"_s);
    QCOMPARE(deviceOs(u"FreeBSD"_s).known(), std::nullopt);
}

void TestDeviceWords::unknownWordsAreShownAsTheyCame()
{
    QCOMPARE(label(deviceStatus(u"Being <b>moved</b>"_s)), u"Being <b>moved</b>"_s);
    QCOMPARE(label(lastResult(QString())), QString());
}

void TestDeviceWords::requestsAreThoseOfTheDocument()
{
    QCOMPARE(deviceList().path, u"/device/summary"_s);
    QVERIFY(deviceList().query.isEmpty());
    const ListRequest ofCompany = deviceList(CompanyId(u"1111"_s));
    QCOMPARE(ofCompany.query.size(), 1);
    QCOMPARE(ofCompany.query.front().name, u"company_id"_s);
    QCOMPARE(ofCompany.query.front().value, u"1111"_s);
}

QTEST_GUILESS_MAIN(TestDeviceWords)
#include "tst_devicewords.moc"
