// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/dryrunconsent.h"

#include "app/base/visibletext.h"
#include "ui/plans/planeffectmodel.h"
#include "ui/widgets/note.h"
#include "ui/widgets/plaintable.h"
#include "ui/window/looks.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {

/// Those first that have nothing to lose.
constexpr std::array choosableKinds{PlanEffectKind::First, PlanEffectKind::Replaced};

bool mayBeChosen(const DeviceEffect &effect)
{
    return std::ranges::find(choosableKinds, effect.kind) != choosableKinds.end();
}

PlanImpact choosable(const PlanImpact &impact)
{
    PlanImpact kept{.set = impact.set};
    for (const PlanEffectKind kind : choosableKinds)
        std::ranges::copy_if(impact.devices, std::back_inserter(kept.devices),
                             [kind](const DeviceEffect &effect) { return effect.kind == kind; });
    return kept;
}

} // namespace

DryRunConsent::DryRunConsent(const PlanImpact &impact, const QString &planName, const QString &companyTitle,
                             const Theme &theme, QWidget *parent)
    : QDialog(parent), m_planName(visibleText(planName)), m_all(choosable(impact)),
      m_model(new PlanEffectModel(this)), m_search(new QLineEdit(this)), m_table(new QTableView(this)),
      m_worst(new QLabel(this)), m_send(new QPushButton(this))
{
    setObjectName(u"dryRunConsent"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Try a dry run"));
    resize(640, 520);
    auto *note = new Note(Note::Kind::Warning, theme, this);
    note->setObjectName(u"dryRunConsentNote"_s);
    note->setTexts(
        tr("IDrive does not say what a dry run does."),
        tr("Steward tries one with a single device, reads the plans of %1 before and after, and "
           "remembers for this account whether they stayed the same.")
            .arg(companyTitle),
        tr("If IDrive carries it out all the same, that device gets “%1” for good.").arg(m_planName));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addWidget(note);
    column->addWidget(makeChoice(), 1);
    column->addWidget(makeButtons());
    showRows({});
}

bool DryRunConsent::isPossible(const PlanImpact &impact)
{
    return std::ranges::any_of(impact.devices, mayBeChosen);
}

QWidget *DryRunConsent::makeChoice()
{
    auto *choice = new QWidget(this);
    auto *column = new QVBoxLayout(choice);
    column->setContentsMargins(0, 0, 0, 0);
    m_search->setObjectName(u"dryRunSearch"_s);
    m_search->setPlaceholderText(tr("Find a device by name"));
    m_search->setAccessibleName(tr("Find a device"));
    m_search->setClearButtonEnabled(true);
    setUpPlainTable(m_table, u"dryRunDevices"_s, tr("Devices that the dry run can be tried with"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->resizeSection(PlanEffectModel::Device, 240);
    for (const int hidden : {PlanEffectModel::Effect, PlanEffectModel::PlanAfter, PlanEffectModel::Why})
        m_table->setColumnHidden(hidden, true);
    m_worst->setObjectName(u"dryRunWorst"_s);
    m_worst->setTextFormat(Qt::PlainText);
    m_worst->setWordWrap(true);
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    column->addWidget(m_worst);
    connect(m_search, &QLineEdit::textChanged, this, &DryRunConsent::showRows);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DryRunConsent::showChoice);
    return choice;
}

QWidget *DryRunConsent::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    auto *cancel = new QPushButton(tr("Cancel"), buttons);
    cancel->setObjectName(u"dryRunCancel"_s);
    cancel->setDefault(true); // Enter is not yes
    m_send->setObjectName(u"dryRunSend"_s);
    m_send->setAutoDefault(false);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_send);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, [this] {
        if (const DeviceEffect *effect = chosen()) {
            emit agreed(effect->device.id);
            accept();
        }
    });
    return buttons;
}

void DryRunConsent::showRows(const QString &text)
{
    PlanImpact shown{.set = m_all.set};
    std::ranges::copy_if(m_all.devices, std::back_inserter(shown.devices), [&](const DeviceEffect &effect) {
        return effect.device.name.contains(text.trimmed(), Qt::CaseInsensitive);
    });
    m_model->setImpact(std::move(shown), m_planName);
    showChoice();
}

const DeviceEffect *DryRunConsent::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->impact().devices[static_cast<size_t>(rows.front().row())];
}

void DryRunConsent::showChoice()
{
    const DeviceEffect *effect = chosen();
    m_send->setEnabled(effect);
    if (!effect) {
        m_send->setText(tr("Send the dry run"));
        m_worst->setText(tr("Choose the device. Those without a plan in this backup set have none to lose."));
        setInk(m_worst, Ink::Text2);
        return;
    }
    const QString name =
        visibleText(effect->device.name.isEmpty() ? effect->device.id.text() : effect->device.name);
    m_send->setText(tr("Send the dry run for %1").arg(name));
    m_worst->setText(
        effect->planNow.isEmpty()
            ? tr("At worst, %1 gets “%2”. It has no plan in this set to lose.").arg(name, m_planName)
            : tr("At worst, %1 loses “%2” for good and gets “%3”.")
                  .arg(name, visibleText(effect->planNow), m_planName));
    setInk(m_worst, effect->planNow.isEmpty() ? Ink::Text : Ink::Warn);
}
