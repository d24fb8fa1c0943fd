// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/console/console.h"

#include <QClipboard>
#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace {

// Three companies; the second has three devices.
void fill(PretendServer &server)
{
    server.set("/company",
               companyJson("1", "Own",
                           {companyJson("2", "Castell Logistics"), companyJson("3", "Umber Print")}, true));
    server.set("/device/summary",
               listJson({deviceJson("id-a", "1", "OWN-PC-10"), deviceJson("id-b", "2", "CAS-PC-9"),
                         deviceJson("id-c", "2", "CAS-PC-10"), deviceJson("id-d", "2", "CAS-PC-1")}));
    server.set("/device/summary?company_id=3", "[]");
}

} // namespace

/// The console by clicks and keys, over HTTP; what is asserted is what stands on the screen.
class TestConsole : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<PretendServer>();
        fill(*m_server);
        m_console = std::make_unique<Console>();
    }

    void cleanup()
    {
        m_console.reset();
        m_server.reset();
    }

    void theFirstStartWelcomesAndOpensTheSandbox()
    {
        QVERIFY(m_console->window.isWelcoming());
        QTest::mouseClick(m_console->button("openSandbox"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_console->fleet().asOf().isValid(), 30'000);
        QVERIFY(!m_console->window.isWelcoming());
        QTRY_COMPARE(m_console->rows(), static_cast<int>(m_console->fleet().devices().liveCount()));
        QVERIFY(m_console->rows() > 1000);
        QVERIFY(m_console->window.findChild<QWidget *>(u"hostBadge"_s)->isVisible());
        QVERIFY(m_console->text("hostText").startsWith(u"127.0.0.1:"_s));
    }

    void aClickOnACompanyScopesTheGridAtOnce()
    {
        openAndRead();
        QCOMPARE(m_console->rows(), 4);
        m_console->clickCompany(u"2"_s);
        QCOMPARE(m_console->rows(), 3);
        QCOMPARE(m_console->text("deviceScopeTitle"), u"Castell Logistics"_s);
        m_console->clickCompany(u"1"_s);
        QCOMPARE(m_console->rows(), 1);
        QCOMPARE(m_console->cell(0, DeviceColumn::Name), u"OWN-PC-10"_s);
    }

    void aCompanyWithoutDevicesSaysSo()
    {
        openAndRead();
        m_console->clickCompany(u"3"_s);
        QCOMPARE(m_console->rows(), 0);
        QVERIFY(m_console->window.findChild<QWidget *>(u"devicesEmpty"_s)->isVisible());
    }

    void headersSortNaturallyAndBackwards()
    {
        openAndRead();
        m_console->clickCompany(u"2"_s);
        const auto names = [this] {
            return QStringList{m_console->cell(0, DeviceColumn::Name), m_console->cell(1, DeviceColumn::Name),
                               m_console->cell(2, DeviceColumn::Name)};
        };
        QCOMPARE(names(), (QStringList{u"CAS-PC-1"_s, u"CAS-PC-9"_s, u"CAS-PC-10"_s}));
        m_console->clickHeader(DeviceColumn::Name);
        QCOMPARE(names(), (QStringList{u"CAS-PC-10"_s, u"CAS-PC-9"_s, u"CAS-PC-1"_s}));
    }

    void refreshKeepsSelectionCurrentRowAndOrder()
    {
        openAndRead();
        m_console->clickRow(1);
        m_console->clickRow(2, Qt::ControlModifier);
        const QString current = m_console->cell(m_console->grid()->currentIndex().row(), DeviceColumn::Id);
        QCOMPARE(m_console->grid()->selection().count(), 2);
        // one more device, which sorts before all others, and one whose name changed
        m_server->set("/device/summary",
                      listJson({deviceJson("id-a", "1", "OWN-PC-10"), deviceJson("id-b", "2", "CAS-PC-9"),
                                deviceJson("id-c", "2", "CAS-PC-11"), deviceJson("id-d", "2", "CAS-PC-1"),
                                deviceJson("id-e", "2", "AAA")}));
        QTest::keyClick(&m_console->window, Qt::Key_F5);
        QTRY_COMPARE(m_console->rows(), 5);
        QTRY_VERIFY(m_console->isQuiet());
        QCOMPARE(m_console->cell(0, DeviceColumn::Name), u"AAA"_s);
        QCOMPARE(m_console->grid()->selection().count(), 2);
        QCOMPARE(m_console->cell(m_console->grid()->currentIndex().row(), DeviceColumn::Id), current);
    }

    void keysSelectAndCopy()
    {
        openAndRead();
        m_console->clickRow(0);
        QTest::keyClick(m_console->grid(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_console->grid()->selection().count(), 2);
        QTest::keyClick(m_console->grid(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_console->grid()->selection().count(), 4);
        QTest::keyClick(m_console->grid(), Qt::Key_C, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied.trimmed().count(u'\n'), 4); // a header and four rows
        QVERIFY(copied.contains(u"CAS-PC-9"_s));
        QVERIFY(copied.contains(u"id-d"_s));
    }

    void aSearchAtIdriveFindsWhatTheListDoesNotName()
    {
        openAndRead();
        m_server->set("/company/name?name=Deep&exact=false&case_sensitive=false",
                      listJson({companyJson("88", "Deep Sea")}));
        QLineEdit *field = m_console->window.companies()->searchField();
        field->setFocus();
        QTest::keyClicks(field, u"Deep"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(m_console->fleet().companies().find(Console::key(u"88"_s)));
        QCOMPARE(m_console->fleet().companies().find(Console::key(u"88"_s))->place,
                 CompanyPlace::FoundBySearch);
        QTRY_VERIFY(m_console->window.companies()->model()->indexOf(Console::key(u"88"_s)).isValid());
    }

    void troubleIsOneBannerAndTryAgainReadsAgain()
    {
        openAndRead();
        m_server->setAnswer("/company", {.bytes = httpAnswer(200, "text/html", "<html>sign in</html>")});
        QTest::keyClick(&m_console->window, Qt::Key_F5);
        QTRY_VERIFY(m_console->window.banner()->isVisible());
        QCOMPARE(m_console->rows(), 4); // what was loaded stays
        fill(*m_server);
        QTest::mouseClick(m_console->button("bannerPrimary"), Qt::LeftButton);
        QTRY_VERIFY(!m_console->window.banner()->isVisible());
        QTRY_VERIFY(m_console->isQuiet());
    }

    void F41_rowsOfAnotherCompanyNeverStandUnderTheTitle()
    {
        m_server->set("/device/summary", "[]");
        m_server->setAnswer(
            "/device/summary?company_id=2",
            {.bytes = jsonAnswer(listJson({deviceJson("id-b", "2", "CAS-PC-9")})), .gate = "two"});
        m_server->set("/device/summary?company_id=1", listJson({deviceJson("id-a", "1", "OWN-PC-10")}));
        m_console->open(*m_server);
        QTRY_COMPARE(m_console->rows(), 1);
        m_console->clickCompany(u"2"_s);
        QCOMPARE(m_console->rows(), 0);
        m_console->clickCompany(u"1"_s);
        m_server->bytes().open("two");
        QTRY_VERIFY(m_console->isQuiet());
        QTRY_COMPARE(m_console->fleet().devices().liveCount(), 2);
        QCOMPARE(m_console->rows(), 1);
        QCOMPARE(m_console->cell(0, DeviceColumn::Name), u"OWN-PC-10"_s);
    }

    void F42_theWindowMayCloseWhileAListArrives()
    {
        const QByteArray whole = jsonAnswer(listJson({deviceJson("id-a", "1"), deviceJson("id-b", "2")}));
        m_server->setAnswer("/device/summary",
                            {.bytes = whole, .pause = std::chrono::milliseconds(2), .pieceSize = 20});
        for (int delay = 0; delay <= 50; delay += 5) {
            m_console = std::make_unique<Console>();
            m_console->open(*m_server);
            QTimer timer;
            QSignalSpy passed(&timer, &QTimer::timeout);
            timer.start(delay);
            QVERIFY(passed.wait());
            m_console->window.close();
        }
        m_console.reset();
        QTRY_COMPARE(m_server->bytes().openConnections(), 0);
    }

private:
    void openAndRead()
    {
        m_console->open(*m_server);
        QTRY_VERIFY(m_console->fleet().asOf().isValid());
        QTRY_COMPARE(m_console->rows(), 4);
    }

    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Console> m_console;
};

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
