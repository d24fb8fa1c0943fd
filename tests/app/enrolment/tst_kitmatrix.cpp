// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/kitmatrix.h"
#include "app/enrolment/kitsheet.h"
#include "app/sheets/sheetwriter.h"
#include "tests/support/pretendserver.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

/// A pretend API that makes the kit that it is asked for, and watches how many questions are with it at once.
class KitServer
{
public:
    KitServer() : m_server([this](const ReceivedRequest &request) { return answerTo(request); }) { }

    std::unique_ptr<Session> session() const
    {
        return std::make_unique<Session>(
            Account{.id = AccountId(u"a"_s), .endpoint = Endpoint::parse(m_server.address()).value()},
            Secret(QByteArrayLiteral("canary-0123456789abcdef")));
    }
    ByteServer &bytes() { return m_server; }
    void refuse(const QString &company, const QByteArray &answer)
    {
        const std::lock_guard lock(m_mutex);
        m_refusals[company] = answer;
    }
    qsizetype questions() const { return m_server.requests().size(); }

private:
    ByteAnswer answerTo(const ReceivedRequest &request)
    {
        const QUrlQuery query(QString::fromUtf8(request.target().mid(request.target().indexOf('?') + 1)));
        const QString company = query.queryItemValue(u"company_id"_s);
        {
            const std::lock_guard lock(m_mutex);
            if (const auto refusal = m_refusals.find(company); refusal != m_refusals.end())
                return {.bytes = refusal->second};
        }
        const QByteArray token = "T" + company.toUtf8() + "17242";
        const QByteArray id =
            QByteArray("{\"token\":\"" + token
                       + "\",\"encryptionRequired\":" + query.queryItemValue(u"private_encryption"_s).toUtf8()
                       + ",\"desktopAppStatus\":" + query.queryItemValue(u"full_client"_s).toUtf8() + "}")
                .toBase64();
        return {.bytes = jsonAnswer(
                    "{\"name\":\"C\",\"company_id\":" + company.toUtf8() + ",\"configuration_id\":\"" + id
                    + "\",\"setup_link\":\"https://api.idrive360.com/api/v1/download/setup/"
                    + query.queryItemValue(u"build_type"_s).toLower().toUtf8() + '/' + token + "\"}")};
    }

    std::mutex m_mutex;
    std::map<QString, QByteArray> m_refusals;
    ByteServer m_server; // goes first: its thread calls into this
};

QList<KitCompany> companies(int count)
{
    QList<KitCompany> list;
    for (int i = 1; i <= count; ++i)
        list.append({.key = {AccountId(u"a"_s), CompanyId(QString::number(i))},
                     .title = i == 3 ? u"=HYPERLINK(\"http://x\")"_s : u"Company %1"_s.arg(i)});
    return list;
}

QByteArray refusal(const QByteArray &type, int status = 400)
{
    return httpAnswer(status, "application/json",
                      "{\"ok\":false,\"type\":\"" + type
                          + "\",\"message\":\"\",\"code\":" + QByteArray::number(status) + ",\"errors\":[]}");
}

} // namespace

