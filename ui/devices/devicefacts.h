// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/deviceselection.h"
#include "app/devices/devicetable.h"
#include "ui/devices/devicesource.h"
#include "ui/devices/devicetimes.h"
#include "ui/widgets/factlist.h"
#include "ui/window/icons.h"

#include <QList>
#include <QString>

/// What the details pane tells of one device, or of several.
struct DeviceFacts
{
    Glyph glyph = Glyph::Device;
    QString title;
    QString company; ///< Below the title.
    QString warning; ///< What is odd about the row, a sentence in each line.
    QString damagedBytes; ///< Of a damaged row, with marks for what is unseen.
    QList<FactSection> sections;
    QString serverWords; ///< IDrive's own words, as they came: a field in each line.
    QString serverWordsNote;

    friend bool operator==(const DeviceFacts &, const DeviceFacts &) = default;
};

DeviceFacts factsOfDevice(const DeviceSource &source, DeviceRow row, const Moment &moment);

/// Counts of the selected devices by health, status, last result and system. \a hidden of them are not shown. O(selected).
DeviceFacts factsOfSelection(const DeviceSource &source, const DeviceSelection &selection, qsizetype hidden,
                             const Moment &moment);

/// Title and every fact, for the clipboard: a label and its value in each line, parted by a tab.
QString factsAsText(const DeviceFacts &facts);
