// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountjson.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

// What a person types; a file that says more was not written by Steward.
constexpr qsizetype longestName = 200;

struct ColourWord
{
    AccountColour colour;
    QLatin1StringView word;
};
constexpr std::array colourWords{
    ColourWord{AccountColour::None, "none"_L1},     ColourWord{AccountColour::Blue, "blue"_L1},
    ColourWord{AccountColour::Teal, "teal"_L1},     ColourWord{AccountColour::Green, "green"_L1},
    ColourWord{AccountColour::Ochre, "ochre"_L1},   ColourWord{AccountColour::Red, "red"_L1},
    ColourWord{AccountColour::Violet, "violet"_L1}, ColourWord{AccountColour::Grey, "grey"_L1}};

AccountColour colourOf(const QString &word)
{
    const auto found = std::ranges::find(colourWords, word, &ColourWord::word);
    return found == colourWords.end() ? AccountColour::None : found->colour;
}

} // namespace

QJsonObject accountToJson(const Account &account)
{
    return {{u"id"_s, account.id.text()},
            {u"name"_s, account.name},
            {u"endpoint"_s, QString::fromUtf8(account.endpoint.url().toEncoded())},
            {u"colour"_s, std::ranges::find(colourWords, account.colour, &ColourWord::colour)->word},
            {u"read_only"_s, account.isReadOnly},
            {u"key_in_keyring"_s, account.keyPlace == KeyPlace::Keyring},
            {u"open"_s, account.opensAtStart},
            {u"company_id"_s, account.company.text()},
            {u"company_name"_s, account.companyName}};
}

std::optional<Account> accountFromJson(const QJsonObject &object)
{
    const auto text = [&object](const QString &key) {
        return object.value(key).toString().left(longestName);
    };
    const auto endpoint = Endpoint::parse(object.value(u"endpoint"_s).toString());
    if (text(u"id"_s).isEmpty() || !endpoint)
        return std::nullopt;
    return Account{.id = AccountId(text(u"id"_s)),
                   .name = text(u"name"_s),
                   .endpoint = *endpoint,
                   .colour = colourOf(text(u"colour"_s)),
                   // where it is not clear what is allowed, less is
                   .isReadOnly = object.value(u"read_only"_s).toBool(object.contains(u"read_only"_s)),
                   .keyPlace =
                       object.value(u"key_in_keyring"_s).toBool() ? KeyPlace::Keyring : KeyPlace::ThisSession,
                   .opensAtStart = object.value(u"open"_s).toBool(true),
                   .company = CompanyId(text(u"company_id"_s)),
                   .companyName = text(u"company_name"_s)};
}
