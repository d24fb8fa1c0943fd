// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/channel.h"
#include "app/plans/plandrafts.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>

/// Keeps one draft in its file while a person types: soon after each edit, on a thread of its own, because a plan may be for 100,000
/// devices. Going away keeps what is not kept yet.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    DraftKeeper(PlanDrafts drafts, QString file, QObject *parent = nullptr);
    ~DraftKeeper() override;

    /// \a draft is kept soon. Nothing where nothing can be kept.
    void keepSoon(const PlanDraft &draft);
    /// Begins to keep what is not kept yet.
    void keepNow();
    /// The file goes, and nothing is kept any more.
    void remove();

signals:
    /// \a isKept: false: it could not be written.
    void kept(bool isKept);

private:
    const PlanDrafts m_drafts;
    const QString m_file;
    std::optional<PlanDraft> m_unkept;
    bool m_isRemoved = false;
    QTimer m_soon;
    std::shared_ptr<Channel<bool>> m_ends;
    QThreadPool m_thread;
};
