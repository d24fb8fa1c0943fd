// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "app/steward/changesubjects.h"
#include "tests/app/net/netfixture.h"
#include "tests/support/planbook.h"
#include "ui/plans/planwizard.h"
#include "ui/window/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

inline QList<ChosenDevice> threeDevices()
{
    const auto online = deviceStatus(QStringLiteral("online"));
    const auto windows = deviceOs(QStringLiteral("windows"));
    return {{DeviceId(QStringLiteral("pc-a")), QStringLiteral("RECEPTION"), windows, online},
            {DeviceId(QStringLiteral("pc-b")), QStringLiteral("SERVER"), windows, online},
            {DeviceId(QStringLiteral("lx-c")), QStringLiteral("lamp"), deviceOs(QStringLiteral("linux")),
             online}};
}

/// A wizard over real HTTP, through the runner, and what a person does in it.
class WizardTest
{
public:
    ~WizardTest()
    {
        delete wizard;
        plans.reset();
        runner->leave();
        client.reset();
    }

    CompanyKey company() const
    {
        return {AccountId(QStringLiteral("a")), CompanyId(QStringLiteral("14366"))};
    }
    RememberedVerdict verdict() { return RememberedVerdict(settings, company().account, book.address()); }
    void open(const PlanDraft &draft = {}, const QList<ChosenDevice> &devices = threeDevices())
    {
        wizard = new PlanWizard(
            {.company = company(),
             .companyTitle = QStringLiteral("Castell"),
             .devices = devices,
             .draft = draft,
             .draftFile = {},
             .verdict = verdict()},
            *plans, [this] { return runner.get(); }, profile.path(), theme, &window);
        wizard->show();
    }

    template <typename T>
    T *find(const char *name)
    {
        T *widget = wizard->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    void click(const char *name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void type(const char *name, const QString &text) { QTest::keyClicks(find<QLineEdit>(name), text); }
    QString text(const char *name) { return find<QLabel>(name)->text(); }
    void goTo(PlanStep step) { find<QListWidget>("planSteps")->setCurrentRow(static_cast<int>(step)); }
    PlanStep step()
    {
        return planSteps.at(static_cast<size_t>(find<QListWidget>("planSteps")->currentRow()));
    }
    bool mayCreate() { return find<QAbstractButton>("planCreate")->isEnabled(); }
    /// A name, the first device, and one path.
    void fillTargetsAndItems()
    {
        type("planName", QStringLiteral("Castell nightly"));
        auto *devices = find<QTableView>("planDevices");
        devices->setFocus();
        devices->setCurrentIndex(devices->model()->index(0, 0));
        QTest::keyClick(devices, Qt::Key_Space); // ticks the first
        click("planNext");
        QTest::keyClicks(find<QLineEdit>("planPath"), QStringLiteral("C:\\Data\\Finance\\"));
    }
    /// The cells of the review's table, a line for each device.
    QStringList effects(int column)
    {
        const QAbstractItemModel *model = find<QTableView>("planEffects")->model();
        QStringList cells;
        for (int row = 0; row < model->rowCount(); ++row)
            cells << model->index(row, column).data().toString();
        return cells;
    }

    QTemporaryDir profile;
    QWidget window; // that the wizard belongs to
    Settings settings{profile.path()};
    Theme theme;
    PlanBook book;
    std::unique_ptr<ApiClient> client = std::make_unique<ApiClient>(endpointAt(book.address()), testKey());
    ChangeJournal journal{QString()};
    std::unique_ptr<ChangeRunner> runner = std::make_unique<ChangeRunner>(
        journal, AccountId(QStringLiteral("a")), *client, changeSubjects(), ChangeRunner::Setup());
    std::unique_ptr<PlanList> plans =
        std::make_unique<PlanList>([this](const AccountId &) { return client.get(); });
    QPointer<PlanWizard> wizard;
};
