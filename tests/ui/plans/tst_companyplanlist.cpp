// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pretendserver.h"
#include "ui/plans/companyplanlist.h"
#include "ui/plans/planfacts.h"
#include "ui/window/theme.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>

using namespace Qt::StringLiterals;

/// A company's plans in its details.
class TestCompanyPlanList : public QObject
{
    Q_OBJECT

private:
    QString shown() const
    {
        QStringList texts;
        for (const QLabel *label : m_list->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        for (const QTextEdit *text : m_list->findChildren<QTextEdit *>()) {
            if (text->isVisible())
                texts << text->toPlainText();
        }
        return texts.join(u'|');
    }
    static CompanyKey company(const QString &id) { return {AccountId(u"a"_s), CompanyId(id)}; }
    QPushButton *button() const { return m_list->findChild<QPushButton *>(u"readCompanyPlans"_s); }
    void read() const
    {
        QTest::mouseClick(button(), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([this] { return button()->isEnabled(); }));
    }

    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PlanList> m_plans;
    std::unique_ptr<CompanyPlanList> m_list;

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void init()
    {
        m_server = std::make_unique<PretendServer>();
        m_session = m_server->session();
        m_theme = std::make_unique<Theme>();
        m_plans = std::make_unique<PlanList>([this](const AccountId &) { return &m_session->client(); });
        m_list = std::make_unique<CompanyPlanList>(*m_plans, *m_theme);
        m_list->setCompany(company(u"7"_s));
        m_list->resize(284, 600);
        m_list->show();
    }

    void cleanup()
    {
        m_list.reset();
        m_plans.reset();
        m_session.reset();
        m_server.reset();
    }

    void plansAreReadOnAsking_andToldInAFewLines()
    {
        m_server->set("/backup_plan?company_id=7",
                      "[{\"backup_id\":\"1\",\"name\":\"<b>Nightly</b>\",\"is_backup_enabled\":false,"
                      "\"backup_details\":{\"what_to_backup\":\"FILE_FOLDER\",\"where_to_backup\":\"CLOUD\"},"
                      "\"schedule_info\":{\"frequency_type\":\"DAILY\",\"daily_mode\":\"WEEKDAYS\","
                      "\"time\":\"21:30:00\"},\"backup_pending_on\":\"a\",\"backup_failed_on\":\"b,c\","
                      "\"backup_applied_on\":\"d\",\"groups\":[77]}]");
        QVERIFY(m_server->targets().isEmpty());
        QCOMPARE(button()->text(), u"Read the plans"_s);
        read();
        const QString text = shown();
        for (const QString &part :
             {u"<b>Nightly</b>"_s, u"plan off"_s, u"Files and folders"_s, u"Cloud"_s,
              u"Daily, Monday to Friday at 21:30"_s, u"4, 1 pending, 2 failed"_s, u"77"_s, u"1, as of "_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
        QCOMPARE(button()->text(), u"Read again"_s);
        for (const QLabel *label : m_list->findChildren<QLabel *>())
            QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
    }

    void whatIsNotReportedIsSaid()
    {
        m_server->set("/backup_plan?company_id=7", R"([{"backup_id":"5"}])");
        read();
        QVERIFY(shown().contains(u"Plan 5"_s));
        QCOMPARE(shown().count(u"not reported by the API"_s), 4);
    }

    void failureIsNotNone_andKeepsWhatWasRead()
    {
        const ByteAnswer refusal{.bytes = httpAnswer(401, "application/json", "{}")};
        m_server->setAnswer("/backup_plan?company_id=7", refusal);
        read();
        QVERIFY(!shown().contains(u"None"_s));
        QVERIFY(shown().contains(u"refused the API key"_s));
        m_server->set("/backup_plan?company_id=7", "[]");
        read();
        QVERIFY(shown().contains(u"None, as of "_s));
        QVERIFY(!shown().contains(u"refused the API key"_s));
        m_server->set("/backup_plan?company_id=7", R"([{"backup_id":"2","name":"Good"}])");
        read();
        m_server->setAnswer("/backup_plan?company_id=7", refusal);
        read();
        QVERIFY(shown().contains(u"Good"_s));
        QVERIFY(shown().contains(u"1, as of "_s));
        QVERIFY(shown().contains(u"refused the API key"_s));
    }

    void aDamagedPlanIsCountedBesideTheGoodOnes()
    {
        m_server->set("/backup_plan?company_id=7",
                      R"([{"backup_id":falsev},{"backup_id":"2","name":"Good"}])");
        read();
        QVERIFY(shown().contains(u"A plan at byte 1 of the answer could not be read."_s));
        QVERIFY(shown().contains(u"Good"_s));
    }

    void manyPlansAreCounted_andTheFirstShown()
    {
        QByteArrayList plans;
        for (int i = 0; i < 60; ++i)
            plans << "{\"backup_id\":\"" + QByteArray::number(i) + "\",\"name\":\"Plan no "
                    + QByteArray::number(i) + ".\"}";
        m_server->set("/backup_plan?company_id=7", listJson(plans));
        read();
        QVERIFY(shown().contains(u"60, as of "_s));
        QVERIFY(shown().contains(u"the first 50 are shown"_s));
        QVERIFY(shown().contains(u"Plan no 49."_s));
        QVERIFY(!shown().contains(u"Plan no 50."_s));
        m_list->setCompany(company(u"8"_s));
        QVERIFY(!shown().contains(u"Plan no"_s));
    }
};

QTEST_MAIN(TestCompanyPlanList)
#include "tst_companyplanlist.moc"
