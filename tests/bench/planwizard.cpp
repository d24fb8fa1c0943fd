// SPDX-License-Identifier: GPL-3.0-or-later
// What a key or a click in the wizard costs the window's thread with 100,000 devices, all of them chosen, and what the table of the review costs
// with 20,000. Figures are medians and worst cases over --runs N (21) of the thread's processor time, painting included.
#include "ui/plans/planwizard.h"
#include "app/settings/settings.h"
#include "ui/plans/planeffectmodel.h"
#include "ui/window/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCommandLineParser>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QTextStream>
#include <QTimeEdit>

#include <algorithm>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr int manyDevices = 100'000;
constexpr int tableDevices = 20'000;
constexpr double keyGoal = 16;
constexpr double tableGoal = 100;

double milliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

QList<ChosenDevice> devices(int count)
{
    const auto online = deviceStatus(u"online"_s);
    const QList<OpenWord<DeviceOs>> systems{deviceOs(u"windows"_s), deviceOs(u"linux"_s), deviceOs(u"mac"_s)};
    QList<ChosenDevice> all;
    for (int i = 0; i < count; ++i)
        all.append({DeviceId(u"device-%1"_s.arg(i, 44)), u"BERLIN-SRV-%1"_s.arg(i), systems[i % 3], online});
    return all;
}

PlanDraft draftFor(const QList<ChosenDevice> &all)
{
    PlanDraft draft{
        .company = CompanyId(u"1"_s), .name = u"nightly"_s, .items = {u"[All Profiles Folder]"_s}};
    for (const ChosenDevice &device : all)
        draft.devices.append(device.id);
    return draft;
}

class Bench
{
public:
    explicit Bench(int runs) : m_runs(runs) { }

    void measure(const QString &what, double goal, const std::function<void(int)> &act)
    {
        std::vector<double> times;
        for (int run = 0; run < m_runs; ++run) {
            const double begin = milliseconds();
            act(run);
            QApplication::processEvents();
            times.push_back(milliseconds() - begin);
        }
        std::ranges::sort(times);
        m_out << what.leftJustified(44) << QString::number(times[times.size() / 2], 'f', 1).rightJustified(9)
              << QString::number(times.back(), 'f', 1).rightJustified(9)
              << QString::number(goal).rightJustified(7) << Qt::endl;
    }
    void title(const QString &text)
    {
        m_out << "\n" << text.leftJustified(44) << "   median    worst   goal (ms)" << Qt::endl;
    }

private:
    int m_runs;
    QTextStream m_out{stdout};
};

void measureWizard(Bench &bench)
{
    const QList<ChosenDevice> all = devices(manyDevices);
    Settings settings({});
    const Theme theme;
    PlanList plans([](const AccountId &) -> ApiClient * { return nullptr; });
    PlanWizard wizard(
        {.company = {AccountId(u"a"_s), CompanyId(u"1"_s)},
         .companyTitle = u"Castell"_s,
         .devices = all,
         .draft = draftFor(all),
         .draftFile = {},
         .verdict = RememberedVerdict(settings, AccountId(u"a"_s), {})},
        plans, []() -> ChangeRunner * { return nullptr; }, {}, theme, nullptr);
    wizard.setAttribute(Qt::WA_DeleteOnClose, false);
    wizard.show();
    const auto find = [&wizard]<typename T>(T *, const char *name) {
        return wizard.findChild<T *>(QString::fromLatin1(name));
    };
    auto *name = find(static_cast<QLineEdit *>(nullptr), "planName");
    auto *search = find(static_cast<QLineEdit *>(nullptr), "planDeviceSearch");
    auto *list = find(static_cast<QTableView *>(nullptr), "planDevices");
    auto *items = find(static_cast<QLineEdit *>(nullptr), "planPath");
    auto *time = find(static_cast<QTimeEdit *>(nullptr), "planTime");
    QApplication::processEvents();
    bench.title(u"%1 devices, all chosen"_s.arg(manyDevices));
    bench.measure(u"a letter of the name"_s, keyGoal, [&](int) { QTest::keyClick(name, Qt::Key_A); });
    bench.measure(u"a letter of the search"_s, keyGoal,
                  [&](int run) { search->setText(QString::number(run)); });
    search->clear();
    bench.measure(u"a tick"_s, keyGoal, [&](int run) {
        list->setCurrentIndex(list->model()->index(run, 0));
        QTest::keyClick(list, Qt::Key_Space);
    });
    wizard.showStep(PlanStep::What);
    bench.measure(u"a letter of a path"_s, keyGoal, [&](int) { QTest::keyClick(items, Qt::Key_A); });
    auto *machine = wizard.findChild<QAbstractButton *>(u"planMachine"_s);
    auto *files = wizard.findChild<QAbstractButton *>(u"planFiles"_s);
    bench.measure(u"files or entire machine"_s, keyGoal,
                  [&](int run) { (run % 2 ? files : machine)->click(); });
    wizard.showStep(PlanStep::When);
    bench.measure(u"a minute more"_s, keyGoal, [&](int run) { time->setTime(QTime(1, run)); });
}

void measureTable(Bench &bench)
{
    const QList<ChosenDevice> all = devices(tableDevices);
    const PlanDraft draft = draftFor(all);
    Plan plan;
    plan.id = PlanId(u"5"_s);
    plan.name = u"old"_s;
    plan.set = backupSet(BackupSet::Default);
    plan.appliedOn = draft.devices;
    PlanCreated answer{.applied = draft.devices, .notApplied = QList<DeviceId>()};
    answer.conflicts.emplace();
    for (const DeviceId &device : draft.devices)
        answer.conflicts->append({device, u"old"_s});
    PlanEffectModel model;
    QTableView table;
    table.setModel(&model);
    table.resize(1000, 700);
    table.show();
    bench.title(u"%1 devices, each replaced"_s.arg(tableDevices));
    bench.measure(u"the table, our own reading"_s, tableGoal,
                  [&](int) { model.setImpact(planImpact(draft, all, {plan}), draft.name); });
    bench.measure(u"the table, with the dry run"_s, tableGoal,
                  [&](int) { model.setImpact(planImpact(draft, all, {plan}, &answer), draft.name); });
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption runs(u"runs"_s, {}, u"N"_s, u"21"_s);
    parser.addOption(runs);
    parser.process(application);
    Bench bench(std::max(1, parser.value(runs).toInt()));
    measureWizard(bench);
    measureTable(bench);
    return 0;
}
