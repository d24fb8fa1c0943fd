// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/querybox.h"

#include "app/query/querycompletion.h"
#include "ui/query/querylist.h"
#include "ui/query/querytext.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 440;
constexpr int narrowest = 160;
constexpr int mostLetters = 64 * 1024;
constexpr size_t mostCompletions = 8;

} // namespace

QueryBox::QueryBox(QueryText &query, const Theme &theme, QWidget *parent)
    : QLineEdit(parent), m_query(query), m_problem(new QLabel(this)), m_list(new QueryList(theme, this))
{
    setObjectName(u"queryBox"_s);
    setAccessibleName(tr("Query"));
    m_description = tr("Filters the devices. Words, or a field and a value such as status:online.");
    setAccessibleDescription(m_description);
    setPlaceholderText(tr("Words, or a field: status:online"));
    setMinimumWidth(narrowest);
    setMaximumWidth(widest);
    setMaxLength(mostLetters);
    m_problem->setObjectName(u"queryProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setMargin(8);
    m_problem->setAutoFillBackground(true);
    m_problem->setBackgroundRole(QPalette::Base);
    m_problem->setFrameShape(QFrame::Box);
    setInk(m_problem, Ink::Bad);
    m_problem->hide();

    addAction(glyphIcon(theme, Glyph::Search, Token::Text3), LeadingPosition);
    QAction *clearAll = addAction(glyphIcon(theme, Glyph::Cross, Token::Text2), TrailingPosition);
    clearAll->setObjectName(u"clearQueryBox"_s);
    clearAll->setText(tr("Clear the query"));
    clearAll->setToolTip(tr("Clear the query"));
    clearAll->setVisible(false);
    connect(clearAll, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, clearAll,
            [clearAll](const QString &text) { clearAll->setVisible(!text.isEmpty()); });
    connect(this, &QLineEdit::textEdited, this, [this] { m_isTyped = true; });
    connect(this, &QLineEdit::textChanged, &m_query, &QueryText::setText);
    connect(&m_query, &QueryText::textChanged, this, [this](const QString &text) {
        if (text != this->text())
            setText(text);
    });
    connect(&m_query, &QueryText::problemChanged, this, &QueryBox::showProblem);
    connect(this, &QLineEdit::cursorPositionChanged, this, &QueryBox::showProblem);
    connect(this, &QLineEdit::textChanged, this, &QueryBox::showCompletions);
    connect(&m_query, &QueryText::counted, this, [this] {
        if (m_list->isVisible() && m_list->chosen() < 0) // a choice is not taken from under the key
            showCompletions();
    });
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex &line) { take(line.row()); });
}

void QueryBox::setSubject(const QString &name, const QString &example, const QString &description)
{
    setObjectName(name);
    m_problem->setObjectName(name + u"Problem"_s);
    m_list->setObjectName(name + u"List"_s);
    setPlaceholderText(tr("Words, or a field: %1").arg(example));
    m_description = description;
    setAccessibleDescription(description);
}

/// Who is about to mend a text need not be told that it is broken.
void QueryBox::showProblem()
{
    const std::optional<QueryProblem> &problem = m_query.problem();
    const bool isBeingMended =
        problem && problem->isUnfinished && hasFocus() && cursorPosition() >= problem->end;
    const bool isShown = problem && !isBeingMended;
    setWrong(this, isShown);
    m_problem->setVisible(isShown);
    setAccessibleDescription(isShown ? problem->sentence(m_query.queryFields()) : m_description);
    if (!isShown)
        return;
    m_problem->setText(
        tr("Character %1: %2")
            .arg(locale().toString(problem->begin + 1), problem->sentence(m_query.queryFields())));
    m_list->hide();
    placeBelow(m_problem, m_problem->heightForWidth(width()));
}

void QueryBox::showCompletions()
{
    const QueryFields &fields = m_query.queryFields();
    const QueryPlace place = queryPlace(text(), cursorPosition(), fields);
    std::vector<QueryCompletion> lines;
    if (m_isTyped && hasFocus() && !m_problem->isVisible()) {
        // behind a colon the text is often no query yet, and what is in force is about the letters before it
        const bool isValue = place.field != anyField && !place.isName && fields.at(place.field).hasValueList;
        lines = queryCompletions(text(), place, fields,
                                 isValue ? m_query.countsUnder(place.rest, place.field) : m_query.counts(),
                                 m_earlier, mostCompletions);
    }
    const bool isShown = !lines.empty();
    m_list->setLines(std::move(lines));
    m_list->setVisible(isShown);
    if (isShown)
        placeBelow(m_list, m_list->heightOfLines());
}

/// On the window, because the bar of the box is too low for it.
void QueryBox::placeBelow(QWidget *below, int height)
{
    const bool wasVisible = below->isVisibleTo(below->parentWidget());
    if (below->parentWidget() != window())
        below->setParent(window());
    const QPoint corner = mapTo(window(), QPoint(0, QLineEdit::height() + 2));
    below->setGeometry(corner.x(), corner.y(), width(), height);
    below->setVisible(wasVisible);
    below->raise();
}

void QueryBox::take(int line)
{
    const QueryCompletion chosen = m_list->lines()[static_cast<size_t>(line)];
    m_isTyped = chosen.kind == QueryCompletion::Kind::Field; // its values come next
    setText(chosen.text);
    setCursorPosition(static_cast<int>(chosen.cursor));
    showCompletions();
}

/// Esc and Tab are the box's own while it has the focus and a list, also where the window has an action on them.
bool QueryBox::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab
        && m_list->isVisible()) {
        take(std::max(m_list->chosen(), 0));
        return true;
    }
    return QLineEdit::event(event);
}

bool QueryBox::stepInList(const QKeyEvent &event)
{
    const int by = event.key() == Qt::Key_Down ? 1 : event.key() == Qt::Key_Up ? -1 : 0;
    if (by == 0)
        return false;
    if (m_list->isVisible()) {
        m_list->step(by);
    } else if (by > 0) {
        m_isTyped = true;
        showCompletions();
    }
    return true;
}

void QueryBox::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (stepInList(*event))
        return;
    if (event->key() == Qt::Key_Escape) {
        escape();
    } else if (isEnter && m_list->isVisible() && m_list->chosen() >= 0) {
        take(m_list->chosen());
    } else if (isEnter) {
        m_list->hide();
        emit committed(text());
        emit left();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

/// One step: the list, then the text, then back to the grid.
void QueryBox::escape()
{
    if (m_list->isVisible())
        m_list->hide();
    else if (!text().isEmpty())
        clear();
    else
        emit left();
}

void QueryBox::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_isTyped = false;
    m_list->hide();
    showProblem();
    emit committed(text());
}

void QueryBox::mousePressEvent(QMouseEvent *event)
{
    QLineEdit::mousePressEvent(event);
    m_list->hide();
}

void QueryBox::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    m_list->hide();
    showProblem();
}

void QueryBox::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    m_list->hide();
    showProblem();
}
