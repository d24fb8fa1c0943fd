// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/notificationwish.h"
#include "app/notifications/typedaddresses.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What a person types as addresses, and what is then planned for whom.
class TestNotificationWish : public QObject
{
    Q_OBJECT

private slots:
    void addressesAreTakenOutOfWhatWasTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("addresses");
        QTest::addColumn<int>("faults");
        QTest::newRow("one") << u"a@b.example"_s << QStringList{u"a@b.example"_s} << 0;
        QTest::newRow("blanks around") << u"  a@b.example \n"_s << QStringList{u"a@b.example"_s} << 0;
        QTest::newRow("lines") << u"a@b.example\r\nc@d.example"_s
                               << QStringList{u"a@b.example"_s, u"c@d.example"_s} << 0;
        QTest::newRow("commas and semicolons")
            << u"a@b.example, c@d.example; e@f.example"_s
            << QStringList{u"a@b.example"_s, u"c@d.example"_s, u"e@f.example"_s} << 0;
        QTest::newRow("blanks between")
            << u"a@b.example c@d.example"_s << QStringList{u"a@b.example"_s, u"c@d.example"_s} << 0;
        QTest::newRow("a name") << u"Eve Doe <eve@b.example>"_s << QStringList{u"eve@b.example"_s} << 0;
        QTest::newRow("a name with a comma") << u"\"Doe, Eve\" <eve@b.example>, \"X; Y\" <x@b.example>"_s
                                             << QStringList{u"eve@b.example"_s, u"x@b.example"_s} << 0;
        QTest::newRow("mailto:") << u"mailto:a@b.example"_s << QStringList{u"a@b.example"_s} << 0;
        QTest::newRow("twice") << u"a@b.example\nA@B.example"_s << QStringList{u"a@b.example"_s} << 0;
        QTest::newRow("nothing") << u" \n,;"_s << QStringList() << 0;
        QTest::newRow("no address") << u"everybody"_s << QStringList{u"everybody"_s} << 1;
        QTest::newRow("two @") << u"a@@b.example"_s << QStringList{u"a@@b.example"_s} << 1;
        QTest::newRow("empty brackets") << u"Eve <>"_s << QStringList() << 0;
        QTest::newRow("a good one and two bad ones")
            << u"a@b.example, b@c, @d.example"_s << QStringList{u"a@b.example"_s, u"b@c"_s, u"@d.example"_s}
            << 2;
        QTest::newRow("a bidi mark") << u"a@b.\u202Eexample"_s << QStringList{u"a@b.\u202Eexample"_s} << 1;
    }
    void addressesAreTakenOutOfWhatWasTyped()
    {
        QFETCH(const QString, text);
        const TypedAddresses typed = typedAddresses(text);
        QTEST(typed.addresses, "addresses");
        QTEST(int(typed.faults.size()), "faults");
        QCOMPARE(typed.isGood(), !typed.addresses.isEmpty() && typed.faults.isEmpty());
    }

    void fiveHundredAddressesAreFiveHundred()
    {
        QStringList many;
        for (int i = 0; i < 500; ++i)
            many << u"Person %1 <p%1@b.example>"_s.arg(i);
        const TypedAddresses typed = typedAddresses(many.join(u'\n'));
        QCOMPARE(typed.addresses.size(), 500);
        QCOMPARE(typed.namesDropped, 500);
        QVERIFY(typed.isGood());
    }

    void setsOfTheDevicesAreOfferedFirst()
    {
        const std::vector<NotifiedDevice> devices{{.sets = QStringList{u"LOCAL"_s, u"TAPE"_s}},
                                                  {.sets = {}},
                                                  {.sets = QStringList{u"local"_s, u"DEFAULT"_s}}};
        QStringList words;
        for (const OpenWord<BackupSet> &set : offeredSets(devices))
            words << set.word();
        QCOMPARE(words,
                 (QStringList{u"LOCAL"_s, u"TAPE"_s, u"DEFAULT"_s, u"ENTIRE_MACHINE"_s, u"MAPPED_DRIVE"_s,
                              u"EXPRESS"_s}));
        QVERIFY(!offeredSets(devices).at(1).known()); // one that Steward does not know
    }

    void aDeviceWithoutTheSetIsLeftOut_ifThatIsKnown()
    {
        const std::vector<NotifiedDevice> devices{{.name = u"has"_s, .sets = QStringList{u"Default"_s}},
                                                  {.name = u"lacks"_s, .sets = QStringList{u"LOCAL"_s}},
                                                  {.name = u"nobody knows"_s, .sets = {}}};
        NotificationWish wish{.sets = {backupSet(BackupSet::Default)}, .frequency = MailFrequency::Never};
        auto planned = plannedNotifications(devices, wish);
        QCOMPARE(planned.size(), 3U);
        QVERIFY(planned[0].isSent && !planned[1].isSent && planned[2].isSent);
        QVERIFY(!planned[1].remark.isEmpty());
        wish.leavesOutLacking = false;
        planned = plannedNotifications(devices, wish);
        QVERIFY(planned[1].isSent && !planned[1].remark.isEmpty());
    }

    void aChangeNamesDeviceAndPlace_andSendsAllFourFields()
    {
        const NotifiedDevice device{
            .key = {AccountId(u"a"_s), DeviceId(u"D1"_s)}, .name = u"PC"_s, .company = u"Acme"_s};
        const NewChange change = newNotification(
            device,
            {.set = backupSet(BackupSet::Local), .frequency = MailFrequency::Never, .emails = {u"a@b.c"_s}});
        QCOMPARE(change.target, u"PC"_s);
        QCOMPARE(change.place, u"Acme"_s);
        QCOMPARE(change.request.body.keys(),
                 (QStringList{u"backup_set"_s, u"device_id"_s, u"emails"_s, u"type"_s}));
        QVERIFY(change.request.isRepeatable());
        QCOMPARE(notificationText({.set = backupSet(BackupSet::Local),
                                   .frequency = MailFrequency::OnFailure,
                                   .emails = {u"a@b.example"_s}}),
                 u"Local: When a backup fails, to a@b.example"_s);
    }
};

QTEST_GUILESS_MAIN(TestNotificationWish)
#include "tst_notificationwish.moc"
