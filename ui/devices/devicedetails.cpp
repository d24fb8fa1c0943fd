// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicedetails.h"

#include "ui/widgets/detailspane.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/note.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

DeviceDetails::DeviceDetails(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_pane(new DetailsPane(u"deviceDetails"_s, theme, this)),
      m_warning(new Note(Note::Kind::Warning, theme, this)),
      m_damage(new Note(Note::Kind::Quotation, theme, this)),
      m_words(new Note(Note::Kind::Quotation, theme, this)), m_empty(new EmptyState(theme, this)),
      m_stack(new QStackedWidget(this))
{
    setObjectName(u"deviceDetails"_s);
    setAccessibleName(tr("Details"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_words->setObjectName(u"serverWords"_s);
    m_empty->setObjectName(u"detailsEmpty"_s);
    m_empty->setContent(
        {.glyph = Glyph::Device,
         .title = tr("No device selected"),
         .sentences = tr("Select one to see all of it. Select several to see them counted.")});

    m_pane->add(m_warning);
    m_pane->add(m_damage);
    m_sections.push_back(makeSection());
    m_pane->add(m_words);
    connect(m_pane, &DetailsPane::copyRequested, this, &DeviceDetails::copyAll);
    connect(m_pane, &DetailsPane::closeRequested, this, &DeviceDetails::closeRequested);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_pane);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
}

FactList *DeviceDetails::makeSection()
{
    auto *section = new FactList(m_theme, this);
    connect(section, &FactList::copyRequested, this, [this](const QString &label, const QString &value) {
        copy(value, tr("%1 copied", "a label, such as Device ID").arg(label));
    });
    m_pane->add(section);
    return section;
}

void DeviceDetails::setUnselectedPane(QWidget *pane)
{
    const bool isShown = m_stack->currentWidget() != m_pane;
    m_unselectedPane = pane;
    if (pane && m_stack->indexOf(pane) < 0)
        m_stack->addWidget(pane);
    if (isShown)
        clear();
}

void DeviceDetails::setFoot(QWidget *foot)
{
    m_pane->setFoot(foot);
}

void DeviceDetails::clear()
{
    m_facts = {};
    m_stack->setCurrentWidget(m_unselectedPane ? m_unselectedPane : m_empty);
}

void DeviceDetails::setFacts(const DeviceFacts &facts)
{
    m_stack->setCurrentWidget(m_pane);
    if (facts == m_facts)
        return;
    m_facts = facts;
    m_pane->setHead(facts.glyph, facts.title, facts.company);
    m_warning->setVisible(!facts.warning.isEmpty());
    m_warning->setTexts({}, facts.warning);
    m_damage->setVisible(!facts.damagedBytes.isEmpty());
    m_damage->setTexts(tr("The bytes as they came"), facts.damagedBytes);
    m_words->setVisible(!facts.serverWords.isEmpty());
    m_words->setTexts(tr("IDrive’s own words"), facts.serverWords, facts.serverWordsNote);
    showSections();
}

void DeviceDetails::showSections()
{
    while (std::ssize(m_sections) < m_facts.sections.size()) {
        m_rules.push_back(makeRule(this));
        m_pane->add(m_rules.back());
        m_sections.push_back(makeSection());
    }
    for (size_t i = 0; i < m_sections.size(); ++i) {
        const bool isUsed = static_cast<qsizetype>(i) < m_facts.sections.size();
        m_sections[i]->setVisible(isUsed);
        if (i > 0)
            m_rules[i - 1]->setVisible(isUsed);
        if (isUsed)
            m_sections[i]->setSection(m_facts.sections.at(static_cast<qsizetype>(i)));
    }
}

void DeviceDetails::copyAll()
{
    copy(factsAsText(m_facts), tr("Details copied"));
}

void DeviceDetails::copy(const QString &text, const QString &what)
{
    QGuiApplication::clipboard()->setText(text);
    emit copied(what);
}

void DeviceDetails::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}
