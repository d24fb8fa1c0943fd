// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/notificationchange.h"
#include "tests/app/changes/changefixture.h"
#include "ui/notifications/notificationeditor.h"
#include "ui/notifications/notificationimport.h"
#include "ui/notifications/notificationmodel.h"
#include "ui/sheets/importmodel.h"
#include "ui/window/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>

#include <mutex>

using namespace Qt::StringLiterals;

/// The editor of e-mail notifications, by clicks and keys, over the wire.
class TestNotificationEditor : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_refusals.clear();
        m_server = std::make_unique<ByteServer>(
            [this](const ReceivedRequest &request) { return answerTo(request); });
        m_steward = std::make_unique<RunnerFixture>(m_server->address(), QString(), ChangeRunner::Setup(),
                                                    ChangeSubjects{std::make_shared<NotificationChange>()});
        m_theme = std::make_unique<Theme>();
    }
    void cleanup()
    {
        m_editor.reset();
        m_steward.reset();
        m_server.reset();
        m_theme.reset();
    }

    void nothingIsPresetAndNothingCanBeSentBeforeItIsWhole()
    {
        open({device(1)});
        QVERIFY(!set()->isEnabled());
        for (const QCheckBox *box : m_editor->findChildren<QCheckBox *>()) {
            if (box->objectName().startsWith("backupSet"_L1))
                QVERIFY(!box->isChecked());
        }
        QVERIFY(texts().contains(u"present setting cannot be read"_s));
        check(u"backupSetDEFAULT"_s);
        choose(u"mailON_FAILURE"_s);
        QTRY_COMPARE(summary(), u"Name at least one address, or choose Never."_s);
        type(u"nobody"_s);
        QTRY_VERIFY(summary().contains(u"needs one @"_s));
        QVERIFY(!set()->isEnabled());
        type(u"Eve <eve@b.example>"_s);
        QTRY_VERIFY(set()->isEnabled());
        QCOMPARE(cell(0, NotificationModel::SentColumn), u"When a backup fails, to eve@b.example"_s);
    }

    void I12_itAsksOnce_andReturnIsNotYes()
    {
        open({device(1)});
        fillIn();
        QTest::mouseClick(set(), Qt::LeftButton);
        QVERIFY(m_server->requests().isEmpty());
        QVERIFY(texts().contains(u"This replaces the notification of PC 1"_s));
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QVERIFY(m_server->requests().isEmpty());
        QTest::keyClick(m_editor.get(), Qt::Key_Escape); // a step back
        QVERIFY(m_editor->isVisible());
        QCOMPARE(set()->text(), u"Set 1 notification"_s);
        QTest::mouseClick(set(), Qt::LeftButton);
        QCOMPARE(set()->text(), u"Replace 1 notification"_s);
        QTest::mouseClick(set(), Qt::LeftButton);
        QTRY_COMPARE(cell(0, NotificationModel::ResultColumn), u"Done: set"_s);
        QCOMPARE(m_server->requests().size(), 1);
        QCOMPARE(m_server->requests().constFirst().body.count("eve@b.example"), 1);
    }

    void eachDeviceAndSetIsAChange_andWhatLacksTheSetIsLeftOut()
    {
        std::vector<NotifiedDevice> devices{device(1), device(2), device(3)};
        devices[1].sets = QStringList{u"LOCAL"_s};
        open(devices);
        QAbstractItemModelTester tester(table()->model());
        fillIn();
        check(u"backupSetENTIRE_MACHINE"_s);
        QTRY_COMPARE(set()->text(), u"Set 4 notifications"_s);
        QVERIFY(summary().contains(u"2 are left out"_s));
        send();
        QTRY_VERIFY(summary().startsWith(u"Sent: 4 done"_s));
        QCOMPARE(m_server->requests().size(), 4);
        QVERIFY(cell(2, NotificationModel::ResultColumn).startsWith(u"Left out"_s));
    }

    void F29_aRefusalStandsAtItsDeviceWithItsField()
    {
        m_refusals[u"D2"_s] = "backup_set";
        m_refusals[u"D3"_s] = "emails";
        open({device(1), device(2), device(3)});
        fillIn();
        send();
        QTRY_VERIFY(summary().startsWith(u"Sent:"_s));
        QCOMPARE(cell(0, NotificationModel::ResultColumn), u"Done: set"_s);
        QVERIFY2(cell(1, NotificationModel::ResultColumn).contains(errorFieldLabel(ErrorField::BackupSet)),
                 qPrintable(cell(1, NotificationModel::ResultColumn)));
        QVERIFY(cell(2, NotificationModel::ResultColumn).contains(errorFieldLabel(ErrorField::Emails)));
        QVERIFY(cell(2, NotificationModel::ResultColumn).contains(u"words of the server"_s));
        m_refusals.clear(); // mended meanwhile
        QTRY_COMPARE(set()->text(), u"Send again what failed: 2"_s);
        QTest::mouseClick(set(), Qt::LeftButton);
        QTRY_VERIFY(summary().startsWith(u"Sent: 3 done"_s));
        QCOMPARE(m_server->requests().size(), 5); // what was done is not sent again
    }

    void neverSendsAnEmptyList()
    {
        open({device(1)});
        check(u"backupSetLOCAL"_s);
        choose(u"mailNEVER"_s);
        QTRY_VERIFY(set()->isEnabled());
        send();
        QTRY_COMPARE(cell(0, NotificationModel::ResultColumn), u"Done: set"_s);
        QVERIFY(m_server->requests().constFirst().body.contains("\"emails\":[]"));
    }

    void aSheetIsPreviewedByTheEditorAndSentByTheSameRun()
    {
        auto *import =
            new NotificationImport({.byId =
                                        [](const QString &id) {
                                            return id == "D9"_L1
                                                ? std::vector<NotifiedDevice>()
                                                : std::vector{device(QStringView(id).mid(1).toInt())};
                                        },
                                    .byName =
                                        [](const QString &, const QString &) {
                                            return std::vector<NotifiedDevice>();
                                        }},
                                   {}, *m_theme);
        import->show();
        connect(import, &NotificationImport::previewRequested, this, [this, import] {
            open(import->notifications()->devices(), true, import->notifications()->planned());
        });
        auto *preview = import->findChild<QPushButton *>(u"previewNotifications"_s);
        import->findChild<QPlainTextEdit *>(u"importPaste"_s)
            ->setPlainText(u"Device ID\tBackup set\tType\tTo\nD1\tLOCAL\tALWAYS\ta@b.example\n"
                           u"D9\tLOCAL\tNEVER\t\nD2\tDEFAULT\tNEVER\t"_s);
        QTRY_COMPARE(preview->text(), u"Preview 2 settings…"_s);
        const auto *shown = import->findChild<ImportModel *>();
        QVERIFY(shown->index(1, shown->columnCount() - 1).data().toString().contains(u"Line 3, column 1"_s));
        QTest::keyClick(import, Qt::Key_Return);
        QVERIFY(!m_editor);
        QTest::mouseClick(preview, Qt::LeftButton);
        QVERIFY(m_editor);
        QVERIFY(m_server->requests().isEmpty()); // it asks first
        QVERIFY(!m_editor->findChild<QWidget *>(u"notificationForm"_s)->isVisible());
        QCOMPARE(cell(0, NotificationModel::SentColumn), u"After every backup, to a@b.example"_s);
        QCOMPARE(set()->text(), u"Set 2 notifications"_s);
        send();
        QTRY_VERIFY(summary().startsWith(u"Sent: 2 done"_s));
        QCOMPARE(m_server->requests().size(), 2);
        QVERIFY(m_server->requests().constLast().body.contains("NEVER"));
    }

    void aClosedAccountSendsNothingAndSaysSo()
    {
        open({device(1)}, false);
        fillIn();
        send();
        QVERIFY(texts().contains(u"The account is not open"_s));
        QVERIFY(m_server->requests().isEmpty());
    }

