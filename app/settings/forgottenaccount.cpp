// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/forgottenaccount.h"

#include "app/settings/profilefile.h"
#include "app/settings/settingtable.h"

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

} // namespace

void forgetAccount(const QString &profile, const AccountId &account)
{
    if (profile.isEmpty())
        return;
    change(profile, u"views.json"_s, [account](QJsonObject &object) {
        QJsonObject accounts = object.value(u"accounts"_s).toObject();
        accounts.remove(account.text());
        object.insert(u"accounts"_s, accounts);
    });
    change(profile, u"settings.json"_s, [account](QJsonObject &object) {
        const QString key = QString::fromLatin1(setting::dryRunVerdicts.key);
        QJsonObject verdicts = object.value(key).toObject();
        verdicts.remove(account.text());
        if (object.contains(key))
            object.insert(key, verdicts);
    });
    change(profile, u"acknowledgements.json"_s, [account](QJsonObject &object) {
        QJsonArray kept;
        const QJsonArray all = object.value(u"acknowledgements"_s).toArray();
        for (const auto &entry : all) {
            if (entry.toObject().value(u"account"_s).toString() != account.text())
                kept.append(QJsonValue(entry));
        }
        object.insert(u"acknowledgements"_s, kept);
    });
}
