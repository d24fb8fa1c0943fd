// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/deviceorder.h"
#include "app/devices/deviceselection.h"

#include <QtGlobal>

#include <optional>
#include <span>

/// How clicks and keys change what is selected. Ranges go from an anchor, which is a device and so stays the same one when the
/// grid is sorted. Positions are those of \a order.
class DeviceSelecting
{
public:
    explicit DeviceSelecting(const DeviceOrder &order);

    const DeviceSelection &selection() const { return m_selection; }

    /// This one and no other; ranges start here.
    void selectOnly(qsizetype position);
    /// This one the other way round; ranges start here.
    void toggle(qsizetype position);
    /// From the anchor to here. \a isAdding: what was selected when the anchor was set stays.
    void extendTo(qsizetype position, bool isAdding);
    /// Sets one; ranges start here. The others stay.
    void set(qsizetype position, bool selected);
    /// All that is shown and no other.
    void selectShown();
    void clear();
    /// These devices are gone.
    void forget(std::span<const DeviceRow> rows);

private:
    void setAnchor(qsizetype position);

    const DeviceOrder &m_order;
    DeviceSelection m_selection;
    DeviceSelection m_base; // what was selected when the anchor was set
    std::optional<DeviceRow> m_anchor;
};
