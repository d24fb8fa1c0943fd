// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/rowchanges.h"

#include "app/base/visibletext.h"

using namespace Qt::StringLiterals;

namespace {

/// What the server has against which field, in its own words.
QString fieldsText(const ApiError &error)
{
    QString text;
    for (const FieldError &inner : error.errors) {
        const QString field = inner.about() ? errorFieldLabel(*inner.about()) : inner.field;
        if (!field.isEmpty())
            text += u' ' + field + u": "_s + (inner.message.isEmpty() ? inner.type : inner.message) + u'.';
    }
    return text;
}

} // namespace

void RowChanges::add(const ChangeJournal &journal, const std::vector<qsizetype> &rows,
                     const std::vector<ChangeId> &changes)
{
    if (m_journal != &journal) {
        connect(&journal, &ChangeJournal::changeUpdated, this, [this](ChangeId id) {
            if (const auto row = m_rows.constFind(id); row != m_rows.cend())
                emit rowChanged(*row);
        });
        m_journal = &journal;
    }
    for (size_t i = 0; i < rows.size() && i < changes.size(); ++i) {
        m_changes.insert(rows[i], changes[i]);
        m_rows.insert(changes[i], rows[i]);
    }
}

void RowChanges::clear()
{
    m_changes.clear();
    m_rows.clear();
}

const ChangeRecord *RowChanges::change(qsizetype row) const
{
    const auto id = m_changes.constFind(row);
    return id == m_changes.cend() ? nullptr : m_journal->find(*id);
}

QString RowChanges::text(qsizetype row) const
{
    const ChangeRecord *known = change(row);
    if (!known)
        return {};
    QString came = whatCameOf(*known);
    if (known->state == ChangeState::Refused && known->failure && known->failure->error)
        came += fieldsText(*known->failure->error);
    return came.isEmpty() ? label(known->state) : label(known->state) + u": "_s + visibleText(came);
}

std::optional<ChangeState> RowChanges::state(qsizetype row) const
{
    const ChangeRecord *known = change(row);
    return known ? std::optional(known->state) : std::nullopt;
}
