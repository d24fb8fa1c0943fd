// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/errorenvelope.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(ErrorKind)

class TestErrorEnvelope : public QObject
{
    Q_OBJECT

private slots:
    void eachDocumentedTypeHasItsKind_data();
    void eachDocumentedTypeHasItsKind();
    void F28_innerTypeTellsAMissingRightFromAWrongKey();
    void F27_anyOther401IsAboutTheKey();
    void statusDecidesWhereNoTypeDoes_data();
    void statusDecidesWhereNoTypeDoes();
    void F29_allInnerErrorsAndTheirFieldsAreKept();
    void F31_envelopeUnderStatus200IsAnError();
    void honestAnswersAreNoErrors();
    void wordsOfTheServerAreBoundedAndPlain();
    void damagedEnvelopesDoNoHarm();
};

void TestErrorEnvelope::eachDocumentedTypeHasItsKind_data()
{
    QTest::addColumn<QByteArray>("inner");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");

    const auto row = [](const char *inner, const char *base, int status, ErrorKind kind) {
        QTest::newRow(inner) << QByteArray(inner) << QByteArray(base) << status << kind;
    };
    // API document, "Error Types", line by line
    row("missing_authorization_header", "authentication_failed", 401, ErrorKind::KeyRefused);
    row("malformed_authorization_header", "authentication_failed", 401, ErrorKind::KeyRefused);
    row("admin_company_not_active", "invalid_state", 400, ErrorKind::AccountInactive);
    row("admin_not_active", "invalid_state", 400, ErrorKind::AccountInactive);
    row("insufficient_privileges", "authentication_failed", 401, ErrorKind::NotAllowed);
    row("access_restricted", "invalid_request", 400, ErrorKind::AccessRestricted);
    row("processing_fault", "processing_fault", 500, ErrorKind::NotUnderstood);
    row("internal_error", "internal_error", 500, ErrorKind::ServerFailed);
    row("entity_creation_failed", "internal_error", 500, ErrorKind::NotCreated);
    row("entity_not_found", "entity_not_found", 400, ErrorKind::NotFound);
    row("invalid_request", "invalid_request", 400, ErrorKind::Refused);
    row("invalid_parameter", "invalid_parameter", 400, ErrorKind::WrongValue);
    row("same_state", "same_state", 400, ErrorKind::WasSoAlready);
    row("dependency_exception", "dependency_exception", 429, ErrorKind::ServiceBehind);
    row("a_new_one", "invalid_state", 400, ErrorKind::Refused);
    row("a_newer_one", "entity_not_found", 400, ErrorKind::NotFound);
    row("a_newest_one", "of_a_new_base", 400, ErrorKind::Refused);
}

void TestErrorEnvelope::eachDocumentedTypeHasItsKind()
{
    QFETCH(const QByteArray, inner);
    QFETCH(const QByteArray, base);
    QFETCH(const int, status);

    const QByteArray body = R"({"ok":false,"type":")" + base + R"(","message":"m","code":)"
        + QByteArray::number(status) + R"(,"errors":[{"type":")" + inner + R"(","message":"why"}]})";
    const ApiError error = errorFromAnswer(status, "application/json", body);
    QTEST(error.kind, "kind");
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.serverType, QString::fromLatin1(base));

    // the inner errors are optional: the base type says it alone
    const ApiError baseOnly = errorFromAnswer(status, "application/json", R"({"type":")" + inner + R"("})");
    QVERIFY(baseOnly.errors.isEmpty());
    if (inner != "a_newer_one")
        QTEST(baseOnly.kind, "kind");
}

void TestErrorEnvelope::F28_innerTypeTellsAMissingRightFromAWrongKey()
{
    const ApiError error = errorFromAnswer(
        401, "application/json",
        R"({"type":"authentication_failed","code":401,"errors":[{"type":"insufficient_privileges","message":"no"}]})");
    QCOMPARE(error.kind, ErrorKind::NotAllowed);
}

void TestErrorEnvelope::F27_anyOther401IsAboutTheKey()
{
    for (const char *body :
         {R"({"type":"authentication_failed","code":401})", R"({"type":"something_new"})", "", "[]",
          "Unauthorized", "<html>401</html>", R"({"errors":[{"type":"entity_not_found"}]})"})
        QCOMPARE(errorFromAnswer(401, "application/json", body).kind, ErrorKind::KeyRefused);
}

void TestErrorEnvelope::statusDecidesWhereNoTypeDoes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("plain");
    QTest::addColumn<ErrorKind>("html");

    const auto row = [](int status, ErrorKind plain, ErrorKind html) {
        QTest::addRow("%d", status) << status << plain << html;
    };
    row(204, ErrorKind::ServerFailed, ErrorKind::ServerFailed);
    row(206, ErrorKind::ServerFailed, ErrorKind::ServerFailed);
    row(302, ErrorKind::Redirected, ErrorKind::Redirected);
    row(400, ErrorKind::Refused, ErrorKind::NotTheApi);
    row(403, ErrorKind::Refused, ErrorKind::NotTheApi);
    row(404, ErrorKind::NotFound, ErrorKind::NotTheApi);
    row(407, ErrorKind::ProxyRefused, ErrorKind::ProxyRefused);
    row(408, ErrorKind::TimedOut, ErrorKind::TimedOut);
    row(405, ErrorKind::Refused, ErrorKind::NotTheApi);
    row(409, ErrorKind::Refused, ErrorKind::NotTheApi);
    row(413, ErrorKind::Refused, ErrorKind::NotTheApi);
    row(415, ErrorKind::Refused, ErrorKind::NotTheApi);
    row(422, ErrorKind::Refused, ErrorKind::NotTheApi);
    row(429, ErrorKind::TooManyRequests, ErrorKind::TooManyRequests);
    row(500, ErrorKind::ServerFailed, ErrorKind::ServerFailed);
    row(501, ErrorKind::ServerFailed, ErrorKind::ServerFailed);
    row(502, ErrorKind::Unavailable, ErrorKind::Unavailable);
    row(503, ErrorKind::Unavailable, ErrorKind::Unavailable);
    row(504, ErrorKind::Unavailable, ErrorKind::Unavailable);
    row(511, ErrorKind::NotTheApi, ErrorKind::NotTheApi);
    row(999, ErrorKind::ServerFailed, ErrorKind::ServerFailed);
}

