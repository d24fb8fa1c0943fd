// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "ui/window/windowframe.h"

#include <QObject>

#include <optional>

class Fleet;
class QWidget;
class SetupActions;
struct SetupTarget;

/// Joins the setting up of devices with the rest of the window: the actions that copy setup links follow the company that is chosen and
/// the device that is selected.
class EnrolmentParts : public QObject
{
    Q_OBJECT

public:
    EnrolmentParts(const WindowFrame &frame, QObject *parent);

private:
    QWidget *makeDeviceFoot();
    void followCompany();
    void followDevice();
    std::optional<SetupTarget> targetOf(const CompanyKey &company) const;

    WindowFrame m_frame;
    Fleet &m_fleet;
    SetupActions *m_ofCompany;
    SetupActions *m_ofDevice;
};
