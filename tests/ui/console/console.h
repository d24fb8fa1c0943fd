// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/steward/sandboxprocess.h"
#include "app/steward/steward.h"
#include "tests/support/pretendserver.h"
#include "ui/companies/companypane.h"
#include "ui/companies/companysearchfield.h"
#include "ui/companies/companytreemodel.h"
#include "ui/companies/companytreeview.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/devicepage.h"
#include "ui/window/banner.h"
#include "ui/window/mainwindow.h"
#include "ui/window/theme.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

/// The whole console in this process, as main.cpp joins it, and what a person can see and do in it.
class Console
{
public:
    Console()
    {
        window.show();
        window.activateWindow();
    }

    void open(const PretendServer &server)
    {
        steward.open(
            {.id = AccountId(QStringLiteral("a")), .endpoint = Endpoint::parse(server.address()).value()},
            Secret(QByteArrayLiteral("canary-0123456789abcdef")));
    }

    Fleet &fleet() { return steward.fleet(); }
    bool isQuiet() { return !fleet().isReading(); }
    DeviceGrid *grid() { return window.devices()->grid(); }
    int rows() { return grid()->model()->rowCount(); }
    QString cell(int row, DeviceColumn column)
    {
        return grid()->model()->index(row, static_cast<int>(column)).data().toString();
    }
    QString text(const char *objectName)
    {
        const auto *label = window.findChild<QLabel *>(QLatin1StringView(objectName));
        return label && label->isVisible() ? label->text() : QString();
    }
    QAbstractButton *button(const char *objectName)
    {
        return window.findChild<QAbstractButton *>(QLatin1StringView(objectName));
    }

    static CompanyKey key(const QString &company)
    {
        return {AccountId(QStringLiteral("a")), CompanyId(company)};
    }

    /// Clicks the row of \a company in the tree.
    void clickCompany(const QString &company)
    {
        CompanyTreeView *tree = window.companies()->tree();
        QTRY_VERIFY(window.companies()->model()->indexOf(key(company)).isValid());
        const QModelIndex row = window.companies()->model()->indexOf(key(company));
        tree->scrollTo(row);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(row).center());
    }
    /// Clicks a row of the grid.
    void clickRow(int row, Qt::KeyboardModifiers modifiers = {})
    {
        const QModelIndex index = grid()->model()->index(row, static_cast<int>(DeviceColumn::Name));
        grid()->scrollTo(index);
        QTest::mouseClick(grid()->viewport(), Qt::LeftButton, modifiers, grid()->visualRect(index).center());
    }
    /// Clicks a header of the grid: sorts by it.
    void clickHeader(DeviceColumn column)
    {
        QHeaderView *header = grid()->horizontalHeader();
        const int section = static_cast<int>(column);
        grid()->scrollTo(grid()->model()->index(0, section));
        const QPoint place(header->sectionViewportPosition(section) + header->sectionSize(section) / 2,
                           header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    }

    QTemporaryDir profile;
    Theme theme;
    Steward steward;
    MainWindow window{steward, theme, profile.path()};
};