/// The setup kits of many companies, over the wire.
class TestKitMatrix : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<KitServer>();
        m_session = m_server->session();
        m_matrix = std::make_unique<KitMatrix>(
            [this](const AccountId &) { return m_session ? &m_session->client() : nullptr; });
    }
    void cleanup()
    {
        m_matrix.reset();
        m_session.reset();
        m_server.reset();
    }

    void nothingIsAskedForBeforeItIsWanted()
    {
        m_matrix->setCompanies(companies(2));
        QVERIFY(!m_matrix->isAsking());
        QCOMPARE(m_matrix->cell({0, SetupSystem::Mac, {}}).state, KitCellState::NotAsked);
        QCOMPARE(m_matrix->counts({}).total, 12);
    }

    void everyCombinationOf200CompaniesIsFilledAndExported()
    {
        m_matrix->setCompanies(companies(200));
        m_matrix->ask({allSetupOptions.begin(), allSetupOptions.end()});
        QCOMPARE(m_matrix->questions(), 4800);
        QTRY_VERIFY_WITH_TIMEOUT(!m_matrix->isAsking(), 50'000);
        QCOMPARE(m_server->questions(), 4800);
        for (const SetupOptions options : allSetupOptions) {
            QCOMPARE(m_matrix->counts(options).ready, 1200);
            QCOMPARE(m_matrix->counts(options).disagreeing, 0);
        }
        KitSheet sheet(*m_matrix, {.options = {allSetupOptions.begin(), allSetupOptions.end()}},
                       {allKitColumns.begin(), allKitColumns.end()});
        QCOMPARE(sheet.expectedRows(), 4800);
        const QByteArray csv = wholeSheet(sheet, {.format = SheetFormat::Csv});
        QCOMPARE(csv.count("\r\n"), 4801);
        QCOMPARE(csv.count("api/v1/download/setup/rpm/T77"), 4);
        QVERIFY(csv.contains("'=HYPERLINK")); // no spreadsheet takes a company's name for a formula
        QVERIFY(!csv.contains(",=HYPERLINK") && !csv.contains("\"=HYPERLINK"));
    }

    void onlyFourQuestionsAreUnderWay()
    {
        m_matrix->setCompanies(companies(3));
        m_matrix->ask({SetupOptions()});
        qsizetype asking = 0;
        qsizetype waiting = 0;
        for (qsizetype company = 0; company < 3; ++company) {
            for (const SetupSystem system : allSetupSystems) {
                asking += m_matrix->cell({company, system, {}}).state == KitCellState::Asking;
                waiting += m_matrix->cell({company, system, {}}).state == KitCellState::Waiting;
            }
        }
        QCOMPARE(asking, 4);
        QCOMPARE(waiting, 14);
        QTRY_COMPARE(m_matrix->counts({}).ready, 18);
    }

    void aCompanyThatVanishedIsNotAskedForFurther()
    {
        m_matrix->setCompanies(companies(3));
        m_server->refuse(u"2"_s, refusal("entity_not_found"));
        m_matrix->ask({SetupOptions()});
        QTRY_VERIFY(!m_matrix->isAsking());
        QCOMPARE(m_matrix->counts({}).ready, 12);
        QCOMPARE(m_matrix->counts({}).refused, 6);
        QVERIFY(m_server->questions() < 18); // the rest of its six were not sent
        QVERIFY(!m_matrix->trouble());
        QCOMPARE(m_matrix->cell({1, SetupSystem::Deb, {}}).error->kind, ErrorKind::NotFound);
    }

    void aRefusedKeyStopsTheRest()
    {
        m_matrix->setCompanies(companies(50));
        for (int i = 1; i <= 50; ++i)
            m_server->refuse(QString::number(i), refusal("invalid_api_key", 401));
        m_matrix->ask({SetupOptions()});
        QTRY_VERIFY(!m_matrix->isAsking());
        QVERIFY(m_matrix->trouble());
        QCOMPARE(m_matrix->trouble()->kind, ErrorKind::KeyRefused);
        QVERIFY(m_server->questions() <= 8);
        QCOMPARE(m_matrix->counts({}).underWay, 0);
        QCOMPARE(m_matrix->cell({49, SetupSystem::Deb, {}}).state, KitCellState::NotAsked);
    }

    void whatIsCancelledCanBeAskedForAgain()
    {
        m_matrix->setCompanies(companies(20));
        m_matrix->ask({SetupOptions()});
        QTRY_VERIFY(m_matrix->counts({}).ready > 3);
        m_matrix->cancel();
        QVERIFY(!m_matrix->isAsking());
        const qsizetype ready = m_matrix->counts({}).ready;
        QCOMPARE(m_matrix->counts({}).underWay, 0);
        m_matrix->ask({SetupOptions()});
        QCOMPARE(m_matrix->questions(), 120 - ready); // what is known is not asked for again
        QTRY_COMPARE(m_matrix->counts({}).ready, 120);
    }

    void companiesComeAndGoWhileTheyAreAskedFor()
    {
        m_matrix->setCompanies(companies(10));
        m_matrix->ask({SetupOptions()});
        QTRY_VERIFY(m_matrix->cell({0, SetupSystem::Deb, {}}).kit);
        QList<KitCompany> fewer = companies(10);
        fewer.remove(3, 6);
        m_matrix->setCompanies(fewer);
        QCOMPARE(m_matrix->companyCount(), 4);
        QVERIFY(m_matrix->cell({0, SetupSystem::Deb, {}}).kit); // what was read stays
        QTRY_VERIFY(!m_matrix->isAsking());
        QCOMPARE(m_matrix->counts({}).ready, 24);
        QCOMPARE(m_matrix->cell({3, SetupSystem::Win, {}}).kit->company, CompanyId(u"10"_s));
    }

    void aKitStaysWhenItCannotBeReadAgain_unlessItsCompanyIsGone()
    {
        m_matrix->setCompanies(companies(2));
        m_matrix->ask({SetupOptions()});
        QTRY_COMPARE(m_matrix->counts({}).ready, 12);
        m_server->refuse(u"1"_s, refusal("processing_fault", 500));
        m_server->refuse(u"2"_s, refusal("entity_not_found"));
        m_matrix->ask({SetupOptions()}, true);
        QTRY_VERIFY(!m_matrix->isAsking());
        QVERIFY(m_matrix->cell({0, SetupSystem::Win, {}}).kit
                && m_matrix->cell({0, SetupSystem::Win, {}}).error);
        QVERIFY(!m_matrix->cell({1, SetupSystem::Win, {}}).kit);
    }

    void anAccountThatWasClosedIsSaid()
    {
        m_matrix->setCompanies(companies(1));
        m_session.reset();
        m_matrix->ask({SetupOptions()});
        QVERIFY(!m_matrix->isAsking());
        QCOMPARE(m_matrix->counts({}).refused, 6);
    }

private:
    std::unique_ptr<KitServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<KitMatrix> m_matrix;
};

QTEST_GUILESS_MAIN(TestKitMatrix)
#include "tst_kitmatrix.moc"
