// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/forgottenaccount.h"

#include "app/settings/profilefile.h"
#include "app/settings/settings.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

// A file that is not there, or that cannot be read, is left as it is.
void change(const QString &profile, const QString &name, const ProfileFile::Change &changing)
{
    ProfileFile file(profile, name);
    if (QFileInfo::exists(file.path()) && !file.load())
        file.apply(changing);
}

bool isOf(const AccountId &account, const QJsonValue &entry)
{
    return entry.toObject().value(u"account"_s).toString() == account.text();
}

QJsonArray withoutThoseOf(const AccountId &account, const QJsonArray &all)
{
    QJsonArray kept;
    for (const auto &entry : all) {
        if (!isOf(account, entry))
            kept.append(QJsonValue(entry));
    }
    return kept;
}

/// Nothing is saved where nothing is known of it.
void forgetIn(Settings &settings, const AccountId &account)
{
    const QString &name = account.text();
    if (settings.value(setting::dryRunVerdicts).toObject().contains(name))
        settings.change(setting::dryRunVerdicts, [name](QJsonObject &verdicts) { verdicts.remove(name); });
    const QJsonObject limits = settings.value(setting::healthLimits).toObject();
    const QJsonArray companies = limits.value(u"companies"_s).toArray();
    if (!limits.value(u"accounts"_s).toObject().contains(name)
        && withoutThoseOf(account, companies).size() == companies.size())
        return;
    settings.change(setting::healthLimits, [account](QJsonObject &all) {
        QJsonObject accounts = all.value(u"accounts"_s).toObject();
        accounts.remove(account.text());
        all.insert(u"accounts"_s, accounts);
        all.insert(u"companies"_s, withoutThoseOf(account, all.value(u"companies"_s).toArray()));
    });
}

} // namespace

void forgetAccount(const QString &profile, Settings &settings, const AccountId &account)
{
    forgetIn(settings, account);
    if (profile.isEmpty())
        return;
    change(profile, u"views.json"_s, [account](QJsonObject &object) {
        QJsonObject accounts = object.value(u"accounts"_s).toObject();
        accounts.remove(account.text());
        object.insert(u"accounts"_s, accounts);
    });
    change(profile, u"acknowledgements.json"_s, [account](QJsonObject &object) {
        object.insert(u"acknowledgements"_s,
                      withoutThoseOf(account, object.value(u"acknowledgements"_s).toArray()));
    });
}
