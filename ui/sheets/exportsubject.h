// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/sheetsource.h"

#include <QObject>

#include <memory>

class QWidget;

/// Which rows of a grid an export takes.
enum class ExportRows { Shown, Selected };

/// A grid as the export dialog sees it. The dialog stays open while the person goes on working, so it asks anew whenever something
/// changed. Belongs to its dialog, and may ask whatever outlives that.
class ExportSubject : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What the rows are, for the person: "Devices of Castell Logistics". A server's text may be in it. Also the name that is offered
    /// for the file.
    virtual QString title() const = 0;
    /// As of when, and what was not read; for the formats that have room for it. May be empty.
    virtual QString note() const { return {}; }
    /// How many rows there are just now.
    virtual qsizetype count(ExportRows rows) const = 0;
    /// What the person must know of this choice: "30 more are selected and not shown". May be empty.
    virtual QString remark(ExportRows) const { return {}; }
    /// The rows of just now, in the order in which they stand, with the columns that are shown.
    virtual std::unique_ptr<SheetSource> source(ExportRows rows) const = 0;
    /// What the person can choose beside format, rows and file; nullptr: nothing. Emits changed() when a choice is made.
    virtual QWidget *makeChoices(QWidget *) { return nullptr; }

signals:
    /// Title, counts or remarks may be other ones. Any number of times.
    void changed();
};
