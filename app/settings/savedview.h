// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

struct ViewColumn
{
    QString column{}; ///< The grid's own word for it, e.g. "last_success".
    int width = 0; ///< In device-independent pixels; 0: as wide as the grid makes it.

    friend bool operator==(const ViewColumn &, const ViewColumn &) = default;
};

/// A named way to look at the devices: a query, columns in their order, a sort.
struct SavedView
{
    QString id{}; ///< Given by Steward; never changes.
    QString name{};
    QString query{}; ///< As in the query box; empty: all devices.
    QList<ViewColumn> columns{}; ///< From the left. Empty: the columns stay as they are.
    /// Columns that are taken away. One that is in neither list was not there when the view was saved: it is as at first. nullopt: the
    /// view does not say, and shows none but its own.
    std::optional<QStringList> hidden{};
    QString sortColumn{}; ///< Empty: the sort stays as it is.
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    bool isBuiltIn = false;
    bool isHidden = false; ///< Of built-in ones only.

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/// How much a view may hold, wherever it comes from. Texts in UTF-16 units.
namespace viewlimit {
inline constexpr qsizetype nameLength = 80;
inline constexpr qsizetype queryLength = 2000;
inline constexpr qsizetype columnCount = 64;
inline constexpr qsizetype columnNameLength = 64;
inline constexpr int columnWidth = 4000;
inline constexpr qsizetype viewCount = 500;
} // namespace viewlimit

/// \a text as a view's name: one line, no blanks around it, nothing unseen in it, not too long. May be empty.
QString viewName(const QString &text);

/// \a view as JSON, without its id.
QJsonObject viewToJson(const SavedView &view);

/// Reads a view that anybody may have written. Nothing when a field has the wrong type or holds too much, or the query holds
/// control characters. Fields that are not known are added to \a unknown and have no effect.
std::optional<SavedView> viewFromJson(const QJsonObject &object, QStringList &unknown);
