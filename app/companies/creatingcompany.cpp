// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/creatingcompany.h"

#include "app/base/visibletext.h"
#include "app/companies/companycreation.h"
#include "app/companies/companyname.h"
#include "app/companies/samename.h"

#include <utility>

CreatingCompany::CreatingCompany(ChangeRunner &runner, ApiClient &client, CompanyId parent,
                                 QString parentTitle, QObject *parentObject)
    : QObject(parentObject), m_runner(&runner), m_client(&client), m_parent(std::move(parent)),
      m_parentTitle(std::move(parentTitle))
{
    connect(&runner, &ChangeRunner::changeEnded, this, &CreatingCompany::takeEnd);
    connect(&runner, &QObject::destroyed, this, [this] {
        m_look.reset(); // its client goes next
        emit closed();
    });
    connect(&client, &QObject::destroyed, this, [this] { m_look.reset(); });
}

CreatingCompany::~CreatingCompany() = default;

const ChangeRecord *CreatingCompany::change() const
{
    return m_runner && m_change != ChangeId::None ? m_runner->journal().find(m_change) : nullptr;
}

std::optional<Company> CreatingCompany::created() const
{
    const ChangeRecord *made = change();
    return made ? createdCompany(*made) : std::nullopt;
}

void CreatingCompany::setName(const QString &name)
{
    if (m_state == State::Creating || name == m_name)
        return;
    m_name = name;
    m_change = ChangeId::None;
    setState(State::Typing);
}

void CreatingCompany::setState(State state)
{
    m_state = state;
    if (state == State::Typing || state == State::Looking) {
        m_look.reset();
        m_sameName.clear();
        m_error.reset();
        m_trouble.reset();
    }
    emit changed();
}

void CreatingCompany::look()
{
    if (!m_client || m_state == State::Creating || !companyNameFault(m_name).isEmpty())
        return;
    m_change = ChangeId::None;
    setState(State::Looking);
    m_look = std::make_unique<SameName>(*m_client, m_name,
                                        [this](const Result<QList<Company>> &found) { takeLook(found); });
}

void CreatingCompany::takeLook(const Result<QList<Company>> &found)
{
    m_look.release()->deleteLater(); // it is still on the stack
    m_lookedAt = QDateTime::currentDateTimeUtc();
    if (found)
        m_sameName = *found;
    else
        m_error = found.error();
    setState(found ? State::Looked : State::LookFailed);
}

void CreatingCompany::create()
{
    const bool isReady = m_state == State::Looked || m_state == State::LookFailed;
    if (!m_runner || !isReady)
        return;
    const NewChange change = newCompany(m_name, m_parent, visibleText(m_parentTitle), m_sameName);
    const auto run =
        m_runner->start({.title = tr("New company"), .target = change.target, .changes = {change}});
    if (!run) {
        m_trouble = run.error();
        setState(m_state);
        return;
    }
    m_trouble.reset();
    m_change = m_runner->journal().changesOf(*run).front();
    setState(State::Creating);
}

void CreatingCompany::createAgain()
{
    if (!m_runner || m_state != State::Ended)
        return;
    if (const JournalResult done = m_runner->retry({m_change}); !done) {
        m_trouble = ChangeTrouble{.what = done.error().what(), .advice = done.error().advice()};
        setState(m_state);
        return;
    }
    m_trouble.reset();
    setState(State::Creating);
}

void CreatingCompany::begin()
{
    if (m_state == State::Creating)
        return;
    m_name.clear();
    m_change = ChangeId::None;
    setState(State::Typing);
}

void CreatingCompany::takeEnd(const ChangeRecord &change)
{
    if (change.id == m_change)
        setState(State::Ended);
}
