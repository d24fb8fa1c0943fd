// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "ui/window/windowframe.h"

#include <QObject>
#include <QPointer>

#include <optional>

class Fleet;
class InspectorWindow;
class KitWindow;
class QAction;
class QWidget;
class SetupActions;
struct SetupTarget;

/// Joins the setting up of devices with the rest of the window: the actions that copy setup links follow the company that is chosen and
/// the device that is selected, and the setup kit shows the fleet's companies.
class EnrolmentParts : public QObject
{
    Q_OBJECT

public:
    EnrolmentParts(const WindowFrame &frame, QObject *parent);

private:
    QWidget *makeDeviceFoot();
    QAction *makeAction(const QString &name, const QString &text);
    void openKit();
    void showCompaniesInKit();
    void openInspector();
    void showOwnersInInspector();
    void followCompany();
    void followDevice();
    std::optional<SetupTarget> targetOf(const CompanyKey &company) const;

    WindowFrame m_frame;
    Fleet &m_fleet;
    SetupActions *m_ofCompany;
    SetupActions *m_ofDevice;
    QAction *m_openKit;
    QAction *m_openInspector;
    QPointer<KitWindow> m_kit; // made when it is wanted
    QPointer<InspectorWindow> m_inspector; // as above
};
