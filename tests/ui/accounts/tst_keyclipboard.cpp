// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/keyclipboard.h"

#include <QClipboard>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString ownSession = u"/org/freedesktop/login1/session/_32"_s;
const QString screenSaver = u"org.freedesktop.ScreenSaver"_s;
const QString manager = u"org.freedesktop.login1.Manager"_s;
const QString session = u"org.freedesktop.login1.Session"_s;
const QString properties = u"org.freedesktop.DBus.Properties"_s;

/// What logind and a screen saver say, on the bus of the test.
class PretendDesktop : public QDBusVirtualObject
{
public:
    PretendDesktop() : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s)) { }
    ~PretendDesktop() override { QDBusConnection::disconnectFromBus(m_bus.name()); }

    bool start()
    {
        return m_bus.registerVirtualObject(u"/org/freedesktop/login1"_s, this)
            && m_bus.registerService(u"org.freedesktop.login1"_s);
    }
    void say(const QString &path, const QString &interface, const QString &name,
             const QVariantList &arguments)
    {
        QDBusMessage signal = QDBusMessage::createSignal(path, interface, name);
        signal.setArguments(arguments);
        QVERIFY(m_bus.send(signal));
    }
    int questions() const { return m_questions; }
    void forgetQuestions() { m_questions = 0; }

    QString introspect(const QString & /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.member() != u"GetSession")
            return false;
        ++m_questions;
        return connection.send(message.createReply(QVariant::fromValue(QDBusObjectPath(ownSession))));
    }

private:
    QDBusConnection m_bus;
    int m_questions = 0;
};

} // namespace

/// I17: the key is on the clipboard because somebody asked for it, for a while, and only as long as nothing else is.
class TestKeyClipboard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_desktop.start()); }

    void I17_theKeyIsTakenAwayAfterAWhile()
    {
        KeyClipboard clipboard(20ms);
        QSignalSpy wiped(&clipboard, &KeyClipboard::wiped);
        clipboard.copy(key());
        QCOMPARE(QGuiApplication::clipboard()->text(), u"canary-0123456789"_s);
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), "secret"_ba);
        QVERIFY(wiped.wait());
        QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    }

    void I17_whatWasCopiedMeanwhileStays()
    {
        KeyClipboard clipboard(1h);
        clipboard.copy(key());
        QGuiApplication::clipboard()->setText(u"something else"_s);
        clipboard.wipe();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"something else"_s);
    }

    void I17_itIsTakenAwayWhenStewardEnds()
    {
        {
            KeyClipboard clipboard(1h);
            clipboard.copy(key());
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    }

    void I17_itIsTakenAwayWhenThePersonLeaves_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("interface");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QVariantList>("arguments");
        QTest::addColumn<bool>("leaves");
        const QString login = u"/org/freedesktop/login1"_s;
        const auto locked = [](bool is) {
            return QVariantList{session, QVariantMap{{u"LockedHint"_s, is}}, QStringList()};
        };
        QTest::newRow("the screen saver")
            << u"/ScreenSaver"_s << screenSaver << u"ActiveChanged"_s << QVariantList{true} << true;
        QTest::newRow("it ends") << u"/ScreenSaver"_s << screenSaver << u"ActiveChanged"_s
                                 << QVariantList{false} << false;
        QTest::newRow("GNOME's") << u"/org/gnome/ScreenSaver"_s << u"org.gnome.ScreenSaver"_s
                                 << u"ActiveChanged"_s << QVariantList{true} << true;
        QTest::newRow("to sleep") << login << manager << u"PrepareForSleep"_s << QVariantList{true} << true;
        QTest::newRow("awake") << login << manager << u"PrepareForSleep"_s << QVariantList{false} << false;
        QTest::newRow("a lock") << ownSession << session << u"Lock"_s << QVariantList() << true;
        QTest::newRow("a lock of somebody else")
            << u"/org/freedesktop/login1/session/_39"_s << session << u"Lock"_s << QVariantList() << false;
        QTest::newRow("locked") << ownSession << properties << u"PropertiesChanged"_s << locked(true) << true;
        QTest::newRow("unlocked") << ownSession << properties << u"PropertiesChanged"_s << locked(false)
                                  << false;
    }

    void I17_itIsTakenAwayWhenThePersonLeaves()
    {
        m_desktop.forgetQuestions();
        QFETCH(const QString, path);
        QFETCH(const QString, interface);
        QFETCH(const QString, name);
        QFETCH(const QVariantList, arguments);
        QFETCH(const bool, leaves);
        KeyClipboard clipboard(1h);
        QSignalSpy wiped(&clipboard, &KeyClipboard::wiped);
        clipboard.copy(key());
        QVERIFY(isListening());
        m_desktop.say(path, interface, name, arguments);
        QVERIFY(hearEverything());
        QCOMPARE(wiped.size(), leaves ? 1 : 0);
        QCOMPARE(QGuiApplication::clipboard()->text(), leaves ? QString() : u"canary-0123456789"_s);
    }

    void I17_whatWasCopiedBeforeTheLockStays()
    {
        KeyClipboard clipboard(1h);
        clipboard.copy(key());
        QVERIFY(isListening());
        QGuiApplication::clipboard()->setText(u"a shopping list"_s);
        m_desktop.say(u"/ScreenSaver"_s, screenSaver, u"ActiveChanged"_s, {true});
        QVERIFY(hearEverything());
        QCOMPARE(QGuiApplication::clipboard()->text(), u"a shopping list"_s);
    }

private:
    static Secret key() { return Secret(QByteArrayLiteral("canary-0123456789")); }

    /// The clipboard has been told which session is its own, and the bus knows what it listens to.
    bool isListening()
    {
        return QTest::qWaitFor([this] { return m_desktop.questions() > 0; }) && hearEverything()
            && hearEverything();
    }
    /// What the desktop says comes in its order: when this last word has come, all before it have.
    bool hearEverything()
    {
        const QPointer<QObject> listener(new QObject);
        QDBusConnection::sessionBus().connect({}, {}, u"test.Last"_s, u"Word"_s, listener.get(),
                                              SLOT(deleteLater()));
        for (const QDBusConnection &bus : {QDBusConnection::sessionBus(), QDBusConnection::systemBus()})
            bus.interface()->isServiceRegistered(u"test.Nobody"_s); // what was asked of it before is done
        m_desktop.say(u"/"_s, u"test.Last"_s, u"Word"_s, {});
        return QTest::qWaitFor([&listener] { return listener.isNull(); });
    }

    PretendDesktop m_desktop;
};

int main(int argc, char *argv[])
{
    // the one bus is both; before anybody asks for either
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS"));
    const QGuiApplication application(argc, argv);
    TestKeyClipboard test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keyclipboard.moc"
