// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/deviceselecting.h"

#include <algorithm>

DeviceSelecting::DeviceSelecting(const DeviceOrder &order) : m_order(order) { }

void DeviceSelecting::selectOnly(qsizetype position)
{
    m_selection.clear();
    m_selection.set(m_order.at(position), true);
    setAnchor(position);
}

void DeviceSelecting::toggle(qsizetype position)
{
    set(position, !m_selection.contains(m_order.at(position)));
}

void DeviceSelecting::set(qsizetype position, bool selected)
{
    m_selection.set(m_order.at(position), selected);
    setAnchor(position);
}

void DeviceSelecting::extendTo(qsizetype position, bool isAdding)
{
    qsizetype from = m_anchor ? m_order.positionOf(*m_anchor) : -1;
    if (from < 0) {
        from = position;
        setAnchor(position);
    }
    if (isAdding)
        m_selection = m_base;
    else
        m_selection.clear();
    const auto [first, last] = std::minmax(from, position);
    m_selection.set(m_order.rows().subspan(static_cast<size_t>(first), static_cast<size_t>(last - first + 1)),
                    true);
}

void DeviceSelecting::selectShown()
{
    m_selection.clear();
    m_selection.set(m_order.rows(), true);
}

void DeviceSelecting::clear()
{
    m_selection.clear();
    m_base.clear();
    m_anchor.reset();
}

void DeviceSelecting::forget(std::span<const DeviceRow> rows)
{
    m_selection.set(rows, false);
    m_base.set(rows, false);
    if (m_anchor && std::ranges::find(rows, *m_anchor) != rows.end())
        m_anchor.reset();
}

void DeviceSelecting::setAnchor(qsizetype position)
{
    m_anchor = m_order.at(position);
    m_base = m_selection;
}
