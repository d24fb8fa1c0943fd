// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/apierror.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int kinds = static_cast<int>(ErrorKind::ServerFailed) + 1;

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

QTEST_GUILESS_MAIN(TestApiError)
#include "tst_apierror.moc"
