// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrolment/inspectorwindow.h"
#include "ui/enrolment/linkopener.h"
#include "ui/window/theme.h"

#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>
#include <QUrl>

using namespace Qt::StringLiterals;

/// What may reach the browser, and what a pasted text may do.
class TestLinkOpener : public QObject
{
    Q_OBJECT

private slots:
    void I9_noHostileLinkIsOpened_data()
    {
        QTest::addColumn<QString>("link");
        for (const char *link : {"javascript:alert(1)",
                                 "file:///etc/passwd",
                                 "file://host/share",
                                 "data:text/html,<script>1</script>",
                                 "vbscript:x",
                                 "http://api.idrive360.com/x",
                                 "ftp://api.idrive360.com/x",
                                 "smb://host/share",
                                 "https://api.idrive360.com@evil.example/x",
                                 "https://user:pw@api.idrive360.com/x",
                                 "https://api.idrive360.com:8443/x",
                                 "https://evil.example\\@api.idrive360.com/x",
                                 "https://",
                                 "https:///x",
                                 "//api.idrive360.com/x",
                                 "/etc/passwd",
                                 "C:\\Windows\\system32\\calc.exe",
                                 "mailto:a@b.c",
                                 "steward:x",
                                 "https://api.idrive360.com\n.evil.example/x",
                                 "",
                                 " ",
                                 "$(reboot)",
                                 "; rm -rf ~"})
            QTest::newRow(link) << QString::fromLatin1(link);
    }
    void I9_noHostileLinkIsOpened()
    {
        QFETCH(const QString, link);
        QList<QUrl> opened;
        QWidget window;
        LinkOpener opener(&window, [&opened](const QUrl &url) {
            opened << url;
            return true;
        });
        QSignalSpy said(&opener, &LinkOpener::said);
        opener.open(link, Endpoint::idrive());
        QVERIFY(opened.isEmpty());
        QVERIFY(!window.findChild<QMessageBox *>()); // nor is it asked about
        QCOMPARE(said.count(), 1);
        QVERIFY(!said.first().first().toString().isEmpty());
    }

    void theApisHostIsOpenedAtOnce_anotherIsAskedAboutOnce()
    {
        QList<QUrl> opened;
        QWidget window;
        LinkOpener opener(&window, [&opened](const QUrl &url) {
            opened << url;
            return true;
        });
        opener.open(u"https://api.idrive360.com/api/v1/download/setup/win/T"_s, Endpoint::idrive());
        QCOMPARE(opened.size(), 1);
        opener.open(u"https://<b>evil</b>.example/x"_s, Endpoint::idrive());
        QCOMPARE(opened.size(), 1); // no host is called like that
        opener.open(u"https://other.example/x"_s, Endpoint::idrive());
        auto *box = window.findChild<QMessageBox *>(u"otherHostQuestion"_s);
        QVERIFY(box);
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QVERIFY(box->text().contains(u"other.example"_s));
        QCOMPARE(box->defaultButton()->objectName(), u"leaveOtherHost"_s); // Return is not yes
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(!window.findChild<QMessageBox *>(u"otherHostQuestion"_s));
        QCOMPARE(opened.size(), 1);
        opener.open(u"https://other.example/x"_s, Endpoint::idrive());
        window.findChild<QPushButton *>(u"openOtherHost"_s)->click();
        opener.open(u"https://other.example/y"_s, Endpoint::idrive());
        QCOMPARE(opened.size(), 3);
    }

    void aPastedMailIsTakenApartAndStaysText()
    {
        Theme theme;
        InspectorWindow window(theme);
        window.show();
        const QByteArray id =
            QByteArray(R"({"token":"ATVAWQ17242","encryptionRequired":true,"desktopAppStatus":false})")
                .toBase64();
        window.setOwners({{u"ATVAWQ17242"_s, {u"<b>Acme</b>"_s}}});
        window.setText(
            u"Hello,\n<img src=http://evil.example/x.png>\nhttps://api.idrive360.com/x/FAOBZ417242\n"_s
            + QString::fromLatin1(id));
        const QString all = shownTexts(window);
        QVERIFY2(all.contains(u"<b>Acme</b>"_s), qPrintable(all));
        QVERIFY(all.contains(u"ATVAWQ17242"_s) && all.contains(u"FAOBZ417242"_s));
        QVERIFY(all.contains(u"name different companies"_s));
        QVERIFY(all.contains(u"turns private encryption on"_s));
        QVERIFY(all.contains(u"No company that Steward knows"_s));
        for (const QLabel *label : window.findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(),
                     qPrintable(label->text()));
        QTest::mouseClick(window.findChild<QPushButton *>(u"clearInspection"_s), Qt::LeftButton);
        QTRY_VERIFY(
            window.findChild<QLabel *>(u"inspectionSummary"_s)->text().startsWith(u"Nothing leaves"_s));
        QTest::keyClick(&window, Qt::Key_Escape);
        QVERIFY(!window.isVisible());
    }

private:
    static QString shownTexts(const QWidget &window)
    {
        QStringList texts;
        for (const QLabel *label : window.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        for (const QTextEdit *text : window.findChildren<QTextEdit *>()) {
            if (text->isVisible())
                texts << text->toPlainText();
        }
        return texts.join(u'\n');
    }
};

QTEST_MAIN(TestLinkOpener)
#include "tst_linkopener.moc"
