// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
#include "tests/app/settings/profilefolder.h"

#include <QDateTime>
#include <QJsonArray>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

static const QString name = u"settings.json"_s;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void theTableIsSound();
    void everythingHasADefault();
    void valuesComeBackAsWords();
    void onlyARealChangeIsAnnounced();
    void aValueThatIsNoneIsRefused();
    void whatIsNotUnderstoodIsToldAndLeftAlone_data();
    void whatIsNotUnderstoodIsToldAndLeftAlone();
    void resettingTakesTheValueOut();
    void changesOfAnotherStewardAreAnnounced();
    void followingTellsNowAndLater();
    void limitsAreKeptAsTheyAre();
    void damageIsToldAndTheDefaultsHold();
    void aFolderThatRefusesIsToldAndTheValueHolds();
    void theServersZoneIsThatOfTheSettings();
};

void TestSettings::theTableIsSound()
{
    QSet<QString> keys;
    for (const SettingRow *row : settingTable) {
        keys.insert(QString::fromLatin1(row->key));
        QVERIFY2(QByteArray(row->meaning).endsWith('.'), row->key);
        if (row->kind == SettingKind::Json)
            continue;
        QVERIFY2(row->allows(row->fallback), row->key);
        QCOMPARE(row->valueOf(row->stored(row->fallback)), std::optional(row->fallback));
        for (const SettingWord &word : row->words)
            QCOMPARE(row->valueOf(row->stored(word.value)), std::optional(word.value));
    }
    QCOMPARE(keys.size(), qsizetype(settingTable.size()));
    QVERIFY(!keys.contains(u"version"_s));
}

void TestSettings::everythingHasADefault()
{
    const ProfileFolder profile;
    const Settings settings(profile.path());
    QVERIFY(!settings.troubleAtStart());
    QCOMPARE(settings.value(setting::theme), ThemeChoice::System);
    QCOMPARE(settings.value(setting::rowHeight), RowHeight::Compact);
    QCOMPARE(settings.value(setting::serverClock), ServerClock::Utc);
    QCOMPARE(settings.value(setting::serverOffset), 0);
    QVERIFY(settings.value(setting::healthLimits).isNull());
    QVERIFY(!QFileInfo::exists(profile.path()));
}

void TestSettings::valuesComeBackAsWords()
{
    const ProfileFolder profile;
    {
        Settings settings(profile.path());
        QVERIFY(settings.setValue(setting::theme, ThemeChoice::Dark));
        QVERIFY(settings.setValue(setting::rowHeight, RowHeight::Comfortable));
        QVERIFY(settings.setValue(setting::serverOffset, -330));
    }
    QCOMPARE(profile.json(name),
             QJsonObject({{u"version"_s, 1},
                          {u"theme"_s, u"dark"_s},
                          {u"row_height"_s, u"comfortable"_s},
                          {u"server_offset_minutes"_s, -330}}));
    const Settings again(profile.path());
    QCOMPARE(again.value(setting::theme), ThemeChoice::Dark);
    QCOMPARE(again.value(setting::rowHeight), RowHeight::Comfortable);
    QCOMPARE(again.value(setting::serverOffset), -330);
}

void TestSettings::onlyARealChangeIsAnnounced()
{
    const ProfileFolder profile;
    Settings settings(profile.path());
    QSignalSpy changed(&settings, &Settings::changed);
    QVERIFY(settings.setValue(setting::theme, ThemeChoice::System));
    QVERIFY(changed.isEmpty());
    QVERIFY(settings.setValue(setting::theme, ThemeChoice::Light));
    QVERIFY(settings.setValue(setting::theme, ThemeChoice::Light));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toString(), u"theme"_s);
}

