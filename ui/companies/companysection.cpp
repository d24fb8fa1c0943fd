// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companysection.h"

#include "ui/companies/companytreemodel.h"
#include "ui/companies/companytreeview.h"
#include "ui/companies/companywords.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWhatsThis>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostHeight = 160; // six rows and a hint of the next; the rest is scrolled

// Names of widgets: "foundTree", "knownHeading".
QString objectNameOf(CompanyGroup group, const QString &part)
{
    return (group == CompanyGroup::FoundBySearch ? u"found"_s : u"known"_s) + part;
}

} // namespace

CompanySection::CompanySection(CompanyTreeModel &model, CompanyGroup group, const Theme &theme,
                               QWidget *parent)
    : QFrame(parent), m_model(model), m_group(group), m_theme(theme), m_note(new QLabel(this)),
      m_view(new CompanyTreeView(model, group, theme, this))
{
    m_view->setObjectName(objectNameOf(group, u"Tree"_s));
    m_note->setObjectName(objectNameOf(group, u"Note"_s));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setFont(theme.font(TextStyle::Small));
    m_note->setContentsMargins(12, 0, 12, 8);

    auto *line = new QFrame(this);
    line->setProperty("kind", u"separator"_s);
    line->setFixedHeight(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    column->addWidget(makeHeading());
    column->addWidget(m_note);
    column->addWidget(m_view);

    connect(&model, &CompanyTreeModel::updated, this, &CompanySection::showState);
    setNote({});
}

QWidget *CompanySection::makeHeading()
{
    auto *bar = new QWidget(this);
    m_heading = new QToolButton(bar);
    m_heading->setObjectName(objectNameOf(m_group, u"Heading"_s));
    m_heading->setFont(m_theme.font(TextStyle::Small));
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setSmall(m_heading);
    connect(m_heading, &QToolButton::clicked, this, [this] {
        m_isOpen = !m_isOpen;
        showState();
    });

    auto *question = new QToolButton(bar);
    question->setObjectName(objectNameOf(m_group, u"Question"_s));
    question->setIcon(glyphIcon(m_theme, Glyph::Question));
    setSmall(question);
    //: %1 is "Found by search" or "Known from devices"
    question->setAccessibleName(tr("What is “%1”?").arg(companyGroupTitle(m_group)));
    question->setAccessibleDescription(companyGroupMeaning(m_group));
    question->setToolTip(plainToolTip(companyGroupMeaning(m_group)));
    question->setWhatsThis(plainToolTip(companyGroupMeaning(m_group)));
    connect(question, &QToolButton::clicked, this, [this, question] {
        QWhatsThis::showText(question->mapToGlobal(question->rect().bottomLeft()), question->whatsThis(),
                             this);
    });

    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 1, 8, 1);
    row->addWidget(m_heading);
    row->addStretch(1);
    row->addWidget(question);
    return bar;
}

void CompanySection::setNote(const QString &note, bool isBad)
{
    m_note->setText(note);
    setInk(m_note, isBad ? Ink::Bad : Ink::Text2);
    showState();
}

QString CompanySection::note() const
{
    return m_note->text();
}

void CompanySection::showState()
{
    const int count = m_model.rowCount(m_model.top(m_group));
    m_heading->setText(count == 0 ? companyGroupTitle(m_group)
                                  : companyGroupTitle(m_group) + u' ' + QLocale().toString(count));
    setLeadingIcon(m_heading, glyphIcon(m_theme, m_isOpen ? Glyph::Chevron : Glyph::Arrow, Token::Text2));
    m_heading->setAccessibleName(m_heading->text());
    m_heading->setAccessibleDescription(m_isOpen ? tr("Open") : tr("Closed"));
    m_note->setVisible(m_isOpen && !m_note->text().isEmpty());
    m_view->setVisible(m_isOpen && count > 0);
    m_view->setFixedHeight(std::min(m_view->heightOfRows(), mostHeight));
    setVisible(count > 0 || !m_note->text().isEmpty());
}
