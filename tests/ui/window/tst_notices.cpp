// SPDX-License-Identifier: GPL-3.0-or-later
// Several subjects have something to say; the one banner shows what is most important, and what is left when that is gone.
#include "ui/window/notices.h"
#include "ui/window/theme.h"

#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestNotices : public QObject
{
    Q_OBJECT

private slots:
    void whatIsBadGoesFirstAndThenWhatIsNew()
    {
        Notices notices(m_banner);
        notices.say(u"old"_s, {.text = {.what = u"old warning"_s}});
        notices.say(u"bad"_s, {.text = {.kind = BannerKind::Bad, .what = u"bad"_s}});
        notices.say(u"new"_s, {.text = {.what = u"new warning"_s}});
        QCOMPARE(m_banner.text().what, u"bad"_s);
        notices.takeBack(u"bad"_s);
        QCOMPARE(m_banner.text().what, u"new warning"_s);
        notices.takeBack(u"new"_s);
        QCOMPARE(m_banner.text().what, u"old warning"_s);
        notices.takeBack(u"old"_s);
        QVERIFY(m_banner.isHidden());
        QVERIFY(!notices.dismiss());
    }

    void aTopicHasOneNotice()
    {
        Notices notices(m_banner);
        notices.say(u"fleet"_s, {.text = {.what = u"first"_s}});
        notices.say(u"fleet"_s, {.text = {.what = u"second"_s}});
        QCOMPARE(m_banner.text().what, u"second"_s);
        QVERIFY(notices.has(u"fleet"_s));
        notices.takeBack(u"fleet"_s);
        QVERIFY(m_banner.isHidden());
        QVERIFY(!notices.has(u"fleet"_s));
    }

    void aButtonDoesWhatTheShownNoticeSays()
    {
        Notices notices(m_banner);
        QStringList done;
        notices.say(u"one"_s, {.text = {.what = u"one"_s, .primaryAction = u"Do"_s}, .primary = [&] {
                                   done << u"one"_s;
                               }});
        notices.say(u"two"_s,
                    {.text = {.what = u"two"_s, .primaryAction = u"Do"_s, .secondaryAction = u"Other"_s},
                     .primary =
                         [&] {
                             done << u"two"_s;
                             notices.takeBack(u"two"_s); // from inside its own action
                         },
                     .secondary =
                         [&] {
                             done << u"other"_s;
                         }});
        click(u"bannerSecondary"_s);
        click(u"bannerPrimary"_s);
        click(u"bannerPrimary"_s);
        QCOMPARE(done, (QStringList{u"other"_s, u"two"_s, u"one"_s}));
    }

    void theCrossTakesTheShownOneAndTellsIt()
    {
        Notices notices(m_banner);
        QStringList closed;
        notices.say(u"one"_s, {.text = {.what = u"one"_s}, .dismissed = [&] {
                                   closed << u"one"_s;
                               }});
        notices.say(u"two"_s, {.text = {.what = u"two"_s}, .dismissed = [&] {
                                   closed << u"two"_s;
                               }});
        m_banner.findChild<QToolButton *>()->click();
        QCOMPARE(closed, QStringList{u"two"_s});
        QCOMPARE(m_banner.text().what, u"one"_s);
        QVERIFY(!m_banner.isHidden());
        QVERIFY(notices.dismiss());
        QVERIFY(m_banner.isHidden());
    }

private:
    void click(const QString &name)
    {
        auto *button = m_banner.findChild<QPushButton *>(name);
        QVERIFY2(button, qPrintable(name));
        button->click();
    }

    Theme m_theme;
    Banner m_banner{m_theme};
};

QTEST_MAIN(TestNotices)
#include "tst_notices.moc"
