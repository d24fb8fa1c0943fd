// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/trialwords.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

ApiError refusal(ErrorKind kind, int status, const QString &base, const QString &inner)
{
    ApiError error{.kind = kind, .fate = Fate::Answered, .httpStatus = status, .serverType = base};
    if (!inner.isEmpty())
        error.errors.append({.type = inner});
    return error;
}

} // namespace

/// Each refusal that GET /company may meet has its own words and its own next step.
class TestTrialWords : public QObject
{
    Q_OBJECT

private slots:
    void eachRefusalHasItsOwn()
    {
        const QList<ApiError> refusals{
            refusal(ErrorKind::KeyRefused, 401, u"authentication_failed"_s, {}),
            refusal(ErrorKind::KeyRefused, 401, u"authentication_failed"_s,
                    u"missing_authorization_header"_s),
            refusal(ErrorKind::KeyRefused, 401, u"authentication_failed"_s,
                    u"malformed_authorization_header"_s),
            refusal(ErrorKind::NotAllowed, 401, u"authentication_failed"_s, u"insufficient_privileges"_s),
            refusal(ErrorKind::AccountInactive, 400, u"invalid_state"_s, u"admin_not_active"_s),
            refusal(ErrorKind::AccountInactive, 400, u"invalid_state"_s, u"admin_company_not_active"_s),
            refusal(ErrorKind::AccessRestricted, 400, u"invalid_request"_s, u"access_restricted"_s),
            refusal(ErrorKind::WrongValue, 400, u"invalid_request"_s, u"invalid_parameter"_s),
            refusal(ErrorKind::NotFound, 400, u"invalid_request"_s, u"entity_not_found"_s),
            refusal(ErrorKind::Refused, 400, u"invalid_request"_s, {})};
        QSet<QString> whats;
        QSet<QString> firstSteps;
        for (const ApiError &error : refusals) {
            const TrialWords said = trialWords(error);
            QVERIFY2(!said.means.isEmpty() && !said.steps.isEmpty(), qPrintable(said.what));
            whats.insert(said.what);
            firstSteps.insert(said.steps.join(u'\n'));
        }
        QCOMPARE(whats.size(), refusals.size());
        QVERIFY(firstSteps.size() >= refusals.size() - 1);
    }

    void troubleOnTheWayIsNotBlamedOnTheKey()
    {
        const TrialWords said = trialWords({.kind = ErrorKind::HostNotFound, .host = u"api.example"_s});
        QVERIFY(!said.isAboutKey);
        QVERIFY(said.isAboutEndpoint);
        QVERIFY(said.what.contains(u"api.example"_s));
    }

    void beforeAnythingWasReadNothingStays()
    {
        for (const ErrorKind kind :
             {ErrorKind::NotConnected, ErrorKind::HostNotFound, ErrorKind::TlsRefused, ErrorKind::TimedOut,
              ErrorKind::CutShort, ErrorKind::NotTheApi, ErrorKind::Redirected, ErrorKind::Unreadable,
              ErrorKind::Unavailable, ErrorKind::ServerFailed, ErrorKind::ProxyRefused,
              ErrorKind::ProxyFailed}) {
            const TrialWords said = trialWords({.kind = kind, .host = u"api.example"_s});
            const QString all = said.what + said.means + said.steps.join(u' ');
            QVERIFY2(!all.contains(u"was read"_s) && !said.isAboutKey, qPrintable(all));
            QVERIFY2(!said.steps.isEmpty(), qPrintable(all));
        }
    }
};

QTEST_GUILESS_MAIN(TestTrialWords)
#include "tst_trialwords.moc"
