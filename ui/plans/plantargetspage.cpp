// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/plantargetspage.h"

#include "app/base/visibletext.h"
#include "ui/plans/plandevicemodel.h"
#include "ui/widgets/plaintable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PlanTargetsPage::PlanTargetsPage(PlanDraft &draft, PlanDeviceModel &devices, const QString &companyTitle,
                                 QWidget *parent)
    : PlanWizardPage(draft, PlanStep::Targets, u"planTargetsPage"_s, parent), m_devices(devices),
      m_name(new QLineEdit(this)), m_search(new QLineEdit(this)), m_list(new QTableView(this)),
      m_count(makeHint({})), m_groups(new QLineEdit(this)), m_knownGroups(makeHint({}))
{
    m_name->setObjectName(u"planName"_s);
    addField(column(), PlanField::Name, tr("Name of the plan"), m_name);
    auto *company = makeHint(tr("For %1, and sent with its company ID.").arg(companyTitle));
    addField(column(), PlanField::Company, tr("Company"), company);
    layOutDevices();

    m_groups->setObjectName(u"planGroups"_s);
    m_groups->setPlaceholderText(tr("Group IDs, parted by commas"));
    addField(column(), PlanField::Groups, tr("Groups"), m_groups);
    column()->addWidget(m_knownGroups);
    connectFields();
}

void PlanTargetsPage::layOutDevices()
{
    m_search->setObjectName(u"planDeviceSearch"_s);
    m_search->setPlaceholderText(tr("Find a device by name or system"));
    m_search->setAccessibleName(tr("Find a device"));
    m_search->setClearButtonEnabled(true);
    auto *all = new QPushButton(tr("Choose all shown"), this);
    all->setObjectName(u"planChooseShown"_s);
    auto *none = new QPushButton(tr("Choose none shown"), this);
    none->setObjectName(u"planChooseNone"_s);
    auto *tools = new QHBoxLayout;
    tools->addWidget(m_search, 1);
    tools->addWidget(all);
    tools->addWidget(none);

    setUpPlainTable(m_list, u"planDevices"_s, tr("Devices of the company"));
    m_list->setModel(&m_devices);
    m_list->horizontalHeader()->resizeSection(PlanDeviceModel::Name, 320);
    m_list->horizontalHeader()->setStretchLastSection(true);
    addField(column(), PlanField::Devices, tr("Devices"), m_list);
    column()->insertLayout(column()->indexOf(m_list), tools);
    column()->setStretchFactor(m_list, 1);
    column()->addWidget(m_count);
    connect(all, &QPushButton::clicked, this, [this] { m_devices.chooseShown(true); });
    connect(none, &QPushButton::clicked, this, [this] { m_devices.chooseShown(false); });
}

void PlanTargetsPage::connectFields()
{
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        this->draft().name = text;
        emit edited();
    });
    connect(m_search, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_devices.setFilter(text); });
    connect(&m_devices, &PlanDeviceModel::chosenChanged, this, &PlanTargetsPage::takeDevices);
    connect(m_groups, &QLineEdit::textEdited, this, [this](const QString &text) {
        QList<PlanGroup> groups;
        const QStringList ids = text.split(u',', Qt::SkipEmptyParts);
        for (const QString &id : ids)
            groups.append(typedGroup(id.trimmed()));
        this->draft().groups = groups;
        emit edited();
    });
}

void PlanTargetsPage::load()
{
    m_name->setText(draft().name);
    QStringList ids;
    for (const PlanGroup &group : draft().groups)
        ids.append(group.idText());
    m_groups->setText(ids.join(", "_L1));
    m_devices.setChosen(QSet<DeviceId>(draft().devices.cbegin(), draft().devices.cend()));
    showCount();
}

void PlanTargetsPage::setKnownGroups(const QStringList &groups)
{
    m_knownGroups->setText(groups.isEmpty()
                               ? tr("The API has no list of groups, and no plan that was read names one.")
                               : tr("Known from plans: %1. The API has no list of groups.")
                                     .arg(visibleText(groups.join(", "_L1))));
}

void PlanTargetsPage::takeDevices()
{
    draft().devices = m_devices.chosenIds();
    showCount();
    emit edited();
}

void PlanTargetsPage::showCount()
{
    m_count->setText(
        tr("%1 of %2 devices chosen")
            .arg(locale().toString(draft().devices.size()), locale().toString(m_devices.total())));
}
