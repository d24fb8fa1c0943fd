// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/deviceselection.h"
#include "app/devices/devicetable.h"
#include "ui/devices/devicetimes.h"
#include "ui/window/icons.h"

#include <QList>
#include <QString>

/// One line of the details pane. All texts are plain.
struct Fact
{
    QString label;
    QString value;
    QString addition; ///< Stands behind the value, in the second ink: "in 7 h".
    QString toolTip;
    bool isKnown = true;
    QString name; ///< Set where the value has a button that copies it: the button's objectName.

    friend bool operator==(const Fact &, const Fact &) = default;
};

struct FactSection
{
    QString title;
    QList<Fact> facts;

    friend bool operator==(const FactSection &, const FactSection &) = default;
};

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

DeviceFacts factsOfDevice(const DeviceTable &table, DeviceRow row, const Moment &moment);

/// Counts of the selected devices by status and by last result. \a hidden of them are not shown. O(selected).
DeviceFacts factsOfSelection(const DeviceTable &table, const DeviceSelection &selection, qsizetype hidden,
                             const Moment &moment);

/// Title and every fact, for the clipboard: a label and its value in each line, parted by a tab.
QString factsAsText(const DeviceFacts &facts);
