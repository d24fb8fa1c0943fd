// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/coverage.h"
#include "app/plans/plantable.h"

#include <QTimer>
#include <QWidget>

#include <array>

class Fleet;
class QLabel;
class QToolButton;
class Theme;

/// What the plans leave open: how many devices are in no plan, only in local ones, in plans that are off, … Each line is the way to these
/// devices. Says of how many companies the plans were read, because the rest is not known.
class CoverageRail : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the rail.
    CoverageRail(const Fleet &fleet, const Theme &theme, QWidget *parent = nullptr);

    void setScope(const PlanScope &scope);
    /// As they are shown.
    const CoverageCounts &counts() const { return m_counts; }

signals:
    /// \a query of the device grid shows the devices of a line.
    void devicesRequested(const QString &query);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QToolButton *makeLine(CoverageWord word);
    void countSoon();
    void count();

    const Fleet &m_fleet;
    PlanScope m_scope;
    CoverageCounts m_counts;
    std::array<QToolButton *, coverageWordCount> m_lines{};
    std::array<QLabel *, coverageWordCount> m_numbers{};
    QLabel *m_note;
    QTimer m_countSoon;
};
