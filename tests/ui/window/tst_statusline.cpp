// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elidedlabel.h"
#include "ui/window/statusline.h"
#include "ui/window/theme.h"

#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

class TestStatusLine : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void itemsShowTheirTextAndHideWithoutIt_data();
    void itemsShowTheirTextAndHideWithoutIt();
    void itemsStandInOrder();
    void progressShowsHowFarAndGoesAway();
    void unknownEndHasNoPercent();
    void cancelAsks();
    void narrowLineGivesWayAndKeepsItsHeight();
    void sandboxSaysSo();
    void strangeHostWarns();
    void textsArePlain();

private:
    [[nodiscard]] ElidedLabel *label(const QString &name) const
    {
        return m_line->findChild<ElidedLabel *>(name);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<StatusLine> m_line;
};

void TestStatusLine::init()
{
    m_theme = std::make_unique<Theme>();
    m_line = std::make_unique<StatusLine>(*m_theme);
    m_line->resize(1400, m_line->height());
    m_line->show();
}

void TestStatusLine::cleanup()
{
    m_line.reset();
    m_theme.reset();
}

using Setter = void (StatusLine::*)(const QString &);
Q_DECLARE_METATYPE(Setter)

void TestStatusLine::itemsShowTheirTextAndHideWithoutIt_data()
{
    QTest::addColumn<Setter>("set");
    QTest::addColumn<QString>("name");
    QTest::newRow("as of") << &StatusLine::setAsOf << u"asOf"_s;
    QTest::newRow("devices") << &StatusLine::setDeviceText << u"deviceCount"_s;
    QTest::newRow("companies") << &StatusLine::setCompanyText << u"companyCount"_s;
    QTest::newRow("selection") << &StatusLine::setSelectionText << u"selectionCount"_s;
}

void TestStatusLine::itemsShowTheirTextAndHideWithoutIt()
{
    QFETCH(Setter, set);
    QFETCH(QString, name);
    QVERIFY(!label(name)->isVisible());
    (*m_line.*set)(u"10 of 38"_s);
    QVERIFY(label(name)->isVisible());
    QCOMPARE(label(name)->shownText(), u"10 of 38"_s);
    (*m_line.*set)(QString());
    QVERIFY(!label(name)->isVisible());
}

void TestStatusLine::itemsStandInOrder()
{
    m_line->setSelectionText(u"1 selected"_s);
    m_line->setCompanyText(u"38 companies"_s);
    m_line->setDeviceText(u"4,212 devices"_s);
    m_line->setAsOf(u"as of 14:03:22"_s);
    m_line->setProgress(WorkProgress{u"reading"_s, 39});
    m_line->setHost({HostKind::Secure, u"api.idrive360.com"_s, {}});
    int before = -1;
    for (const QString &name : {u"asOf"_s, u"deviceCount"_s, u"companyCount"_s, u"selectionCount"_s,
                                u"workText"_s, u"workProgress"_s, u"cancelReading"_s, u"hostBadge"_s}) {
        const int left = m_line->findChild<QWidget *>(name)->mapTo(m_line.get(), QPoint()).x();
        QVERIFY2(left > before, qPrintable(name));
        before = left;
    }
}

void TestStatusLine::progressShowsHowFarAndGoesAway()
{
    auto *bar = m_line->findChild<QProgressBar *>(u"workProgress"_s);
    QVERIFY(!bar->isVisible());
    m_line->setProgress(WorkProgress{u"reading"_s, 39});
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->value(), 39);
    QCOMPARE(bar->accessibleName(), u"reading"_s);
    QCOMPARE(bar->size(), QSize(160, 6));
    QCOMPARE(label(u"workText"_s)->text(), u"reading 39 %"_s);
    const QImage painted = bar->grab().toImage();
    QCOMPARE(painted.pixelColor(30, 3), m_theme->color(Token::Acc));
    QCOMPARE(painted.pixelColor(130, 3), m_theme->color(Token::Press));
    m_line->setProgress(std::nullopt);
    QVERIFY(!bar->isVisible());
    QVERIFY(!m_line->findChild<QToolButton *>(u"cancelReading"_s)->isVisible());
}

