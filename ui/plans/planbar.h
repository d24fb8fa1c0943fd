// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/planlist.h"

#include <QWidget>

class ElidedLabel;
class ProgressLine;
class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;
class Theme;

/// What the bar above the plans tells of their reading.
struct PlanReadingState
{
    int companies = 0; ///< In scope.
    int read = 0; ///< Of these, as of some time.
    int failed = 0; ///< Of these, the last time.
    QDateTime oldest{}; ///< When the first of those was read, UTC.
    std::optional<PlanProgress> progress{}; ///< While plans are being read.

    friend bool operator==(const PlanReadingState &, const PlanReadingState &) = default;
};

/// The bar above the grid: what is shown, how many plans that is, how much of it was read and when, and what one can do about that.
class PlanBar : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the bar.
    PlanBar(QAction *exportAction, QAction *detailsAction, const Theme &theme, QWidget *parent = nullptr);

    /// Plain text.
    void setTitle(const QString &title);
    void setCount(qsizetype shown, qsizetype all);
    void setChips(QWidget *chips);
    void setState(const PlanReadingState &state);

signals:
    void readRequested();
    void stopRequested();

private:
    QString stateText(const PlanReadingState &state) const;

    ElidedLabel *m_title;
    QLabel *m_count;
    ElidedLabel *m_state;
    ProgressLine *m_progress;
    QPushButton *m_read;
    QPushButton *m_stop;
    QHBoxLayout *m_row;
};
