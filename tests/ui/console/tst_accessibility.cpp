// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/atspireader.h"
#include "tests/support/virtualdisplay.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The console as a screen reader meets it: a real window on an X display of its own, read over AT-SPI by this other process.
/// Runs inside `dbus-run-session`, so that nothing of the desktop is touched.
class TestAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_display.start(), "Xvfb did not start");
        QVERIFY2(m_reader.connectToBus(), "no accessibility bus: is at-spi2-core installed?");

        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, m_display.name());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
        environment.remove(u"WAYLAND_DISPLAY"_s);
        m_console.setProcessEnvironment(environment);
        m_console.setProcessChannelMode(QProcess::ForwardedChannels);
        m_console.start(QStringLiteral(STEWARD_PROGRAM),
                        {u"--sandbox"_s, u"--sandbox-devices"_s, u"400"_s, u"--sandbox-companies"_s, u"12"_s,
                         u"--profile"_s, m_profile.filePath(u"profile"_s)});
        QVERIFY(m_console.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(findWindow(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(findIn(u"table"_s, u"Devices"_s), 20'000);
        m_table = *findIn(u"table"_s, u"Devices"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_reader.rowCount(m_table), 400, 20'000);
    }

    void cleanupTestCase()
    {
        m_console.terminate();
        QVERIFY(m_console.waitForFinished(10'000));
    }

    void theTreeNamesEveryCompany()
    {
        const auto tree = findIn(u"tree"_s, u"Companies"_s);
        QVERIFY(tree);
        QStringList names;
        for (const AtSpiObject &row : m_reader.children(*tree))
            names << m_reader.name(row);
        names.removeAll(QString());
        QVERIFY2(names.size() >= 13, qPrintable(names.join(u" | "_s))); // the account and its companies
    }

    void theThirdRowIsReadCellByCell()
    {
        const int columns = m_reader.columnCount(m_table);
        QVERIFY2(columns >= 10, qPrintable(QString::number(columns)));
        QCOMPARE(m_reader.roleName(m_reader.cell(m_table, 2, 0)), u"cell"_s);
        const auto rowTexts = [&](int row) {
            QStringList texts;
            for (int column = 0; column < columns; ++column)
                texts << m_reader.name(m_reader.cell(m_table, row, column));
            return texts;
        };
        const QStringList third = rowTexts(2);
        QVERIFY2(!third[0].isEmpty() && !third[1].isEmpty(), qPrintable(third.join(u" | "_s)));
        QVERIFY2(third.join(u' ').size() > 80, qPrintable(third.join(u" | "_s)));
        QVERIFY(rowTexts(399) != third); // every row is reached, and rows differ
    }

    void refreshIsPressedAndReadsAgain()
    {
        const auto readAt = [this] {
            const auto line = m_reader.find(m_window, [this](const AtSpiObject &object) {
                return m_reader.name(object).startsWith("as of "_L1);
            });
            return line ? m_reader.name(*line) : QString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!readAt().isEmpty(), 10'000);
        const QString before = readAt();
        const auto refresh = findIn(u"push button"_s, u"Refresh"_s);
        QVERIFY(refresh);
        // the line shows seconds: pressing again and again must move it on
        const auto pressAndRead = [&] {
            return m_reader.press(*refresh) && readAt() != before;
        };
        QTRY_VERIFY_WITH_TIMEOUT(pressAndRead(), 10'000);
        QCOMPARE(m_reader.rowCount(m_table), 400);
    }

private:
    bool findWindow()
    {
        for (const AtSpiObject &program : m_reader.programs()) {
            for (const AtSpiObject &window : m_reader.children(program)) {
                if (m_reader.name(window).contains("Steward"_L1)) {
                    m_window = window;
                    return true;
                }
            }
        }
        return false;
    }

    std::optional<AtSpiObject> findIn(const QString &role, const QString &name)
    {
        return m_reader.find(m_window, role, name);
    }

    VirtualDisplay m_display;
    QTemporaryDir m_profile;
    AtSpiReader m_reader;
    AtSpiObject m_window;
    AtSpiObject m_table;
    QProcess m_console;
};

QTEST_GUILESS_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
