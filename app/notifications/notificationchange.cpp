// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/notificationchange.h"

#include "app/base/visibletext.h"
#include "app/notifications/notificationrequests.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

// The context of the words for translators.
struct NotificationChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(NotificationChange)
};

constexpr qsizetype mostAddressesNamed = 3;

Result<ChangeAnswer> readAnswer(const QJsonDocument &answer)
{
    return setNotification({}, {}).read(answer).map([](const NotificationAnswer &) {
        return ChangeAnswer{.sentence = NotificationChangeWords::tr("set")};
    });
}

} // namespace

QString NotificationChange::kind() const
{
    return u"notification"_s;
}

QString NotificationChange::title() const
{
    return NotificationChangeWords::tr("E-mail notification");
}

ChangeSubject::Read NotificationChange::reader() const
{
    return readAnswer;
}

std::optional<ChangeAnswer> NotificationChange::doneBy(const ApiError &refusal,
                                                       const ChangeRecord & /*change*/) const
{
    if (!isAlreadySo(refusal))
        return std::nullopt;
    return ChangeAnswer{.sentence = NotificationChangeWords::tr("was already set like this")};
}

NewChange newNotification(const NotifiedDevice &device, const NotificationRule &rule)
{
    return {.kind = NotificationChange().kind(),
            .target = device.name.isEmpty() ? device.key.device.text() : device.name,
            .place = device.company,
            .request = ChangeRequest::of(setNotification(device.key.device, rule)),
            .facts = {}};
}

QString notificationText(const NotificationRule &rule)
{
    const QString set = visibleText(label(rule.set));
    const QStringList emails = emailsToSend(rule.frequency, rule.emails);
    if (emails.isEmpty())
        return NotificationChangeWords::tr("%1: %2").arg(set, label(rule.frequency));
    QString to = emails.first(std::min(emails.size(), mostAddressesNamed)).join(u", "_s);
    if (emails.size() > mostAddressesNamed)
        to = NotificationChangeWords::tr("%1 and %2 more")
                 .arg(to, QLocale().toString(emails.size() - mostAddressesNamed));
    return NotificationChangeWords::tr("%1: %2, to %3").arg(set, label(rule.frequency), visibleText(to));
}
