// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/atspireader.h"

#include <QDBusArgument>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace {

constexpr int callLimitMs = 5000;
constexpr auto accessibleInterface = "org.a11y.atspi.Accessible"_L1;
constexpr auto tableInterface = "org.a11y.atspi.Table"_L1;
constexpr auto actionInterface = "org.a11y.atspi.Action"_L1;

AtSpiObject readReference(const QDBusArgument &argument)
{
    QString service;
    QDBusObjectPath path;
    argument.beginStructure();
    argument >> service >> path;
    argument.endStructure();
    // the null object has a path of its own
    return path.path().endsWith("/null"_L1) ? AtSpiObject{} : AtSpiObject{service, path.path()};
}

QDBusMessage call(const QDBusConnection &bus, const AtSpiObject &object, QLatin1StringView interface,
                  const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(object.service, object.path, interface, method);
    message.setArguments(arguments);
    return bus.call(message, QDBus::Block, callLimitMs);
}

} // namespace

bool AtSpiReader::connectToBus()
{
    QDBusMessage ask = QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s,
                                                      u"org.a11y.Bus"_s, u"GetAddress"_s);
    const QDBusReply<QString> address = QDBusConnection::sessionBus().call(ask, QDBus::Block, callLimitMs);
    if (!address.isValid())
        return false;
    m_bus = QDBusConnection::connectToBus(address.value(), u"accessibility"_s);
    return m_bus->isConnected();
}

QList<AtSpiObject> AtSpiReader::programs()
{
    return children({u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s});
}

QList<AtSpiObject> AtSpiReader::children(const AtSpiObject &object)
{
    QList<AtSpiObject> found;
    const QDBusMessage answer = call(*m_bus, object, accessibleInterface, u"GetChildren"_s);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return found;
    const auto list = answer.arguments().constFirst().value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        const AtSpiObject child = readReference(list);
        if (!child.isNull())
            found.append(child);
    }
    list.endArray();
    return found;
}

QVariant AtSpiReader::property(const AtSpiObject &object, QLatin1StringView interface, const QString &name)
{
    const QDBusMessage answer =
        call(*m_bus, object, "org.freedesktop.DBus.Properties"_L1, u"Get"_s, {QString(interface), name});
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return {};
    return answer.arguments().constFirst().value<QDBusVariant>().variant();
}

QString AtSpiReader::name(const AtSpiObject &object)
{
    return property(object, accessibleInterface, u"Name"_s).toString();
}

QString AtSpiReader::roleName(const AtSpiObject &object)
{
    const QDBusReply<QString> role = call(*m_bus, object, accessibleInterface, u"GetRoleName"_s);
    return role.isValid() ? role.value() : QString();
}

std::optional<AtSpiObject> AtSpiReader::find(const AtSpiObject &root, const QString &role,
                                             const QString &wanted)
{
    return find(root, [&](const AtSpiObject &object) {
        return (role.isEmpty() || roleName(object) == role) && name(object) == wanted;
    });
}

std::optional<AtSpiObject> AtSpiReader::find(const AtSpiObject &root,
                                             const std::function<bool(const AtSpiObject &)> &isIt)
{
    if (isIt(root))
        return root;
    // tables and trees have thousands of children; what is searched for are controls
    const QString role = roleName(root);
    if (role == "table"_L1 || role == "tree"_L1 || role == "tree table"_L1)
        return std::nullopt;
    for (const AtSpiObject &child : children(root)) {
        if (const auto found = find(child, isIt))
            return found;
    }
    return std::nullopt;
}

int AtSpiReader::rowCount(const AtSpiObject &table)
{
    return property(table, tableInterface, u"NRows"_s).toInt();
}

int AtSpiReader::columnCount(const AtSpiObject &table)
{
    return property(table, tableInterface, u"NColumns"_s).toInt();
}

AtSpiObject AtSpiReader::cell(const AtSpiObject &table, int row, int column)
{
    const QDBusMessage answer = call(*m_bus, table, tableInterface, u"GetAccessibleAt"_s, {row, column});
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return {};
    return readReference(answer.arguments().constFirst().value<QDBusArgument>());
}

bool AtSpiReader::press(const AtSpiObject &button)
{
    const int actions = property(button, actionInterface, u"NActions"_s).toInt();
    for (int i = 0; i < actions; ++i) {
        const QDBusReply<QString> action = call(*m_bus, button, actionInterface, u"GetName"_s, {i});
        if (!action.isValid() || action.value() != "Press"_L1)
            continue;
        const QDBusReply<bool> done = call(*m_bus, button, actionInterface, u"DoAction"_s, {i});
        return done.isValid() && done.value();
    }
    return false;
}
