// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/importmemory.h"

#include <utility>

using namespace Qt::StringLiterals;

ImportMemory::ImportMemory(const QString &profile, QString subject)
    : m_subject(std::move(subject)), m_file(profile, u"imports.json"_s)
{
    m_file.load();
}

QString ImportMemory::folder() const
{
    return own().value(u"folder"_s).toString();
}

QHash<QString, QString> ImportMemory::headings() const
{
    QHash<QString, QString> headings;
    const QJsonObject kept = own().value(u"headings"_s).toObject();
    for (auto heading = kept.begin(); heading != kept.end() && headings.size() < most; ++heading) {
        if (heading.value().isString() && heading.key().size() <= longest)
            headings.insert(heading.key(), heading.value().toString());
    }
    return headings;
}

void ImportMemory::keep(const QString &folder, const QHash<QString, QString> &headings)
{
    if (m_isOnDisk && folder == this->folder() && headings == this->headings())
        return;
    QJsonObject kept;
    for (auto heading = headings.begin(); heading != headings.end() && kept.size() < most; ++heading) {
        if (heading.key().size() <= longest)
            kept.insert(heading.key(), heading.value());
    }
    m_isOnDisk = !m_file.apply([subject = m_subject, folder, kept](QJsonObject &object) {
        object.insert(subject, QJsonObject{{u"folder"_s, folder}, {u"headings"_s, kept}});
    });
}
