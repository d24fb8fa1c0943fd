// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QObject>

class PlanPage;
struct WindowFrame;

/// Joins the backup plans to the window: their page, which follows the tree, the way from a plan to its devices, and
/// the ways to new plans.
class PlanParts : public QObject
{
    Q_OBJECT

public:
    explicit PlanParts(const WindowFrame &frame, QObject *parent = nullptr);

    PlanPage *page() const { return m_page; }
    /// With what was seen of dry runs: one for the wizard and the roll-out, so that both know it at once.
    Settings &settings() { return m_settings; }

private:
    Settings m_settings;
    PlanPage *m_page;
};
