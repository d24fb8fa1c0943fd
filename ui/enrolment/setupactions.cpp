// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrolment/setupactions.h"

#include "app/enrolment/enrolmentrequests.h"
#include "app/enrolment/kitcheck.h"
#include "ui/window/icons.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

SetupActions::SetupActions(const QString &scope, const Theme &theme, QObject *parent) : QObject(parent)
{
    for (const SetupSystem system : allSetupSystems) {
        QAction *action = makeAction(u"copy%1SetupLink%2"_s.arg(scope, wireWord(system)),
                                     tr("Copy setup link for %1").arg(label(system)));
        action->setIcon(glyphIcon(theme, Glyph::Link));
        connect(action, &QAction::triggered, this, [this, system] { copyLink(system); });
    }
    QAction *id = makeAction(u"copy%1ConfigurationId"_s.arg(scope), tr("Copy configuration ID"));
    id->setIcon(glyphIcon(theme, Glyph::Copy));
    connect(id, &QAction::triggered, this, &SetupActions::copyConfigurationId);
    setTarget({}, {});
}

QAction *SetupActions::makeAction(const QString &name, const QString &text)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    m_actions << action;
    return action;
}

QAction *SetupActions::linkAction(SetupSystem system) const
{
    return m_actions[static_cast<qsizetype>(system)];
}

void SetupActions::setTarget(const std::optional<SetupTarget> &target, const QString &whyNot)
{
    m_target = target;
    for (QAction *action : std::as_const(m_actions)) {
        action->setEnabled(target.has_value());
        action->setToolTip(target ? QString() : whyNot);
    }
}

void SetupActions::copyLink(SetupSystem system)
{
    m_request = {};
    if (!m_target)
        return;
    const QString what = tr("Setup link of %1 for %2").arg(m_target->title, label(system));
    // IDrive tells the link for Windows together with the company
    if (system == SetupSystem::Win && !m_target->knownLink.isEmpty())
        copy(m_target->knownLink, what,
             checkedPair(m_target->knownConfigurationId, m_target->knownLink).disagreements);
    else
        ask(system, true, what);
}

void SetupActions::copyConfigurationId()
{
    m_request = {};
    if (!m_target)
        return;
    const QString what = tr("Configuration ID of %1").arg(m_target->title);
    if (!m_target->knownConfigurationId.isEmpty())
        copy(m_target->knownConfigurationId, what,
             checkedPair(m_target->knownConfigurationId, m_target->knownLink).disagreements);
    else
        ask(SetupSystem::Win, false, what);
}

void SetupActions::ask(SetupSystem system, bool wantsLink, const QString &what)
{
    if (!m_target->client) {
        emit said(tr("%1 not copied: this account was closed.").arg(what));
        return;
    }
    emit said(tr("%1: asking IDrive…").arg(what));
    m_request = m_target->client->send(
        setupKit(m_target->company, system, {}), this,
        [this, company = m_target->company, wantsLink, what](const Result<SetupKit> &answer) {
            take(answer, company, wantsLink, what);
        });
}

void SetupActions::take(const Result<SetupKit> &answer, const CompanyId &company, bool wantsLink,
                        const QString &what)
{
    if (!answer) {
        emit said(tr("%1 not copied: %2").arg(what, answer.error().what() + u' ' + answer.error().advice()));
        return;
    }
    const QString &text = wantsLink ? answer->setupLink : answer->configurationId;
    if (text.isEmpty())
        emit said(tr("%1 not copied: IDrive did not tell it.").arg(what));
    else
        copy(text, what, checkedKit(*answer, company, {}).disagreements);
}

void SetupActions::copy(const QString &text, const QString &what, const QStringList &disagreements)
{
    QGuiApplication::clipboard()->setText(text);
    if (disagreements.isEmpty())
        emit said(tr("%1 copied").arg(what));
    else
        emit said(tr("%1 copied. Do not use it unseen: %2").arg(what, disagreements.join(u' ')));
}