void TestSettings::aValueThatIsNoneIsRefused()
{
    const ProfileFolder profile;
    Settings settings(profile.path());
    QVERIFY(!settings.setValue(setting::serverOffset, 14 * 60 + 1));
    QVERIFY(!settings.setValue(setting::theme, static_cast<ThemeChoice>(17)));
    QVERIFY(!settings.setValue(setting::healthLimits, QString(300'000, u'x')));
    QVERIFY(!QFileInfo::exists(profile.path()));
}

void TestSettings::whatIsNotUnderstoodIsToldAndLeftAlone_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QString>("told");
    QTest::newRow("unknown word") << QByteArray(R"({"theme":"sepia"})") << u"theme"_s;
    QTest::newRow("wrong type") << QByteArray(R"({"theme":3})") << u"theme"_s;
    QTest::newRow("out of range") << QByteArray(R"({"server_offset_minutes":100000})")
                                  << u"server_offset_minutes"_s;
    QTest::newRow("half a minute") << QByteArray(R"({"server_offset_minutes":0.5})")
                                   << u"server_offset_minutes"_s;
    QTest::newRow("huge") << QByteArray(R"({"server_offset_minutes":1e300})") << u"server_offset_minutes"_s;
    QTest::newRow("null") << QByteArray(R"({"row_height":null})") << u"row_height"_s;
}

void TestSettings::whatIsNotUnderstoodIsToldAndLeftAlone()
{
    QFETCH(QByteArray, stored);
    QFETCH(QString, told);
    const ProfileFolder profile;
    profile.put(name, stored);
    Settings settings(profile.path());
    QVERIFY(settings.troubleAtStart());
    QCOMPARE(settings.troubleAtStart()->kind, ProfileTroubleKind::NotUnderstood);
    QCOMPARE(settings.troubleAtStart()->what(),
             u"Some values of settings.json are not understood: %1."_s.arg(told));
    QCOMPARE(settings.value(setting::theme), ThemeChoice::System);
    QCOMPARE(settings.value(setting::serverOffset), 0);
    QVERIFY(settings.setValue(setting::serverClock, ServerClock::ThisComputer));
    QCOMPARE(profile.json(name).value(told), QJsonDocument::fromJson(stored).object().value(told));
}

void TestSettings::resettingTakesTheValueOut()
{
    const ProfileFolder profile;
    profile.put(name, R"({"theme":"dark","unknown":[1]})");
    Settings settings(profile.path());
    QSignalSpy changed(&settings, &Settings::changed);
    settings.reset(setting::theme);
    QCOMPARE(settings.value(setting::theme), ThemeChoice::System);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(profile.json(name), QJsonObject({{u"version"_s, 1}, {u"unknown"_s, QJsonArray{1}}}));
}

void TestSettings::changesOfAnotherStewardAreAnnounced()
{
    const ProfileFolder profile;
    Settings one(profile.path());
    Settings other(profile.path());
    QSignalSpy changed(&one, &Settings::changed);
    QVERIFY(other.setValue(setting::theme, ThemeChoice::Dark));
    QVERIFY(changed.isEmpty());
    QVERIFY(one.setValue(setting::rowHeight, RowHeight::Comfortable));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(one.value(setting::theme), ThemeChoice::Dark);
    const Settings third(profile.path());
    QCOMPARE(third.value(setting::theme), ThemeChoice::Dark);
    QCOMPARE(third.value(setting::rowHeight), RowHeight::Comfortable);
}

void TestSettings::followingTellsNowAndLater()
{
    const ProfileFolder profile;
    Settings settings(profile.path());
    QList<ThemeChoice> told;
    {
        QObject window;
        settings.follow(setting::theme, &window, [&](ThemeChoice theme) { told.append(theme); });
        QVERIFY(settings.setValue(setting::theme, ThemeChoice::Dark));
        QVERIFY(settings.setValue(setting::rowHeight, RowHeight::Comfortable));
    }
    QVERIFY(settings.setValue(setting::theme, ThemeChoice::Light));
    QCOMPARE(told, QList<ThemeChoice>({ThemeChoice::System, ThemeChoice::Dark}));
}

void TestSettings::limitsAreKeptAsTheyAre()
{
    const QJsonObject limits{{u"stale"_s, QJsonObject{{u"server"_s, 2}}}, {u"groups"_s, QJsonArray{u"A"_s}}};
    const ProfileFolder profile;
    {
        Settings settings(profile.path());
        QSignalSpy changed(&settings, &Settings::changed);
        QVERIFY(settings.setValue(setting::healthLimits, limits));
        QVERIFY(settings.setValue(setting::healthLimits, limits));
        QCOMPARE(changed.size(), 1);
    }
    QCOMPARE(Settings(profile.path()).value(setting::healthLimits).toObject(), limits);
}

void TestSettings::damageIsToldAndTheDefaultsHold()
{
    const ProfileFolder profile;
    profile.put(name, R"({"theme":"da)");
    const Settings settings(profile.path());
    QVERIFY(settings.troubleAtStart());
    QCOMPARE(settings.troubleAtStart()->what(), u"settings.json is damaged and was not read."_s);
    QCOMPARE(settings.value(setting::theme), ThemeChoice::System);
    QCOMPARE(profile.files(u"settings.json.damaged-*"_s).size(), 1);
}

void TestSettings::aFolderThatRefusesIsToldAndTheValueHolds()
{
    const ProfileFolder profile;
    profile.put(u"other"_s, "");
    Settings settings(profile.path());
    QSignalSpy trouble(&settings, &Settings::troubleFound);
    QSignalSpy changed(&settings, &Settings::changed);
    {
        const ReadOnlyFolder person(profile.path());
        QVERIFY(settings.setValue(setting::theme, ThemeChoice::Dark));
    }
    QCOMPARE(trouble.size(), 1);
    QCOMPARE(trouble[0][0].value<ProfileTrouble>().kind, ProfileTroubleKind::NotSaved);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(settings.value(setting::theme), ThemeChoice::Dark);
    QVERIFY(settings.setValue(setting::rowHeight, RowHeight::Comfortable));
    QCOMPARE(Settings(profile.path()).value(setting::theme), ThemeChoice::Dark);
}

void TestSettings::theServersZoneIsThatOfTheSettings()
{
    const ProfileFolder profile;
    Settings settings(profile.path());
    QCOMPARE(serverTimeZone(settings), QTimeZone::utc());
    QVERIFY(settings.setValue(setting::serverOffset, 330));
    QCOMPARE(serverTimeZone(settings), QTimeZone::utc());
    QVERIFY(settings.setValue(setting::serverClock, ServerClock::FixedOffset));
    QCOMPARE(serverTimeZone(settings).offsetFromUtc(QDateTime::currentDateTimeUtc()), 330 * 60);
    QVERIFY(settings.setValue(setting::serverClock, ServerClock::ThisComputer));
    QCOMPARE(serverTimeZone(settings), QTimeZone::systemTimeZone());
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
