// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/console/console.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace {

QByteArray object(const QJsonObject &fields)
{
    return QJsonDocument(fields).toJson(QJsonDocument::Compact);
}

QStringList hostileTexts(quint16 port)
{
    return {u"<b>bold</b>"_s,          u"<img src='http://127.0.0.1:%1/fetched.png'>"_s.arg(port),
            u"&amp; &lt;b&gt;"_s,      u"report\u202Efdp.exe"_s,
            u"line\nbreak\tand tab"_s, u"nul\0inside"_s,
            u"=cmd|' /C calc'!A0"_s,   u"\U0001F4BE\U0001F600"_s,
            QString(10'000, u'W')};
}

} // namespace

/// Names that try to be more than text. Names F39 and I8 are those of the reliability plan.
class TestHostileTexts : public QObject
{
    Q_OBJECT

private slots:
    void F39_namesAreOnlyEverText()
    {
        const ByteServer bait(jsonAnswer("{}")); // whoever fetches something is seen here
        PretendServer server;
        const QStringList texts = hostileTexts(bait.port());
        QByteArrayList companies;
        QByteArrayList devices;
        for (int i = 0; i < texts.size(); ++i) {
            const QString &name = texts[i];
            companies << object({{"company_id"_L1, i + 2}, {"name"_L1, name}});
            devices << object({{"device_id"_L1, QString(u'd' + QString::number(i + 2))},
                               {"company_id"_L1, QString::number(i + 2)},
                               {"name"_L1, name},
                               {"group_name"_L1, name},
                               {"custom_tag"_L1, name}});
        }
        server.set("/company", companyJson("1", "Own", companies, true));
        server.set("/device/summary", listJson(devices));
        server.set("/device/summary?company_id=1", "[]");

        Console console;
        console.open(server);
        QTRY_COMPARE(console.rows(), static_cast<int>(texts.size()));
        QTRY_VERIFY(console.isQuiet());
        for (int i = 0; i < texts.size(); ++i) {
            const QString id = QString::number(i + 2);
            console.clickCompany(id);
            QCOMPARE(console.rows(), 1);
            console.clickRow(0);
            (void)console.window.grab();
            const QString shown = console.cell(0, DeviceColumn::Name);
            QVERIFY(!shown.contains(u'\u202E'));
            QVERIFY(!shown.contains(u'\n'));
            QVERIFY(!shown.contains(QChar(0)));
            QVERIFY2(!shown.isEmpty(), qPrintable(texts[i]));
            checkLabels(console.window);
        }
        QCOMPARE(console.cell(0, DeviceColumn::Id), u"d10"_s);
        QCOMPARE(bait.connections(), 0);
    }

    void F38_aThousandCompaniesWithOneName()
    {
        PretendServer server;
        QByteArrayList companies;
        for (int i = 0; i < 1000; ++i)
            companies << companyJson(QByteArray::number(1000 + i), "Twin");
        server.set("/company", companyJson("1", "Own", companies, true));
        QByteArrayList devices;
        for (int i = 0; i < 1000; ++i)
            devices << deviceJson("d" + QByteArray::number(i), QByteArray::number(1000 + i));
        devices << deviceJson("own", "1");
        server.set("/device/summary", listJson(devices));
        Console console;
        console.open(server);
        QTRY_VERIFY_WITH_TIMEOUT(console.fleet().asOf().isValid(), 20'000);
        const CompanyTreeModel &model = *console.window.companies()->model();
        QTRY_COMPARE(model.rowCount(model.top(CompanyGroup::Tree)), 1001);
        QSet<QString> shown;
        for (int i = 0; i < 1000; ++i) {
            const QModelIndex row = model.indexOf(Console::key(QString::number(1000 + i)));
            QVERIFY(row.isValid());
            shown.insert(model.look(row).title + u' ' + model.look(row).suffix);
        }
        QCOMPARE(shown.size(), 1000); // the IDs tell them apart
    }

private:
    // I8: no text of the server may reach a widget that would take it for markup.
    void checkLabels(const QWidget &window)
    {
        for (const QLabel *label : window.findChildren<QLabel *>()) {
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(),
                     qPrintable(u"a label that guesses its format: %1 %2"_s.arg(label->objectName(),
                                                                                label->text())));
        }
        for (const QMessageBox *box : window.findChildren<QMessageBox *>())
            QCOMPARE(box->textFormat(), Qt::PlainText);
        for (const QWidget *widget : window.findChildren<QWidget *>())
            QVERIFY2(!widget->toolTip().contains("<img"_L1),
                     qPrintable(widget->toolTip())); // escaped it is &lt;img
    }
};

QTEST_MAIN(TestHostileTexts)
#include "tst_hostiletexts.moc"