private:
    ByteAnswer answerTo(const ReceivedRequest &request)
    {
        const QString device = QJsonDocument::fromJson(request.body).object()["device_id"_L1].toString();
        const QByteArray field = m_refusals.value(device);
        if (field.isEmpty())
            return {.bytes = jsonAnswer(R"({"ok":true})")};
        return {.bytes = httpAnswer(400, "application/json",
                                    R"({"ok":false,"type":"invalid_parameter","message":"","code":400,)"
                                    R"("errors":[{"type":"invalid_parameter","field":")"
                                        + field + R"(","message":"words of the server"}]})")};
    }
    static NotifiedDevice device(int number)
    {
        return {.key = {AccountId(u"a"_s), DeviceId(u"D%1"_s.arg(number))},
                .name = u"PC %1"_s.arg(number),
                .company = u"Acme"_s};
    }
    void open(std::vector<NotifiedDevice> devices, bool isOpen = true,
              std::vector<PlannedNotification> planned = {})
    {
        m_editor = std::make_unique<NotificationEditor>(
            NotificationEditor::Setup{.devices = std::move(devices),
                                      .runner = [this, isOpen](const AccountId &) -> ChangeRunner * {
                                          return isOpen ? m_steward->runner.get() : nullptr;
                                      },
                                      .planned = std::move(planned)},
            *m_theme);
        m_editor->setAttribute(Qt::WA_DeleteOnClose, false);
        m_editor->show();
    }
    void fillIn()
    {
        check(u"backupSetDEFAULT"_s);
        choose(u"mailON_FAILURE"_s);
        type(u"eve@b.example"_s);
        QTRY_VERIFY(set()->isEnabled());
    }
    void send()
    {
        QTest::mouseClick(set(), Qt::LeftButton);
        QTest::mouseClick(set(), Qt::LeftButton);
    }
    void check(const QString &name) { m_editor->findChild<QCheckBox *>(name)->click(); }
    void choose(const QString &name) { m_editor->findChild<QRadioButton *>(name)->click(); }
    void type(const QString &text)
    {
        m_editor->findChild<QPlainTextEdit *>(u"notificationEmails"_s)->setPlainText(text);
    }
    QPushButton *set() const { return m_editor->findChild<QPushButton *>(u"setNotifications"_s); }
    QTableView *table() const { return m_editor->findChild<QTableView *>(u"notificationPreview"_s); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QString summary() const { return m_editor->findChild<QLabel *>(u"notificationSummary"_s)->text(); }
    QString texts() const
    {
        QString all;
        for (const QTextEdit *text : m_editor->findChildren<QTextEdit *>()) {
            if (text->isVisible())
                all += text->toPlainText() + u'\n';
        }
        return all;
    }

    QHash<QString, QByteArray> m_refusals; // written before anything is sent, or while nothing is
    std::unique_ptr<ByteServer> m_server;
    std::unique_ptr<RunnerFixture> m_steward;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<NotificationEditor> m_editor;
};

QTEST_MAIN(TestNotificationEditor)
#include "tst_notificationeditor.moc"
