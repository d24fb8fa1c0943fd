// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planrequests.h"
#include "app/plans/planstream.h"
#include "tests/app/plans/plansample.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Streamed
{
    QList<Plan> plans;
    QList<DamagedPlan> damaged;
    int chunks = 0;
    qint64 bytesTaken = 0;
    std::optional<ErrorKind> error;

    friend bool operator==(const Streamed &a, const Streamed &b)
    {
        return a.plans == b.plans && a.damaged == b.damaged && a.error == b.error;
    }
};

// Streams \a body as if it came in pieces that end at \a cuts.
Streamed streamed(const QByteArray &body, QList<qsizetype> cuts = {})
{
    Streamed all;
    PlanStream stream([&all](const PlanChunk &chunk) {
        all.plans += chunk.plans;
        all.damaged += chunk.damaged;
        all.bytesTaken = chunk.bytesTaken;
        ++all.chunks;
    });
    stream.begin(body.size());
    qsizetype from = 0;
    cuts.append(body.size());
    for (const qsizetype cut : std::as_const(cuts)) {
        const int before = all.chunks;
        const Result<bool> taken = stream.take(QByteArrayView(body).sliced(from, cut - from));
        from = cut;
        if (!taken) {
            all.error = taken.error().kind;
            stream.breakOff();
            return all;
        }
        if (*taken != (all.chunks > before)) // progress is a whole row, and a whole row is shown at once
            all.error = ErrorKind::ServerFailed;
    }
    if (const Result<void> ended = stream.end(); !ended)
        all.error = ended.error().kind;
    return all;
}

QStringList ids(const QList<Plan> &plans)
{
    QStringList ids;
    for (const Plan &plan : plans)
        ids << plan.id.text();
    return ids;
}

// A list with every kind of row: good, damaged in two ways, no UTF-8, no object.
QByteArray mixedList(const QByteArray &good, QByteArray damaged)
{
    damaged.replace("\"scheduler_disabled\": false", "\"scheduler_disabled\": falsev");
    return "\xEF\xBB\xBF [" + good + ",\n" + damaged
        + ", {\"backup_id\": \"3\", \"name\": \"caf\xE9\"}, 17, {\"backup_id\": \"4\", \"name\": nope\"}, "
          "{\"backup_id\":\"5\"}, {}]\n";
}

} // namespace

/// The plan list while it arrives.
class TestPlanStream : public QObject
{
    Q_OBJECT

private slots:
    void theRequestNamesTheCompany()
    {
        const ListRequest request = planList(CompanyId(u"51324"_s));
        QCOMPARE(request.path, u"/backup_plan"_s);
        QCOMPARE(request.query.size(), 1);
        QCOMPARE(request.query[0].name + u'=' + request.query[0].value, u"company_id=51324"_s);
    }

    void nothingIsDropped()
    {
        const QByteArray body = mixedList(wholePlan(), documentedPlan());
        const Streamed all = streamed(body);
        QVERIFY(!all.error);
        QCOMPARE(ids(all.plans), (QStringList{u"1"_s, u"3"_s, u"5"_s, QString()}));
        QCOMPARE(all.damaged.size(), 3);
        for (const DamagedPlan &damaged : all.damaged)
            QCOMPARE(damaged.text, body.sliced(damaged.position, damaged.size));
        QVERIFY(all.damaged[0].text.contains("falsev")); // Q2: the document's own sample
        QCOMPARE(all.damaged[1].text, "17"_ba);
        QVERIFY(all.damaged[2].text.contains("nope"));
        QVERIFY(all.plans[1].isRepaired);
        QCOMPARE(all.plans[1].name, u"caf\uFFFD"_s);
        QVERIFY(!all.plans[0].isRepaired);
    }

