// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/newplans.h"

#include "app/base/visibletext.h"
#include "app/fleet/fleet.h"
#include "app/plans/plandrafts.h"
#include "app/plans/planlike.h"
#include "app/plans/rememberedverdict.h"
#include "app/plans/templatefile.h"
#include "app/steward/dryrunverdicts.h"
#include "app/steward/steward.h"
#include "ui/companies/companyactions.h"
#include "ui/companies/companypane.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicepage.h"
#include "ui/plans/planwizard.h"
#include "ui/window/icons.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QFileDialog>
#include <QLocale>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

QList<ChosenDevice> devicesOf(const DeviceTable &table, const CompanyKey &company)
{
    QList<ChosenDevice> devices;
    const quint32 code = table.companyCode(company);
    for (const DeviceRow row : table.liveRows()) {
        if (code == 0 || table.code(WordColumn::Company, row) != code || table.damage(row))
            continue;
        devices.append(chosenDevice(table, row));
    }
    return devices;
}

/// The company of the selected devices; nullopt: none, or several.
std::optional<CompanyKey> companyOf(const DeviceTable &table, const std::vector<DeviceRow> &rows)
{
    if (rows.empty())
        return std::nullopt;
    const quint32 code = table.code(WordColumn::Company, rows.front());
    for (const DeviceRow row : rows) {
        if (code == 0 || table.code(WordColumn::Company, row) != code)
            return std::nullopt;
    }
    return table.company(code);
}

} // namespace

NewPlans::NewPlans(const WindowFrame &frame, Settings &settings, QObject *parent)
    : QObject(parent), m_frame(frame), m_settings(settings),
      m_here(new QAction(glyphIcon(frame.theme, Glyph::Plan), tr("New plan here…"), this)),
      m_fromTemplate(new QAction(tr("New plan from a template…"), this)),
      m_forDevices(new QAction(glyphIcon(frame.theme, Glyph::Plan), tr("New backup plan for these…"), this))
{
    m_here->setObjectName(u"newPlanHere"_s);
    m_forDevices->setObjectName(u"newPlanForDevices"_s);
    m_fromTemplate->setObjectName(u"newPlanFromTemplate"_s);
    frame.companies.companyActions()->add({m_here, m_fromTemplate});
    frame.devices.addDeviceActions({m_forDevices});
    connect(m_here, &QAction::triggered, this, &NewPlans::beginHere);
    connect(m_fromTemplate, &QAction::triggered, this, &NewPlans::askForTemplate);
    connect(m_forDevices, &QAction::triggered, this, &NewPlans::beginForDevices);
    connect(&frame.companies, &CompanyPane::chosenChanged, this, &NewPlans::followChoice);
    connect(&frame.devices, &DevicePage::selectionChanged, this, &NewPlans::followChoice);
    followChoice();
}

void NewPlans::followChoice()
{
    const bool hasCompany = m_frame.companies.chosen().has_value();
    for (QAction *action : {m_here, m_fromTemplate}) {
        action->setEnabled(hasCompany);
        action->setToolTip(hasCompany ? QString() : tr("Choose a company in the tree first."));
    }
    const bool hasDevices = !m_frame.devices.grid()->selection().isEmpty();
    m_forDevices->setEnabled(hasDevices);
}

void NewPlans::beginHere()
{
    const std::optional<CompanyKey> company = m_frame.companies.chosen();
    if (!company)
        return;
    const QList<KeptDraft> kept = PlanDrafts(m_frame.profile).of(*company);
    if (kept.isEmpty())
        open(*company, {});
    else
        offerKept(*company, kept);
}

void NewPlans::beginForDevices()
{
    const DeviceTable &table = m_frame.steward.fleet().devices();
    const std::vector<DeviceRow> rows = m_frame.devices.grid()->selectedShownDevices();
    const std::optional<CompanyKey> company = companyOf(table, rows);
    if (!company) {
        say(u"planOneCompany"_s, tr("A plan is for devices of one company. Select devices of one company."));
        return;
    }
    KeptDraft begin;
    for (const DeviceRow row : rows)
        begin.draft.devices.append(table.key(row).device);
    open(*company, begin);
}

