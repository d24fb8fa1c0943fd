// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/builtinviews.h"

#include <QCoreApplication>

#include <array>

namespace {

/// Context of name: "BuiltInViews".
struct BuiltInView
{
    const char *id;
    const char *name;
    const char *query;
    const char *sortColumn;
    Qt::SortOrder sortOrder;
};

constexpr std::array builtIns{
    // every state that wants somebody to look and of which nobody knows yet, the worst on top
    BuiltInView{"morning-check", QT_TRANSLATE_NOOP("BuiltInViews", "Morning check"),
                "health:failing,never,stale,late,offline,unknown known:none", "health", Qt::AscendingOrder},
    BuiltInView{"never-backed-up", QT_TRANSLATE_NOOP("BuiltInViews", "Never backed up"), "health:never,new",
                "company_name", Qt::AscendingOrder},
    // the limit of this state is a week unless the person set another one
    BuiltInView{"offline-over-a-week", QT_TRANSLATE_NOOP("BuiltInViews", "Offline over a week"),
                "health:offline", "last_backup", Qt::AscendingOrder},
    // which version is old is not stated by IDrive: the oldest stand on top
    BuiltInView{"old-agents", QT_TRANSLATE_NOOP("BuiltInViews", "Old agents"), "-health:unmanaged", "version",
                Qt::AscendingOrder},
};

} // namespace

QList<SavedView> builtInViews()
{
    QList<SavedView> views;
    for (const BuiltInView &row : builtIns)
        views.append({.id = QString::fromLatin1(row.id),
                      .name = QCoreApplication::translate("BuiltInViews", row.name),
                      .query = QString::fromLatin1(row.query),
                      .sortColumn = QString::fromLatin1(row.sortColumn),
                      .sortOrder = row.sortOrder,
                      .isBuiltIn = true});
    return views;
}
