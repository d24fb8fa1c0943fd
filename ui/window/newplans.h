// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "ui/window/windowframe.h"

#include <QList>
#include <QObject>

struct KeptDraft;
struct Plan;
class QAction;
class Settings;

/// Where a new backup plan begins: with the company that is chosen, the devices that are selected, a template, or a plan that exists.
class NewPlans : public QObject
{
    Q_OBJECT

public:
    /// \a settings remember what was seen of dry runs; they outlive this.
    NewPlans(const WindowFrame &frame, Settings &settings, QObject *parent);

    /// A new plan for the devices of \a plan, and like it.
    void beginLike(const CompanyKey &company, const Plan &plan);

private:
    void followChoice();
    void beginHere();
    void beginForDevices();
    void askForTemplate();
    void beginFromTemplate(const CompanyKey &company, const QString &path);
    /// \a sentence in a box of its own, called \a name.
    void say(const QString &name, const QString &sentence);
    /// Offers the newest draft that was kept of \a company first.
    void offerKept(const CompanyKey &company, const QList<KeptDraft> &kept);
    void open(const CompanyKey &company, const KeptDraft &from, const QStringList &remarks = {});

    WindowFrame m_frame;
    Settings &m_settings;
    QAction *m_here;
    QAction *m_fromTemplate;
    QAction *m_forDevices;
};
