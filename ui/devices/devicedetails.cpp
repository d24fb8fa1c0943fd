// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicedetails.h"

#include "ui/devices/factlist.h"
#include "ui/devices/note.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
constexpr int glyphSize = 16;

QFrame *makeRule(QWidget *parent)
{
    auto *rule = new QFrame(parent);
    rule->setFixedHeight(1);
    rule->setProperty("kind", u"separator"_s);
    return rule;
}

} // namespace

DeviceDetails::DeviceDetails(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_empty(new EmptyState(theme, this)), m_stack(new QStackedWidget(this))
{
    setObjectName(u"deviceDetails"_s);
    m_empty->setObjectName(u"noDeviceSelected"_s);
    setAccessibleName(tr("Details"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_empty->setObjectName(u"detailsEmpty"_s);
    m_empty->setContent(
        {.glyph = Glyph::Device,
         .title = tr("No device selected"),
         .sentences = tr("Select one to see all of it. Select several to see them counted.")});

    auto *page = new QWidget(this);
    auto *pageColumn = new QVBoxLayout(page);
    pageColumn->setContentsMargins(0, 0, 0, 0);
    pageColumn->setSpacing(0);
    pageColumn->addWidget(makeHeader());
    pageColumn->addWidget(makeRule(page));
    pageColumn->addWidget(makeBody(), 1);

    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(&theme, &Theme::changed, this, &DeviceDetails::showGlyph);
}

QToolButton *DeviceDetails::makeButton(const QString &name, Glyph glyph, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(glyphIcon(m_theme, glyph));
    button->setAccessibleName(text);
    button->setToolTip(text);
    setSmall(button);
    return button;
}

QWidget *DeviceDetails::makeHeader()
{
    auto *header = new QWidget(this);
    m_glyph = new QLabel(header);
    m_glyph->setFixedSize(glyphSize, glyphSize);
    m_title = new ElidedLabel(header);
    m_title->setObjectName(u"deviceDetailsTitle"_s);
    m_title->setFont(m_theme.font(TextStyle::Title));
    m_company = new ElidedLabel(header);
    m_company->setObjectName(u"deviceDetailsCompany"_s);
    setInk(m_company, Ink::Text2);
    QToolButton *copyButton = makeButton(u"copyDeviceDetails"_s, Glyph::Copy, tr("Copy all details"));
    QToolButton *closeButton = makeButton(u"closeDetails"_s, Glyph::Cross, tr("Close the details"));
    connect(copyButton, &QToolButton::clicked, this, &DeviceDetails::copyAll);
    connect(closeButton, &QToolButton::clicked, this, &DeviceDetails::closeRequested);

    auto *grid = new QGridLayout(header);
    grid->setContentsMargins(margin, 10, 12, 10);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_glyph, 0, 0);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(copyButton, 0, 2);
    grid->addWidget(closeButton, 0, 3);
    grid->addWidget(m_company, 1, 1, 1, 3);
    grid->setColumnStretch(1, 1);
    return header;
}

QWidget *DeviceDetails::makeBody()
{
    auto *area = new QScrollArea(this);
    area->setObjectName(u"deviceDetailsArea"_s);
    area->setAccessibleName(tr("Details"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);

    auto *body = new QWidget(area);
    body->setBackgroundRole(QPalette::AlternateBase);
    m_warning = new Note(Note::Kind::Warning, m_theme, body);
    m_damage = new Note(Note::Kind::Quotation, m_theme, body);
    m_words = new Note(Note::Kind::Quotation, m_theme, body);
    m_words->setObjectName(u"serverWords"_s);
    m_sectionColumn = new QVBoxLayout;
    m_sectionColumn->setSpacing(12);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(margin, 12, margin, 12);
    column->setSpacing(12);
    column->addWidget(m_warning);
    column->addWidget(m_damage);
    column->addLayout(m_sectionColumn);
    column->addStretch();
    area->setWidget(body);
    return area;
}

void DeviceDetails::clear()
{
    m_facts = {};
    m_stack->setCurrentIndex(0);
}

void DeviceDetails::setFacts(const DeviceFacts &facts)
{
    m_stack->setCurrentIndex(1);
    if (facts == m_facts)
        return;
    m_facts = facts;
    showGlyph();
    m_title->setText(facts.title);
    m_company->setText(facts.company);
    m_company->setVisible(!facts.company.isEmpty());
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
        auto *section = new FactList(m_theme, this);
        connect(section, &FactList::copyRequested, this, [this](const QString &label, const QString &value) {
            copy(value, tr("%1 copied", "a label, such as Device ID").arg(label));
        });
        QWidget *rule = makeRule(this);
        m_sectionColumn->addWidget(rule);
        m_sectionColumn->addWidget(section);
        if (m_sections.empty())
            m_sectionColumn->addWidget(m_words);
        m_rules.push_back(rule);
        m_sections.push_back(section);
    }
    for (size_t i = 0; i < m_sections.size(); ++i) {
        const bool isUsed = static_cast<qsizetype>(i) < m_facts.sections.size();
        m_sections[i]->setVisible(isUsed);
        m_rules[i]->setVisible(isUsed && i > 0);
        if (isUsed)
            m_sections[i]->setSection(m_facts.sections.at(static_cast<qsizetype>(i)));
    }
}

void DeviceDetails::showGlyph()
{
    m_glyph->setPixmap(
        glyphIcon(m_theme, m_facts.glyph).pixmap(QSize(glyphSize, glyphSize), devicePixelRatioF()));
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
