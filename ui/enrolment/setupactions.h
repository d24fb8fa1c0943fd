// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/setupkit.h"
#include "app/enrolment/setupsystem.h"
#include "app/net/apiclient.h"

#include <QAction>
#include <QList>
#include <QObject>
#include <QPointer>

#include <optional>

class Theme;

/// The company that devices are set up for.
struct SetupTarget
{
    CompanyId company;
    QString title{}; ///< Its name, as it is shown.
    QPointer<ApiClient> client{}; ///< Who is asked for links; may go at any time.
    QString knownLink{}; ///< For Windows, as the list of companies has it; empty: not told.
    QString knownConfigurationId{}; ///< As above.
};

/// Copies the setup link of a company for one system, or its configuration ID, by one action each: for menus, buttons and the like.
/// Without private encryption and full client: who wants those opens the setup kit. What is not known yet is asked for first. Each
/// action says in its tooltip why it cannot be used.
class SetupActions : public QObject
{
    Q_OBJECT

public:
    /// \a scope stands in the objectNames: "copyDeviceSetupLinkMAC" for "Device", "copySetupLinkMAC" for an empty one. \a theme outlives
    /// the actions.
    SetupActions(const QString &scope, const Theme &theme, QObject *parent = nullptr);

    /// Whom the actions are for; nobody: they cannot be used, for the reason \a whyNot. A copy that is still waiting for its answer goes on.
    void setTarget(const std::optional<SetupTarget> &target, const QString &whyNot);

    QAction *linkAction(SetupSystem system) const;
    /// The links in the order of the systems, then the configuration ID.
    const QList<QAction *> &actions() const { return m_actions; }

signals:
    /// What happened: "Setup link of Acme for macOS copied". Never the link itself: it enrols devices.
    void said(const QString &text);

private:
    QAction *makeAction(const QString &name, const QString &text);
    void copyLink(SetupSystem system);
    void copyConfigurationId();
    void ask(SetupSystem system, bool wantsLink, const QString &what);
    void take(const Result<SetupKit> &answer, const CompanyId &company, bool wantsLink, const QString &what);
    void copy(const QString &text, const QString &what, const QStringList &disagreements);

    std::optional<SetupTarget> m_target;
    QList<QAction *> m_actions;
    RequestHandle m_request; // the newest copy replaces one that is still waiting
};
