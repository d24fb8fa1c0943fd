// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/trialwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

enum class Subject { Key, Endpoint, Nothing };

/// Context "TrialWords". An empty \a type stands for every error of its kind that has no row of its own.
struct Row
{
    ErrorKind kind;
    QLatin1StringView type; ///< Inner type of the API.
    Subject subject;
    const char *what; ///< nullptr: the error's own sentence, which names the host.
    const char *means;
    std::array<const char *, 3> steps;
};

// Steps of more than one row.
constexpr const char *copyKeyAgain =
    QT_TRANSLATE_NOOP("TrialWords", "Copy the key again, from the first to the last character.");
constexpr const char *checkAddress =
    QT_TRANSLATE_NOOP("TrialWords", "Check whether the address is that of the MSP API.");
constexpr const char *tellThem =
    QT_TRANSLATE_NOOP("TrialWords", "Copy the details and tell those who look after Steward.");

constexpr const char *checkNetwork =
    QT_TRANSLATE_NOOP("TrialWords", "Check the network of this computer, then test the key again.");
constexpr const char *later = QT_TRANSLATE_NOOP("TrialWords", "Test the key again in a few minutes.");
constexpr const char *notTried =
    QT_TRANSLATE_NOOP("TrialWords", "The key could not be tried. Nothing was stored.");

// Source: API document, "Error Types", for GET /company; then what stands in the way of any answer.
constexpr std::array rows{
    Row{ErrorKind::KeyRefused,
        "missing_authorization_header"_L1,
        Subject::Endpoint,
        QT_TRANSLATE_NOOP("TrialWords", "The key did not arrive at the server (401)."),
        QT_TRANSLATE_NOOP("TrialWords",
                          "Something on the way takes the header with the key out of the request."),
        {QT_TRANSLATE_NOOP("TrialWords", "Check the address."),
         QT_TRANSLATE_NOOP("TrialWords",
                           "Ask who looks after the proxy whether it passes the Authorization header on.")}},
    Row{ErrorKind::KeyRefused,
        "malformed_authorization_header"_L1,
        Subject::Key,
        QT_TRANSLATE_NOOP("TrialWords", "The server cannot read this key (401)."),
        QT_TRANSLATE_NOOP("TrialWords",
                          "It is not in the form of an API key. Nothing was stored, and no data was read."),
        {copyKeyAgain,
         QT_TRANSLATE_NOOP("TrialWords",
                           "Make sure that it is the API key and not a password or a configuration ID.")}},
    Row{ErrorKind::KeyRefused,
        ""_L1,
        Subject::Key,
        QT_TRANSLATE_NOOP("TrialWords", "The server refused this key (401)."),
        QT_TRANSLATE_NOOP("TrialWords",
                          "The key is mistyped, has expired, or was revoked. Nothing was stored, and no data "
                          "was read."),
        {copyKeyAgain,
         QT_TRANSLATE_NOOP("TrialWords",
                           "Look in the web console under My Account > API Keys whether it is still there."),
         QT_TRANSLATE_NOOP("TrialWords", "Make a new key there and paste it here.")}},
    Row{ErrorKind::NotAllowed,
        ""_L1,
        Subject::Key,
        QT_TRANSLATE_NOOP("TrialWords", "The key is good, but may not read the companies (401)."),
        QT_TRANSLATE_NOOP("TrialWords",
                          "The user whose key this is lacks the right. Steward needs it to show anything."),
        {QT_TRANSLATE_NOOP("TrialWords", "Ask the administrator of the account for the right."),
         QT_TRANSLATE_NOOP("TrialWords", "Or use the key of a user who has it.")}},
    Row{ErrorKind::AccountInactive,
        "admin_company_not_active"_L1,
        Subject::Nothing,
        QT_TRANSLATE_NOOP("TrialWords", "The company of this key is inactive at IDrive."),
        QT_TRANSLATE_NOOP("TrialWords",
                          "The key is good. Nothing can be read until the company is active again."),
        {QT_TRANSLATE_NOOP("TrialWords",
                           "Ask IDrive's support, or whoever pays the account, why it is inactive.")}},
    Row{ErrorKind::AccountInactive,
        ""_L1,
        Subject::Nothing,
        QT_TRANSLATE_NOOP("TrialWords", "The user of this key is inactive at IDrive."),
        QT_TRANSLATE_NOOP("TrialWords",
                          "The key is good. Nothing can be read until the user is active again."),
        {QT_TRANSLATE_NOOP("TrialWords", "Ask another administrator of the account to activate the user."),
         QT_TRANSLATE_NOOP("TrialWords", "Or use the key of an active user.")}},
    Row{ErrorKind::AccessRestricted,
        ""_L1,
        Subject::Nothing,
        QT_TRANSLATE_NOOP("TrialWords", "IDrive has restricted the access of this account."),
        QT_TRANSLATE_NOOP("TrialWords", "The key is good. The reason is in the server's words below."),
        {QT_TRANSLATE_NOOP("TrialWords",
                           "Ask the administrator of the account or IDrive's support to lift it.")}},
    Row{ErrorKind::WrongValue,
        ""_L1,
        Subject::Nothing,
        QT_TRANSLATE_NOOP("TrialWords", "The server does not accept the question for the company."),
        QT_TRANSLATE_NOOP("TrialWords", "The key was not refused. Nothing was stored."),
        {checkAddress, tellThem}},
    Row{ErrorKind::NotFound,
        ""_L1,
        Subject::Endpoint,
        QT_TRANSLATE_NOOP("TrialWords", "The server knows no company for this key."),
        QT_TRANSLATE_NOOP("TrialWords",
                          "The address may be that of another service, or its path is not complete."),
        {QT_TRANSLATE_NOOP("TrialWords", "Check the address: IDrive's ends with /api/msp."),
         QT_TRANSLATE_NOOP("TrialWords", "Try the key of another user.")}},
    Row{ErrorKind::Refused,
        ""_L1,
        Subject::Nothing,
        QT_TRANSLATE_NOOP("TrialWords", "The server refused the question for the company."),
        QT_TRANSLATE_NOOP("TrialWords", "What it says is below. Nothing was stored."),
        {checkAddress, tellThem}},
    Row{ErrorKind::NotConnected, ""_L1, Subject::Nothing, nullptr, notTried, {checkNetwork, checkAddress}},
    Row{ErrorKind::HostNotFound,
        ""_L1,
        Subject::Endpoint,
        nullptr,
        notTried,
        {QT_TRANSLATE_NOOP("TrialWords", "Check the spelling of the address."), checkNetwork}},
    Row{ErrorKind::TimedOut, ""_L1, Subject::Nothing, nullptr, notTried, {later, checkNetwork}},
    Row{ErrorKind::CutShort, ""_L1, Subject::Nothing, nullptr, notTried, {checkNetwork}},
    Row{ErrorKind::NotTheApi,
        ""_L1,
        Subject::Endpoint,
        nullptr,
        notTried,
        {QT_TRANSLATE_NOOP("TrialWords", "Sign in to this network in a browser, then test the key again."),
         checkAddress}},
    Row{ErrorKind::Unreadable, ""_L1, Subject::Endpoint, nullptr, notTried, {checkAddress, later}},
    Row{ErrorKind::Unavailable, ""_L1, Subject::Nothing, nullptr, notTried, {later}},
    Row{ErrorKind::ServerFailed, ""_L1, Subject::Nothing, nullptr, notTried, {later}},
    Row{ErrorKind::ProxyRefused,
        ""_L1,
        Subject::Nothing,
        nullptr,
        QT_TRANSLATE_NOOP("TrialWords",
                          "The key could not be tried. Nothing was sent to IDrive, and nothing was stored."),
        {QT_TRANSLATE_NOOP("TrialWords", "Sign in to the proxy: the key is then tested again.")}},
    Row{ErrorKind::ProxyFailed,
        ""_L1,
        Subject::Nothing,
        nullptr,
        notTried,
        {checkNetwork, QT_TRANSLATE_NOOP("TrialWords", "Check the proxy: Account > Settings… > Proxy.")}},
};

