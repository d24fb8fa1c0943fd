// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/windowfixture.h"
#include "ui/companies/companypane.h"
#include "ui/companies/companytreeview.h"
#include "ui/devices/devicedetails.h"
#include "ui/health/acknowledgedialog.h"
#include "ui/query/querybox.h"
#include "ui/widgets/facttext.h"

#include <QAction>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

/// "Known, ticket 4711, until Monday" in the real window.
class TestKnown : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(*m_theme);
        m_fixture->server.set("/company", companyJson("1", "Northwind", {companyJson("2", "Acme")}, true));
        m_fixture->server.set("/device/summary",
                              listJson({deviceJson("d1", "1", "alpha"), deviceJson("d2", "2", "beta"),
                                        deviceJson("d3", "2", "gamma")}));
        QVERIFY(m_fixture->open(3));
        box()->setText(u"known:none"_s); // all of them: nothing is known yet
        QTRY_COMPARE(names().size(), 3);
    }

    void cleanup() { m_fixture.reset(); }

    void aDeviceLeavesTheCheckAndComesBack()
    {
        grid()->showDevice(1); // beta
        grid()->setFocus();
        QTest::keyClick(grid(), Qt::Key_K, Qt::ControlModifier);
        auto *dialog = m_fixture->window.findChild<AcknowledgeDialog *>(u"acknowledgeDialog"_s);
        QVERIFY(dialog);
        auto *note = dialog->findChild<QLineEdit *>(u"acknowledgeNote"_s);
        QTest::keyClicks(note, u"<b>ticket</b> 4711"_s);
        QTest::keyClick(note, Qt::Key_Return);
        QTRY_COMPARE(names(), (QStringList{u"alpha"_s, u"gamma"_s}));
        box()->setText(u"known:4711"_s);
        QTRY_COMPARE(names(), QStringList{u"beta"_s});
        QTRY_VERIFY(told().contains(u"<b>ticket</b> 4711"_s));
        action(u"takeBackDevice"_s)->trigger();
        QTRY_COMPARE(names().size(), 0);
        box()->setText(u"known:none"_s);
        QTRY_COMPARE(names().size(), 3);
    }

    void aCompanyIsKnownWithItsDevices()
    {
        QVERIFY(!action(u"acknowledgeCompany"_s)->isEnabled());
        const CompanyKey acme{AccountId(u"a"_s), CompanyId(u"2"_s)};
        m_fixture->window.companies()->choose(acme);
        QVERIFY(action(u"acknowledgeCompany"_s)->isEnabled());
        action(u"acknowledgeCompany"_s)->trigger();
        auto *dialog = m_fixture->window.findChild<AcknowledgeDialog *>(u"acknowledgeDialog"_s);
        QVERIFY(dialog->windowTitle().contains(u"Acme"_s));
        dialog->findChild<QPushButton *>(u"acknowledgeNow"_s)->click();
        QTRY_COMPARE(names().size(), 0);
        action(u"takeBackCompany"_s)->trigger();
        QTRY_COMPARE(names(), (QStringList{u"beta"_s, u"gamma"_s}));
    }

    void aTimeThatIsPastIsRefused()
    {
        grid()->showDevice(0);
        action(u"acknowledgeDevice"_s)->trigger();
        auto *dialog = m_fixture->window.findChild<AcknowledgeDialog *>(u"acknowledgeDialog"_s);
        auto *ends = dialog->findChild<QComboBox *>(u"acknowledgeUntil"_s);
        auto *now = dialog->findChild<QPushButton *>(u"acknowledgeNow"_s);
        auto *other = dialog->findChild<QDateTimeEdit *>(u"acknowledgeUntilOther"_s);
        QVERIFY(now->isEnabled() && !other->isVisible());
        ends->setCurrentIndex(ends->count() - 1);
        QVERIFY(other->isVisible());
        other->setDateTime(QDateTime::currentDateTime().addSecs(-60));
        QVERIFY(!now->isEnabled());
        other->setDateTime(QDateTime::currentDateTime().addDays(3));
        QVERIFY(now->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_fixture->window.findChild<AcknowledgeDialog *>(u"acknowledgeDialog"_s));
        QCOMPARE(names().size(), 3);
    }

private:
    QueryBox *box() const { return m_fixture->window.devices()->queryBox(); }
    DeviceGrid *grid() const { return m_fixture->grid(); }
    QAction *action(const QString &name) const { return m_fixture->window.findChild<QAction *>(name); }
    QStringList names() const { return m_fixture->names(); }
    /// All that the details say.
    QString told() const
    {
        QString text;
        for (const FactText *fact : m_fixture->window.devices()->details()->findChildren<FactText *>())
            text += fact->shownText() + u'\n';
        return text;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestKnown)
#include "tst_known.moc"
