// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pretendserver.h"
#include "ui/devices/rawdevicedialog.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

/// A device as the server gives it.
class TestRawDeviceDialog : public QObject
{
    Q_OBJECT

private:
    QString state() const { return m_dialog->findChild<QLabel *>(u"rawDeviceState"_s)->text(); }
    QString text() const { return m_dialog->findChild<QPlainTextEdit *>(u"rawDeviceText"_s)->toPlainText(); }
    QPushButton *button(const QString &name) const { return m_dialog->findChild<QPushButton *>(name); }
    void open()
    {
        m_dialog = new RawDeviceDialog(m_session->client(), DeviceId(u"d1"_s), CompanyId(u"7"_s),
                                       u"<b>PC</b>"_s, *m_theme);
        m_dialog->show();
    }
    bool isAnswered() const { return button(u"askRawDeviceAgain"_s)->isEnabled(); }

    static constexpr const char *target = "/device/summary?company_id=7&device_id=d1";
    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Theme> m_theme;
    QPointer<RawDeviceDialog> m_dialog;

private slots:
    void init()
    {
        m_server = std::make_unique<PretendServer>();
        m_session = m_server->session();
        m_theme = std::make_unique<Theme>();
    }

    void cleanup()
    {
        delete m_dialog;
        m_session.reset();
        m_server.reset();
    }

    void everyFieldIsShownAndCopied()
    {
        m_server->set(target,
                      "[{\"device_id\":\"d1\",\"name\":\"<b>PC</b>\",\"not_documented\":[1,{\"a\":null}]}]");
        open();
        QTRY_VERIFY(isAnswered());
        QVERIFY(text().contains(u"\"not_documented\""_s));
        QVERIFY(text().contains(u"<b>PC</b>"_s));
        QVERIFY(state().startsWith(u"As IDrive gave it at "_s));
        QCOMPARE(m_dialog->windowTitle(), u"Raw data of <b>PC</b>"_s);
        QTest::mouseClick(button(u"copyRawDevice"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), text());
    }

    void aDeviceThatIsGoneIsSaid_inBothShapesOfTheAnswer()
    {
        m_server->set(target, "[]");
        open();
        QTRY_VERIFY(isAnswered());
        QVERIFY(state().startsWith(u"IDrive does not know this device"_s));
        QVERIFY(!button(u"copyRawDevice"_s)->isEnabled());
        delete m_dialog;
        m_server->setAnswer(
            target,
            {.bytes = httpAnswer(400, "application/json", "{\"type\":\"entity_not_found\",\"code\":400}")});
        open();
        QTRY_VERIFY(isAnswered());
        QVERIFY(state().startsWith(u"IDrive does not know this device"_s));
    }

    void troubleKeepsWhatWasShown_andIsAskedAgain()
    {
        m_server->set(target, "[{\"device_id\":\"d1\"}]");
        open();
        QTRY_VERIFY(isAnswered());
        m_server->setAnswer(target, {.bytes = httpAnswer(401, "application/json", "{}")});
        QTest::mouseClick(button(u"askRawDeviceAgain"_s), Qt::LeftButton);
        QTRY_VERIFY(isAnswered());
        QVERIFY(state().contains(u"refused the API key"_s));
        QVERIFY(text().contains(u"d1"_s));
        m_session.reset(); // the account is closed
        QTest::mouseClick(button(u"askRawDeviceAgain"_s), Qt::LeftButton);
        QVERIFY(state().startsWith(u"This account was closed."_s));
    }

    void F42_theDialogCloses_whileTheAnswerIsUnderWay()
    {
        m_server->setAnswer(target, {.bytes = jsonAnswer("[]"), .gate = "late"});
        open();
        QTRY_COMPARE(m_server->count(target), 1);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        m_server->bytes().open("late");
        QTRY_COMPARE(m_server->bytes().openConnections(), 0); // the question was taken off the wire
    }
};

QTEST_MAIN(TestRawDeviceDialog)
#include "tst_rawdevicedialog.moc"
