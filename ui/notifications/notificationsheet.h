// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sheets/exportsubject.h"

class NotificationModel;

/// What was sent to whom and what came of it, as a sheet.
class NotificationExport : public ExportSubject
{
    Q_OBJECT

public:
    /// \a model outlives this and its sources.
    explicit NotificationExport(const NotificationModel &model);

    QString title() const override;
    qsizetype count(ExportRows rows) const override;
    std::unique_ptr<SheetSource> source(ExportRows rows) const override;

private:
    const NotificationModel &m_model;
};
