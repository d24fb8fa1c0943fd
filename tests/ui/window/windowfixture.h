// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/steward/steward.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/pretendserver.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/devicepage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/theme.h"

#include <QTemporaryDir>
#include <QTest>

/// The real window on a profile of its own, before a server that pretends. What the server says is set before open().
class WindowFixture
{
public:
    explicit WindowFixture(Theme &theme,
                           std::shared_ptr<ReadRetries> retries = std::make_shared<ReadRetries>())
        : WindowFixture(theme, std::move(retries), std::make_unique<FakeSecretStore>())
    { }

    static Account account(const PretendServer &server, const QString &id = QStringLiteral("a"))
    {
        return {.id = AccountId(id), .name = {}, .endpoint = Endpoint::parse(server.address()).value()};
    }
    static Secret key() { return Secret(QByteArrayLiteral("canary-0123456789abcdef")); }

    /// Shows the window and opens the account. False when it does not become active, or does not read \a devices in time.
    bool open(qsizetype devices, const QSize &size = {1400, 800})
    {
        window.resize(size);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            return false;
        steward.open(account(server), key());
        return QTest::qWaitFor(
            [&] { return grid()->model()->rowCount() == devices && !steward.fleet().isReading(); });
    }

    DeviceGrid *grid() const { return window.devices()->grid(); }
    /// What stands in a column of the grid, from top to bottom.
    QStringList column(DeviceColumn column) const
    {
        QStringList texts;
        const QAbstractItemModel *model = grid()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, static_cast<int>(column)).data().toString();
        return texts;
    }
    QStringList names() const { return column(DeviceColumn::Name); }

    PretendServer server;
    QTemporaryDir profile;
    Steward steward;
    FakeSecretStore *keyring;
    MainWindow window; // goes before the others

private:
    WindowFixture(Theme &theme, std::shared_ptr<ReadRetries> retries, std::unique_ptr<FakeSecretStore> store)
        : steward(nullptr, std::move(retries)), keyring(store.get()),
          window(steward, theme, profile.path(), std::move(store))
    { }
};
