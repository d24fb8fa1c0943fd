// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/kitcheck.h"

#include "app/enrolment/configurationid.h"
#include "app/enrolment/setuplink.h"

#include <QCoreApplication>

namespace {

struct KitCheckWords
{
    Q_DECLARE_TR_FUNCTIONS(KitCheck)
};

struct FlagSentences
{
    const char *isOnUnasked;
    const char *isOffThoughAsked;
};

constexpr FlagSentences privateEncryption{
    QT_TRANSLATE_NOOP(
        "KitCheck",
        "The configuration ID turns private encryption on, which was not asked for. IDrive does "
        "not keep that key, and its prompt stops an unattended install."),
    QT_TRANSLATE_NOOP("KitCheck",
                      "Private encryption was asked for, and the configuration ID leaves it off.")};
constexpr FlagSentences fullClient{
    QT_TRANSLATE_NOOP("KitCheck", "The configuration ID gives the full client, which was not asked for."),
    QT_TRANSLATE_NOOP("KitCheck",
                      "The full client was asked for, and the configuration ID does not give it.")};

void compareFlag(KitCheck &check, std::optional<bool> said, bool asked, const FlagSentences &sentences)
{
    if (!said)
        check.isComplete = false;
    else if (*said != asked)
        check.disagreements << KitCheckWords::tr(*said ? sentences.isOnUnasked : sentences.isOffThoughAsked);
}

void compareTokens(KitCheck &check, const QString &ofId, const QString &ofLink)
{
    if (ofId.isEmpty() || ofLink.isEmpty())
        check.isComplete = false;
    else if (ofId != ofLink)
        check.disagreements << KitCheckWords::tr(
            "The configuration ID and the setup link name different companies: a device set "
            "up with them may land in the wrong one.");
}

} // namespace

KitCheck checkedKit(const SetupKit &kit, const CompanyId &askedCompany, SetupOptions asked)
{
    KitCheck check = checkedPair(kit.configurationId, kit.setupLink);
    if (kit.company.isEmpty())
        check.isComplete = false;
    else if (kit.company != askedCompany)
        check.disagreements << KitCheckWords::tr(
                                   "The answer is for company %1, and company %2 was asked for.")
                                   .arg(kit.company.text(), askedCompany.text());
    if (const std::optional<ConfigurationId> id = decodedConfigurationId(kit.configurationId)) {
        compareFlag(check, id->encryptionRequired, asked.privateEncryption, privateEncryption);
        compareFlag(check, id->desktopAppStatus, asked.fullClient, fullClient);
    }
    return check;
}

KitCheck checkedPair(const QString &configurationId, const QString &setupLink)
{
    KitCheck check;
    const std::optional<ConfigurationId> id = decodedConfigurationId(configurationId);
    compareTokens(check, id ? id->token : QString(), readSetupLink(setupLink).token);
    return check;
}
