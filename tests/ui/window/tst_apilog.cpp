// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/apilogmodel.h"
#include "ui/window/apilogwindow.h"
#include "ui/window/theme.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What was asked of the API, as a person sees it.
class TestApiLog : public QObject
{
    Q_OBJECT

private:
    static CallRecord record(const QByteArray &target, std::optional<ErrorKind> error = {})
    {
        return {.call = 1,
                .attempt = 1,
                .startedAt = QDateTime(QDate(2026, 2, 17), QTime(11, 15), Qt::UTC),
                .duration = 1234ms,
                .verb = "GET",
                .target = target,
                .httpStatus = error ? 503 : 200,
                .bytesReceived = 307,
                .error = error};
    }
    static QString cell(const ApiLogModel &model, int row, ApiLogModel::Column column)
    {
        return model.index(row, static_cast<int>(column)).data().toString();
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theNewestStandsFirst_andTheOldestGoes()
    {
        CallLog log;
        log.add(record("/company"));
        ApiLogModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLogs({{{}, &log}});
        QCOMPARE(model.rowCount(), 1);
        for (size_t i = 1; i <= CallLog::mostRecords; ++i)
            log.add(record("/device/summary?company_id=" + QByteArray::number(qulonglong(i))));
        QCOMPARE(size_t(model.rowCount()), CallLog::mostRecords);
        QCOMPARE(cell(model, 0, ApiLogModel::Column::Call), u"GET /device/summary?company_id=1000"_s);
        QCOMPARE(cell(model, model.rowCount() - 1, ApiLogModel::Column::Call),
                 u"GET /device/summary?company_id=1"_s);
    }

    void eachCallIsToldInItsRow()
    {
        CallLog log;
        ApiLogModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLogs({{{}, &log}});
        CallRecord failed = record("/company", ErrorKind::Unavailable);
        failed.againAfter = 400ms;
        log.add(failed);
        QCOMPARE(cell(model, 0, ApiLogModel::Column::Time), u"11:15:00.000"_s);
        QCOMPARE(cell(model, 0, ApiLogModel::Column::Status), u"503"_s);
        QCOMPARE(cell(model, 0, ApiLogModel::Column::Received), u"307 bytes"_s);
        QCOMPARE(cell(model, 0, ApiLogModel::Column::Took), u"1234 ms"_s);
        QVERIFY(cell(model, 0, ApiLogModel::Column::End).endsWith(u"Asked again after 400 ms."_s));
        CallRecord silent = record("/company", ErrorKind::NotConnected);
        silent.httpStatus = 0;
        log.add(silent);
        QCOMPARE(cell(model, 0, ApiLogModel::Column::Status), u"–"_s);
        log.add(record("/company"));
        QCOMPARE(cell(model, 0, ApiLogModel::Column::End), u"Answered"_s);
    }

    void whatIsShownStays_whenTheAccountIsClosed()
    {
        auto log = std::make_unique<CallLog>();
        ApiLogModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLogs({{{}, log.get()}});
        log->add(record("/company"));
        log.reset();
        QCOMPARE(model.rowCount(), 1);
        CallLog next;
        next.add(record("/company/name"));
        model.setLogs({{{}, &next}});
        QCOMPARE(cell(model, 0, ApiLogModel::Column::Call), u"GET /company/name"_s);
        model.setLogs({});
        QCOMPARE(model.rowCount(), 0);
    }

    void callsOfSeveralAccountsStandInOneOrder()
    {
        CallLog first;
        CallLog second;
        CallRecord later = record("/company?later");
        later.startedAt = later.startedAt.addSecs(1);
        first.add(later);
        second.add(record("/company?earlier"));
        ApiLogModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLogs({{u"Northwind"_s, &first}, {u"<b>Contoso"_s, &second}});
        QVERIFY(model.areSeveral());
        QCOMPARE(cell(model, 0, ApiLogModel::Column::Call), u"GET /company?later"_s);
        QCOMPARE(cell(model, 0, ApiLogModel::Column::Account), u"Northwind"_s);
        QCOMPARE(cell(model, 1, ApiLogModel::Column::Account), u"<b>Contoso"_s);
        second.add(record("/company?now"));
        QCOMPARE(cell(model, 0, ApiLogModel::Column::Call), u"GET /company?now"_s);
        QCOMPARE(cell(model, 0, ApiLogModel::Column::Account), u"<b>Contoso"_s);
        model.setLogs({{u"Northwind"_s, &first}});
        QVERIFY(!model.areSeveral());
        QCOMPARE(model.rowCount(), 1);
        second.add(record("/company"));
        QCOMPARE(model.rowCount(), 1); // nobody listens to it any more
    }

    void theWindowCountsAndCopies()
    {
        CallLog log;
        const Theme theme;
        ApiLogWindow window(theme);
        window.setLogs({{{}, &log}});
        window.show();
        const auto *count = window.findChild<QLabel *>(u"apiLogCount"_s);
        QVERIFY(count->text().startsWith(u"Nothing was asked yet."_s));
        log.add(record("/company?name=<b>"));
        QVERIFY(count->text().startsWith(u"1 call. "_s));
        QTest::mouseClick(window.findChild<QPushButton *>(u"copyApiLog"_s), Qt::LeftButton);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.first().startsWith(u"Time\tCall\t"_s));
        QVERIFY(lines.last().contains(u"GET /company?name=<b>"_s));
        QTest::keyClick(&window, Qt::Key_Escape);
        QVERIFY(!window.isVisible());
    }
};

QTEST_MAIN(TestApiLog)
#include "tst_apilog.moc"
