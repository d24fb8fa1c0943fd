// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/enrolment/kitserver.h"
#include "ui/enrolment/kitmodel.h"
#include "ui/enrolment/kitview.h"
#include "ui/enrolment/kitwindow.h"
#include "ui/enrolment/qrview.h"
#include "ui/window/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// The setup kit window, by clicks and keys.
class TestKitWindow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server =
            std::make_unique<ByteServer>([](const ReceivedRequest &request) { return kitAnswer(request); });
        m_session = std::make_unique<Session>(
            Account{.id = AccountId(u"a"_s), .endpoint = Endpoint::parse(m_server->address()).value()},
            Secret(QByteArrayLiteral("canary-0123456789abcdef")));
        m_theme = std::make_unique<Theme>();
        m_opened.clear();
        m_window = std::make_unique<KitWindow>(
            KitWindow::Setup{
                .asker = [this](const AccountId &) { return m_session ? &m_session->client() : nullptr; },
                .templates = {},
                .launch =
                    [this](const QUrl &url) {
                        m_opened << url;
                        return true;
                    }},
            *m_theme);
        m_window->setCompanies({company(1, u"Acme & Söhne"_s), company(2, u"Beta"_s), company(3, u"=1+2"_s)});
    }
    void cleanup()
    {
        m_window.reset();
        m_session.reset();
        m_server.reset();
        m_theme.reset();
    }

    void oneCompanyIsAskedForAtOnce_andItsCellsAreCopied()
    {
        QAbstractItemModelTester tester(view()->model());
        m_window->open({key(1)});
        QTRY_COMPARE(cellText(0, SetupSystem::Deb), u"T117242"_s);
        QCOMPARE(m_server->requests().size(), 6);
        view()->setCurrentIndex(view()->model()->index(0, KitModel::columnOf(SetupSystem::Mac)));
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard(), u"https://api.idrive360.com/api/v1/download/setup/mac/T117242"_s);
        QCOMPARE(label(u"kitSaid"_s), u"Setup link of Acme & Söhne for macOS copied"_s);
        QTest::keyClick(view(), Qt::Key_Return);
        QCOMPARE(view()->model()->index(0, KitModel::FlagsColumn).data().toString(),
                 u"private no, full no"_s);
        find<QPushButton>(u"copyKitId"_s)->click();
        QVERIFY(QByteArray::fromBase64(clipboard().toLatin1()).contains("T117242"));
        QVERIFY(m_window->findChild<QrView *>(u"setupLinkQr"_s)->hasCode());
        QVERIFY(view()
                    ->model()
                    ->index(0, KitModel::columnOf(SetupSystem::Mac))
                    .data(Qt::ToolTipRole)
                    .toString()
                    .isEmpty());
    }

    void theCopyButtonOfACellCopiesByOneClick()
    {
        m_window->open({key(2)});
        QTRY_COMPARE(cellText(0, SetupSystem::Deb), u"T217242"_s);
        const QRect cell =
            view()->visualRect(view()->model()->index(0, KitModel::columnOf(SetupSystem::Msi)));
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, {cell.right() - 12, cell.center().y()});
        QCOMPARE(clipboard(), u"https://api.idrive360.com/api/v1/download/setup/msi/T217242"_s);
        QGuiApplication::clipboard()->setText(u"as before"_s);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, {cell.left() + 12, cell.center().y()});
        QCOMPARE(clipboard(), u"as before"_s); // it is selected, and no more
    }

    void manyAreAskedForWhenTheButtonIsPressed()
    {
        m_window->open({key(1), key(2), key(3)});
        QCOMPARE(find<QPushButton>(u"askKits"_s)->text(), u"Get 18 links"_s);
        QVERIFY(m_server->requests().isEmpty());
        find<QPushButton>(u"askKits"_s)->click();
        QTRY_COMPARE(find<QPushButton>(u"askKits"_s)->text(), u"Read again"_s);
        view()->setCurrentIndex(view()->model()->index(0, KitModel::columnOf(SetupSystem::Rpm)));
        view()->copyColumnAction()->trigger();
        QCOMPARE(clipboard().count(u'\n'), 4);
        QVERIFY(clipboard().contains(u"Beta\thttps://api.idrive360.com/api/v1/download/setup/rpm/T217242"_s));
        QVERIFY(clipboard().contains(u"'=1+2\t"_s)); // no formula on a spreadsheet
        find<QPushButton>(u"copyAllKits"_s)->click();
        QCOMPARE(clipboard().count(u'\n'), 19);
        QCOMPARE(label(u"kitSaid"_s), u"18 links with their configuration IDs copied"_s);
    }

    void theSearchFindsCompanies_andAllShownAreChecked()
    {
        m_window->open({});
        QVERIFY(!find<QPushButton>(u"askKits"_s)->isEnabled());
        QTest::keyClicks(find<QLineEdit>(u"findKitCompany"_s), u"be"_s);
        auto *list = find<QListWidget>(u"kitCompanies"_s);
        QVERIFY(list->isRowHidden(0) && !list->isRowHidden(1));
        QTest::mouseClick(find<QToolButton>(u"checkShownCompanies"_s), Qt::LeftButton);
        QCOMPARE(view()->model()->rowCount(), 1);
        find<QLineEdit>(u"findKitCompany"_s)->clear();
        list->item(0)->setCheckState(Qt::Checked);
        QCOMPARE(view()->model()->rowCount(), 2);
        QTest::mouseClick(find<QToolButton>(u"uncheckShownCompanies"_s), Qt::LeftButton);
        QCOMPARE(view()->model()->rowCount(), 0);
    }

    void privateEncryptionWarns_andAsksAnew()
    {
        m_window->open({key(1)});
        QTRY_COMPARE(cellText(0, SetupSystem::Deb), u"T117242"_s);
        find<QCheckBox>(u"kitPrivateEncryption"_s)->click();
        QTRY_COMPARE(view()->model()->index(0, KitModel::FlagsColumn).data().toString(),
                     u"private yes, full no"_s);
        QTRY_COMPARE(m_server->requests().size(), 12);
        QVERIFY(texts().contains(u"IDrive does not keep that key"_s));
        find<QCheckBox>(u"kitPrivateEncryption"_s)->click();
        QVERIFY(!texts().contains(u"IDrive does not keep that key"_s));
        QCOMPARE(m_server->requests().size(), 12); // known already
    }

    void aTextOfOnesOwnIsFilledIn_andKept()
    {
        QSignalSpy kept(m_window.get(), &KitWindow::templatesChanged);
        m_window->open({key(1), key(2)});
        find<QPushButton>(u"askKits"_s)->click();
        QTRY_COMPARE(m_window->matrix().counts({}).ready, 12);
        auto *text = find<QPlainTextEdit>(u"kitTemplate"_s);
        text->setPlainText(u"Hello {company},\n{link_mac} {nothing}"_s);
        QCOMPARE(
            find<QPlainTextEdit>(u"kitPreview"_s)->toPlainText(),
            u"Hello Acme & Söhne,\nhttps://api.idrive360.com/api/v1/download/setup/mac/T117242 {nothing}"_s);
        QCOMPARE(label(u"kitTemplateProblems"_s),
                 u"{nothing} is no field and stays as it is (line 2, column 12)."_s);
        find<QCheckBox>(u"kitTemplateIsScript"_s)->click();
        QVERIFY(label(u"kitPreviewDoubts"_s).contains(u'&'));
        QTRY_VERIFY(!kept.isEmpty());
        const auto templates = kept.constLast().first().value<QList<KitTemplate>>();
        QVERIFY(templates.first().text.contains(u"{link_mac}"_s));
        QVERIFY(!templates.first().text.contains(u"T117242"_s)); // the template alone is kept
        find<QPushButton>(u"copyKitTextForAll"_s)->click();
        QVERIFY(clipboard().contains(u"Hello Beta"_s) && clipboard().contains(u"/mac/T217242"_s));
        QVERIFY(label(u"kitSaid"_s).contains(u"for 2 companies"_s));
    }

    void theSheetHasTheColumnsThatWereChosen()
    {
        m_window->open({key(1), key(3)});
        find<QPushButton>(u"askKits"_s)->click();
        QTRY_COMPARE(m_window->matrix().counts({}).ready, 12);
        find<QPushButton>(u"exportKits"_s)->click();
        auto *check = m_window->findChild<QCheckBox *>(u"kitColumn8"_s);
        QVERIFY(check->isChecked());
        check->click();
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"kit.csv"_s);
        m_window->findChild<QLineEdit *>(u"exportFile"_s)->setText(file);
        auto *start = m_window->findChild<QPushButton *>(u"startExport"_s);
        QTRY_COMPARE(start->text(), u"Export 12 rows"_s);
        start->click();
        QTRY_VERIFY(QFile::exists(file));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArrayList lines = written.readAll().split('\n');
        QCOMPARE(lines.first().trimmed().replace("\xEF\xBB\xBF", ""),
                 R"("Company","Company ID","System","Setup link","Configuration ID")");
        QVERIFY(lines.at(7).contains("'=1+2"));
    }

    void aLinkIsOpenedAtIdrivesHostAfterOneQuestion()
    {
        m_window->open({key(1)}); // the account's own host is 127.0.0.1
        QTRY_COMPARE(cellText(0, SetupSystem::Win), u"T117242"_s);
        find<QPushButton>(u"openKitLink"_s)->click();
        QTRY_VERIFY(m_window->findChild<QPushButton *>(u"openOtherHost"_s));
        QVERIFY(m_opened.isEmpty());
        m_window->findChild<QPushButton *>(u"openOtherHost"_s)->click();
        QCOMPARE(m_opened.size(), 1);
        find<QPushButton>(u"openKitLink"_s)->click();
        QCOMPARE(m_opened.size(), 2); // asked once
    }

private:
    template <typename Widget>
    Widget *find(const QString &name) const
    {
        return m_window->findChild<Widget *>(name);
    }
    KitView *view() const { return m_window->findChild<KitView *>(u"kitMatrix"_s); }
    QString cellText(int row, SetupSystem system) const
    {
        return view()->model()->index(row, KitModel::columnOf(system)).data().toString();
    }
    QString label(const QString &name) const { return find<QLabel>(name)->text(); }
    QString texts() const
    {
        QString all;
        for (const QTextEdit *text : m_window->findChildren<QTextEdit *>()) {
            if (text->isVisible())
                all += text->toPlainText();
        }
        return all;
    }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }
    static CompanyKey key(int id) { return {AccountId(u"a"_s), CompanyId(QString::number(id))}; }
    static KitCompany company(int id, const QString &title) { return {.key = key(id), .title = title}; }

    QList<QUrl> m_opened;
    std::unique_ptr<ByteServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<KitWindow> m_window;
};

QTEST_MAIN(TestKitWindow)
#include "tst_kitwindow.moc"