    void cutAtEveryByteItReadsTheSame()
    {
        // short, because it is read once for each of its bytes
        const QByteArray body =
            mixedList(R"({"backup_id":"1","devices":[{"device_id":"a"}],"groups":[7]})",
                      R"({"schedule_info":{"scheduler_disabled": false},"devices":[{}]})");
        const Streamed whole = streamed(body);
        for (qsizetype cut = 0; cut <= body.size(); ++cut)
            QVERIFY2(streamed(body, {cut}) == whole, QByteArray::number(cut).constData());
        QList<qsizetype> everywhere;
        for (qsizetype cut = 1; cut < body.size(); ++cut)
            everywhere << cut;
        const Streamed byteByByte = streamed(body, everywhere);
        QVERIFY(byteByByte == whole);
        QVERIFY(byteByByte.chunks > 4); // each row at once
    }

    void F11_anAnswerThatEndsEarlyIsNoWholeList()
    {
        const QByteArray first = R"({"backup_id":"1","devices":[{"device_id":"a"}]})";
        const QByteArray body = '[' + first + ",{\"backup_id\":\"2\",\"name\":\"]}\"} ]";
        for (qsizetype size = 0; size < body.size(); ++size) {
            const Streamed cut = streamed(body.first(size));
            QVERIFY2(cut.error.has_value(), QByteArray::number(size).constData());
            const qsizetype firstEnd = 1 + first.size();
            QCOMPARE(cut.plans.size() >= 1, size >= firstEnd); // what came whole stays
        }
    }

    void Q90_noneAndOne_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("plans");
        QTest::newRow("empty array") << "[]"_ba << 0;
        QTest::newRow("empty object") << "{}"_ba << 0;
        QTest::newRow("null") << "null"_ba << 0;
        QTest::newRow("empty text") << "\"\""_ba << 0;
        QTest::newRow("one object") << documentedPlan() << 1;
        QTest::newRow("one") << '[' + documentedPlan() + ']' << 1;
        QTest::newRow("an empty row") << "[ { } ]"_ba << 1;
    }

    void Q90_noneAndOne()
    {
        QFETCH(const QByteArray, body);
        const Streamed all = streamed(body);
        QVERIFY(!all.error && all.damaged.isEmpty());
        QTEST(int(all.plans.size()), "plans");
    }

    void F33_numbersOutOfRangeDamageTheirRowOnly()
    {
        const Streamed all = streamed(
            R"([{"backup_id":1e400},{"backup_id":NaN},{"backup_id":-0},{"backup_id":9223372036854775808},{"backup_id":"2"}])");
        QVERIFY(!all.error);
        QCOMPARE(all.plans.size() + all.damaged.size(), 5);
        QCOMPARE(all.plans.constLast().id, PlanId(u"2"_s));
        for (const Plan &plan : all.plans.first(all.plans.size() - 1))
            QVERIFY(plan.id.text() == u"0"_s || plan.unreadableFields == 1);
    }

    void aHugeDamagedRowIsKeptByItsBegin()
    {
        const QByteArray row = "{\"name\":\"" + QByteArray(1 << 20, 'x') + "\",\"a\":falsev}";
        const Streamed all = streamed('[' + row + ",{\"backup_id\":\"2\"}]");
        QCOMPARE(ids(all.plans), QStringList{u"2"_s});
        QCOMPARE(all.damaged.size(), 1);
        QCOMPARE(all.damaged[0].position, qint64(1));
        QCOMPARE(all.damaged[0].size, qint64(row.size()));
        QCOMPARE(all.damaged[0].text, row.first(DamagedPlan::longestText));
    }

    void F37_fiveThousandPlansInPieces()
    {
        QByteArray body = "[";
        for (int i = 0; i < 5000; ++i)
            body += QByteArray(documentedPlan()).replace("679251", QByteArray::number(i))
                + (i < 4999 ? "," : "]");
        QList<qsizetype> cuts;
        for (qsizetype cut = 16 << 10; cut < body.size(); cut += 16 << 10)
            cuts << cut;
        const Streamed all = streamed(body, cuts);
        QVERIFY(!all.error && all.damaged.isEmpty());
        QCOMPARE(all.plans.size(), 5000);
        QCOMPARE(all.plans.constLast().id, PlanId(u"4999"_s));
        QCOMPARE(all.bytesTaken, qint64(body.size()) - 1);
    }
};

QTEST_GUILESS_MAIN(TestPlanStream)
#include "tst_planstream.moc"
