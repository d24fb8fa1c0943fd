// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleet.h"

#include <QDialog>

class Theme;

/// All that is known about a trouble, to be read and to be copied for somebody who can help. Not modal.
class TroubleDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a theme outlives the dialog.
    TroubleDialog(const FleetTrouble &trouble, const Theme &theme, QWidget *parent = nullptr);

private:
    void copyDetails() const;

    QString m_details;
};

/// What is copied: what happened, where, the status, what to do, and the server's own words. Never the API key.
QString troubleDetails(const FleetTrouble &trouble);
