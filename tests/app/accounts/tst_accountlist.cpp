// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountjson.h"
#include "app/accounts/accountlist.h"
#include "tests/app/settings/profilefolder.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Account northwind()
{
    return {.name = u"Northwind IT"_s,
            .endpoint = Endpoint::parse(u"https://msp.example.com/api/msp"_s).value(),
            .colour = AccountColour::Teal,
            .isReadOnly = true,
            .keyPlace = KeyPlace::Keyring,
            .opensAtStart = false,
            .company = CompanyId(u"15805"_s),
            .companyName = u"Northwind"_s};
}

QByteArray fileWith(const QByteArray &entry)
{
    return "{\"version\":1,\"accounts\":[" + entry + "]}";
}

} // namespace

/// The accounts that the person added, and their file.
class TestAccountList : public QObject
{
    Q_OBJECT

private slots:
    void whatWasAddedIsThereAgain()
    {
        const ProfileFolder profile;
        AccountId id;
        {
            AccountList list(profile.path());
            QVERIFY(!list.troubleAtStart());
            QSignalSpy changed(&list, &AccountList::changed);
            id = list.add(northwind());
            QCOMPARE(changed.size(), 1);
            QVERIFY(!id.isEmpty());
        }
        AccountList list(profile.path());
        Account wanted = northwind();
        wanted.id = id;
        QCOMPARE(list.accounts(), QList<Account>{wanted});

        wanted.name = u"Northwind"_s;
        wanted.isReadOnly = false;
        wanted.colour = AccountColour::Violet;
        QVERIFY(list.update(wanted));
        QCOMPARE(AccountList(profile.path()).accounts(), QList<Account>{wanted});
        QVERIFY(list.remove(id));
        QVERIFY(!list.remove(id));
        QVERIFY(AccountList(profile.path()).accounts().isEmpty());
    }

    void I14_theFileIsItsOwnersAlone()
    {
        const ProfileFolder profile;
        AccountList(profile.path()).add(northwind());
        QCOMPARE(ProfileFolder::mode(profile.file(u"accounts.json"_s)), 0600U);
        QCOMPARE(ProfileFolder::mode(profile.path()), 0700U);
    }

    void twoStewardsKeepEachOthersAccounts() // F50
    {
        const ProfileFolder profile;
        AccountList first(profile.path());
        AccountList second(profile.path());
        first.add(northwind());
        const AccountId later = second.add(northwind());
        QCOMPARE(second.accounts().size(), 2);
        QVERIFY(second.remove(later));
        QCOMPARE(AccountList(profile.path()).accounts().size(), 1);
    }

    void anEntryThatNoKeyMayGoToIsLeftOutAndStays_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("http elsewhere")
            << "{\"id\":\"x\",\"endpoint\":\"http://example.com/api/msp\"}"_ba; // F54
        QTest::newRow("no endpoint") << "{\"id\":\"x\"}"_ba;
        QTest::newRow("no ID") << "{\"endpoint\":\"https://api.idrive360.com/api/msp\"}"_ba;
        QTest::newRow("a number") << "7"_ba;
    }

    void anEntryThatNoKeyMayGoToIsLeftOutAndStays()
    {
        QFETCH(QByteArray, entry);
        const ProfileFolder profile;
        profile.put(u"accounts.json"_s, fileWith(entry));
        AccountList list(profile.path());
        QVERIFY(list.accounts().isEmpty());
        QCOMPARE(list.troubleAtStart().value().kind, ProfileTroubleKind::NotUnderstood);
        list.add(northwind());
        QCOMPARE(list.accounts().size(), 1);
        QCOMPARE(profile.json(u"accounts.json"_s).value(u"accounts"_s).toArray().size(), 2);
    }

    void whatIsNotClearIsReadOnly()
    {
        const QJsonObject entry{{u"id"_s, u"x"_s},
                                {u"endpoint"_s, u"https://api.idrive360.com/api/msp"_s},
                                {u"read_only"_s, u"yes"_s},
                                {u"colour"_s, u"plaid"_s}};
        const std::optional<Account> account = accountFromJson(entry);
        QVERIFY(account && account->isReadOnly);
        QCOMPARE(account->colour, AccountColour::None);
    }

    void fieldsOfANewerStewardStay()
    {
        const ProfileFolder profile;
        profile.put(
            u"accounts.json"_s,
            fileWith("{\"id\":\"x\",\"endpoint\":\"https://api.idrive360.com/api/msp\",\"later\":5}"));
        AccountList list(profile.path());
        Account account = list.accounts().constFirst();
        account.name = u"New"_s;
        QVERIFY(list.update(account));
        const QJsonArray entries = profile.json(u"accounts.json"_s).value(u"accounts"_s).toArray();
        QCOMPARE(entries.first().toObject().value(u"later"_s).toInt(), 5);
        QCOMPARE(entries.first().toObject().value(u"name"_s).toString(), u"New"_s);
    }

    void F49_aDamagedFileIsSetAside()
    {
        const ProfileFolder profile;
        profile.put(u"accounts.json"_s, QByteArray(2000, '\xfe'));
        const AccountList list(profile.path());
        QVERIFY(list.accounts().isEmpty());
        QCOMPARE(list.troubleAtStart().value().kind, ProfileTroubleKind::Damaged);
        QCOMPARE(profile.files(u"accounts.json.damaged-*"_s).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAccountList)
#include "tst_accountlist.moc"
