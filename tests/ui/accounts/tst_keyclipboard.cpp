// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/keyclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// I17: the key is on the clipboard because somebody asked for it, for a while, and only as long as nothing else is.
class TestKeyClipboard : public QObject
{
    Q_OBJECT

private slots:
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

private:
    static Secret key() { return Secret(QByteArrayLiteral("canary-0123456789")); }
};

QTEST_MAIN(TestKeyClipboard)
#include "tst_keyclipboard.moc"
