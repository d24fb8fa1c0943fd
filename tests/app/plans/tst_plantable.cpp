// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plantable.h"
#include "app/query/queryreader.h"
#include "tests/app/plans/plansample.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

CompanyKey company(const QString &id)
{
    return {AccountId(u"a"_s), CompanyId(id)};
}

Plan plan(const char *id, const char *name, int failed = -1)
{
    QJsonObject json{{u"backup_id"_s, QString::fromLatin1(id)}, {u"name"_s, QString::fromLatin1(name)}};
    if (failed >= 0) {
        QStringList devices;
        for (int i = 0; i < failed; ++i)
            devices << u"d%1"_s.arg(i);
        json.insert(u"backup_failed_on"_s, devices.join(u','));
    }
    return readPlan(json);
}

Query query(const QString &text)
{
    return readQuery(text, planQueryFields()).value();
}

QString names(const PlanTable &table, const std::vector<PlanRow> &rows)
{
    QStringList names;
    for (const PlanRow row : rows)
        names << table.text(row, PlanColumn::Name);
    return names.join(u' ');
}

} // namespace

/// The table of plans: rows that stay, order, and the query over it.
class TestPlanTable : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldOfThePlanIsAColumn()
    {
        PlanTable table;
        table.setPlans(company(u"7"_s), u"Acme"_s, {readPlan(object(wholePlan()))});
        QStringList texts;
        for (const PlanColumnRow &column : planColumnTable)
            texts << table.text(0, column.column);
        QCOMPARE(
            texts.join(u'|'),
            u"files|Acme|Files and folders|Local|Monthly, on day 23 and 25, January and February at "
            u"17:40:30, until 07:00 on the next day|2|1|1|Office|on|on|on, Every 10 minutes|Cloud (default)|1"_s);
        table.setPlans(company(u"7"_s), u"Acme"_s, {Plan()});
        for (const PlanColumnRow &column : planColumnTable)
            QCOMPARE(table.text(table.rows({}, {}, {}).front(), column.column),
                     column.column == PlanColumn::Company ? u"Acme"_s : QString());
    }

    void rowsStayWithTheirPlans()
    {
        PlanTable table;
        table.setPlans(company(u"7"_s), u"Acme"_s,
                       {plan("1", "One"), plan("2", "Two"), plan("", "Odd"), plan("", "Odder")});
        const PlanRow two = table.find({company(u"7"_s), PlanId(u"2"_s)}).value();
        QVERIFY(table.find({company(u"7"_s), PlanId(), 1}));
        table.setPlans(company(u"8"_s), u"Beta"_s, {plan("2", "Other two")});
        table.setPlans(company(u"7"_s), u"Acme"_s, {plan("3", "Three"), plan("2", "Two, renamed")});
        QCOMPARE(table.find({company(u"7"_s), PlanId(u"2"_s)}), std::optional(two));
        QCOMPARE(table.text(two, PlanColumn::Name), u"Two, renamed"_s);
        QVERIFY(!table.find({company(u"7"_s), PlanId(u"1"_s)}));
        QCOMPARE(table.count(), 3);
        QCOMPARE(table.countIn({company(u"7"_s)}), 2);
        table.setPlans(company(u"7"_s), u"Acme"_s, {});
        QCOMPARE(table.count(), 1);
        QCOMPARE(names(table, table.rows({}, {}, {})), u"Other two"_s);
        QVERIFY(table.setTitle(company(u"8"_s), u"Gamma"_s));
        QVERIFY(!table.setTitle(company(u"8"_s), u"Gamma"_s));
        QCOMPARE(table.text(table.rows({}, {}, {}).front(), PlanColumn::Company), u"Gamma"_s);
    }

    void whatIsNotReportedComesLast_inBothOrders()
    {
        PlanTable table;
        table.setPlans(
            company(u"7"_s), u"Acme"_s,
            {plan("1", "plan10", 2), plan("2", "Plan9"), plan("3", "plan11", 10), plan("4", "", 0)});
        QCOMPARE(names(table, table.rows({}, {}, {})), u"Plan9 plan10 plan11 "_s);
        QCOMPARE(names(table, table.rows({}, {}, {PlanColumn::Name, Qt::DescendingOrder})),
                 u"plan11 plan10 Plan9 "_s);
        QCOMPARE(names(table, table.rows({}, {}, {PlanColumn::Failed})), u" plan10 plan11 Plan9"_s);
        QCOMPARE(names(table, table.rows({}, {}, {PlanColumn::Failed, Qt::DescendingOrder})),
                 u"plan11 plan10  Plan9"_s);
    }

    void queries_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        const auto row = [](const QString &text, const QString &found) {
            QTest::newRow(qPrintable(text)) << text << found;
        };
        row(u"nightly"_s, u"Nightly"_s);
        row(u"company:beta"_s, u"Weekly"_s);
        row(u"failed:>0"_s, u"Nightly"_s);
        row(u"failed:none"_s, u"Weekly"_s);
        row(u"failed:0"_s, u"Disk"_s);
        row(u"-company:beta"_s, u"Disk Nightly"_s);
        row(u"name:nightly,weekly"_s, u"Nightly Weekly"_s);
        row(u"id:\"1\""_s, u"Nightly"_s);
        row(u"beta weekly"_s, u"Weekly"_s);
        row(u"nothing"_s, QString());
    }

    void queries()
    {
        QFETCH(const QString, text);
        PlanTable table;
        table.setPlans(company(u"7"_s), u"Acme"_s, {plan("1", "Nightly", 2), plan("12", "Disk", 0)});
        table.setPlans(company(u"8"_s), u"Beta"_s, {plan("3", "Weekly")});
        QTEST(names(table, table.rows({}, query(text), {})), "found");
    }

    void valuesAreCounted()
    {
        PlanTable table;
        table.setPlans(company(u"7"_s), u"Acme"_s, {plan("1", "Nightly"), plan("2", "Disk")});
        table.setPlans(company(u"8"_s), u"Beta"_s, {plan("3", "Weekly")});
        const std::vector<QueryFieldCounts> counts = table.counts({}, {});
        const auto ofCompany = std::ranges::find(counts, int(PlanColumn::Company), &QueryFieldCounts::field);
        QVERIFY(ofCompany != counts.end());
        QCOMPARE(ofCompany->rows, 3);
        QCOMPARE(ofCompany->values.size(), size_t(2));
        QCOMPARE(ofCompany->values[0].label, u"Acme"_s);
        QCOMPARE(ofCompany->values[0].rows, 2);
        // a value that is offered finds as many rows as it says
        for (const QueryFieldCounts &field : counts) {
            for (const QueryValueCount &value : field.values) {
                const Query asked{.parts = {{.field = field.field, .values = {value.value}}}};
                QCOMPARE(std::ssize(table.rows({}, asked, {})), value.rows);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestPlanTable)
#include "tst_plantable.moc"