void TestErrorEnvelope::statusDecidesWhereNoTypeDoes()
{
    QFETCH(const int, status);
    QTEST(errorFromAnswer(status, "text/plain", "no").kind, "plain");
    QCOMPARE(errorFromAnswer(status, "text/plain", "no").serverMessage, u"no"_s);
    QTEST(errorFromAnswer(status, "text/html; charset=utf-8", "no").kind, "html");
    QTEST(errorFromAnswer(status, "application/json", " \r\n<!DOCTYPE html>").kind, "html");
    QVERIFY(errorFromAnswer(status, "text/html", "<p>page</p>").serverMessage.isEmpty());
}

void TestErrorEnvelope::F29_allInnerErrorsAndTheirFieldsAreKept()
{
    const ApiError error =
        errorFromAnswer(400, "application/json", R"({"type":"invalid_parameter","message":"base",
        "errors":[{"type":"invalid_parameter","field":"name","message":"too long"},
                  {"type":"entity_not_found","field":"device_id","message":"gone"},
                  {"type":"same_state","message":"was so"}, "no object", 7]})");
    const QList<FieldError> expected{{u"invalid_parameter"_s, u"name"_s, u"too long"_s},
                                     {u"entity_not_found"_s, u"device_id"_s, u"gone"_s},
                                     {u"same_state"_s, QString(), u"was so"_s}};
    QCOMPARE(error.errors, expected);
    QVERIFY(error.quotation().contains(u"device_id"_s));
}

void TestErrorEnvelope::F31_envelopeUnderStatus200IsAnError()
{
    const auto errorIn = [](const char *json) {
        return errorInObject(QJsonDocument::fromJson(json).object());
    };

    QCOMPARE(errorIn(R"({"type":"entity_not_found","code":400})")->kind, ErrorKind::NotFound);
    QCOMPARE(errorIn(R"({"type":"entity_not_found","code":400})")->httpStatus, 400);
    QCOMPARE(errorIn(R"({"ok":false,"type":"authentication_failed","code":401})")->kind,
             ErrorKind::KeyRefused);
    QCOMPARE(errorIn(R"({"ok":false,"type":"dependency_exception","code":"429"})")->kind,
             ErrorKind::ServiceBehind);
    QCOMPARE(errorIn(R"({"ok":false,"code":500})")->kind, ErrorKind::ServerFailed);
    QCOMPARE(errorIn(R"({"ok":false})")->kind, ErrorKind::Refused);
    QCOMPARE(errorIn(R"({"ok":false})")->httpStatus, 200);
    QCOMPARE(errorIn(R"({"ok":false,"code":1e300})")->httpStatus, 200);
}

void TestErrorEnvelope::honestAnswersAreNoErrors()
{
    for (const char *json : {R"({"name":"default","company_id":1})", R"({"ok":true})", R"({"type":"x"})",
                             R"({"code":1})", R"({"ok":"false"})", "{}"})
        QVERIFY2(!errorInObject(QJsonDocument::fromJson(json).object()), json);
}

void TestErrorEnvelope::wordsOfTheServerAreBoundedAndPlain()
{
    const QByteArray message = "a\\u0000b\\u001b[31mc\\nd\\u0085e" + QByteArray(100'000, 'x');
    const ApiError error = errorFromAnswer(400, "application/json",
                                           R"({"type":"t","message":")" + message
                                               + R"(","errors":[{"message":")" + message + R"("}]})");
    for (const QString &kept : {error.serverMessage, error.errors.constFirst().message}) {
        QVERIFY(kept.startsWith(u"a b [31mc d ex"_s));
        QVERIFY(kept.size() <= 4097);
        QVERIFY(std::none_of(kept.begin(), kept.end(),
                             [](QChar c) { return c.category() == QChar::Other_Control; }));
    }
    // a pair is not cut in half
    const ApiError emoji =
        errorFromAnswer(500, "text/plain", "x" + QByteArray("\xF0\x9F\x98\x80").repeated(4096));
    QVERIFY(emoji.serverMessage.isValidUtf16());
}

void TestErrorEnvelope::damagedEnvelopesDoNoHarm()
{
    for (const char *body :
         {R"({"errors":7})", R"({"errors":{"type":"invalid_request"}})", R"({"errors":[null]})",
          R"({"type":[],"message":{},"errors":[{"type":{},"field":[]}]})", "{", "\xff\xfe", "null", ""}) {
        const ApiError error = errorFromAnswer(400, "application/json", body);
        QCOMPARE(error.kind, ErrorKind::Refused);
        QVERIFY(!error.what().isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestErrorEnvelope)
#include "tst_errorenvelope.moc"