void NewPlans::say(const QString &name, const QString &sentence)
{
    auto *box = new QMessageBox(QMessageBox::Information, tr("New backup plan"), {}, QMessageBox::Ok,
                                &m_frame.window);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(sentence);
    box->open();
}

void NewPlans::askForTemplate()
{
    const std::optional<CompanyKey> company = m_frame.companies.chosen();
    if (!company)
        return;
    auto *dialog = new QFileDialog(&m_frame.window, tr("Open a template"), {},
                                   tr("Templates of backup plans (*.json);;All files (*)"));
    dialog->setObjectName(u"openPlanTemplate"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, company](const QString &path) { beginFromTemplate(*company, path); });
    dialog->open();
}

void NewPlans::beginFromTemplate(const CompanyKey &company, const QString &path)
{
    const auto draft = readTemplateFile(path);
    if (draft)
        open(company, {.draft = *draft});
    else
        say(u"planTemplateProblem"_s, draft.error());
}

void NewPlans::beginLike(const CompanyKey &company, const Plan &plan)
{
    PlanLike like = planLike(plan);
    const DeviceTable &devices = m_frame.steward.fleet().devices();
    const qsizetype gone = like.draft.devices.removeIf(
        [&](const DeviceId &device) { return !devices.find({company.account, device}); });
    if (gone > 0)
        like.gaps.append(
            tr("%n of its devices are not in the fleet any more.", nullptr, static_cast<int>(gone)));
    open(company, {.draft = like.draft}, like.gaps);
}

void NewPlans::offerKept(const CompanyKey &company, const QList<KeptDraft> &kept)
{
    const KeptDraft &newest = kept.constFirst();
    auto *question = new QMessageBox(&m_frame.window);
    question->setObjectName(u"planKeptQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(tr("New backup plan"));
    question->setText(
        tr("A plan that you began is still here: “%1”, kept %2.")
            .arg(visibleText(newest.draft.name),
                 question->locale().toString(newest.keptAt.toLocalTime(), QLocale::ShortFormat)));
    QPushButton *goOn = question->addButton(tr("Go on with it"), QMessageBox::AcceptRole);
    QPushButton *begin = question->addButton(tr("Begin a new one"), QMessageBox::ActionRole);
    QPushButton *discard = question->addButton(tr("Discard it"), QMessageBox::DestructiveRole);
    goOn->setObjectName(u"planGoOn"_s);
    begin->setObjectName(u"planBeginNew"_s);
    discard->setObjectName(u"planDiscard"_s);
    question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(goOn);
    connect(goOn, &QPushButton::clicked, this, [this, company, newest] { open(company, newest); });
    connect(begin, &QPushButton::clicked, this, [this, company] { open(company, {}); });
    connect(discard, &QPushButton::clicked, this,
            [this, file = newest.file] { PlanDrafts(m_frame.profile).remove(file); });
    question->open();
}

void NewPlans::open(const CompanyKey &company, const KeptDraft &from, const QStringList &remarks)
{
    Fleet &fleet = m_frame.steward.fleet();
    const CompanyEntry *entry = fleet.companies().find(company);
    PlanWizardSetup setup{.company = company,
                          .companyTitle = visibleText(entry ? entry->title() : company.company.text()),
                          .devices = devicesOf(fleet.devices(), company),
                          .draft = from.draft,
                          .draftFile = from.file,
                          .verdict = dryRunVerdict(m_frame.steward, m_settings, company.account),
                          .remarks = remarks};
    const auto runner = [&steward = m_frame.steward, account = company.account] {
        return steward.runner(account);
    };
    auto *wizard = new PlanWizard(std::move(setup), fleet.plans(), runner, m_frame.profile, m_frame.theme,
                                  &m_frame.window);
    wizard->open();
}