void TestStatusLine::unknownEndHasNoPercent()
{
    m_line->setProgress(WorkProgress{u"reading companies"_s, -1});
    QCOMPARE(label(u"workText"_s)->text(), u"reading companies"_s);
    auto *bar = m_line->findChild<QProgressBar *>(u"workProgress"_s);
    QCOMPARE(bar->maximum(), 0);
    const QImage first = bar->grab().toImage();
    QTRY_VERIFY(bar->grab().toImage() != first); // it moves
}

void TestStatusLine::cancelAsks()
{
    m_line->setProgress(WorkProgress{u"reading"_s, 39});
    QSignalSpy asked(m_line.get(), &StatusLine::cancelRequested);
    QTest::mouseClick(m_line->findChild<QToolButton *>(u"cancelReading"_s), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void TestStatusLine::narrowLineGivesWayAndKeepsItsHeight()
{
    const QString companies = u"1,204 of 4,711 companies read, 4 at a time"_s;
    m_line->setAsOf(u"as of 08:12 to 14:03"_s);
    m_line->setDeviceText(u"1,659 of 4,212 devices read"_s);
    m_line->setCompanyText(companies);
    m_line->setSelectionText(u"412 selected, 30 not shown"_s);
    m_line->setProgress(WorkProgress{u"reading"_s, 39});
    m_line->setHost({HostKind::Sandbox, u"127.0.0.1:41233"_s, {}});
    QCOMPARE(label(u"companyCount"_s)->shownText(), companies);
    QVERIFY(m_line->minimumSizeHint().width() <= 560);
    m_line->resize(640, 26);
    QTRY_VERIFY(label(u"companyCount"_s)->shownText().endsWith(u'…'));
    QCOMPARE(m_line->height(), 26);
    QCOMPARE(label(u"companyCount"_s)->text(), companies);
}

void TestStatusLine::sandboxSaysSo()
{
    m_line->setHost({HostKind::Sandbox, u"127.0.0.1:41233"_s, u"A pretend API."_s});
    const auto *badge = m_line->findChild<QWidget *>(u"hostBadge"_s);
    QCOMPARE(badge->accessibleName(), u"SANDBOX 127.0.0.1:41233"_s);
    QVERIFY(badge->toolTip().contains(u"A pretend API."_s));
    QCOMPARE(label(u"hostText"_s)->text(), u"127.0.0.1:41233"_s);
    m_line->setHost({HostKind::Secure, u"api.idrive360.com"_s, {}});
    QCOMPARE(badge->accessibleName(), u"api.idrive360.com"_s);
}

void TestStatusLine::strangeHostWarns()
{
    m_line->setHost({HostKind::Secure, u"proxy.example"_s, {}});
    auto *badge = m_line->findChild<QWidget *>(u"hostBadge"_s);
    const auto ground = [badge] {
        return badge->grab().toImage().pixelColor(4, 4);
    };
    QVERIFY(ground() != m_theme->color(Token::Warnt));
    m_line->setHost({HostKind::Other, u"proxy.example"_s, {}});
    QCOMPARE(ground(), m_theme->color(Token::Warnt));
}

void TestStatusLine::textsArePlain()
{
    m_line->setHost({HostKind::Other, u"<b>proxy</b>"_s, u"<i>not</i> IDrive"_s});
    QCOMPARE(label(u"hostText"_s)->textFormat(), Qt::PlainText);
    QVERIFY(m_line->findChild<QWidget *>(u"hostBadge"_s)->toolTip().contains(u"&lt;i&gt;not"_s));
    m_line->setDeviceText(u"<b>4</b> devices"_s);
    QCOMPARE(label(u"deviceCount"_s)->shownText(), u"<b>4</b> devices"_s);
}

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
