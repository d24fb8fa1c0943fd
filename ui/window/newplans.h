// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/windowframe.h"

#include <QList>
#include <QObject>

struct CompanyKey;
struct KeptDraft;
class QAction;

/// Where a new backup plan begins: with the company that is chosen, or with the devices that are selected.
class NewPlans : public QObject
{
    Q_OBJECT

public:
    NewPlans(const WindowFrame &frame, QObject *parent);

private:
    void followChoice();
    void beginHere();
    void beginForDevices();
    /// Offers the newest draft that was kept of \a company first.
    void offerKept(const CompanyKey &company, const QList<KeptDraft> &kept);
    void open(const CompanyKey &company, const KeptDraft &from);

    WindowFrame m_frame;
    QAction *m_here;
    QAction *m_forDevices;
};
