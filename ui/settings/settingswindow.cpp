// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingswindow.h"

#include "ui/settings/settingeditor.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

static constexpr QSize firstSize(560, 560);

SettingsWindow::SettingsWindow(Settings &settings, const Theme &theme, QWidget *parent)
    : QDialog(parent), m_search(new QLineEdit(this)),
      m_none(new QLabel(tr("No setting has to do with that."), this))
{
    setObjectName(u"settingsWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    m_search->setObjectName(u"findSetting"_s);
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(glyphIcon(theme, Glyph::Search), QLineEdit::LeadingPosition);
    m_none->setObjectName(u"noSetting"_s);
    setInk(m_none, Ink::Text2);

    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeSettings"_s);
    close->setAutoDefault(false); // Enter in a field is for the field
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(20, 0, 20, 16);
    foot->addStretch(1);
    foot->addWidget(close);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(20, 16, 20, 0);
    head->addWidget(m_search);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(makeList(settings, theme), 1);
    column->addLayout(foot);
    resize(firstSize);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsWindow::showFound);
    showFound();
    m_search->setFocus();
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
    rows->addWidget(m_none);
    rows->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"settingList"_s);
    area->setAccessibleName(tr("Settings"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(list);
    return area;
}

void SettingsWindow::find(const QString &text)
{
    m_search->setText(text);
}

void SettingsWindow::showFound()
{
    bool isAny = false;
    for (SettingEditor *editor : std::as_const(m_editors)) {
        const bool isFound = editor->matches(m_search->text());
        editor->setVisible(isFound);
        isAny |= isFound;
    }
    m_none->setVisible(!isAny);
}
