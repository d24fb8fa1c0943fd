// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planrequests.h"
#include "tests/app/plans/plansample.h"
#include "tests/support/wrongvalues.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QJsonObject sample()
{
    return object(
        R"({"conflicts":[{"device_id":"dev-a","plan_name":"Default backup plan"}],"backup_id":"406717",)"
        R"("where_to_backup":"CLOUD","applied_to":"dev-a,dev-b","not_applied_to":"dev-c","status":201})");
}

Result<PlanCreated> read(const QJsonValue &answer, DryRun dryRun = DryRun::No)
{
    return createPlan({}, dryRun).read(QJsonDocument(answer.toObject()));
}

QString shown(const std::optional<QList<DeviceId>> &devices)
{
    if (!devices)
        return u"not reported"_s;
    QStringList ids;
    for (const DeviceId &device : *devices)
        ids << device.text();
    return ids.join(u'|');
}

// The parts of two answers that differ, by their name on the wire.
QStringList differences(const PlanCreated &a, const PlanCreated &b)
{
    QStringList names;
    if (a.id != b.id)
        names << u"backup_id"_s;
    if (a.conflicts != b.conflicts)
        names << u"conflicts"_s;
    if (a.applied != b.applied)
        names << u"applied_to"_s;
    if (a.notApplied != b.notApplied)
        names << u"not_applied_to"_s;
    if (a.where != b.where)
        names << u"where_to_backup"_s;
    if (a.bodyStatus != b.bodyStatus)
        names << u"status"_s;
    return names;
}

} // namespace

/// What the server says to a plan that was created.
class TestPlanCreated : public QObject
{
    Q_OBJECT

private slots:
    void theDocumentsAnswerIsRead()
    {
        const auto created = read(object(
            R"({"conflicts":[{"device_id":"1l3d3bxrgf2fpwblc5qoyiezihz5behf6lbab6ljsngkomgonx","plan_name":"Default backup plan"}],)"
            R"("backup_id":"406717","where_to_backup":"CLOUD","not_applied_to":"","status":201})"));
        QVERIFY(created.has_value());
        QCOMPARE(created->id, PlanId(u"406717"_s));
        QCOMPARE(created->conflicts.value(),
                 (QList<PlanConflict>{{DeviceId(u"1l3d3bxrgf2fpwblc5qoyiezihz5behf6lbab6ljsngkomgonx"_s),
                                       u"Default backup plan"_s}}));
        QVERIFY(!created->applied.has_value()); // not said is not nobody
        QCOMPARE(shown(created->notApplied), QString());
        QCOMPARE(created->where.known(), std::optional(WhereToBackup::Cloud));
        QCOMPARE(created->bodyStatus, std::optional<qint64>(201));
        QCOMPARE(created->unreadableFields, 0);
        QVERIFY(created->otherFields.isEmpty());
    }

