// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/plandetails.h"

#include "ui/plans/plandetailfacts.h"
#include "ui/widgets/detailspane.h"
#include "ui/widgets/emptystate.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PlanDetails::PlanDetails(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_pane(new DetailsPane(u"planDetails"_s, theme, this)),
      m_devices(new QPushButton(tr("Show its devices"), this)), m_empty(new EmptyState(theme, this)),
      m_stack(new QStackedWidget(this))
{
    setObjectName(u"planDetails"_s);
    setAccessibleName(tr("Details of the plan"));
    m_empty->setObjectName(u"planDetailsEmpty"_s);
    m_devices->setObjectName(u"showPlanDevices"_s);
    m_devices->setAccessibleName(tr("Show the devices of this plan on the devices page"));
    setSmall(m_devices);
    setLeadingIcon(m_devices, glyphIcon(theme, Glyph::Device));
    m_pane->add(m_devices);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_pane);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(m_devices, &QPushButton::clicked, this, &PlanDetails::devicesRequested);
    connect(m_pane, &DetailsPane::closeRequested, this, &PlanDetails::closeRequested);
    connect(m_pane, &DetailsPane::copyRequested, this, &PlanDetails::copyAll);
    clear();
}

void PlanDetails::clear(qsizetype count)
{
    m_sections.clear();
    if (count > 1)
        m_empty->setContent({.glyph = Glyph::Plan,
                             .title = tr("%1 plans selected").arg(QLocale().toString(count)),
                             .sentences = tr("Details are of one plan.")});
    else
        m_empty->setContent({.glyph = Glyph::Plan,
                             .title = tr("No plan selected"),
                             .sentences = tr("Choose a plan to see all that the API says of it.")});
    m_stack->setCurrentWidget(m_empty);
}

FactList *PlanDetails::makeSection()
{
    if (!m_lists.empty())
        m_pane->add(makeRule(m_pane));
    auto *list = new FactList(m_theme, m_pane);
    connect(list, &FactList::copyRequested, this, [this](const QString &label, const QString &value) {
        copy(value, tr("%1 copied", "a label, such as Plan ID").arg(label));
    });
    m_pane->add(list);
    return list;
}

void PlanDetails::setPlan(const QString &title, const QString &company, const QList<FactSection> &sections,
                          bool hasDevices)
{
    m_title = title;
    m_devices->setEnabled(hasDevices);
    m_devices->setToolTip(hasDevices ? QString() : tr("None of its devices is in the list of devices"));
    m_pane->setHead(Glyph::Plan, title, company);
    m_stack->setCurrentWidget(m_pane);
    if (sections == m_sections)
        return;
    m_sections = sections;
    while (m_lists.size() < static_cast<size_t>(sections.size()))
        m_lists.push_back(makeSection());
    for (size_t i = 0; i < m_lists.size(); ++i) {
        const bool isShown = i < static_cast<size_t>(sections.size());
        m_lists[i]->setVisible(isShown);
        if (isShown)
            m_lists[i]->setSection(sections.at(static_cast<qsizetype>(i)));
    }
}

void PlanDetails::copyAll()
{
    copy(sectionsAsText(m_title, m_sections), tr("Details copied"));
}

void PlanDetails::copy(const QString &text, const QString &what)
{
    QGuiApplication::clipboard()->setText(text);
    emit copied(what);
}
