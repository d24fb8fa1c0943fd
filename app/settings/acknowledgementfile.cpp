// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/acknowledgementfile.h"

using namespace Qt::StringLiterals;

AcknowledgementFile::AcknowledgementFile(const QString &profile)
    : m_file(profile, u"acknowledgements.json"_s), m_troubleAtStart(m_file.load())
{ }

QJsonArray AcknowledgementFile::list() const
{
    return m_file.content().value(u"acknowledgements"_s).toArray();
}

std::optional<ProfileTrouble> AcknowledgementFile::apply(const std::function<void(QJsonArray &)> &change)
{
    return m_file.apply([change](QJsonObject &object) {
        QJsonArray entries = object.value(u"acknowledgements"_s).toArray();
        change(entries);
        object.insert(u"acknowledgements"_s, entries);
    });
}
