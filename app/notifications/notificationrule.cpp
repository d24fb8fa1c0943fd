// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/notificationrule.h"

#include "app/base/sentname.h"
#include "app/base/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAddress = 254; // RFC 5321, 4.5.3.1.3, less the two brackets
constexpr qsizetype longestLocalPart = 64; // RFC 5321, 4.5.3.1.1

QString tr(const char *sentence)
{
    return QCoreApplication::translate("NotificationRule", sentence);
}

// The dots of a host or of the part before the '@' stand between something.
bool hasEmptyPart(const QString &dotted)
{
    return dotted.isEmpty() || dotted.startsWith(u'.') || dotted.endsWith(u'.') || dotted.contains(".."_L1);
}

bool isHostName(const QString &host)
{
    if (hasEmptyPart(host) || !host.contains(u'.'))
        return false;
    const QStringList labels = host.split(u'.');
    return std::ranges::all_of(labels, [](const QString &label) {
        const bool isSpelled = std::ranges::all_of(label, [](QChar c) {
            return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'-';
        });
        return isSpelled && !label.startsWith(u'-') && !label.endsWith(u'-');
    });
}

} // namespace

QString emailFault(const QString &address)
{
    const QString email = address.trimmed();
    static constexpr QStringView separators = u",;<>()[]\"\\:";
    const auto isForeign = [](QChar c) {
        return c.isSpace() || separators.contains(c);
    };
    if (email.isEmpty())
        return tr(QT_TRANSLATE_NOOP("NotificationRule", "An address is empty."));
    if (unsendableCharacter(email))
        return tr(QT_TRANSLATE_NOOP("NotificationRule",
                                    "The address holds a character that cannot be seen. Type it anew."));
    if (std::ranges::any_of(email, isForeign))
        return tr(QT_TRANSLATE_NOOP("NotificationRule",
                                    "“%1” is not one address: it holds a blank or a separator."))
            .arg(email);
    if (email.count(u'@') != 1)
        return tr(QT_TRANSLATE_NOOP("NotificationRule", "“%1” is no address: it needs one @.")).arg(email);
    const QString local = email.section(u'@', 0, 0);
    if (hasEmptyPart(local))
        return tr(QT_TRANSLATE_NOOP("NotificationRule", "“%1” lacks the name before the @.")).arg(email);
    if (!isHostName(email.section(u'@', 1)))
        return tr(QT_TRANSLATE_NOOP("NotificationRule",
                                    "“%1” lacks a full domain behind the @, such as example.com."))
            .arg(email);
    if (email.size() > longestAddress || local.size() > longestLocalPart)
        return tr(QT_TRANSLATE_NOOP("NotificationRule", "“%1…” is longer than an address can be."))
            .arg(email.first(longestLocalPart / 2));
    return {};
}

QList<RuleFault> ruleFaults(const NotificationRule &rule)
{
    QList<RuleFault> faults;
    if (rule.set.word().trimmed().isEmpty())
        faults.append({.field = RuleField::Set,
                       .sentence = tr(QT_TRANSLATE_NOOP("NotificationRule", "Choose a backup set."))});
    if (rule.frequency == MailFrequency::Never)
        return faults;
    for (qsizetype i = 0; i < rule.emails.size(); ++i) {
        const QString sentence = rule.emails[i].trimmed().isEmpty() ? QString() : emailFault(rule.emails[i]);
        if (!sentence.isEmpty())
            faults.append({.field = RuleField::Emails, .email = i, .sentence = sentence});
    }
    if (emailsToSend(rule.frequency, rule.emails).isEmpty())
        faults.append({.field = RuleField::Emails,
                       .sentence = tr(QT_TRANSLATE_NOOP("NotificationRule",
                                                        "Name at least one address, or choose Never."))});
    return faults;
}

QStringList emailsToSend(MailFrequency frequency, const QStringList &typed)
{
    QStringList emails;
    if (frequency == MailFrequency::Never)
        return emails;
    for (const QString &address : typed) {
        const QString email = address.trimmed();
        if (!email.isEmpty() && !emails.contains(email, Qt::CaseInsensitive))
            emails.append(email);
    }
    return emails;
}

QString sentText(const NotificationRule &rule)
{
    const QStringList emails = emailsToSend(rule.frequency, rule.emails);
    return emails.isEmpty()
        ? label(rule.frequency)
        : QCoreApplication::translate("NotificationRule", "%1, to %2", "how often, and to whom")
              .arg(label(rule.frequency), visibleText(emails.join(u", "_s)));
}
