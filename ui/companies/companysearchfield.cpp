// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companysearchfield.h"

#include "ui/window/icons.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

CompanySearchField::CompanySearchField(const Theme &theme, QWidget *parent)
    : QLineEdit(parent), m_options(new QMenu(this)), m_exact(m_options->addAction(tr("Whole name only"))),
      m_case(m_options->addAction(tr("Match case")))
{
    setObjectName(u"companySearch"_s);
    setAccessibleName(tr("Find a company"));
    setAccessibleDescription(tr("Filters the tree by name and ID. Enter asks IDrive."));
    setPlaceholderText(tr("Find a company"));
    m_exact->setObjectName(u"searchWholeName"_s);
    m_exact->setCheckable(true);
    m_case->setObjectName(u"searchMatchCase"_s);
    m_case->setCheckable(true);

    addAction(glyphIcon(theme, Glyph::Search, Token::Text3), LeadingPosition);
    QAction *options = addAction(glyphIcon(theme, Glyph::Settings, Token::Text3), TrailingPosition);
    options->setToolTip(tr("How IDrive searches when Enter is pressed"));
    connect(options, &QAction::triggered, this, &CompanySearchField::showOptions);
    QAction *clear = addAction(glyphIcon(theme, Glyph::Cross, Token::Text2), TrailingPosition);
    clear->setToolTip(tr("Clear the search"));
    clear->setVisible(false);
    connect(clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, clear,
            [clear](const QString &text) { clear->setVisible(!text.isEmpty()); });
    connect(this, &QLineEdit::returnPressed, this, &CompanySearchField::searchRequested);
}

NameMatch CompanySearchField::match() const
{
    return {.exact = m_exact->isChecked(), .caseSensitive = m_case->isChecked()};
}

void CompanySearchField::showOptions()
{
    m_options->popup(mapToGlobal(rect().bottomLeft()));
}

/// Esc is the field's own while it has the focus, also where the window has an action on it.
bool CompanySearchField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void CompanySearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Down)
        emit left();
    else
        QLineEdit::keyPressEvent(event);
}
