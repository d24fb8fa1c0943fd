// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/calllog.h"
#include "app/steward/steward.h"
#include "tests/ui/enrolment/kitserver.h"
#include "ui/companies/companypane.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicepage.h"
#include "ui/enrolment/kitview.h"
#include "ui/enrolment/kitwindow.h"
#include "ui/window/mainwindow.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QClipboard>
#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

#include <mutex>

using namespace Qt::StringLiterals;

namespace {

constexpr auto canary = "CANARYTOKEN17242";

std::mutex logMutex;
QByteArray logged;

void keepMessage(QtMsgType, const QMessageLogContext &, const QString &message)
{
    const std::lock_guard lock(logMutex);
    logged += message.toUtf8() + '\n';
}

/// The token as it stands in a link, in an ID, and in the other ways in which a text is written.
QByteArrayList disguises()
{
    const QByteArray plain(canary);
    const QString text = QString::fromLatin1(plain);
    QByteArrayList all{plain, plain.toHex(), plain.toLower(),
                       QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)};
    for (int shift = 0; shift < 3; ++shift) // base64 of it at any place in a longer text
        all << QByteArray(QByteArray(shift, 'x') + plain).toBase64().mid(4, 16);
    return all;
}

} // namespace

/// Links and configuration IDs are shown and copied, and stand nowhere else.
class TestSetupSecrets : public QObject
{
    Q_OBJECT

private slots:
    void I7_linksAndIdsAreInNoFileLogOrExportThatDidNotAskForThem()
    {
        const QtMessageHandler before = qInstallMessageHandler(keepMessage);
        const QTemporaryDir profile;
        const QTemporaryDir exports;
        {
            const ByteServer server([](const ReceivedRequest &request) { return answerTo(request); });
            Theme theme;
            Steward steward;
            MainWindow window(steward, theme, profile.path());
            window.show();
            steward.open(
                {.id = AccountId(u"a"_s), .name = {}, .endpoint = Endpoint::parse(server.address()).value()},
                Secret(QByteArrayLiteral("canary-0123456789abcdef")));
            QTRY_COMPARE(window.devices()->grid()->model()->rowCount(), 1);
            QTRY_VERIFY(!steward.fleet().isReading());
            window.companies()->choose(CompanyKey{AccountId(u"a"_s), CompanyId(u"2"_s)});
            window.findChild<QAction *>(u"copySetupLinkMAC"_s)->trigger();
            QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(QString::fromLatin1(canary)));
            useKit(window);
            exportDevices(window, exports.filePath(u"devices.csv"_s));
            for (const CallRecord &call : steward.session(steward.account()->id)->client().log().records())
                verifyClean(call.target, "the API log");
            window.close();
        }
        qInstallMessageHandler(before);
        verifyClean(logged, "the log");
        int files = 0;
        for (const QString &folder : {profile.path(), exports.path()}) {
            QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (all.hasNext()) {
                QFile file(all.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                verifyClean(file.readAll(), qPrintable(file.fileName()));
                ++files;
            }
        }
        QVERIFY2(files >= 3,
                 qPrintable(QString::number(files))); // window, settings with the texts, the export
    }

private:
    static ByteAnswer answerTo(const ReceivedRequest &request)
    {
        const QByteArray target = request.target();
        if (target.contains("/company/fetch_config_id"))
            return kitAnswer(request, QByteArray("-") + canary);
        if (target.endsWith("/company")) {
            const QByteArray id = QByteArray(QByteArray("{\"token\":\"") + canary + "\"}").toBase64();
            const QByteArray sub = "{\"name\":\"Acme\",\"company_id\":2,\"status\":1,\"configuration_id\":\""
                + id + "\",\"setup_link\":\"https://api.idrive360.com/x/" + canary + "\"}";
            return {.bytes = jsonAnswer(companyJson("1", "Northwind", {sub}, true))};
        }
        if (target.contains("/device/summary"))
            return {.bytes = jsonAnswer(listJson({deviceJson("d1", "2")}))};
        return {.bytes = jsonAnswer("[]")};
    }
    static void useKit(MainWindow &window)
    {
        window.findChild<QAction *>(u"openSetupKit"_s)->trigger();
        auto *kit = window.findChild<KitWindow *>(u"setupKitWindow"_s);
        QVERIFY(kit);
        QTRY_COMPARE(kit->matrix().counts({}).ready, 6);
        kit->findChild<QPushButton *>(u"copyAllKits"_s)->click();
        QSignalSpy kept(kit, &KitWindow::templatesChanged);
        kit->findChild<QPlainTextEdit *>(u"kitTemplate"_s)
            ->setPlainText(u"for {company}: {link} {configuration_id}"_s);
        QTRY_COMPARE(kept.count(), 1); // the person's text is in the settings now, and not what fills it
        kit->close();
    }
    static void exportDevices(MainWindow &window, const QString &file)
    {
        window.devices()->grid()->setFocus();
        window.findChild<QAction *>(u"exportDevices"_s)->trigger();
        window.findChild<QLineEdit *>(u"exportFile"_s)->setText(file);
        auto *start = window.findChild<QPushButton *>(u"startExport"_s);
        QTRY_VERIFY(start->isEnabled());
        start->click();
        QTRY_VERIFY(QFile::exists(file));
    }
    static void verifyClean(const QByteArray &bytes, const char *where)
    {
        for (const QByteArray &disguise : disguises())
            QVERIFY2(!bytes.contains(disguise), where);
    }
};

QTEST_MAIN(TestSetupSecrets)
#include "tst_setupsecrets.moc"
