// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/activityquery.h"

#include "app/query/queryreader.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 440;
constexpr int narrowest = 160;
constexpr int mostLetters = 64 * 1024;

} // namespace

ActivityQuery::ActivityQuery(const Theme &theme, QWidget *parent)
    : QLineEdit(parent), m_fields(changeQueryFields()), m_problem(new QLabel(this))
{
    setObjectName(u"activityQuery"_s);
    setAccessibleName(tr("Query"));
    setAccessibleDescription(tr("Filters the changes. Words, or a field and a value such as state:unknown."));
    setPlaceholderText(tr("Words, or a field: state:unknown"));
    setToolTip(tr("Fields: %1").arg(m_fields.listed()));
    setMinimumWidth(narrowest);
    setMaximumWidth(widest);
    setMaxLength(mostLetters);
    addAction(glyphIcon(theme, Glyph::Search, Token::Text3), LeadingPosition);
    QAction *clearAll = addAction(glyphIcon(theme, Glyph::Cross, Token::Text2), TrailingPosition);
    clearAll->setObjectName(u"clearActivityQuery"_s);
    clearAll->setToolTip(tr("Clear the query"));
    clearAll->setVisible(false);
    connect(clearAll, &QAction::triggered, this, &QLineEdit::clear);
    m_problem->setObjectName(u"activityQueryProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setMargin(8);
    m_problem->setAutoFillBackground(true);
    m_problem->setBackgroundRole(QPalette::Base);
    m_problem->setFrameShape(QFrame::Box);
    setInk(m_problem, Ink::Bad);
    m_problem->hide();
    connect(this, &QLineEdit::textChanged, this, &ActivityQuery::read);
    connect(this, &QLineEdit::textChanged, clearAll,
            [clearAll](const QString &text) { clearAll->setVisible(!text.isEmpty()); });
}

ChangeFilter ActivityQuery::filter() const
{
    return {m_query, QDateTime::currentDateTimeUtc()};
}

void ActivityQuery::read()
{
    const auto query = readQuery(text(), m_fields);
    const bool isWrong = !query && !query.error().isUnfinished;
    setWrong(this, isWrong);
    m_problem->setVisible(isWrong);
    if (isWrong) {
        m_problem->setText(
            tr("Character %1: %2")
                .arg(locale().toString(query.error().begin + 1), query.error().sentence(m_fields)));
        placeProblem();
    }
    if (!query || *query == m_query)
        return;
    m_query = *query;
    emit filterChanged();
}

// Over whatever stands below the bar.
void ActivityQuery::placeProblem()
{
    if (!m_problem->isVisible())
        return;
    if (m_problem->parentWidget() != window()) {
        m_problem->setParent(window());
        m_problem->show();
    }
    m_problem->setGeometry(
        QRect(mapTo(window(), QPoint(0, height() + 2)), QSize(width(), m_problem->heightForWidth(width()))));
    m_problem->raise();
}

void ActivityQuery::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit left();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void ActivityQuery::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    placeProblem();
}

void ActivityQuery::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeProblem();
}
