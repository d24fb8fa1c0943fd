// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/settings/profilefolder.h"
#include "ui/settings/settingeditor.h"
#include "ui/settings/settingswindow.h"
#include "ui/window/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

/// The window of settings: made from the table, searched, and each change kept at once.
class TestSettingsWindow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_profile = std::make_unique<ProfileFolder>();
        m_theme = std::make_unique<Theme>();
        m_settings = std::make_unique<Settings>(m_profile->path());
        m_window = new SettingsWindow(*m_settings, *m_theme, nullptr);
        m_window->show();
    }

    void cleanup()
    {
        delete m_window;
        m_settings.reset();
        m_theme.reset();
        m_profile.reset();
    }

    void everyTitledSettingIsThere()
    {
        qsizetype titled = 0;
        for (const SettingRow *row : settingTable) {
            titled += row->title ? 1 : 0;
            QCOMPARE(m_window->findChild<SettingEditor *>(u"setting_"_s + QLatin1StringView(row->key))
                         != nullptr,
                     row->title != nullptr);
        }
        QCOMPARE(m_window->findChildren<SettingEditor *>().size(), titled);
    }

    void theSearchFindsByMeaningAndValue()
    {
        QTest::keyClicks(m_window->findChild<QLineEdit *>(u"findSetting"_s), u"dark"_s);
        QCOMPARE(shown(), QStringList{u"setting_theme"_s});
        m_window->find(u"minutes background"_s);
        QCOMPARE(shown(), QStringList{u"setting_refresh_minutes"_s});
        m_window->find(u"no such thing"_s);
        QVERIFY(shown().isEmpty());
        QVERIFY(m_window->findChild<QLabel *>(u"noSetting"_s)->isVisible());
    }

    void aChangeIsKeptAtOnceAndCanBeTakenBack()
    {
        auto *clock = m_window->findChild<QComboBox *>(u"field_server_clock"_s);
        clock->setFocus();
        QTest::keyClick(clock, Qt::Key_Down);
        QCOMPARE(m_settings->value(setting::serverClock), ServerClock::ThisComputer);
        QCOMPARE(Settings(m_profile->path()).value(setting::serverClock), ServerClock::ThisComputer);
        auto *reset = m_window->findChild<QPushButton *>(u"reset_server_clock"_s);
        QVERIFY(reset->isVisible());
        QTest::mouseClick(reset, Qt::LeftButton);
        QCOMPARE(m_settings->value(setting::serverClock), ServerClock::Utc);
        QVERIFY(!reset->isVisible());
        QCOMPARE(clock->currentIndex(), 0);
    }

    void whatIsSetElsewhereIsShown()
    {
        QVERIFY(m_settings->setValue(setting::refreshMinutes, 7));
        QCOMPARE(m_window->findChild<QSpinBox *>(u"field_refresh_minutes"_s)->value(), 7);
    }

private:
    QStringList shown() const
    {
        QStringList names;
        for (const SettingEditor *editor : m_window->findChildren<SettingEditor *>()) {
            if (editor->isVisible())
                names << editor->objectName();
        }
        return names;
    }

    std::unique_ptr<ProfileFolder> m_profile;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Settings> m_settings;
    SettingsWindow *m_window = nullptr;
};

QTEST_MAIN(TestSettingsWindow)
#include "tst_settingswindow.moc"
