// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/changes/change.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <vector>

class ApiClient;
class QJsonDocument;

/// What a look at the server showed.
struct Sighting
{
    enum class Kind {
        Absent,
        Present,
        Failed, ///< Nobody knows; see error.
    };

    Kind kind = Kind::Absent;
    ChangeAnswer answer{}; ///< Of Present, of a look-up: what was found.
    QString sentence{}; ///< Of Present, of a look before sending: why the change is not sent any more.
    /// Of a look before sending: what the look-up will need to know of the time before. Joins NewChange::facts in the journal.
    QJsonObject facts{};
    std::optional<ApiError> error{}; ///< Of Failed.
};

/// A look at the server that is under way: one read or several. Deleting it ends it, and nobody hears of it.
class LookUp : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    /// Once, never before whoever made it returns to the event loop. Whoever is told may delete it.
    void ended(const Sighting &sighting);
};

/// One kind of change: what the runner must know of it beside the request.
///
/// **How a subject uses the runner.** It derives from this, is handed to Steward's list of subjects (so that a change can still be
/// looked up after a restart), and makes a NewChange for each change that a person confirmed: ChangeRequest::of(createX(…)), target
/// and place in words, and in `facts` whatever the look-up needs to know of the time before. `runner.start(NewRun)` puts them into the
/// journal and sends them one after the other; nothing else sends anything. Who wants to know what came of it connects to
/// ChangeRunner::changeEnded() and picks its own by ChangeRecord::run; `answer.value` holds the subject's own value, `failure->error` the
/// ApiError with its fields. An Unknown change ends a second time, when its look-up has found it or has not. A dry run is a change of
/// its own kind: without a look-up it ends as NotPossible when its answer is lost.
class ChangeSubject
{
public:
    /// Reads a good answer, on the client's thread. An error leaves the outcome unknown.
    using Read = Result<ChangeAnswer> (*)(const QJsonDocument &answer);

    ChangeSubject() = default;
    virtual ~ChangeSubject() = default;
    Q_DISABLE_COPY_MOVE(ChangeSubject)

    /// In the journal; never changes: "company".
    virtual QString kind() const = 0;
    /// For the person: "New company".
    virtual QString title() const = 0;
    virtual Read reader() const = 0;

    /// A last look right before sending: Absent goes on, Present ends the change as not sent, with Sighting::sentence. nullptr: there
    /// is nothing to look at. \a taken holds the keys of what other changes of this kind are known to have made.
    virtual std::unique_ptr<LookUp> lookBefore(ApiClient &client, const ChangeRecord &change,
                                               const QSet<QString> &taken) const;
    /// Looks whether \a change, whose answer was lost, was made. nullptr: the API cannot tell.
    virtual std::unique_ptr<LookUp> lookUp(ApiClient &client, const ChangeRecord &change,
                                           const QSet<QString> &taken) const;
    /// What a refusal means that is none: it was so already. By default every refusal is one.
    virtual std::optional<ChangeAnswer> doneBy(const ApiError &refusal, const ChangeRecord &change) const;
    /// \a answer, judged by what was asked for: e.g. not whole when a device is not mentioned.
    virtual ChangeAnswer judged(ChangeAnswer answer, const ChangeRecord &change) const;
};

using ChangeSubjects = std::vector<std::shared_ptr<const ChangeSubject>>;
