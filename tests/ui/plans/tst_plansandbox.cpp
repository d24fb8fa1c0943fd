// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
#include "app/steward/changesubjects.h"
#include "tests/app/net/netfixture.h"
#include "tests/app/sandbox/sandboxchild.h"
#include "ui/plans/planwizard.h"
#include "ui/window/theme.h"

#include <QJsonArray>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The wizard against the program steward-sandbox: one that keeps to a dry run, and one that carries it out.
class TestPlanSandbox : public QObject
{
    Q_OBJECT

private slots:
    void F61_aDryRunThatCreatesForReal_data()
    {
        QTest::addColumn<bool>("acts");
        QTest::addColumn<DryRunVerdict>("verdict");
        QTest::newRow("heeded") << false << DryRunVerdict::Harmless;
        QTest::newRow("carried out") << true << DryRunVerdict::Acts;
    }

    void F61_aDryRunThatCreatesForReal()
    {
        QFETCH(const bool, acts);
        QFETCH(const DryRunVerdict, verdict);
        QStringList arguments{u"--companies"_s, u"3"_s, u"--devices"_s, u"60"_s};
        if (acts)
            arguments << u"--dry-run-acts"_s;
        const SandboxChild sandbox(arguments);
        QVERIFY(sandbox.port());
        const QJsonArray rows = sandbox.get("/device/summary").json().array();
        const QString company = idText(rows.first()["company_id"_L1]);
        ApiClient client(endpointAt(u"http://127.0.0.1:%1/api/msp"_s.arg(sandbox.port())),
                         Secret(QByteArrayLiteral("sandbox-key")));
        ChangeJournal journal{QString()};
        const CompanyKey key{AccountId(u"a"_s), CompanyId(company)};
        ChangeRunner runner(journal, key.account, client, changeSubjects(), {});
        PlanList plans([&](const AccountId &) { return &client; });
        const QTemporaryDir profile;
        Settings settings(profile.path());
        const RememberedVerdict remembered(settings, key.account, u"sandbox"_s);
        const Theme theme;
        PlanWizard *wizard = new PlanWizard(
            {.company = key,
             .companyTitle = u"Castell"_s,
             .devices = devicesOf(rows, company),
             .draft = draftFor(rows, company),
             .draftFile = {},
             .verdict = remembered},
            plans, [&] { return &runner; }, profile.path(), theme, nullptr);
        wizard->show();
        wizard->showStep(PlanStep::Review);
        auto *dryRun = wizard->findChild<QPushButton *>(u"planDryRun"_s);
        QTRY_VERIFY(dryRun->isVisible());
        const qsizetype before = plans.of(key)->plans().size();
        dryRun->click();
        wizard->findChild<QTableView *>(u"dryRunDevices"_s)->selectRow(0);
        wizard->findChild<QPushButton *>(u"dryRunSend"_s)->click();
        QTRY_COMPARE(remembered.verdict(), verdict);
        QCOMPARE(plans.of(key)->plans().size(), acts ? before + 1 : before);
        if (!acts) { // and now for the whole request, by itself
            const auto *says = wizard->findChild<QLabel *>(u"planReviewSays"_s);
            QTRY_VERIFY(says->text().contains(u"As IDrive answered"_s));
            QCOMPARE(journal.changes().size(), 2U);
        }
        delete wizard;
        runner.leave();
    }

private:
    static QString idText(const QJsonValue &id) { return id.toVariant().toString(); }
    static QList<ChosenDevice> devicesOf(const QJsonArray &rows, const QString &company)
    {
        QList<ChosenDevice> devices;
        for (const auto &row : rows) {
            if (idText(row["company_id"_L1]) == company)
                devices.append({DeviceId(row["device_id"_L1].toString()), row["name"_L1].toString(),
                                deviceOs(row["os"_L1].toString()),
                                deviceStatus(row["status"_L1].toString())});
        }
        return devices;
    }
    static PlanDraft draftFor(const QJsonArray &rows, const QString &company)
    {
        PlanDraft draft{.name = u"tried"_s, .items = {u"[All Profiles Folder]"_s}};
        const QList<ChosenDevice> devices = devicesOf(rows, company);
        for (const ChosenDevice &device : devices)
            draft.devices.append(device.id);
        return draft;
    }
};

QTEST_MAIN(TestPlanSandbox)
#include "tst_plansandbox.moc"
