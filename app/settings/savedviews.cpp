// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/savedviews.h"

#include "app/settings/builtinviews.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

// The file: {"version": 1, "accounts": {ACCOUNT: [ENTRY, …]}}. An entry of the person's own is a view and its id; one of a
// built-in view is its id and whether it is hidden, so that a newer Steward's better query comes through.

namespace {

QString idOf(const QJsonValue &entry)
{
    return entry.toObject().value(u"id"_s).toString();
}

qsizetype indexOf(const QJsonArray &entries, const QString &id)
{
    return std::ranges::find(entries, id, idOf) - entries.begin();
}

QJsonObject entryOf(const SavedView &view)
{
    QJsonObject entry = viewToJson(view);
    entry.insert(u"id"_s, view.id);
    return entry;
}

// True when \a view comes back from the file as it is.
bool canBeKept(const SavedView &view)
{
    QStringList unknown;
    const auto read = viewFromJson(viewToJson(view), unknown);
    return read && read->name == view.name && read->columns == view.columns;
}

} // namespace

SavedViews::SavedViews(const QString &profile, AccountId account, QObject *parent)
    : QObject(parent), m_account(std::move(account)), m_file(profile, u"views.json"_s),
      m_troubleAtStart(m_file.load())
{
    readViews();
}

const SavedView *SavedViews::find(const QString &id) const
{
    const auto found = std::ranges::find(m_views, id, &SavedView::id);
    return found == m_views.end() ? nullptr : &*found;
}

QString SavedViews::nameProblem(const QString &name, const QString &exceptId) const
{
    const QString cleaned = viewName(name);
    if (cleaned.isEmpty())
        return tr("Give the view a name.");
    for (const SavedView &view : m_views) {
        if (view.id != exceptId && view.name.compare(cleaned, Qt::CaseInsensitive) == 0)
            return tr("There is a view named %1 already.").arg(view.name);
    }
    return {};
}

QString SavedViews::add(SavedView view)
{
    view.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    view.name = freeName(viewName(view.name));
    if (m_views.size() >= viewlimit::viewCount || !canBeKept(view))
        return {};
    apply([entry = entryOf(view)](QJsonArray &entries) { entries.append(entry); });
    return view.id;
}

bool SavedViews::update(const SavedView &view)
{
    const SavedView *known = find(view.id);
    if (!known || known->isBuiltIn || !nameProblem(view.name, view.id).isEmpty() || !canBeKept(view))
        return false;
    apply([entry = entryOf(view)](QJsonArray &entries) {
        // one that another Steward removed meanwhile is there again: it was worked on
        const qsizetype index = indexOf(entries, idOf(entry));
        if (index < entries.size())
            entries[index] = entry;
        else
            entries.append(entry);
    });
    return true;
}

bool SavedViews::remove(const QString &id)
{
    const SavedView *known = find(id);
    if (!known || known->isBuiltIn)
        return false;
    apply([id](QJsonArray &entries) {
        if (const qsizetype index = indexOf(entries, id); index < entries.size())
            entries.removeAt(index);
    });
    return true;
}

bool SavedViews::setHidden(const QString &id, bool isHidden)
{
    const SavedView *known = find(id);
    if (!known || !known->isBuiltIn)
        return false;
    apply([entry = QJsonObject{{u"id"_s, id}, {u"hidden"_s, isHidden}}](QJsonArray &entries) {
        const qsizetype index = indexOf(entries, idOf(entry));
        if (index < entries.size())
            entries[index] = entry;
        else
            entries.prepend(entry);
    });
    return true;
}

bool SavedViews::move(const QString &id, qsizetype position)
{
    if (!find(id))
        return false;
    QStringList order;
    for (const SavedView &view : std::as_const(m_views))
        order.append(view.id);
    order.removeOne(id);
    order.insert(std::clamp<qsizetype>(position, 0, order.size()), id);
    QStringList builtIns;
    for (const SavedView &view : builtInViews())
        builtIns.append(view.id);
    apply([order, builtIns](QJsonArray &entries) {
        QJsonArray ordered;
        for (const QString &next : order) {
            const qsizetype index = indexOf(entries, next);
            if (index < entries.size())
                ordered.append(entries.takeAt(index));
            else if (builtIns.contains(next))
                ordered.append(QJsonObject{{u"id"_s, next}});
        }
        for (const auto &rest : std::as_const(entries)) // what this Steward does not know or could not read
            ordered.append(QJsonValue(rest));
        entries = ordered;
    });
    return true;
}

void SavedViews::readViews()
{
    QList<SavedView> builtIns = builtInViews();
    QList<SavedView> views;
    const QJsonArray entries =
        m_file.content().value(u"accounts"_s).toObject().value(m_account.text()).toArray();
    for (const auto &entry : entries) {
        const QJsonObject object = entry.toObject();
        const QString id = idOf(object);
        QStringList unknown;
        const auto builtIn = std::ranges::find(std::as_const(builtIns), id, &SavedView::id);
        if (builtIn != builtIns.cend()) {
            views.append(*builtIn);
            views.last().isHidden = object.value(u"hidden"_s).toBool();
            builtIns.erase(builtIn);
        } else if (auto own = viewFromJson(object, unknown); own && !id.isEmpty()) {
            own->id = id;
            views.append(*own);
        }
    }
    m_views = builtIns + views; // those that the file says nothing of stand first
}

QString SavedViews::freeName(const QString &name) const
{
    const QString wanted = name.isEmpty() ? tr("View") : name;
    QString free = wanted;
    for (int number = 2; !nameProblem(free).isEmpty(); ++number) {
        const QString suffix = u" ("_s + QString::number(number) + u')';
        free = viewName(wanted.left(viewlimit::nameLength - suffix.size())) + suffix;
    }
    return free;
}

void SavedViews::apply(const std::function<void(QJsonArray &)> &change)
{
    const auto trouble = m_file.apply([account = m_account.text(), change](QJsonObject &object) {
        QJsonObject accounts = object.value(u"accounts"_s).toObject();
        QJsonArray entries = accounts.value(account).toArray();
        change(entries);
        accounts.insert(account, entries);
        object.insert(u"accounts"_s, accounts);
    });
    readViews();
    emit changed();
    if (trouble)
        emit troubleFound(*trouble);
}
