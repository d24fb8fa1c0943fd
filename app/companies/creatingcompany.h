// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changerunner.h"
#include "app/companies/company.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class SameName;

/// One new company on its way, as a dialog shows it: the name is looked for, the creation is sent once, and followed to its end. Goes
/// before its session, or hears of the end of that by closed().
class CreatingCompany : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Typing, ///< Nothing is known of the name.
        Looking,
        Looked, ///< sameName() holds what there is.
        LookFailed, ///< error() says why. It can be created all the same: it is looked for again right before sending.
        Creating, ///< Confirmed; see change().
        Ended, ///< change() is over, or its outcome is being looked up.
    };

    /// \a parentTitle: for the person.
    CreatingCompany(ChangeRunner &runner, ApiClient &client, CompanyId parent, QString parentTitle,
                    QObject *parentObject = nullptr);
    ~CreatingCompany() override;

    State state() const { return m_state; }
    const QString &name() const { return m_name; }
    const CompanyId &parentCompany() const { return m_parent; }
    const QString &parentTitle() const { return m_parentTitle; }
    /// Of Looked: the companies that have the name, in any case.
    const QList<Company> &sameName() const { return m_sameName; }
    QDateTime lookedAt() const { return m_lookedAt; }
    const std::optional<ApiError> &error() const { return m_error; }
    /// Why it could not even be written down. Of Looked.
    const std::optional<ChangeTrouble> &trouble() const { return m_trouble; }
    /// Of Creating and Ended.
    const ChangeRecord *change() const;
    /// The company, once it is there.
    std::optional<Company> created() const;
    /// The account was closed: nothing can be asked or sent.
    bool isClosed() const { return !m_runner; }

    /// What was known of another name is forgotten. Not while it is being created.
    void setName(const QString &name);
    /// Looks for the name, also once more after the end; nothing if companyNameFault() speaks against it.
    void look();
    /// Sends the creation, once: until it has ended, nothing happens. With sameName() not empty the person wants one more of the name.
    void create();
    /// After a change that mayBeRetried(): the person's new confirmation. The name is looked for again right before.
    void createAgain();
    /// After the end: for another company.
    void begin();

signals:
    void changed();
    void closed();

private:
    void setState(State state);
    void takeLook(const Result<QList<Company>> &found);
    void takeEnd(const ChangeRecord &change);

    QPointer<ChangeRunner> m_runner;
    QPointer<ApiClient> m_client;
    const CompanyId m_parent;
    const QString m_parentTitle;
    State m_state = State::Typing;
    QString m_name;
    std::unique_ptr<SameName> m_look;
    QList<Company> m_sameName;
    QDateTime m_lookedAt;
    std::optional<ApiError> m_error;
    std::optional<ChangeTrouble> m_trouble;
    ChangeId m_change = ChangeId::None;
};