QString trialText(const char *text)
{
    return QCoreApplication::translate("TrialWords", text);
}

const Row *rowOf(const ApiError &error)
{
    const auto fits = [&error](const Row &row) {
        const auto isType = [&row](const FieldError &inner) {
            return inner.type == row.type;
        };
        return row.kind == error.kind
            && (row.type.isEmpty() || std::ranges::any_of(error.errors, isType)
                || error.serverType == row.type);
    };
    const auto found = std::ranges::find_if(rows, fits);
    return found == rows.end() ? nullptr : &*found;
}

bool isAboutTheWay(ErrorKind kind)
{
    return kind == ErrorKind::HostNotFound || kind == ErrorKind::TlsRefused || kind == ErrorKind::NotTheApi
        || kind == ErrorKind::Redirected || kind == ErrorKind::Unreadable;
}

} // namespace

TrialWords trialWords(const ApiError &error)
{
    const Row *row = rowOf(error);
    if (!row)
        return {.what = error.what(),
                .means = trialText(notTried),
                .steps = {error.advice()},
                .isAboutEndpoint = isAboutTheWay(error.kind)};
    TrialWords said{.what = row->what ? trialText(row->what) : error.what(),
                    .means = trialText(row->means),
                    .steps = {},
                    .isAboutKey = row->subject == Subject::Key,
                    .isAboutEndpoint = row->subject == Subject::Endpoint};
    for (const char *step : row->steps) {
        if (step)
            said.steps << trialText(step);
    }
    return said;
}
