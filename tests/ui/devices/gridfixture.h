// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/devices/testdevices.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/window/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>

#include <memory>
#include <vector>

/// One account's devices as its answers bring them, and a model that follows them as it follows the fleet.
class GridFixture
{
public:
    GridFixture() : model(table) { }

    void begin()
    {
        m_answer = {};
        m_reading = table.beginReading(AccountId(QStringLiteral("a")), std::nullopt);
    }
    /// The model hears of it, as always, after it happened.
    void bring(const std::vector<TestDevice> &devices)
    {
        model.take(table.take(*m_reading, m_answer.chunk(devices)));
    }
    void finish(bool complete = true) { model.take(table.finish(std::move(m_reading), complete)); }

    /// A whole answer with these devices and no other.
    void read(const std::vector<TestDevice> &devices)
    {
        begin();
        bring(devices);
        finish();
        model.setReading(false); // takes over at once what waits for the next frame
    }

    DeviceRow device(const QString &id) const
    {
        return table.find({AccountId(QStringLiteral("a")), DeviceId(id)}).value();
    }
    QStringList column(DeviceColumn column) const
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, static_cast<int>(column)).data().toString();
        return texts;
    }
    QStringList names() const { return column(DeviceColumn::Name); }
    DeviceScope scopeOf(const QString &company) const
    {
        return {.all = false,
                .companies = {table.companyCode({AccountId(QStringLiteral("a")), CompanyId(company)})}};
    }

    DeviceTable table;
    DeviceGridModel model;

private:
    TestAnswer m_answer;
    std::unique_ptr<DeviceReading> m_reading;
};

/// "d1" named "pc-1" and so on.
inline std::vector<TestDevice> numberedDevices(size_t count, const std::string &company = "1",
                                               size_t first = 1)
{
    std::vector<TestDevice> devices;
    for (size_t i = first; i < first + count; ++i)
        devices.push_back(testDevice(numbered("d", i), company, numbered("pc-", i)));
    return devices;
}

/// A grid in a window, with rows.
class ShownGrid : public GridFixture
{
public:
    explicit ShownGrid(const std::vector<TestDevice> &devices) : grid(model, theme)
    {
        read(devices);
        grid.resize(1200, 28 + 20 * DeviceGrid::compactRow + 12);
        grid.show();
        grid.activateWindow();
        grid.setFocus();
        m_isActive = QTest::qWaitForWindowActive(&grid);
        (void)QTest::qWaitForWindowActive(&grid); // shortcuts need it
        grid.setFocus();
    }

    /// False where the platform gives no window the focus.
    bool isActive() const { return m_isActive; }
    QPoint cell(int row, DeviceColumn column = DeviceColumn::Name) const
    {
        return grid.visualRect(model.index(row, static_cast<int>(column))).center();
    }
    void click(int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier,
               DeviceColumn column = DeviceColumn::Name)
    {
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, modifiers, cell(row, column));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&grid, static_cast<Qt::Key>(key), modifiers);
    }
    /// Names of what is selected, as they stand in the grid.
    QStringList selectedNames() const
    {
        QStringList names;
        for (const DeviceRow device : grid.selectedShownDevices())
            names << QString::fromUtf8(table.text(TextColumn::Name, device));
        return names;
    }
    QString currentName() const
    {
        return grid.currentIndex().siblingAtColumn(static_cast<int>(DeviceColumn::Name)).data().toString();
    }

    Theme theme;
    DeviceGrid grid;

private:
    bool m_isActive = false;
};
