// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/savedview.h"

#include "app/base/visibletext.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool isText(const QJsonValue &value, qsizetype longest)
{
    return value.isString() && value.toString().size() <= longest;
}

void noteUnknown(const QJsonObject &object, const QStringList &known, QStringList &unknown)
{
    const QStringList keys = object.keys();
    for (const QString &key : keys) {
        if (!known.contains(key) && !unknown.contains(key))
            unknown.append(key);
    }
}

std::optional<QList<ViewColumn>> columnsFromJson(const QJsonArray &array, QStringList &unknown)
{
    if (array.size() > viewlimit::columnCount)
        return std::nullopt;
    QList<ViewColumn> columns;
    QSet<QString> seen;
    for (const auto &value : array) {
        const QJsonObject object = value.toObject();
        const QJsonValue column = object.value(u"column"_s);
        const int width = object.value(u"width"_s).toInt(-1);
        if (!isText(column, viewlimit::columnNameLength) || column.toString().isEmpty() || width < 0
            || width > viewlimit::columnWidth)
            return std::nullopt;
        noteUnknown(object, {u"column"_s, u"width"_s}, unknown);
        if (!seen.contains(column.toString()))
            columns.append({column.toString(), width});
        seen.insert(column.toString());
    }
    return columns;
}

/// False: there is something else in it, or too much.
bool hiddenFromJson(const QJsonValue &value, std::optional<QStringList> &hidden)
{
    if (value.isUndefined())
        return true;
    const QJsonArray array = value.toArray();
    const bool isGood = value.isArray() && array.size() <= viewlimit::columnCount
        && std::ranges::all_of(array, [](const QJsonValue &each) {
                            return isText(each, viewlimit::columnNameLength);
                        });
    if (!isGood)
        return false;
    hidden.emplace();
    for (const auto &each : array)
        hidden->append(each.toString());
    return true;
}

bool hasControls(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

QString viewName(const QString &text)
{
    QString name = visibleText(text.simplified());
    if (name.size() > viewlimit::nameLength)
        name.truncate(viewlimit::nameLength - (name[viewlimit::nameLength - 1].isHighSurrogate() ? 1 : 0));
    return name.trimmed();
}

QJsonObject viewToJson(const SavedView &view)
{
    QJsonArray columns;
    for (const ViewColumn &column : view.columns)
        columns.append(QJsonObject{{u"column"_s, column.column}, {u"width"_s, column.width}});
    QJsonObject object{{u"name"_s, view.name}, {u"query"_s, view.query}, {u"columns"_s, columns}};
    if (view.hidden)
        object.insert(u"hidden_columns"_s, QJsonArray::fromStringList(*view.hidden));
    if (!view.sortColumn.isEmpty())
        object.insert(u"sort"_s,
                      QJsonObject{{u"column"_s, view.sortColumn},
                                  {u"descending"_s, view.sortOrder == Qt::DescendingOrder}});
    return object;
}

std::optional<SavedView> viewFromJson(const QJsonObject &object, QStringList &unknown)
{
    const QJsonValue name = object.value(u"name"_s);
    const QJsonValue query = object.value(u"query"_s);
    const QJsonValue columns = object.value(u"columns"_s);
    const QJsonValue sort = object.value(u"sort"_s);
    if (!isText(name, 4 * viewlimit::nameLength) || viewName(name.toString()).isEmpty()
        || !isText(query, viewlimit::queryLength) || hasControls(query.toString()))
        return std::nullopt;
    if ((!columns.isUndefined() && !columns.isArray()) || (!sort.isUndefined() && !sort.isObject()))
        return std::nullopt;
    noteUnknown(object, {u"id"_s, u"name"_s, u"query"_s, u"columns"_s, u"hidden_columns"_s, u"sort"_s},
                unknown);

    const auto read = columnsFromJson(columns.toArray(), unknown);
    const QJsonValue sortColumn = sort.toObject().value(u"column"_s);
    std::optional<QStringList> hidden;
    if (!read || !hiddenFromJson(object.value(u"hidden_columns"_s), hidden)
        || (sort.isObject() && !isText(sortColumn, viewlimit::columnNameLength)))
        return std::nullopt;
    noteUnknown(sort.toObject(), {u"column"_s, u"descending"_s}, unknown);
    const bool isDescending = sort.toObject().value(u"descending"_s).toBool();
    return SavedView{.name = viewName(name.toString()),
                     .query = query.toString(),
                     .columns = *read,
                     .hidden = hidden,
                     .sortColumn = sortColumn.toString(),
                     .sortOrder = isDescending ? Qt::DescendingOrder : Qt::AscendingOrder};
}