    void Q52_appliedToInEveryShape_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("ids");
        QTest::newRow("absent") << QByteArray() << u"not reported"_s;
        QTest::newRow("null") << "null"_ba << u"not reported"_s;
        QTest::newRow("empty text") << "\"\""_ba << QString();
        QTest::newRow("one") << "\"a\""_ba << u"a"_s;
        QTest::newRow("two") << "\"a,b\""_ba << u"a|b"_s;
        QTest::newRow("with a blank") << "\"a, b\""_ba << u"a|b"_s;
        QTest::newRow("comma behind") << "\"a,b,\""_ba << u"a|b"_s;
        QTest::newRow("array") << R"(["a","b"])"_ba << u"a|b"_s;
        QTest::newRow("array of objects") << R"([{"device_id":"a"},{"device_id":"b"}])"_ba << u"a|b"_s;
    }

    void Q52_appliedToInEveryShape()
    {
        QFETCH(const QByteArray, value);
        for (const bool isApplied : {true, false}) {
            const QByteArray name = isApplied ? "applied_to" : "not_applied_to";
            const QByteArray field = value.isEmpty() ? value : ",\"" + name + "\":" + value;
            const auto created = read(object("{\"backup_id\":\"1\"" + field + '}'));
            QVERIFY(created.has_value());
            QTEST(shown(isApplied ? created->applied : created->notApplied), "ids");
            QVERIFY(!(isApplied ? created->notApplied : created->applied).has_value()); // never reckoned
            QCOMPARE(created->unreadableFields, 0);
        }
    }

    void Q52_theThirdListIsWhoIsNotMentioned()
    {
        const QList<DeviceId> asked{DeviceId(u"a"_s), DeviceId(u"b"_s), DeviceId(u"c"_s)};
        const auto created = read(object(R"({"backup_id":"1","applied_to":"b","not_applied_to":["x"]})"));
        QCOMPARE(shown(notMentioned(*created, asked)), u"a|c"_s);
        QCOMPARE(shown(notMentioned(PlanCreated(), asked)), u"a|b|c"_s);
        QVERIFY(notMentioned(*read(object(R"({"backup_id":"1","applied_to":"a,b,c"})")), asked).isEmpty());
    }

    void Q51_theWorseStatusIsTrue_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("kind"); // -1: success
        QTest::newRow("201") << "201"_ba << -1;
        QTest::newRow("200") << "200"_ba << -1;
        QTest::newRow("text") << "\"201\""_ba << -1;
        QTest::newRow("a company's status") << "1"_ba << -1;
        QTest::newRow("rubbish") << "{}"_ba << -1;
        QTest::newRow("400") << "400"_ba << int(ErrorKind::Refused);
        QTest::newRow("text 400") << "\"400\""_ba << int(ErrorKind::Refused);
        QTest::newRow("401") << "401"_ba << int(ErrorKind::KeyRefused);
        QTest::newRow("429") << "429"_ba << int(ErrorKind::TooManyRequests);
        QTest::newRow("500") << "500"_ba << int(ErrorKind::ServerFailed);
    }

    void Q51_theWorseStatusIsTrue()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const int, kind);
        for (const DryRun dryRun : {DryRun::No, DryRun::Yes}) {
            const auto created = read(object("{\"backup_id\":\"1\",\"status\":" + status + '}'), dryRun);
            QCOMPARE(created.has_value() ? -1 : int(created.error().kind), kind);
        }
    }

    void Q50_F61_aDryRunMayAnswerAnything()
    {
        for (const char *answer : {"{}", "[]", "null", "[1]", R"({"status":200})", R"({"conflicts":null})"}) {
            const QJsonDocument document = QJsonDocument::fromJson(answer);
            const auto tried = createPlan({}, DryRun::Yes).read(document);
            QVERIFY2(tried.has_value(), answer);
            QVERIFY(tried->id.isEmpty());
            const auto created = createPlan({}, DryRun::No).read(document);
            QVERIFY2(!created.has_value(), answer); // F32: without an id nobody knows
            QCOMPARE(created.error().kind, ErrorKind::Unreadable);
        }
        QCOMPARE(read(sample(), DryRun::Yes)->id, PlanId(u"406717"_s)); // suspicious, and told
        QCOMPARE(createPlan({}, DryRun::No).read(QJsonDocument(QJsonArray{sample()})), read(sample())); // Q90
    }

    void Q45_conflictsInEveryShape()
    {
        const auto conflicts = [](const char *value) {
            return read(object("{\"backup_id\":\"1\",\"conflicts\":" + QByteArray(value) + '}')).value();
        };
        QVERIFY(!conflicts("null").conflicts.has_value());
        QVERIFY(conflicts("[]").conflicts.value().isEmpty());
        QCOMPARE(conflicts(R"({"device_id":"a","backup_name":"p"})").conflicts.value().constFirst(),
                 (PlanConflict{DeviceId(u"a"_s), u"p"_s}));
        const PlanCreated odd =
            conflicts(R"([{"device_id":"a"},{"plan_name":"p"},{},"text",{"device_id":true}])");
        QCOMPARE(odd.conflicts->size(), 2);
        QCOMPARE(odd.unreadableFields,
                 1 + 1 + 2); // {}, the text, and the last one for its field and as a whole
    }

    void F34_F35_aWrongValueCostsItsFieldAlone()
    {
        const PlanCreated good = read(sample()).value();
        for (const ChangedAnswer &changed : withWrongValues(sample(), 1 << 20)) {
            const auto created = read(changed.answer);
            if (!created) {
                QCOMPARE(changed.path, u"backup_id"_s);
                QVERIFY(!created.error().what().isEmpty());
                QVERIFY(read(changed.answer, DryRun::Yes).has_value());
                continue;
            }
            QStringList touched = differences(*created, good);
            touched.removeAll(changed.path.section(u'.', 0, 0));
            QVERIFY2(touched.isEmpty(), qPrintable(changed.path + u": " + touched.join(u' ')));
        }
    }

    void unknownFieldsAreKept()
    {
        for (const ChangedAnswer &changed : withUnknownFields(sample())) {
            const auto created = read(changed.answer);
            QVERIFY(created.has_value());
            QVERIFY(differences(*created, read(sample()).value()).isEmpty());
            QCOMPARE(created->otherFields.size(), 1);
            QCOMPARE(created->otherFields.constFirst().path.section(u'.', -1), unknownFieldName());
        }
    }
};

QTEST_GUILESS_MAIN(TestPlanCreated)
#include "tst_plancreated.moc"
