// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"

#include <QObject>

#include <optional>

class CompanyDetails;
class CompanyPlanList;
class DevicePage;
class Fleet;
class SetupLinks;
class Theme;

/// The details of the company that is chosen, put together from what three subjects know of it: they stand beside the devices while
/// none of those is selected.
class CompanyParts : public QObject
{
    Q_OBJECT

public:
    /// \a fleet, \a page and \a theme outlive this.
    CompanyParts(Fleet &fleet, DevicePage &page, const Theme &theme, QObject *parent = nullptr);

    /// nullopt: the whole account, which has no details.
    void setCompany(const std::optional<CompanyKey> &company);

signals:
    /// Something was done that the status line may say for a moment.
    void statusMessage(const QString &text);

private:
    const Fleet &m_fleet;
    DevicePage &m_page;
    CompanyDetails *m_details;
    SetupLinks *m_links;
    CompanyPlanList *m_plans;
};
