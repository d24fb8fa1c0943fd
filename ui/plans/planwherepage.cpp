// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planwherepage.h"

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PlanWherePage::PlanWherePage(PlanDraft &draft, QWidget *parent)
    : PlanWizardPage(draft, PlanStep::Where, u"planWherePage"_s, parent),
      m_cloud(new QRadioButton(tr("Cloud"), this)), m_local(new QRadioButton(tr("Local disk"), this)),
      m_path(new QLineEdit(this))
{
    m_cloud->setObjectName(u"planCloud"_s);
    m_local->setObjectName(u"planLocal"_s);
    m_path->setObjectName(u"planLocalPath"_s);
    m_path->setPlaceholderText(tr("Default location"));
    auto *places = new QWidget(this);
    places->setAccessibleName(tr("Where to back up"));
    auto *placeColumn = new QVBoxLayout(places);
    placeColumn->setContentsMargins(0, 0, 0, 0);
    placeColumn->addWidget(m_cloud);
    placeColumn->addWidget(m_local);
    addField(column(), PlanField::Where, tr("Where to back up"), places);
    addField(column(), PlanField::LocalPath, tr("Local path"), m_path);
    column()->addWidget(
        makeHint(tr("Empty: IDrive’s default location on each device. The path is sent as typed, and only "
                    "for a local disk.")));
    column()->addStretch(1);
    connect(m_local, &QRadioButton::toggled, this, [this](bool isLocal) {
        this->draft().where = isLocal ? WhereToBackup::Local : WhereToBackup::Cloud;
        m_path->setEnabled(isLocal);
        emit edited();
    });
    connect(m_path, &QLineEdit::textEdited, this, [this](const QString &text) {
        this->draft().localPath = text;
        emit edited();
    });
}

void PlanWherePage::load()
{
    const QSignalBlocker quiet(m_local);
    const bool isLocal = draft().where == WhereToBackup::Local;
    (isLocal ? m_local : m_cloud)->setChecked(true);
    m_path->setText(draft().localPath);
    m_path->setEnabled(isLocal);
}
