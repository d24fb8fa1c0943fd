// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/queryhistory.h"

#include "app/settings/savedview.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

// Whatever the file holds, as a history.
QStringList queriesOf(const QJsonObject &object)
{
    QStringList queries;
    const QJsonArray array = object.value(u"queries"_s).toArray();
    for (const auto &value : array) {
        const QString query = value.toString();
        if (!query.isEmpty() && query.size() <= viewlimit::queryLength && !queries.contains(query)
            && queries.size() < QueryHistory::most)
            queries.append(query);
    }
    return queries;
}

} // namespace

QueryHistory::QueryHistory(const QString &profile) : m_file(profile, u"queries.json"_s)
{
    m_file.load();
}

QStringList QueryHistory::queries() const
{
    return queriesOf(m_file.content());
}

void QueryHistory::add(const QString &query)
{
    const QString cleaned = query.simplified();
    if (cleaned.isEmpty() || cleaned.size() > viewlimit::queryLength)
        return;
    m_file.apply([cleaned](QJsonObject &object) {
        QStringList queries = queriesOf(object);
        queries.removeAll(cleaned);
        queries.prepend(cleaned);
        object.insert(u"queries"_s,
                      QJsonArray::fromStringList(queries.first(std::min(most, queries.size()))));
    });
}

void QueryHistory::clear()
{
    m_file.apply([](QJsonObject &object) { object.remove(u"queries"_s); });
}
