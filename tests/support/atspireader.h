// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QList>
#include <QString>
#include <QVariant>

#include <functional>
#include <optional>

/// One accessible object of another program, as a screen reader sees it.
struct AtSpiObject
{
    QString service; ///< The program's name on the accessibility bus.
    QString path;

    bool isNull() const { return path.isEmpty(); }
};

/// Reads other programs' windows over AT-SPI, from this process, as a screen reader does: through the accessibility bus of the session's
/// D-Bus. Source: the interfaces org.a11y.atspi.* of at-spi2-core.
class AtSpiReader
{
public:
    /// Connects to the accessibility bus; starts it when it is not there. False when there is none.
    bool connectToBus();

    /// Programs that can be read.
    QList<AtSpiObject> programs();
    QList<AtSpiObject> children(const AtSpiObject &object);
    QString name(const AtSpiObject &object);
    QString roleName(const AtSpiObject &object);
    /// Depth first; the first object with this role (empty: any) and the wanted name.
    std::optional<AtSpiObject> find(const AtSpiObject &root, const QString &role, const QString &wanted);
    /// Depth first; the first object for which \a isIt is true.
    std::optional<AtSpiObject> find(const AtSpiObject &root,
                                    const std::function<bool(const AtSpiObject &)> &isIt);

    int rowCount(const AtSpiObject &table);
    int columnCount(const AtSpiObject &table);
    AtSpiObject cell(const AtSpiObject &table, int row, int column);
    /// Does what a click does. False when the object has no such action.
    bool press(const AtSpiObject &button);

private:
    QVariant property(const AtSpiObject &object, QLatin1StringView interface, const QString &name);

    std::optional<QDBusConnection> m_bus;
};
