// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingswindow.h"

#include "ui/settings/settingeditor.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstSize(920, 600);
constexpr int listWidth = 168;
constexpr int itemHeight = 28;
constexpr int wordsRole = Qt::UserRole; // what a page is found by; of the settings themselves: nothing

bool hasAll(const QString &text, const QString &wanted)
{
    const QStringList words = wanted.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(
        words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

SettingsWindow::SettingsWindow(Settings &settings, const Theme &theme, QWidget *parent)
    : QDialog(parent), m_search(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_pages(new QStackedWidget(this)), m_none(new QLabel(tr("No setting has to do with that."), this))
{
    setObjectName(u"settingsWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    m_search->setObjectName(u"findSetting"_s);
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(glyphIcon(theme, Glyph::Search), QLineEdit::LeadingPosition);
    m_list->setObjectName(u"settingPages"_s);
    m_list->setAccessibleName(tr("Pages of settings"));
    m_list->setFixedWidth(listWidth);
    m_none->setObjectName(u"noSetting"_s);
    m_none->setContentsMargins(20, 12, 20, 12);
    setInk(m_none, Ink::Text2);
    layOut();
    addPage(makeList(settings, theme), tr("General"), {});
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsWindow::showFound);
    m_list->setCurrentRow(0);
    showFound();
    m_search->setFocus();
}

void SettingsWindow::layOut()
{
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeSettings"_s);
    close->setAutoDefault(false); // Enter in a field is for the field
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(20, 0, 20, 16);
    foot->addStretch(1);
    foot->addWidget(close);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 16, 20, 8);
    head->addWidget(m_search);
    auto *side = new QVBoxLayout;
    side->setContentsMargins(12, 4, 0, 12);
    side->addWidget(m_list);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_none);
    right->addWidget(m_pages, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addLayout(side);
    middle->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(middle, 1);
    column->addLayout(foot);
    resize(firstSize);
}

QWidget *SettingsWindow::makeList(Settings &settings, const Theme &theme)
{
    auto *list = new QWidget(this);
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins(20, 12, 20, 12);
    for (const SettingRow *row : settingTable) {
        if (!row->title)
            continue;
        m_editors.append(new SettingEditor(settings, *row, theme, list));
        rows->addWidget(m_editors.last());
    }
    rows->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"settingList"_s);
    area->setAccessibleName(tr("Settings"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(list);
    return area;
}

void SettingsWindow::addPage(QWidget *page, const QString &title, const QString &words)
{
    auto *item = new QListWidgetItem(title, m_list);
    item->setSizeHint({0, itemHeight});
    item->setData(wordsRole, words.isEmpty() ? words : title + u' ' + words);
    m_pages->addWidget(page);
}

void SettingsWindow::showPage(const QString &name)
{
    for (int row = 0; row < m_pages->count(); ++row) {
        if (m_pages->widget(row)->objectName() == name)
            m_list->setCurrentRow(row);
    }
}

void SettingsWindow::find(const QString &text)
{
    m_search->setText(text);
}

bool SettingsWindow::showFoundSettings(const QString &text)
{
    bool isAny = false;
    for (SettingEditor *editor : std::as_const(m_editors)) {
        const bool isFound = editor->matches(text);
        editor->setVisible(isFound);
        isAny |= isFound;
    }
    return isAny;
}

/// Pages without anything that was found are not in the list; the first that has something takes the place of one that has nothing.
void SettingsWindow::showFound()
{
    const QString text = m_search->text();
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const QString words = item->data(wordsRole).toString();
        const bool isFound = words.isEmpty() ? showFoundSettings(text) : hasAll(words, text);
        item->setHidden(!isFound);
        if (isFound && first < 0)
            first = row;
    }
    m_none->setVisible(first < 0);
    m_pages->setVisible(first >= 0);
    if (first >= 0 && m_list->currentItem()->isHidden())
        m_list->setCurrentRow(first);
}
