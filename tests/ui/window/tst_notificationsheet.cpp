// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/windowfixture.h"

#include <QAction>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

/// Which devices of the fleet the lines of a sheet of notifications mean, in the real window.
class TestNotificationSheet : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(*m_theme);
        m_fixture->server.set(
            "/company",
            companyJson("1", "Northwind", {companyJson("2", "Acme"), companyJson("3", "Beta")}, true));
        m_fixture->server.set(
            "/device/summary",
            listJson({deviceJson("d1", "2", "Ärzte-PC"), deviceJson("d2", "2", "front"),
                      deviceJson("d3", "3", "front"), deviceJson("d4", "3", "front desk")}));
        QVERIFY(m_fixture->open(4));
        m_fixture->window.findChild<QAction *>(u"importNotifications"_s)->trigger();
    }

    void cleanup() { m_fixture.reset(); }

    void linesFindTheirDevices_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says"); // the device and its company, or what is wrong
        QTest::newRow("by ID") << u"d4,,"_s << u"front desk, Beta"_s;
        QTest::newRow("by name, in any case of any script") << u",ÄRZTE-pc,"_s << u"Ärzte-PC, Acme"_s;
        QTest::newRow("the whole name") << u",front desk,"_s << u"front desk, Beta"_s;
        QTest::newRow("a name of two companies") << u",front,"_s << u"several devices are called front"_s;
        QTest::newRow("with the company") << u",front,beta"_s << u"front, Beta"_s;
        QTest::newRow("with the company's ID") << u",front,2"_s << u"front, Acme"_s;
        QTest::newRow("a part of a name") << u",fron,"_s << u"no device is called fron"_s;
        QTest::newRow("quotes and a star") << u",\"\"\"*\","_s << u"no device is called \"*"_s;
    }
    void linesFindTheirDevices()
    {
        QFETCH(QString, line);
        QFETCH(QString, says);
        m_fixture->window.findChild<QPlainTextEdit *>(u"importPaste"_s)
            ->setPlainText(u"device id,device,company,backup set,frequency\n"_s + line + u",DEFAULT,NEVER"_s);
        const QAbstractItemModel *preview =
            m_fixture->window.findChild<QTableView *>(u"importPreview"_s)->model();
        QTRY_COMPARE(preview->rowCount(), 1);
        const auto cell = [preview](int column) {
            return preview->index(0, column).data().toString();
        };
        const QString found = cell(1) + u", "_s + cell(2) + u' ' + cell(preview->columnCount() - 1);
        QVERIFY2(found.contains(says), qPrintable(found));
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestNotificationSheet)
#include "tst_notificationsheet.moc"
