// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"

#include <QList>
#include <QObject>

#include <optional>

class CompanyPane;
class DevicePage;
class Fleet;
class QAction;
class QWidget;
class SetupActions;
class Theme;
struct SetupTarget;

/// Joins the setting up of devices with the rest of the window: the actions that copy setup links follow the company that is chosen and
/// the device that is selected.
class EnrolmentParts : public QObject
{
    Q_OBJECT

public:
    /// Everything given outlives this. Puts the company's actions among those of \a companies, and the device's under its details.
    EnrolmentParts(const Fleet &fleet, CompanyPane &companies, DevicePage &devices, const Theme &theme,
                   QObject *parent = nullptr);

    /// For the window's Device menu.
    QList<QAction *> deviceActions() const;

signals:
    /// Something was done that the status line may say for a moment.
    void statusMessage(const QString &text);

private:
    QWidget *makeDeviceFoot(const Theme &theme);
    void followCompany();
    void followDevice();
    std::optional<SetupTarget> targetOf(const CompanyKey &company) const;

    const Fleet &m_fleet;
    CompanyPane &m_companies;
    DevicePage &m_devices;
    SetupActions *m_ofCompany;
    SetupActions *m_ofDevice;
};
