// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/apierrorfield.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct FieldWord
{
    QLatin1StringView word;
    ErrorField field;
    const char *label;
};

constexpr std::array fieldWords{
    FieldWord{"device_id"_L1, ErrorField::Device, QT_TRANSLATE_NOOP("ErrorField", "Device")},
    FieldWord{"company_id"_L1, ErrorField::Company, QT_TRANSLATE_NOOP("ErrorField", "Company")},
    FieldWord{"notification_server"_L1, ErrorField::NotificationServer,
              QT_TRANSLATE_NOOP("ErrorField", "IDrive's backup servers")},
    FieldWord{"emails"_L1, ErrorField::Emails, QT_TRANSLATE_NOOP("ErrorField", "E-mail addresses")},
    FieldWord{"backup_set"_L1, ErrorField::BackupSet, QT_TRANSLATE_NOOP("ErrorField", "Backup set")},
    FieldWord{"backup_policy"_L1, ErrorField::BackupPolicy, QT_TRANSLATE_NOOP("ErrorField", "Backup plan")},
    FieldWord{"backup_policy_schedule"_L1, ErrorField::BackupPolicySchedule,
              QT_TRANSLATE_NOOP("ErrorField", "Schedule")},
    FieldWord{"status"_L1, ErrorField::Status, QT_TRANSLATE_NOOP("ErrorField", "Status")},
    FieldWord{"name"_L1, ErrorField::Name, QT_TRANSLATE_NOOP("ErrorField", "Name")},
};

} // namespace

std::optional<ErrorField> errorFieldOf(QStringView word)
{
    const auto found = std::ranges::find_if(fieldWords, [word](const FieldWord &known) {
        return word.compare(known.word, Qt::CaseInsensitive) == 0;
    });
    return found == fieldWords.end() ? std::nullopt : std::optional(found->field);
}

QString errorFieldLabel(ErrorField field)
{
    return QCoreApplication::translate("ErrorField",
                                       std::ranges::find(fieldWords, field, &FieldWord::field)->label);
}
