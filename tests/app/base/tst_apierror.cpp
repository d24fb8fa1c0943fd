// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/apierror.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int kinds = static_cast<int>(ErrorKind::ProxyFailed) + 1;

ApiError errorOfKind(int kind)
{
    return {.kind = static_cast<ErrorKind>(kind),
            .httpStatus = 418,
            .host = u"api.example:8443"_s,
            .position = 61};
}

} // namespace

class TestApiError : public QObject
{
    Q_OBJECT

private slots:
    void eachKindHasItsOwnWords();
    void noPlaceIsLeftUnfilled();
    void unknownFactsAreSaidToBeUnknown();
    void theQuotationHoldsAllOfIt();
    void aChangeSaysWhatIsKnownOfIt();
    void F29_eachFieldIsKnown_data();
    void F29_eachFieldIsKnown();
};

void TestApiError::eachKindHasItsOwnWords()
{
    QSet<QString> sentences;
    QSet<QString> advices;
    for (int kind = 0; kind < kinds; ++kind) {
        const ApiError error = errorOfKind(kind);
        QVERIFY2(error.what().endsWith(u'.'), qPrintable(error.what()));
        QVERIFY2(error.advice().endsWith(u'.'), qPrintable(error.advice()));
        sentences << error.what();
        advices << error.advice();
    }
    QCOMPARE(sentences.size(), kinds);
    QCOMPARE(advices.size(), kinds);
}

void TestApiError::noPlaceIsLeftUnfilled()
{
    for (int kind = 0; kind < kinds; ++kind) {
        const ApiError error = errorOfKind(kind);
        for (const QString &text : {error.what(), error.advice()}) {
            QVERIFY2(!text.contains(u'%'), qPrintable(text));
            QVERIFY2(!text.isEmpty(), qPrintable(QString::number(kind)));
        }
    }
    QVERIFY(errorOfKind(int(ErrorKind::NotConnected)).what().contains(u"api.example:8443"_s));
    QVERIFY(errorOfKind(int(ErrorKind::Unreadable)).what().contains(u"61"_s));
    QVERIFY(errorOfKind(int(ErrorKind::ServerFailed)).what().contains(u"418"_s));
}

void TestApiError::unknownFactsAreSaidToBeUnknown()
{
    const ApiError error{.kind = ErrorKind::Unreadable};
    QVERIFY(error.what().contains(u"not known"_s));
    QVERIFY(!error.what().contains(u"-1"_s));
    QVERIFY(error.what().contains(u"The server"_s, Qt::CaseInsensitive));
}

void TestApiError::theQuotationHoldsAllOfIt()
{
    const ApiError error{.kind = ErrorKind::Refused,
                         .serverType = u"invalid_parameter"_s,
                         .serverMessage = u"base"_s,
                         .errors = {{u"invalid_parameter"_s, u"name"_s, u"too long"_s},
                                    {u"same_state"_s, QString(), u"was so"_s}}};
    QCOMPARE(error.quotation(),
             u"invalid_parameter: base\ninvalid_parameter (name): too long\nsame_state: was so"_s);
    QCOMPARE(ApiError().quotation(), QString());
    QCOMPARE((ApiError{.serverMessage = u"Connection refused"_s}).quotation(), u"Connection refused"_s);
}

void TestApiError::aChangeSaysWhatIsKnownOfIt()
{
    for (int kind = 0; kind < kinds; ++kind) {
        ApiError error = errorOfKind(kind);
        const QString afterRead = error.advice();
        error.isWrite = true;
        QSet<QString> advices{afterRead};
        for (const Fate fate : {Fate::NotSent, Fate::Answered, Fate::Unknown}) {
            error.fate = fate;
            QVERIFY2(!error.advice().contains(u'%'), qPrintable(error.advice()));
            QVERIFY2(!error.advice().contains(u"read before"_s), qPrintable(error.advice()));
            advices << error.advice();
        }
        QCOMPARE(advices.size(), 4);
        // whoever does not know must not be told to send it again
        QVERIFY(error.advice().startsWith(u"It is not known"_s));
    }
    QCOMPARE(ApiError().fate, Fate::Unknown);
}

void TestApiError::F29_eachFieldIsKnown_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("field");

    const auto row = [](const char *word, ErrorField field) {
        QTest::newRow(word) << QString::fromLatin1(word) << int(field);
    };
    // API document, "Error Fields", line by line
    row("device_id", ErrorField::Device);
    row("company_id", ErrorField::Company);
    row("notification_server", ErrorField::NotificationServer);
    row("emails", ErrorField::Emails);
    row("backup_set", ErrorField::BackupSet);
    row("backup_policy", ErrorField::BackupPolicy);
    row("backup_policy_schedule", ErrorField::BackupPolicySchedule);
    row("status", ErrorField::Status);
    row("name", ErrorField::Name);
    row("Name", ErrorField::Name);
    row("a_new_one", ErrorField(-1));
    row("", ErrorField(-1));
}

void TestApiError::F29_eachFieldIsKnown()
{
    QFETCH(const QString, word);
    QFETCH(const int, field);
    const std::optional<ErrorField> about = FieldError{.field = word}.about();
    QCOMPARE(about ? int(*about) : -1, field);
    if (about)
        QVERIFY(!errorFieldLabel(*about).isEmpty());
}

QTEST_GUILESS_MAIN(TestApiError)
#include "tst_apierror.moc"
