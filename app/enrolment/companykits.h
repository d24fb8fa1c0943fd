// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/enrolment/kitcheck.h"
#include "app/enrolment/setupsystem.h"
#include "app/net/apiclient.h"

#include <QObject>

#include <map>
#include <optional>

/// What is known of one system's kit.
struct KitState
{
    std::optional<SetupKit> kit; ///< Stays while it is asked for again.
    KitCheck check; ///< Of the kit.
    std::optional<ApiError> error; ///< Why the last question brought none.
    bool isAsking = false;
};

/// The setup kits of one company, asked for when somebody wants them and kept as long as company and options stay.
class CompanyKits : public QObject
{
    Q_OBJECT

public:
    explicit CompanyKits(QObject *parent = nullptr);

    /// Whose kits, and of which kind. What was known of another company or with other options is forgotten, and what is under way is
    /// cancelled. \a client, if there is one, answers for \a company; it may go at any time.
    void setCompany(ApiClient *client, const CompanyId &company);
    void setOptions(SetupOptions options);
    SetupOptions options() const { return m_options; }

    KitState state(SetupSystem system) const;
    bool isAsking() const;
    /// True when somebody can be asked.
    bool canAsk() const { return m_client; }
    /// Asks for \a system, unless its kit is known or is being asked for, or nobody can be asked.
    void ask(SetupSystem system);
    /// Asks for each system whose kit is not known and is not being asked for.
    void askAll();

signals:
    void changed(SetupSystem system);
    /// Everything was forgotten.
    void cleared();

private:
    void clear();
    void take(SetupSystem system, Result<SetupKit> answer);

    QPointer<ApiClient> m_client;
    CompanyId m_company;
    SetupOptions m_options;
    std::map<SetupSystem, KitState> m_states;
    std::map<SetupSystem, RequestHandle> m_requests;
};
