// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factlist.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/facttext.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 96;

} // namespace

FactList::FactList(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_title(new QLabel(this)), m_grid(new QGridLayout(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(theme.font(TextStyle::Strong));
    setInk(m_title, Ink::Text2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(4);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_title, 0, 0, 1, 3);
    connect(&theme, &Theme::changed, this, &FactList::showAgain);
}

void FactList::setSection(const FactSection &section)
{
    if (section == m_section)
        return;
    m_section = section;
    m_title->setText(section.title);
    m_title->setVisible(!section.title.isEmpty());
    while (std::ssize(m_rows) < section.facts.size())
        m_rows.push_back(makeRow(static_cast<int>(m_rows.size()) + 1));
    showAgain();
}

FactList::Row FactList::makeRow(int line)
{
    const Row row{.label = new QLabel(this),
                  .text = new FactText(this),
                  .id = new ElidedLabel(this),
                  .copy = new QToolButton(this)};
    row.label->setTextFormat(Qt::PlainText);
    row.label->setWordWrap(true);
    row.label->setFixedWidth(labelWidth);
    setInk(row.label, Ink::Text2);
    row.id->setElideMode(Qt::ElideMiddle);
    row.id->setFont(m_theme.font(TextStyle::Mono));
    row.copy->setIcon(glyphIcon(m_theme, Glyph::Copy));
    setSmall(row.copy);
    m_grid->addWidget(row.label, line, 0, Qt::AlignTop);
    m_grid->addWidget(row.text, line, 1, Qt::AlignTop);
    m_grid->addWidget(row.id, line, 1, Qt::AlignVCenter);
    m_grid->addWidget(row.copy, line, 2, Qt::AlignVCenter);
    connect(row.copy, &QToolButton::clicked, this, [this, line] {
        const Fact &fact = m_section.facts.at(line - 1);
        emit copyRequested(fact.label, fact.value);
    });
    return row;
}

void FactList::showRow(const Row &row, const Fact &fact)
{
    const bool isId = !fact.name.isEmpty();
    row.label->setText(fact.label);
    row.label->show();
    row.text->setVisible(!isId);
    row.id->setVisible(isId);
    row.copy->setVisible(isId);
    if (isId) {
        row.id->setText(fact.value);
        row.id->setAccessibleName(fact.label + u": "_s + fact.value);
        row.copy->setObjectName(fact.name);
        row.copy->setAccessibleName(tr("Copy %1").arg(fact.label));
        row.copy->setToolTip(row.copy->accessibleName());
        return;
    }
    const QColor ink = m_theme.color(fact.isKnown ? Token::Text : Token::Text3);
    row.text->setFont(m_theme.font(TextStyle::Base));
    row.text->setFact(fact.value, fact.addition, ink, m_theme.color(Token::Text2));
    row.text->setAccessibleName(fact.label);
    row.text->setToolTip(plainToolTip(fact.toolTip));
}

void FactList::showAgain()
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        if (static_cast<qsizetype>(i) < m_section.facts.size()) {
            showRow(row, m_section.facts.at(static_cast<qsizetype>(i)));
            continue;
        }
        row.label->hide();
        row.text->hide();
        row.id->hide();
        row.copy->hide();
    }
}
