// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/banner.h"
#include "ui/window/leadlabel.h"
#include "ui/window/theme.h"

#include <QAccessible>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

static BannerText signInPage()
{
    return {.kind = BannerKind::Warning,
            .what = u"A sign-in page answered instead of IDrive."_s,
            .rest = u"Reading is paused. Sign in to this network in a browser, then try again."_s,
            .primaryAction = u"Try again"_s,
            .secondaryAction = u"Details…"_s};
}

class TestBanner : public QObject
{
    Q_OBJECT

private slots:
    void hiddenUntilItHasSomethingToSay();
    void buttonsAreThoseOfTheText();
    void buttonsTellWhatWasChosen();
    void crossClosesIt();
    void escapeInsideClosesIt();
    void isAnAlert();
    void markupIsShownLetterByLetter();
    void longTextWrapsAndMakesRoom();
    void endlessTextStopsAndTheTooltipHasIt();
    void kindIsSeen();

private:
    template <typename Button>
    Button *button(const Banner &banner, const QString &name)
    {
        return banner.findChild<Button *>(name);
    }
};

void TestBanner::hiddenUntilItHasSomethingToSay()
{
    const Theme theme;
    QWidget window;
    Banner banner(theme, &window);
    window.show();
    QVERIFY(!banner.isVisible());
    banner.showBanner(signInPage());
    QVERIFY(banner.isVisible());
    QCOMPARE(banner.text(), signInPage());
}

void TestBanner::buttonsAreThoseOfTheText()
{
    const Theme theme;
    Banner banner(theme);
    banner.showBanner(signInPage());
    auto *primary = button<QPushButton>(banner, u"bannerPrimary"_s);
    auto *secondary = button<QPushButton>(banner, u"bannerSecondary"_s);
    QCOMPARE(primary->text(), u"Try again"_s);
    QCOMPARE(secondary->accessibleName(), u"Details…"_s);
    QVERIFY(primary->isVisible() && secondary->isVisible());

    banner.showBanner({.what = u"No connection to IDrive since 08:12."_s, .primaryAction = u"Try now"_s});
    QCOMPARE(primary->text(), u"Try now"_s);
    QVERIFY(!secondary->isVisible());
}

void TestBanner::buttonsTellWhatWasChosen()
{
    const Theme theme;
    Banner banner(theme);
    banner.showBanner(signInPage());
    QSignalSpy primary(&banner, &Banner::primaryChosen);
    QSignalSpy secondary(&banner, &Banner::secondaryChosen);
    QTest::mouseClick(button<QPushButton>(banner, u"bannerPrimary"_s), Qt::LeftButton);
    QCOMPARE(primary.size(), 1);
    QCOMPARE(secondary.size(), 0);
    QTest::mouseClick(button<QPushButton>(banner, u"bannerSecondary"_s), Qt::LeftButton);
    QCOMPARE(secondary.size(), 1);
    QVERIFY(banner.isVisible());
}

void TestBanner::crossClosesIt()
{
    const Theme theme;
    Banner banner(theme);
    banner.showBanner(signInPage());
    QSignalSpy dismissed(&banner, &Banner::dismissed);
    QTest::mouseClick(button<QToolButton>(banner, u"bannerClose"_s), Qt::LeftButton);
    QCOMPARE(dismissed.size(), 1);
    QVERIFY(!banner.isVisible());
}

void TestBanner::escapeInsideClosesIt()
{
    const Theme theme;
    Banner banner(theme);
    banner.showBanner(signInPage());
    QSignalSpy dismissed(&banner, &Banner::dismissed);
    QTest::keyClick(button<QPushButton>(banner, u"bannerPrimary"_s), Qt::Key_Escape);
    QCOMPARE(dismissed.size(), 1);
    QVERIFY(!banner.isVisible());
}

void TestBanner::isAnAlert()
{
    const Theme theme;
    Banner banner(theme);
    const Banner second(theme); // the answer must not depend on how many there are
    banner.showBanner({.what = u"IDrive refused the key."_s});
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&banner);
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::AlertMessage);
    QCOMPARE(interface->text(QAccessible::Name), u"IDrive refused the key."_s);
}

void TestBanner::markupIsShownLetterByLetter()
{
    const Theme theme;
    Banner banner(theme);
    banner.resize(900, 44);
    const auto grabbed = [&banner](const QString &rest) {
        banner.showBanner({.what = u"IDrive refused the key."_s, .rest = rest});
        return banner.grab().toImage();
    };
    const QImage markup = grabbed(u"<b>Umber</b>"_s);
    QVERIFY(markup != grabbed(u"Umber"_s));
    QCOMPARE(banner.findChild<LeadLabel *>(u"bannerText"_s)->text(), u"IDrive refused the key. Umber"_s);
    banner.showBanner({.what = u"<b>What</b>"_s, .rest = u"<i>rest</i>"_s});
    QCOMPARE(banner.accessibleName(), u"<b>What</b> <i>rest</i>"_s);
}

void TestBanner::longTextWrapsAndMakesRoom()
{
    const Theme theme;
    Banner banner(theme);
    BannerText text = signInPage();
    banner.showBanner(text);
    QCOMPARE(banner.heightForWidth(1400), 44);
    text.rest = text.rest.repeated(4);
    banner.showBanner(text);
    const int narrow = banner.heightForWidth(700);
    QVERIFY(narrow > 80);
    banner.resize(700, narrow);
    const auto *label = banner.findChild<LeadLabel *>(u"bannerText"_s);
    QVERIFY(label->height() >= label->heightForWidth(label->width()));
    banner.grab();
    QVERIFY(label->toolTip().isEmpty());
}

void TestBanner::endlessTextStopsAndTheTooltipHasIt()
{
    const Theme theme;
    Banner banner(theme);
    banner.showBanner({.what = u"What."_s, .rest = u"<endless> "_s.repeated(1000)});
    QVERIFY(banner.heightForWidth(800) < 200);
    banner.resize(800, banner.heightForWidth(800));
    banner.grab();
    const QString toolTip = banner.findChild<LeadLabel *>(u"bannerText"_s)->toolTip();
    QVERIFY(toolTip.contains(u"&lt;endless&gt;"_s));
    QVERIFY(!toolTip.contains(u"<endless>"_s));
}

void TestBanner::kindIsSeen()
{
    const Theme theme;
    Banner banner(theme);
    banner.resize(600, 44);
    banner.showBanner({.kind = BannerKind::Warning, .what = u"Warning."_s});
    QCOMPARE(banner.grab().toImage().pixelColor(1, 20), theme.color(Token::Warnb));
    banner.showBanner({.kind = BannerKind::Bad, .what = u"Bad."_s});
    const QImage bad = banner.grab().toImage();
    QCOMPARE(bad.pixelColor(1, 20), theme.color(Token::Badb));
    QCOMPARE(bad.pixelColor(400, 4), theme.color(Token::Badt));
}

QTEST_MAIN(TestBanner)
#include "tst_banner.moc"
