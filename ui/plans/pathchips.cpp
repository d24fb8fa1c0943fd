// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/pathchips.h"

#include "ui/plans/pathchipdelegate.h"
#include "ui/plans/pathchipmodel.h"
#include "ui/window/looks.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

PathChips::PathChips(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_model(new PathChipModel(this)), m_list(new QListView(this)),
      m_entry(new QLineEdit(this)), m_says(new QLabel(this)), m_marked(new QLabel(this))
{
    setUpList(theme);
    setUpEntry();
    setFocusProxy(m_entry);
    m_marked->setObjectName(u"planMarkedPaths"_s);
    m_says->setObjectName(u"planPathSays"_s);
    for (QLabel *label : {m_says, m_marked}) {
        label->setTextFormat(Qt::PlainText);
        label->hide();
    }
    m_says->setWordWrap(true);
    setInk(m_marked, Ink::Text2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_entry);
    column->addWidget(m_says);
    column->addWidget(m_list, 1);
    column->addWidget(m_marked);
    connect(m_model, &PathChipModel::edited, this, &PathChips::edited);
}

void PathChips::setUpList(const Theme &theme)
{
    m_list->setObjectName(u"planPaths"_s);
    m_list->setAccessibleName(tr("Paths and rules of the plan"));
    m_list->setModel(m_model);
    auto *delegate = new PathChipDelegate(*m_model, theme, this);
    m_list->setItemDelegate(delegate);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setSpacing(2);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setMinimumHeight(96);
    m_list->installEventFilter(this);
    connect(delegate, &PathChipDelegate::removeClicked, this, [this](int row) { remove({row}); });
    connect(delegate, &QAbstractItemDelegate::closeEditor, m_model, &PathChipModel::removeEmpty);
}

void PathChips::setUpEntry()
{
    m_entry->setObjectName(u"planPath"_s);
    m_entry->setAccessibleName(tr("New path or rule"));
    m_entry->setPlaceholderText(tr("Type a path and press Enter, or paste many, one a line"));
    m_entry->setMaxLength(std::numeric_limits<int>::max());
    m_entry->installEventFilter(this);
    connect(m_entry, &QLineEdit::textChanged, this, &PathChips::takeText);
}

QStringList PathChips::items() const
{
    const QString typed = m_entry->text();
    return typed.isEmpty() ? m_model->paths() : m_model->paths() + QStringList{typed};
}

void PathChips::setItems(const QStringList &items)
{
    const QSignalBlocker quiet(m_entry);
    m_entry->clear();
    QStringList paths = items;
    paths.removeAll(QString());
    m_model->setPaths(paths);
}

void PathChips::add(const QStringList &items)
{
    takeTyped();
    m_model->add(items);
    m_list->scrollToBottom();
}

void PathChips::showProblems(const QList<PlanProblem> &problems)
{
    m_model->showProblems(problems);
    const qsizetype marked = m_model->marked();
    m_marked->setText(tr("With a remark: %1 of %2")
                          .arg(locale().toString(marked), locale().toString(m_model->paths().size())));
    m_marked->setVisible(marked > 0);
    QStringList sentences; // of the field, and of what is being typed
    bool isWrong = false;
    for (const PlanProblem &problem : problems) {
        const bool isOfChip = problem.entry >= 0 && problem.entry < m_model->paths().size();
        if (problem.field != PlanField::Items || isOfChip)
            continue;
        sentences << problem.sentence;
        isWrong = isWrong || problem.weight == PlanProblem::Weight::Fault;
    }
    setWrong(m_entry, isWrong);
    setInk(m_says, isWrong ? Ink::Bad : Ink::Warn);
    m_says->setText(sentences.join(u'\n'));
    m_says->setVisible(!sentences.isEmpty());
    m_entry->setAccessibleDescription(m_says->text());
}

/// Called with each key; a text with line breaks was pasted.
void PathChips::takeText(const QString &text)
{
    if (text.contains(u'\n') || text.contains(u'\r'))
        takeTyped();
    else
        emit edited();
}

void PathChips::takeTyped()
{
    const QStringList paths = pathsIn(m_entry->text());
    const QSignalBlocker quiet(m_entry);
    m_entry->clear();
    if (paths.isEmpty())
        return;
    m_model->add(paths);
    m_list->scrollToBottom();
}

bool PathChips::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_entry && event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            takeTyped();
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (watched == m_entry ? takeEntryKey(key) : watched == m_list && takeListKey(key))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool PathChips::takeEntryKey(const QKeyEvent &event)
{
    const bool isEmpty = m_entry->text().isEmpty();
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        takeTyped();
        return !isEmpty; // on an empty field it goes on to the next page
    case Qt::Key_Backspace:
        if (isEmpty)
            goTo(m_model->rowCount() - 1);
        return isEmpty;
    case Qt::Key_Down:
        goTo(0);
        return true;
    default:
        return isEmpty && event.matches(QKeySequence::Undo) && m_model->bringBack();
    }
}

bool PathChips::takeListKey(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy)) {
        QStringList lines;
        for (const int row : selectedRows())
            lines << m_model->paths().at(row);
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
        return true;
    }
    if (event.matches(QKeySequence::Paste)) {
        add(pathsIn(QGuiApplication::clipboard()->text()));
        return true;
    }
    if (event.matches(QKeySequence::Undo))
        return m_model->bringBack();
    switch (event.key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        remove(selectedRows());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_list->isPersistentEditorOpen(m_list->currentIndex())) // else it is the editor's own Enter
            m_list->edit(m_list->currentIndex());
        return true;
    case Qt::Key_Up: {
        const bool isInFirstLine =
            m_list->visualRect(m_list->currentIndex()).top() <= m_list->visualRect(m_model->index(0)).top();
        if (isInFirstLine)
            m_entry->setFocus(Qt::OtherFocusReason);
        return isInFirstLine;
    }
    default:
        return false;
    }
}

std::vector<int> PathChips::selectedRows() const
{
    std::vector<int> rows;
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected)
        rows.push_back(index.row());
    std::ranges::sort(rows);
    return rows;
}

/// The focus stays with the neighbour, so that Del may be pressed again.
void PathChips::remove(const std::vector<int> &rows)
{
    if (rows.empty())
        return;
    const int next = std::min(rows.front(), m_model->rowCount() - static_cast<int>(rows.size()) - 1);
    m_model->remove(rows);
    if (next >= 0)
        m_list->setCurrentIndex(m_model->index(next));
    else
        m_entry->setFocus(Qt::OtherFocusReason);
}

void PathChips::goTo(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    m_list->setCurrentIndex(m_model->index(row));
    m_list->setFocus(Qt::OtherFocusReason);
}
